import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What a package of Fontsource's says of itself, and its files by name. */
export interface FontPackage {
  name: string;
  id: string;
  family: string;
  category: string;
  subsets: string[];
  /** The subset that most texts are written in. */
  first: string;
  /** Subset → letters, as `unicode-range` has them. */
  ranges: Record<string, string>;
  /** Of a file of all weights: the lightest and the boldest. */
  span: [string, string];
  /** Those with files of their own. */
  weights: number[];
  files: ReadonlySet<string>;
}

/** A face as Astro's local provider takes it. */
export interface FontFace {
  src: string[];
  weight: string;
  style: string;
  unicodeRange: string[];
}

/** Reads an installed package; `undefined` where there is none of that name, or it is not Fontsource's. */
export function readFontPackage(name: string, root: URL): FontPackage | undefined {
  const folder = packageFolder(name, root);
  if (folder === undefined || !existsSync(join(folder, 'metadata.json'))) return undefined;
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const data = read('metadata.json') as Pick<FontPackage, 'id' | 'family' | 'category' | 'subsets' | 'weights'> & {
    defSubset: string;
    variable?: { wght?: { min: string; max: string } };
  };
  const { min, max } = data.variable?.wght ?? { min: '400', max: '700' };
  const { id, family, category, subsets, weights } = data;
  return {
    ...{ name, id, family, category, subsets, weights },
    first: data.defSubset,
    ranges: read('unicode.json') as Record<string, string>,
    span: [min, max],
    files: new Set(readdirSync(join(folder, 'files'))),
  };
}

/**
 * The files of a style in a subset: one of all weights where there is one, else one for each weight that is wanted, or
 * the nearest to it that the design has.
 */
export function facesOf(
  font: FontPackage,
  { style, subset, weights }: { style: string; subset: string; weights: readonly number[] },
): FontFace[] {
  const unicodeRange = [font.ranges[subset] ?? 'U+0-10FFFF'];
  const face = (weight: string, part: string): FontFace[] => {
    const file = `${font.id}-${subset}-${part}-${style}.woff2`;
    // By the package's name: Astro hashes these, and no folder of this machine may show.
    return font.files.has(file) ? [{ src: [`${font.name}/files/${file}`], weight, style, unicodeRange }] : [];
  };
  const variable = face(font.span.join(' '), 'wght');
  if (variable.length > 0) return variable;
  const chosen = new Set(weights.map((weight) => nearestWeight(weight, font.weights)));
  return [...chosen].flatMap((weight) => face(String(weight), String(weight)));
}

function nearestWeight(wanted: number, all: readonly number[]): number {
  const away = (weight: number): number => Math.abs(weight - wanted);
  return all.reduce((best, weight) => (away(weight) < away(best) ? weight : best), all[0] ?? wanted);
}

/** Packages of Fontsource's in the project's `node_modules` and those above it. */
export function installedFonts(root: URL): string[] {
  return ['@fontsource-variable', '@fontsource'].flatMap((scope) =>
    (createRequire(root).resolve.paths(scope) ?? [])
      .map((folder) => join(folder, scope))
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => readdirSync(folder).map((name) => `${scope}/${name}`)),
  );
}

function packageFolder(name: string, root: URL): string | undefined {
  try {
    return dirname(createRequire(root).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
