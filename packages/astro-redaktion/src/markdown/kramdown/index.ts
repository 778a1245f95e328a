import type { KramdownOptions } from './types.ts';

export { finish } from './finish.ts';
export { KRAMDOWN_DEFAULTS, parseKramdownOptions, SWEDISH_QUOTES } from './options.ts';
export { prepare } from './prepare.ts';
export type { Heading, KramdownOptions, KramdownState, Prepared } from './types.ts';

/** Switches of Sätteri that a prepared text needs. */
export interface KramdownFeatures {
  gfm: { footnotes: false };
  smartPunctuation: false;
  math: false;
  definitionList: false;
  headingAttributes: false;
  directive: false;
  superscript: false;
  subscript: false;
  wikilinks: false;
}

/**
 * The Sätteri features to render prepared texts with: everything that the layer does itself is off. No plugins are
 * needed. Under unified the same holds: `smartypants: false`, `gfm: true`.
 */
export function kramdownFeatures(_options: KramdownOptions): KramdownFeatures {
  return {
    gfm: { footnotes: false },
    smartPunctuation: false,
    math: false,
    definitionList: false,
    headingAttributes: false,
    directive: false,
    superscript: false,
    subscript: false,
    wikilinks: false,
  };
}
