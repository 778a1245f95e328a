import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, test } from 'vitest';
import { drawSharePictures, placeSharePictures } from '../../../../packages/astro-redaktion/src/build/share-files.ts';
import { shareFonts } from '../../../../packages/astro-redaktion/src/build/share-fonts.ts';
import { createSharePainter } from '../../../../packages/astro-redaktion/src/build/share-painter.ts';
import { ownFonts } from '../../../../packages/astro-redaktion/src/config/own-fonts.ts';
import { parseOptions } from '../../../../packages/astro-redaktion/src/config/parse.ts';
import type { ShareFacts, ShareTemplate } from '../../../../packages/astro-redaktion/src/outputs/share/share-node.ts';
import { sharePictureTemplate } from '../../../../packages/astro-redaktion/src/outputs/share/share-template.ts';

const folder = mkdtempSync(join(tmpdir(), 'redaktion-share-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fonts = shareFonts([]);
const painterOf = (template: ShareTemplate = sharePictureTemplate, version = '1') =>
  createSharePainter({ template, fonts, version });

function facts(title: string): ShareFacts {
  return {
    kind: 'post',
    title,
    description: '',
    site: 'E-hälsobladet',
    host: 'example.se',
    authors: ['Åsa Öberg'],
    date: '2 juni 2022',
    tags: [],
    lang: 'sv',
    direction: 'ltr',
    hue: 230,
  };
}

/** Where the picture is not of the colour of its paper: left, top, right and bottom edge. */
function inked(bytes: Uint8Array): { left: number; top: number; right: number; bottom: number } {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  const box = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 40; x < width; x += 1) {
      if ((data[(y * width + x) * 4] ?? 255) > 120) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
}

describe('share pictures', () => {
  test('are PNGs of 1200 by 630, the same bytes each time and from each painter', async () => {
    const [first, second] = [painterOf(), painterOf()];
    const bytes = Buffer.from(await first.paint(first.plan(facts('Ineras tjänster'))));
    expect(PNG.sync.read(bytes)).toMatchObject({ width: 1200, height: 630 });
    expect(bytes.equals(await first.paint(first.plan(facts('Ineras tjänster'))))).toBe(true);
    expect(bytes.equals(await second.paint(second.plan(facts('Ineras tjänster'))))).toBe(true);
    expect(bytes.length).toBeLessThan(60_000);
  });

  test('draw Swedish letters, each its own, and none as the box of a missing one', async () => {
    for (const family of ['Inter', '"Source Serif 4"']) {
      const painter = painterOf(({ title }) => ({
        type: 'text',
        text: title,
        style: { fontSize: 200, fontFamily: family },
      }));
      const letters = ['å', 'ä', 'ö', 'a', 'o', 'Å', 'Ä', 'Ö', 'é', 'þ', 'Ж', 'Ω', '漢'];
      const drawn = await Promise.all(letters.map((letter) => painter.paint(painter.plan(facts(letter)))));
      expect(new Set(drawn.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(letters.length);
    }
  });

  test.each([
    ['one word', 'Nej'],
    ['a long compound', 'Realisationsvinstbeskattningsregelverkets'],
    ['a longer one', 'Nordvästersjökustartilleriflygspaningssimulatoranläggningsmaterielunderhållsuppföljningssystem'],
    ['many words', 'Så fungerar den nationella tjänsteplattformen: en genomgång '.repeat(3)],
    ['no spaces at all', 'WÅ'.repeat(100)],
    ['nothing', ''],
  ])('keep inside their margins: %s', async (_name, title) => {
    const painter = painterOf();
    const { left, right, top, bottom } = inked(await painter.paint(painter.plan(facts(title))));
    expect(left).toBeGreaterThanOrEqual(100);
    expect(right).toBeLessThanOrEqual(1122);
    expect(top).toBeGreaterThanOrEqual(60);
    expect(bottom).toBeLessThanOrEqual(580);
  });

  test('are drawn once: the cache is asked first, and forgets what nobody wants', async () => {
    const cache = pathToFileURL(`${folder}/cache/`);
    const painter = painterOf();
    const draw = (...titles: string[]) =>
      drawSharePictures(new Map(titles.map((title) => [`share/${title}.png`, facts(title)])), { painter, cache });
    expect((await draw('a', 'b')).drawn).toBe(2);
    const again = await draw('a', 'b');
    expect(again.drawn).toBe(0);
    expect((await draw('b', 'c')).drawn).toBe(1);
    expect(readdirSync(cache).length).toBe(2);
    const files = (await draw('b', 'c')).files;
    placeSharePictures(files, pathToFileURL(`${folder}/dist/`));
    expect(readdirSync(`${folder}/dist/share`)).toEqual(['b.png', 'c.png']);
    expect(readFileSync(`${folder}/dist/share/b.png`).equals(readFileSync(files.get('share/b.png') ?? ''))).toBe(true);
    expect(statSync(`${folder}/dist/share/b.png`).size).toBeGreaterThan(5000);
  });

  test('know another template, other bytes inside one, and another version', () => {
    const logo =
      (byte: number): ShareTemplate =>
      () => ({ type: 'image', src: Buffer.from([byte]) });
    const keys = [painterOf().key, painterOf(logo(1)).key, painterOf(logo(2)).key, painterOf(undefined, '2').key];
    expect(new Set(keys).size).toBe(4);
    expect(painterOf(logo(1)).key).toBe(painterOf(() => ({ type: 'image', src: Uint8Array.of(1) })).key);
  });

  test('name the page where a template fails', async () => {
    const cache = pathToFileURL(`${folder}/faults/`);
    const pictures = new Map([['share/a.png', facts('Vårens nyheter')]]);
    const failing = painterOf(({ title }) => {
      if (title === 'Vårens nyheter') throw new Error('No logo.');
      return { type: 'text', text: title };
    });
    await expect(drawSharePictures(pictures, { painter: failing, cache })).rejects.toThrow(
      'The share picture of "Vårens nyheter" could not be drawn: No logo. Check sharePictures.template.',
    );
    const wrong = painterOf((({ title }: ShareFacts) => ({ type: 'box', text: title })) as never);
    await expect(drawSharePictures(pictures, { painter: wrong, cache })).rejects.toThrow('"Vårens nyheter"');
  });

  test('take fonts of the owner, and say which does not exist', () => {
    const { resolve } = import.meta;
    const file = resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
    const root = new URL('./', file);
    const parsed = (name: string) => parseOptions({ sharePictures: { fonts: [name] } });
    expect(ownFonts(parsed('./inter-latin-wght-normal.woff2'), root).map(String)).toEqual([file]);
    expect(() => ownFonts(parsed('./inter-latin-wght-norml.woff2'), root)).toThrow(
      /there is no file "\.\/inter-latin-wght-norml\.woff2"[\s\S]*Did you mean `inter-latin-wght-normal\.woff2`/,
    );
    expect(() => parseOptions({ sharePictures: { template: 'x' } })).toThrow('sharePictures');
  });
});
