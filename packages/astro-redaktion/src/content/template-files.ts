import type { Problem } from '../types.ts';
import { outsideText } from './liquid-documents.ts';
import type { OutsidePage } from './outside.ts';
import type { Renderer } from './rendering.ts';

/** A file of the finished site that Liquid has made. */
export interface TemplateFile {
  /** Without a leading slash, decoded. */
  path: string;
  text: string;
}

/**
 * Whether a file with front matter is no page: a `search.json`, a style sheet, a feed at an address of its own. None are
 * those that every site of ours has in its own way, and what Jekyll would have compiled.
 */
export function isTemplate({ output, outputExt, place }: OutsidePage): boolean {
  if (!output || /^\.(?:html?|scss|sass|coffee|map)$/i.test(outputExt)) return false;
  return !/^\/(?:(?:feed|atom)\.xml|sitemap[\w-]*\.(?:xml|txt)|robots\.txt|(?:feed|redirects)\.json)$/.test(place);
}

/** Makes such a file as Jekyll does, but for a layout; where Liquid fails, the file is left out and the owner told. */
export function renderTemplate(
  page: OutsidePage,
  { liquid }: Pick<Renderer, 'liquid'>,
): { file?: TemplateFile; problems: Problem[] } {
  const { place } = page;
  const steps = place.slice(1).split('/');
  if (page.markdown || steps.some((step) => step === '' || step === '..')) return { problems: [notCarriedOver(page)] };
  const { text, problems, components } = liquid.render(outsideText(page));
  const fault = problems.find(({ severity }) => severity === 'error');
  if (fault || components.length > 0) return { problems: [notCarriedOver(page, fault)] };
  return { file: { path: steps.join('/'), text }, problems };
}

/** @param fault what Liquid stopped at */
export function notCarriedOver({ file, place, outputExt }: OutsidePage, fault?: Problem): Problem {
  const { line = 1, column } = fault ?? {};
  const fix = place.endsWith('/')
    ? `Give the file the ending .html: Jekyll writes it as ${place}index${outputExt}, which no server shows at ${place}.`
    : `Name it in \`jekyllPages\`, write it as an endpoint, src/pages${place}.ts, or put a finished file into public/.`;
  return {
    code: 'template-file',
    severity: 'warning',
    file,
    line,
    ...(column === undefined ? {} : { column }),
    message: `${place} is made by Liquid and is no HTML page; it is not carried over${fault ? `: ${fault.message}` : '.'}`,
    fix: fault?.fix ?? fix,
  };
}
