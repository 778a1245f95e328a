import type { Layer } from './layers.ts';
import type { Contributions } from './plugins.ts';
import type { ParsedOptions } from './schema.ts';
import { plainError } from './report.ts';
import { LAYOUTS, SLOTS, type SlotName } from './slots.ts';
import { ownerPath, quote } from './specifier.ts';
import { nearest } from './suggest.ts';

/** What decides who fills a slot, and what stands around it. */
export interface SlotInput {
  parsed: Pick<ParsedOptions, 'components' | 'slots'>;
  contributions: Pick<Contributions, 'components' | 'layers'>;
  /** Project root; relative paths of the owner start here. */
  root: URL;
}

/** Where the default of a slot lies. */
export function defaultComponent(slot: SlotName): URL {
  return new URL(`../views/${LAYOUTS.has(slot) ? 'layouts' : 'components'}/${slot}.astro`, import.meta.url);
}

/**
 * The code of the virtual module of a slot: whoever fills it, passed on as it is. Only a slot to which something was
 * added is a component of its own, so that the others cost nothing while pages are rendered.
 *
 * @throws when there is no such slot, which a page may have asked for
 */
export function slotCode(name: string, { parsed, contributions, root }: SlotInput): string {
  if (!Object.hasOwn(SLOTS, name)) throw noSlot(name);
  const slot = name as SlotName;
  const own = parsed.components[slot];
  const filling =
    own === undefined ? (contributions.components.get(slot) ?? defaultComponent(slot)) : ownerPath(own, root);
  const layers = [...(contributions.layers.get(slot) ?? []), ...ownLayer(slot, parsed, root)];
  return layers.length === 0 ? `export { default } from ${quote(filling)};` : layeredCode(filling, layers);
}

/** Slots that are not as the package has them: filled by others, or with something around them. */
export function changedSlots({ parsed, contributions }: Pick<SlotInput, 'parsed' | 'contributions'>): SlotName[] {
  return (Object.keys(SLOTS) as SlotName[]).filter(
    (slot) =>
      parsed.components[slot] !== undefined ||
      parsed.slots[slot] !== undefined ||
      contributions.components.has(slot) ||
      contributions.layers.has(slot),
  );
}

function noSlot(name: string): Error {
  const near = nearest(name, Object.keys(SLOTS));
  return plainError(
    `A component imports \`astro-redaktion/slots/${name}.astro\`, but there is no slot \`${name}\`.`,
    near
      ? `Did it mean \`${near}\`?`
      : 'Parts that are no slots are in astro-redaktion/components/. Slots: redaktion eject lists them.',
  );
}

function ownLayer(slot: SlotName, { slots }: SlotInput['parsed'], root: URL): Layer[] {
  const own = slots[slot];
  if (!own || own.before.length + own.after.length + own.around.length === 0) return [];
  const at = (paths: readonly string[]): (string | URL)[] => paths.map((path) => ownerPath(path, root));
  return [{ before: at(own.before), after: at(own.after), around: at(own.around) }];
}

/** Given as functions: a part that prints the slot, or its default, imports this very module. */
function layeredCode(filling: string | URL, layers: readonly Layer[]): string {
  const imports = [
    `import { layered } from ${quote(new URL('../views/layered.js', import.meta.url))};`,
    `import filling from ${quote(filling)};`,
  ];
  const name = (part: string | URL): string => {
    const named = `part${imports.length - 2}`;
    imports.push(`import ${named} from ${quote(part)};`);
    return `() => ${named}`;
  };
  const list = (parts: readonly (string | URL)[]): string => `[${parts.map(name).join(', ')}]`;
  const code = layers.map(
    ({ before, after, around }) => `{ before: ${list(before)}, after: ${list(after)}, around: ${list(around)} }`,
  );
  return `${imports.join('\n')}\nexport default layered(() => filling, [${code.join(', ')}]);`;
}
