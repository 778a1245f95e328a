import type { Problem } from '../../types.ts';

/** Markup that Jekyll reads by plugins, which do not run here, by the endings of its files. */
const NAMES: Readonly<Record<string, string>> = {
  '.adoc': 'AsciiDoc',
  '.asciidoc': 'AsciiDoc',
  '.haml': 'Haml',
  '.org': 'Org',
  '.rst': 'reStructuredText',
  '.slim': 'Slim',
  '.textile': 'Textile',
};

/** A post in markup that nobody reads would be shown as it is written. */
export function foreignMarkup(file: string, ext: string): Problem | undefined {
  const ending = ext.toLowerCase();
  const name = Object.hasOwn(NAMES, ending) ? NAMES[ending] : undefined;
  if (name === undefined) return undefined;
  return {
    code: 'foreign-markup',
    severity: 'warning',
    file,
    message: `The text is ${name} (${ext}), which is not read here: it is shown as it is written.`,
    fix: 'Turn it into Markdown, by pandoc for instance, in a file that ends in .md.',
  };
}
