import { type Layer, pluginLayers, unknownSlot } from './layers.ts';
import { SLOTS, type SlotName } from './slots.ts';
import { problemsError } from './report.ts';
import type { Block } from '../block.ts';
import type { ParsedOptions } from './schema.ts';
import type { RedaktionPlugin } from '../plugin.ts';
import type { Problem } from '../types.ts';

/** What all plugins add to a site, in the order in which the owner lists them. */
export interface Contributions {
  components: Map<SlotName, string | URL>;
  /** What plugins set before, after and around slots, innermost first. */
  layers: Map<SlotName, Layer[]>;
  /** Ours, the plugins' and the owner's; of one name the later one. */
  blocks: Map<string, Block>;
  collections: Map<string, string | URL>;
  strings: Record<string, Record<string, string>>;
  styles: (string | URL)[];
  /** Modules that change the head. */
  heads: (string | URL)[];
  plugins: RedaktionPlugin[];
}

/** What stands beside the plugins: our own blocks, and what the owner has chosen, which wins. */
type Chosen = { ours?: readonly Block[]; own?: readonly Block[] } & Partial<
  Pick<ParsedOptions, 'components' | 'slots'>
>;

/**
 * Merges the plugins' contributions.
 *
 * @throws one error that names each plugin that names an unknown slot, or takes what another one has.
 */
export function mergePlugins(
  plugins: readonly RedaktionPlugin[],
  { ours = [], own = [], components = {}, slots = {} }: Chosen = {},
): Contributions {
  const problems: Problem[] = [];
  const merged: Contributions = {
    components: new Map(),
    layers: pluginLayers(plugins, slots, problems),
    blocks: new Map(ours.map((block) => [block.name, block])),
    collections: new Map(),
    strings: {},
    styles: [],
    heads: [],
    plugins: [...plugins],
  };
  const owners = new Map<string, string>();
  const claim = (kind: string, name: string, plugin: string): boolean => {
    const owner = owners.get(`${kind} ${name}`);
    owners.set(`${kind} ${name}`, owner ?? plugin);
    if (owner === undefined) return true;
    problems.push(
      problem(
        'plugin-clash',
        `plugins \`${owner}\` and \`${plugin}\` both add the ${kind} \`${name}\`.`,
        'Leave one of them out, or set the slot yourself in `components`.',
      ),
    );
    return false;
  };
  for (const plugin of plugins) {
    if (!claim('plugin', plugin.name, plugin.name)) continue;
    for (const [name, component] of Object.entries(plugin.components ?? {})) {
      if (!Object.hasOwn(SLOTS, name)) problems.push(unknownSlot(name, `plugin \`${plugin.name}\` replaces`));
      // Where the owner has chosen, plugins cannot clash.
      else if (Object.hasOwn(components, name) || claim('slot', name, plugin.name))
        merged.components.set(name as SlotName, component);
    }
    for (const block of plugin.blocks ?? []) {
      if (claim('block', block.name, plugin.name)) merged.blocks.set(block.name, block);
    }
    for (const [name, module] of Object.entries(plugin.collections ?? {})) {
      if (claim('collection', name, plugin.name)) merged.collections.set(name, module);
    }
    for (const [lang, strings] of Object.entries(plugin.strings ?? {})) {
      const named = Object.entries(strings).map(([key, text]) => [`${plugin.name}.${key}`, text]);
      merged.strings[lang] = { ...merged.strings[lang], ...Object.fromEntries(named) };
    }
    merged.styles.push(...(plugin.styles ?? []));
    if (plugin.head !== undefined) merged.heads.push(plugin.head);
  }
  for (const block of own) merged.blocks.set(block.name, block);
  if (problems.length > 0) throw problemsError('The plugins do not fit together', problems);
  return merged;
}

function problem(code: string, message: string, fix: string): Problem {
  return { code, severity: 'error', file: 'astro.config', message, fix };
}
