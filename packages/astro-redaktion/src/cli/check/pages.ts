import { outsideText } from '../../content/liquid-documents.ts';
import { isTextPage, type Outside } from '../../content/outside.ts';
import type { LiquidRenderer } from '../../content/jekyll/liquid/types.ts';
import type { EmptyPage, LayoutTexts } from '../../content/layout-texts.ts';
import type { Problem } from '../../types.ts';

/**
 * What is wrong with the pages outside `_posts`. They are published where the owner asks for them, so that nothing of
 * this stops a build that does not: warnings, which say what would.
 */
export function checkPages(
  { pages }: Outside,
  { liquid, layouts }: { liquid: LiquidRenderer; layouts: LayoutTexts },
): CheckProblem[] {
  const { pages: all, problems } = pages();
  const empty: EmptyPage[] = [];
  const found = all.filter(isTextPage).flatMap((page) => {
    const text = layouts.textOf(page);
    const made = liquid.render({ ...outsideText(page), ...text });
    const fault = text && made.problems.find(({ severity }) => severity === 'error');
    if (made.text.trim() === '' || fault) empty.push({ page, fault });
    return text ? [] : made.problems;
  });
  return [...[...problems, ...found].map(onlyWithPages), ...layouts.emptyPages(empty)];
}

/** A problem of a folder. JSON readers find in it what the sentences of `fix` say to people. */
export interface CheckProblem extends Problem {
  /** It stops a build that publishes the pages, too (`jekyllPages: true`). */
  stopsWithPages?: true;
}

/** An error that only those meet who publish the pages, too. */
export function onlyWithPages(problem: Problem): CheckProblem {
  if (problem.severity !== 'error') return problem;
  const fix = ['With `jekyllPages: true` a build stops here.', problem.fix].filter(Boolean).join(' ');
  return { ...problem, severity: 'warning', fix, stopsWithPages: true };
}
