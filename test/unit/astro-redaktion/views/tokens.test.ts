import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, luminance, type Oklch } from './oklch.ts';

const styles = new URL('../../../../packages/astro-redaktion/src/views/styles/', import.meta.url);
const tokens = readFileSync(new URL('tokens.css', styles), 'utf8');
const code = readFileSync(new URL('code.css', styles), 'utf8');
const HUES = Array.from({ length: 361 }, (_, hue) => hue);
const SCHEMES = ['light', 'dark'] as const;

type Scheme = (typeof SCHEMES)[number];

/** Text, ground, and the ratio that they must keep. */
const PAIRS = [
  ['ink', 'paper', 7],
  ['ink', 'raised', 7],
  ['ink-soft', 'paper', 7],
  ['ink-soft', 'raised', 7],
  ['accent', 'paper', 4.5],
  ['accent', 'raised', 4.5],
  ['paper', 'accent', 4.5],
  ['ink', 'mark', 7],
  ['line-strong', 'paper', 3],
  ['line-strong', 'raised', 3],
] as const;

describe('colours', () => {
  test('are measured as WCAG does: white on black is 21', () => {
    expect(contrast([1, 0, 0], [0, 0, 0])).toBeCloseTo(21, 3);
    expect(luminance([0.6279554, 0.2576833, 29.2338]), 'sRGB red').toBeCloseTo(0.2126, 3);
  });

  test.each(PAIRS)('%s on %s keeps a contrast of %d at every hue, in light and dark', (front, ground, least) => {
    for (const scheme of SCHEMES) {
      const ratios = HUES.map((hue) => contrast(colour(front, scheme, hue), colour(ground, scheme, hue)));
      expect(Math.min(...ratios), scheme).toBeGreaterThanOrEqual(least);
    }
  });

  test('of code keep 4.5 on its ground', () => {
    const found = [...code.matchAll(/color: (light-dark\(.*\));/g)].map(([, value = '']) => value);
    expect(found.length).toBeGreaterThan(0);
    for (const value of found) {
      for (const scheme of SCHEMES) {
        const ratios = HUES.map((hue) => contrast(parse(value, scheme, hue), colour('raised', scheme, hue)));
        expect(Math.min(...ratios), `${value} ${scheme}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe('style sheets', () => {
  const files = [...readFileSync(new URL('index.css', styles), 'utf8').matchAll(/@import '\.\/(.+)';/g)].map(
    ([, name = '']) => name,
  );
  const sheets = files.map((name) => [name, readFileSync(new URL(name, styles), 'utf8')] as const);

  test('name no token that tokens.css lacks', () => {
    const known = new Set([...tokens.matchAll(/(--rd-[\w-]+):/g)].map(([, name]) => name));
    const used = sheets.flatMap(([, css]) => [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(sheets)('%s keeps all its rules in a layer, so that an owner’s plain CSS wins', (_, css) => {
    const outside = css
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@layer redaktion\.\w+ \{[\s\S]*\n\}/g, '')
      .trim();
    expect(outside).toBe('');
  });
});

function colour(role: string, scheme: Scheme, hue: number): Oklch {
  const value = new RegExp(`--rd-${role}: (.+);`).exec(tokens)?.[1];
  if (value === undefined) throw new Error(`tokens.css has no --rd-${role}`);
  return parse(value, scheme, hue);
}

function parse(value: string, scheme: Scheme, hue: number): Oklch {
  const found = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+|var\(--rd-hue\))\)/g)];
  const [, lightness, chroma, angle] = found[scheme === 'light' ? 0 : 1] ?? [];
  if (found.length !== 2) throw new Error(`not light-dark(oklch(…), oklch(…)): ${value}`);
  return [Number(lightness), Number(chroma), angle === 'var(--rd-hue)' ? hue : Number(angle)];
}
