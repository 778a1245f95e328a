import type { AstroConfig } from 'astro';
import { fontProviders } from 'astro/config';
import type { Problem } from '../types.ts';
import { type FontPackage, facesOf, installedFonts, readFontPackage } from './fontsource.ts';
import { problemsError } from './report.ts';
import type { ParsedOptions } from './schema.ts';
import { nearest } from './suggest.ts';

type Fonts = ParsedOptions['theme']['fonts'];
type Role = keyof typeof TOKENS;
/** A family as Astro's Fonts API takes it. */
export type FontFamily = NonNullable<AstroConfig['fonts']>[number];

/** Option → the token that it sets. */
const TOKENS = { text: '--rd-serif', titles: '--rd-display', interface: '--rd-sans', code: '--rd-mono' } as const;

/**
 * What the styles set each role in, for packages with a file for each weight; for those between, browsers take the
 * nearest. A file less is 20 kB less that a page waits for.
 */
const WEIGHTS: Record<Role, number[]> = {
  text: [400, 700],
  titles: [700],
  interface: [400, 600],
  code: [400, 600],
};

/**
 * The owner's faces as families of Astro's Fonts API, which copies their files, gives them fallbacks of their own
 * measure and tells their style sheet. All files come from installed packages: nothing is asked of the network.
 *
 * @param root the project's, where packages are looked for
 * @throws one error that lists each package that is not there, or is no package of Fontsource's
 */
export function fontFamilies(fonts: Fonts, root: URL): FontFamily[] {
  const problems: Problem[] = [];
  const families = roles(fonts).flatMap(([role, name]) => {
    const font = readFontPackage(name, root);
    const fault = font ? faultOf(font, { role, fonts }) : notInstalled({ role, name, root });
    if (fault) problems.push(fault);
    return font && !fault ? [family(font, { role, subsets: fonts.subsets })] : [];
  });
  if (problems.length > 0) throw problemsError('The fonts of redaktion() cannot be used', problems);
  return families;
}

/** Whether the owner has chosen any face. */
export function hasFonts(fonts: Fonts): boolean {
  return roles(fonts).length > 0;
}

function roles(fonts: Fonts): [Role, string][] {
  return (Object.keys(TOKENS) as Role[]).flatMap((role) => {
    const name = fonts[role];
    return name === undefined ? [] : [[role, name] as [Role, string]];
  });
}

function family(font: FontPackage, { role, subsets }: { role: Role; subsets: string[] }): FontFamily {
  // The first face is the one whose measure the fallback takes, and the one that pages ask for early.
  const ordered = [
    ...subsets.filter((subset) => subset === font.first),
    ...subsets.filter((subset) => subset !== font.first),
  ];
  const variants = ['normal', 'italic'].flatMap((style) =>
    ordered.flatMap((subset) => facesOf(font, { style, subset, weights: WEIGHTS[role] })),
  );
  const made = {
    provider: fontProviders.local(),
    name: font.family,
    cssVariable: TOKENS[role],
    fallbacks: [GENERIC[font.category] ?? (role === 'interface' ? 'sans-serif' : 'serif')],
    // A face that comes late is for the next page: a text that has been read from does not move.
    display: 'optional',
    options: { variants },
  };
  // Astro's own type is of a family without options; `defineConfig()` alone knows each provider's.
  return made as unknown as FontFamily;
}

const GENERIC: Record<string, string> = { serif: 'serif', 'sans-serif': 'sans-serif', monospace: 'monospace' };

function faultOf(font: FontPackage, { role, fonts }: { role: Role; fonts: Fonts }): Problem | undefined {
  if (fonts.subsets.some((subset) => facesOf(font, { style: 'normal', subset, weights: WEIGHTS[role] }).length > 0))
    return undefined;
  return problem(
    `option \`theme.fonts.${role}\`: ${font.name} has no upright face for ${fonts.subsets.join(', ')}.`,
    `It has: ${font.subsets.join(', ')}. Set theme.fonts.subsets, or take another face.`,
  );
}

function notInstalled({ role, name, root }: { role: Role; name: string; root: URL }): Problem {
  const near = nearest(name, installedFonts(root));
  return problem(
    `option \`theme.fonts.${role}\`: “${name}” is not an installed package of Fontsource's.`,
    near ? `Did you mean “${near}”?` : `Run npm install ${name}, or leave the option out for the system's own faces.`,
  );
}

function problem(message: string, fix: string): Problem {
  return { code: 'wrong-font', severity: 'error', file: 'astro.config', message, fix };
}
