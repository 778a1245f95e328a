import type { AstroConfig } from 'astro';
import components from 'prismjs/components.json' with { type: 'json' };

/**
 * The owner left code highlighting as Astro sets it: Shiki, which writes colours as style attributes.
 * A strict content security policy forbids those, so Prism's classes take their place, coloured by our style sheet.
 */
export function isDefaultHighlighting({ syntaxHighlight, shikiConfig }: AstroConfig['markdown']): boolean {
  const type = typeof syntaxHighlight === 'object' ? syntaxHighlight.type : syntaxHighlight;
  return type === 'shiki' && shikiConfig.theme === 'github-dark' && Object.keys(shikiConfig.themes ?? {}).length === 0;
}

type Highlighting = AstroConfig['markdown']['syntaxHighlight'];

/**
 * Leaves code alone whose language Prism does not know: Astro puts such code into the page as if it were HTML
 * (`runHighlighterWithAstro()` of `@astrojs/prism` escapes only what it highlights).
 */
export function withKnownLanguages(setting: Highlighting): Highlighting {
  const { type, excludeLangs = [] } = typeof setting === 'object' ? setting : { type: setting };
  return type === 'prism' ? { type, excludeLangs: new Excluded(excludeLangs) } : setting;
}

/** Prism's list is of what it knows; Astro asks a list of what to leave. */
class Excluded extends Array<string> {
  readonly #own: readonly string[];

  constructor(own: readonly string[]) {
    super();
    this.#own = own;
  }

  override includes(language: string): boolean {
    return this.#own.includes(language) || !KNOWN.has(language);
  }
}

/** Prism's own table; its entry `meta` is about the table. What only extends another language is none. */
const { meta: _table, ...languages } = components.languages as Record<string, { alias?: string | string[] }>;
const EXTENSION = /-extras$|^js-templates$|^xml-doc$/;
const KNOWN = new Set([
  'astro',
  'plaintext',
  ...Object.entries(languages)
    .flatMap(([name, { alias = [] }]) => [name, ...[alias].flat()])
    .filter((name) => !EXTENSION.test(name)),
]);
