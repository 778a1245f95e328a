import type { SlotAdditions } from '../plugin.ts';
import type { Problem } from '../types.ts';
import { LAYOUTS, type OwnAdditions, SLOTS, type SlotName } from './slots.ts';
import { nearest } from './suggest.ts';

/** What one plugin, or the owner, sets before, after and around a slot. */
export interface Layer {
  before: (string | URL)[];
  after: (string | URL)[];
  /** The first is the nearest to the slot. */
  around: (string | URL)[];
}

type OwnSlots = Partial<Record<SlotName, OwnAdditions | undefined>>;
type Adding = { name: string; slots?: Partial<Record<string, SlotAdditions>> };

/**
 * The layers that plugins lay around slots, innermost first: in the order in which the owner lists the plugins, or that
 * of the slot's own `plugins`. Wrong names of slots and plugins go to `problems`.
 */
export function pluginLayers(plugins: readonly Adding[], own: OwnSlots, problems: Problem[]): Map<SlotName, Layer[]> {
  const layers = new Map<SlotName, Map<string, Layer>>();
  for (const { name: plugin, slots = {} } of plugins) {
    for (const [name, additions = {}] of Object.entries(slots)) {
      const layer = layerOf(additions);
      problems.push(...faults(name, layer, `plugin \`${plugin}\``));
      const of = layers.get(name as SlotName) ?? new Map<string, Layer>();
      layers.set(name as SlotName, of.set(plugin, layer));
    }
  }
  for (const [name, { plugins: kept, ...additions }] of entries(own)) {
    problems.push(...faults(name, additions, 'option `slots`'));
    if (!kept) continue;
    const known = plugins.map((plugin) => plugin.name);
    problems.push(...kept.filter((plugin) => !known.includes(plugin)).map((plugin) => unknown(plugin, name, known)));
    const of = layers.get(name) ?? new Map<string, Layer>();
    layers.set(name, new Map(kept.flatMap((plugin) => (of.has(plugin) ? [[plugin, of.get(plugin) as Layer]] : []))));
  }
  return new Map([...layers].map(([name, of]) => [name, [...of.values()]]));
}

function entries(own: OwnSlots): [SlotName, OwnAdditions][] {
  return Object.entries(own).flatMap(([name, value]) => (value ? [[name as SlotName, value]] : []));
}

function layerOf({ before = [], after = [], around = [] }: SlotAdditions): Layer {
  return { before: [before].flat(), after: [after].flat(), around: [around].flat() };
}

function faults(name: string, { before, after }: Omit<Layer, 'around'>, who: string): Problem[] {
  if (!Object.hasOwn(SLOTS, name)) return [unknownSlot(name, `${who} adds to`)];
  if (!LAYOUTS.has(name as SlotName) || before.length + after.length === 0) return [];
  const message = `${who} sets something before or after the slot \`${name}\`, which prints a whole page, from <html> on.`;
  const fix = 'Set it around the slot, or before or after a part of the page, such as Header, PageIntro, PostFooter.';
  return [{ code: 'slot-is-page', severity: 'error', file: 'astro.config', message, fix }];
}

/** @param what who does what with the slot: `plugin x replaces` */
export function unknownSlot(name: string, what: string): Problem {
  const near = nearest(name, Object.keys(SLOTS));
  return {
    code: 'unknown-slot',
    severity: 'error',
    file: 'astro.config',
    message: `${what} the slot \`${name}\`, which does not exist.`,
    fix: near ? `Did it mean \`${near}\`?` : `Slots: ${Object.keys(SLOTS).join(', ')}.`,
  };
}

function unknown(plugin: string, slot: SlotName, known: readonly string[]): Problem {
  const near = nearest(plugin, known);
  return {
    code: 'unknown-plugin',
    severity: 'error',
    file: 'astro.config',
    message: `option \`slots.${slot}.plugins\` names the plugin \`${plugin}\`, which is not in \`plugins\`.`,
    fix: near ? `Did you mean \`${near}\`?` : `Plugins: ${known.join(', ') || 'none'}.`,
  };
}
