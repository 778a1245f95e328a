import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pluginLayers } from '../../../../packages/astro-redaktion/src/config/layers.ts';
import { parseOptions } from '../../../../packages/astro-redaktion/src/config/parse.ts';
import { mergePlugins } from '../../../../packages/astro-redaktion/src/config/plugins.ts';
import { slotCode } from '../../../../packages/astro-redaktion/src/config/slot-code.ts';
import { SLOTS, type SlotName } from '../../../../packages/astro-redaktion/src/config/slots.ts';
import type { RedaktionPlugin } from '../../../../packages/astro-redaktion/src/plugin.ts';
import type { Problem } from '../../../../packages/astro-redaktion/src/types.ts';

const root = pathToFileURL('/site/');
const names = Object.keys(SLOTS) as SlotName[];

function plugin(name: string, rest: Partial<RedaktionPlugin>): RedaktionPlugin {
  return { name, version: '1.0.0', ...rest };
}

/** The module of a slot on a site with these options. */
function code(slot: SlotName, options: object): string {
  const parsed = parseOptions(options);
  return slotCode(slot, { parsed, contributions: mergePlugins(parsed.plugins, parsed), root });
}

const a = plugin('a', { slots: { Footer: { before: 'a/before.astro', around: ['a/in.astro', 'a/out.astro'] } } });
const b = plugin('b', { slots: { Footer: { after: 'b/after.astro' }, Pager: { around: 'b/pager.astro' } } });

/** Paths of the components that a module imports, in the order in which they stand in its layers. */
function order(text: string): string[] {
  const imports = new Map(
    [...text.matchAll(/^import (\w+) from "([^"]+)";$/gm)].map(([, name, path]) => [name, path?.replace('/site', '')]),
  );
  return [...text.matchAll(/(before|after|around): \[([^\]]*)\]/g)].flatMap(([, place, list = '']) =>
    [...list.matchAll(/part\d+/g)].map(([name]) => `${place} ${imports.get(name)}`),
  );
}

describe('a slot', () => {
  test('to which nothing was added is passed on as it is, whoever fills it', () => {
    for (const name of names) expect(code(name, {})).toMatch(/^export \{ default \} from "[^"]+\.astro";$/);
    const filled = { plugins: [plugin('a', { components: { Footer: 'a/Footer.astro' } }), b] };
    expect(code('Footer', { plugins: filled.plugins.slice(0, 1) })).toBe('export { default } from "a/Footer.astro";');
    expect(code('Header', filled)).toMatch(/^export \{ default \} from/);
  });

  test('has the additions of plugins in the order of the plugins, those of the owner outermost', () => {
    const own = { before: './Own.astro', around: ['/src/In.astro', 'pkg/Out.astro'] };
    expect(order(code('Footer', { plugins: [a, b], slots: { Footer: own } }))).toEqual([
      'before a/before.astro',
      'around a/in.astro',
      'around a/out.astro',
      'after b/after.astro',
      'before /Own.astro',
      'around /src/In.astro',
      'around pkg/Out.astro',
    ]);
  });

  test('keeps the additions that the owner names, in that order, and no others', () => {
    const with_ = (plugins: string[]) => order(code('Footer', { plugins: [a, b], slots: { Footer: { plugins } } }));
    expect(with_(['b', 'a'])[0]).toBe('after b/after.astro');
    expect(with_(['b'])).toEqual(['after b/after.astro']);
    expect(code('Footer', { plugins: [a, b], slots: { Footer: { plugins: [] } } })).toMatch(
      /^export \{ default \} from/,
    );
    expect(order(code('Pager', { plugins: [a, b], slots: { Footer: { plugins: [] } } }))).toHaveLength(1);
  });

  test('that does not exist is told to the page that asks for it', () => {
    expect(() => code('Shel' as SlotName, {})).toThrow(
      '`astro-redaktion/slots/Shel.astro`, but there is no slot `Shel`.',
    );
  });

  test('filled by two plugins is a clash, unless the owner fills it', () => {
    const both = ['a', 'b'].map((name) => plugin(name, { components: { Footer: `${name}/Footer.astro` } }));
    expect(() => code('Footer', { plugins: both })).toThrow('plugins `a` and `b` both add the slot `Footer`');
    expect(code('Footer', { plugins: both, components: { Footer: './F.astro' } })).toBe(
      'export { default } from "/site/F.astro";',
    );
  });
});

test.each<[string, object, string, string]>([
  [
    'a slot that does not exist',
    { slots: { Footr: { before: 'x' } } },
    'plugin `p` adds to the slot `Footr`',
    '`Footer`',
  ],
  ['a part before a whole page', { slots: { Home: { before: 'x' } } }, 'before or after the slot `Home`', 'PageIntro'],
])('%s of a plugin is a problem that says what to do', (_what, rest, message, fix) => {
  const problems: Problem[] = [];
  pluginLayers([plugin('p', rest as Partial<RedaktionPlugin>)], {}, problems);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toContain(message);
  expect(problems[0]?.fix).toContain(fix);
});

test.each<[object, string]>([
  [{ Footr: {} }, 'there is no option `slots.Footr`'],
  [{ Footer: { befor: 'x' } }, 'Did you mean `before`?'],
  [{ Footer: { before: 7 } }, 'must be the path of a component, or a list of paths'],
  [{ Post: { after: 'x' } }, 'option `slots` sets something before or after the slot `Post`'],
  [{ Footer: { plugins: ['bb'] } }, 'Did you mean `b`?'],
])('the owner is told what is wrong with slots: %j', (slots, message) => {
  expect(() => code('Footer', { plugins: [a, b], slots })).toThrow(message);
});
