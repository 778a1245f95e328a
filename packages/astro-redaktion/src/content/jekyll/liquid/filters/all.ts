import type { Filter } from '../filter.ts';
import type { LiquidSite } from '../types.ts';
import { isNothing, toText } from '../value.ts';
import { arrayFilters } from './arrays.ts';
import { dateFilters } from './dates.ts';
import { numberFilters } from './numbers.ts';
import { selectFilters } from './select.ts';
import { smartify, textFilters } from './text.ts';
import { urlFilters } from './urls.ts';

/** All filters of Jekyll and Ruby Liquid for one site. */
export function createFilters(site: LiquidSite): ReadonlyMap<string, Filter> {
  const urls = Object.entries(urlFilters).map(([name, make]): [string, Filter] => [name, make(site.config)]);
  return new Map<string, Filter>([
    ...Object.entries(textFilters),
    ...Object.entries(numberFilters),
    ...Object.entries(arrayFilters),
    ...Object.entries(selectFilters),
    ...Object.entries(dateFilters(site)),
    ...urls,
    ...Object.entries(textMakers(site)),
  ]);
}

function textMakers(site: LiquidSite): Record<string, Filter> {
  return {
    markdownify: ({ text }) => site.markdown(text),
    smartify: ({ text }) => (site.smartify ?? smartify)(text),
    slugify: ({ input, text, args }) => (isNothing(input) ? null : site.slugify(text, toText(args[0]) || 'default')),
    jsonify: ({ input }) => toJson(input),
    default: ({ input, args }) => (isEmpty(input) ? (args[0] ?? '') : input),
  };
}

function isEmpty(value: unknown): boolean {
  if (isNothing(value) || value === false || value === '') return true;
  return typeof value === 'object' && !('instant' in value) && !('value' in value) && Object.keys(value).length === 0;
}

/**
 * JSON of a value. A document's neighbours lead to theirs and so through the whole site: they are left out, as Jekyll does
 * from depth two.
 */
function toJson(input: unknown): string {
  let items = 0;
  return JSON.stringify(input ?? null, (key, value: unknown) => {
    if (++items > 1_000_000) throw new RangeError('JSON limit exceeded');
    return key === 'previous' || key === 'next' || key === 'output' ? undefined : value;
  });
}
