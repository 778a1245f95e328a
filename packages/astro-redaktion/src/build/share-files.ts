import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ShareFacts } from '../outputs/share/share-node.ts';
import type { SharePainter, SharePlan } from './share-painter.ts';

/**
 * Draws those pictures that the cache does not have, some at a time, and forgets those that nobody wants any more.
 *
 * @param pictures file below the site's root → what it tells
 * @param cache folder that stays between builds
 * @returns file below the site's root → its file in the cache
 * @throws when the template makes something that cannot be drawn, naming the page's title
 */
export async function drawSharePictures(
  pictures: ReadonlyMap<string, ShareFacts>,
  { painter, cache }: { painter: SharePainter; cache: URL },
): Promise<{ files: Map<string, string>; drawn: number }> {
  const folder = fileURLToPath(cache);
  mkdirSync(folder, { recursive: true });
  const old = new Set(readdirSync(folder));
  const files = new Map<string, string>();
  const missing = new Map<string, { facts: ShareFacts; plan: SharePlan }>();
  for (const [path, facts] of pictures) {
    const plan = planned(facts, painter);
    const name = `${plan.digest}.png`;
    files.set(path, join(folder, name));
    if (!old.delete(name) && !existsSync(join(folder, name))) missing.set(name, { facts, plan });
  }
  for (const name of old) rmSync(join(folder, name), { force: true });
  await draw([...missing], { folder, painter });
  return { files, drawn: missing.size };
}

/** Puts the pictures into the finished site. A file of the owner's own stays as it is. */
export function placeSharePictures(files: ReadonlyMap<string, string>, dir: URL): void {
  for (const [path, file] of files) {
    const target = join(fileURLToPath(dir), path);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

/** Drawing is done outside of JavaScript, so that every core can draw one. */
async function draw(
  missing: readonly [string, { facts: ShareFacts; plan: SharePlan }][],
  { folder, painter }: { folder: string; painter: SharePainter },
): Promise<void> {
  const queue = missing.values();
  const work = async (): Promise<void> => {
    for (const [name, { facts, plan }] of queue) {
      const file = join(folder, name);
      try {
        writeFileSync(`${file}.new`, await painter.paint(plan));
      } catch (error) {
        throw undrawable(facts, error);
      }
      renameSync(`${file}.new`, file);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

function planned(facts: ShareFacts, painter: SharePainter): SharePlan {
  try {
    return painter.plan(facts);
  } catch (error) {
    throw undrawable(facts, error);
  }
}

function undrawable({ title }: ShareFacts, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`The share picture of "${title}" could not be drawn: ${reason} Check sharePictures.template.`, {
    cause: error,
  });
}
