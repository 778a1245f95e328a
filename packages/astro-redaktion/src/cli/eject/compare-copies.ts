import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { SLOTS, type SlotName } from '../../config/slots.ts';
import { nearest } from '../../config/suggest.ts';
import type { Output } from '../output.ts';
import { defaultSource } from './default-source.ts';
import type { Copy } from './find-copies.ts';
import { noteOf, replaceNote } from './note.ts';

/**
 * Prints what has changed in the package since each component was copied.
 *
 * @returns whether anything has
 */
export function compareCopies(copies: readonly Copy[], version: string, root: string, { print }: Output): boolean {
  const texts = copies.map((copy) => compareCopy(copy, version, root));
  for (const { text } of texts) print(text);
  return texts.some(({ changed }) => changed);
}

function compareCopy(copy: Copy, version: string, root: string): { changed: boolean; text: string } {
  const { slot, file, original } = copy;
  const title = `${file}: slot ${slot}, copied from ${copy.version}`;
  if (!Object.hasOwn(SLOTS, slot)) {
    const near = nearest(slot, Object.keys(SLOTS));
    return {
      changed: true,
      text: `${title}\n  ${version} has no such slot.${near ? ` Its name may be ${near} now.` : ''}`,
    };
  }
  const now = replaceNote(defaultSource(slot as SlotName, version));
  const kept = existsSync(join(root, original));
  const before = replaceNote(kept ? readFileSync(join(root, original), 'utf8') : copy.source);
  if (before === now) return { changed: false, text: `${title}; nothing has changed in ${version}` };
  const [from, what] = kept
    ? [`${slot} ${copy.version}`, 'changed since']
    : [file, `the original ${original} is missing: this is how your copy differs`];
  const patch = createTwoFilesPatch(from, `${slot} ${version}`, before, now, undefined, undefined, { context: 3 });
  return { changed: true, text: `${title}; ${what}:\n\n${patch.replace(/^(?:Index: .*\n)?=+\n/, '')}` };
}

/** Notes that the owner has taken over what changed: from now on copies are compared with this version. */
export function acceptCopies(copies: readonly Copy[], version: string, root: string, { print }: Output): void {
  for (const { slot, file, original, source } of copies.filter((copy) => Object.hasOwn(SLOTS, copy.slot))) {
    writeFileSync(join(root, original), defaultSource(slot as SlotName, version));
    writeFileSync(join(root, file), replaceNote(source, noteOf(slot as SlotName, version)));
    print(`${file} is compared with ${version} from now on.`);
  }
}
