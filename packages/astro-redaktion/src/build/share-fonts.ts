import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { FontDetails } from 'takumi-js/node';

const { resolve } = createRequire(import.meta.url);

/**
 * The fonts of share pictures. Inter and Source Serif 4 come with the package, as the dependencies
 * @fontsource-variable/inter and @fontsource-variable/source-serif-4, both under the SIL Open Font License 1.1:
 * Latin, Greek and Cyrillic in all weights. The owner's own follow; a letter is taken from the first that has it.
 *
 * @param own files (WOFF2, WOFF, TTF, OTF) that exist
 */
export function shareFonts(own: readonly URL[]): FontDetails[] {
  return [...FAMILIES.flatMap(family), ...own.map((url) => ({ data: readFileSync(fileURLToPath(url)) }))];
}

/** Inter alone, for pictures that have figures and few words. */
export function plainFonts(): FontDetails[] {
  return FAMILIES.slice(0, 1).flatMap(family);
}

function family({ name, folder, axis }: (typeof FAMILIES)[number]): FontDetails[] {
  const subsets = JSON.parse(readFileSync(resolve(`${folder}/unicode.json`), 'utf8')) as Record<string, string>;
  const id = folder.slice(folder.indexOf('/') + 1);
  return Object.entries(subsets).map(([subset, ranges]) => ({
    name,
    data: readFileSync(resolve(`${folder}/files/${id}-${subset}-${axis}-normal.woff2`)),
    unicodeRange: unicodeRanges(ranges),
  }));
}

const FAMILIES = [
  { name: 'Inter', folder: '@fontsource-variable/inter', axis: 'wght' },
  // With its optical sizes: large letters are drawn finer.
  { name: 'Source Serif 4', folder: '@fontsource-variable/source-serif-4', axis: 'opsz' },
];

/** `U+0000-00FF,U+0131`, as CSS writes it. */
function unicodeRanges(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [first = '', last = first] = range.replace('U+', '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}
