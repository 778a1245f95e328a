import { outsideText } from '../../content/liquid-documents.ts';
import { isTextPage, type Outside } from '../../content/outside.ts';
import type { LiquidRenderer } from '../../content/jekyll/liquid/types.ts';
import type { Problem } from '../../types.ts';

/**
 * What is wrong with the pages outside `_posts`. They are published where the owner asks for them, so that nothing of
 * this stops a build that does not: warnings, which say what would.
 */
export function checkPages({ pages }: Outside, liquid: LiquidRenderer): CheckProblem[] {
  const { pages: all, problems } = pages();
  return [...problems, ...all.filter(isTextPage).flatMap((page) => liquid.render(outsideText(page)).problems)].map(
    onlyWithPages,
  );
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
