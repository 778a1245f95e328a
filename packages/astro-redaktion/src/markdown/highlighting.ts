import type { AstroConfig } from 'astro';

/**
 * The owner left code highlighting as Astro sets it: Shiki, which writes colours as style attributes.
 * A strict content security policy forbids those, so Prism's classes take their place, coloured by our style sheet.
 */
export function isDefaultHighlighting({ syntaxHighlight, shikiConfig }: AstroConfig['markdown']): boolean {
  const type = typeof syntaxHighlight === 'object' ? syntaxHighlight.type : syntaxHighlight;
  return type === 'shiki' && shikiConfig.theme === 'github-dark' && Object.keys(shikiConfig.themes ?? {}).length === 0;
}
