import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { SLOTS, type SlotName } from '../../config/slots.ts';
import { nearest } from '../../config/suggest.ts';
import { Fault } from '../fault.ts';
import { columns, type Output } from '../output.ts';
import { acceptCopies, compareCopies } from './compare-copies.ts';
import { defaultSource } from './default-source.ts';
import { type Copy, findCopies, originalOf } from './find-copies.ts';

export interface EjectArguments {
  /** Name of a slot; absent with `diff` and `accept`: all that were copied. */
  slot?: string | undefined;
  /** Folder for the copy, from the project's root. */
  to: string;
  diff: boolean;
  accept: boolean;
}

/**
 * Copies the default component of a slot into the project, to be changed there; or shows what has changed in the
 * package since.
 *
 * @param root the project
 * @returns 0: done, or nothing has changed; 1: something has
 * @throws Fault for a slot that does not exist, or one that was copied already: nothing is ever overwritten
 */
export function eject(
  { slot, to, diff, accept }: EjectArguments,
  output: Output,
  root: string = process.cwd(),
): number {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  if (diff || accept) {
    const copies = copiesOf(slot, root);
    if (!accept) return compareCopies(copies, version, root, output) ? 1 : 0;
    acceptCopies(copies, version, root, output);
    return 0;
  }
  copySlot(knownSlot(slot), { to, version, root, output });
  return 0;
}

function copiesOf(slot: string | undefined, root: string): Copy[] {
  const all = findCopies(root);
  const copies = all.filter((copy) => slot === undefined || copy.slot === slot);
  if (copies.length > 0) return copies;
  const have =
    all.length > 0 ? `Copied are: ${all.map((copy) => copy.slot).join(', ')}.` : 'Copy one: redaktion eject <slot>';
  throw new Fault(`No component below src/ was copied${slot === undefined ? '' : ` from the slot \`${slot}\``}.`, have);
}

function knownSlot(slot: string | undefined): SlotName {
  if (slot === undefined) throw new Fault('Say which slot. There are:\n', columns(Object.entries(SLOTS)));
  if (Object.hasOwn(SLOTS, slot)) return slot as SlotName;
  const near = nearest(slot, Object.keys(SLOTS));
  throw new Fault(
    `There is no slot \`${slot}\`.`,
    near ? `Did you mean \`${near}\`?` : `Slots: ${Object.keys(SLOTS).join(', ')}.`,
  );
}

function copySlot(
  slot: SlotName,
  { to, version, root, output }: { to: string; version: string; root: string; output: Output },
): void {
  const file = relative(root, join(root, to, `${slot}.astro`)).replaceAll('\\', '/');
  if (!file.startsWith('src/'))
    throw new Fault(
      `The folder \`${to}\` is not below src/.`,
      'Copies are looked for there: choose one with --to ./src/…',
    );
  const original = originalOf(file, slot);
  const taken = [file, original].find((path) => existsSync(join(root, path)));
  if (taken !== undefined)
    throw new Fault(
      `\`${taken}\` exists already, and is left as it is.`,
      'Move it away, or choose a folder with --to.',
    );
  const source = defaultSource(slot, version);
  mkdirSync(join(root, dirname(original)), { recursive: true });
  for (const path of [file, original]) writeFileSync(join(root, path), source);
  output.print(
    [
      `${file}: yours to change`,
      `${original}: as it was; commit it, for \`redaktion eject --diff\` compares with it`,
      '',
      `Use it in astro.config: redaktion({ components: { ${slot}: './${file}' } })`,
    ].join('\n'),
  );
}
