import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { offeredPrinters } from '../content/hand-over.ts';
import type { KeptPages } from './kept-pages.ts';
import type { PageJob } from './page-job.ts';
import type { Keeper } from './page-keys.ts';
import { inOneRoom } from './utf8-room.ts';

/** What became of the pages. */
export interface Written {
  rendered: number;
  /** Of these, without a request and a response of Astro's. */
  direct: number;
  /** Written again as the last build made them. */
  unchanged: number;
  /** Those that Astro has to see to: they answer with something else than a page, or a file of the owner's stands there. */
  left: Set<PageJob>;
}

/** Where and how pages are written. */
export interface Writing {
  /** Output folder. */
  out: string;
  kept: KeptPages;
  render: AstroPrerenderer['render'];
  keeper: Keeper;
}

/**
 * Writes pages one after the other: those whose key is as it was as they were, the others rendered.
 *
 * Astro's own way from path to file (request, log line, three promises of `fs` for each file) costs more than the
 * rendering of most pages.
 */
export async function writePages(jobs: readonly PageJob[], writing: Writing): Promise<Written> {
  const done: Written = { rendered: 0, direct: 0, unchanged: 0, left: new Set() };
  const folders = new Set<string>();
  for (const job of jobs) {
    const file = join(writing.out, job.file);
    const made = await bodyOf(job, writing);
    if (made) makeFolder(dirname(file), folders);
    if (!made || !writeNew(file, made.body)) {
      done.left.add(job);
      continue;
    }
    if (made.how === 'kept') done.unchanged++;
    else done.rendered++;
    if (made.how === 'direct') done.direct++;
  }
  return done;
}

function makeFolder(folder: string, made: Set<string>): void {
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
}

/** @returns no where a file of `public/` stands already: it wins, and Astro says so */
function writeNew(file: string, body: Buffer): boolean {
  try {
    writeFileSync(file, body, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** A page's bytes, good until the next is made, and whether the last build made them, or we past Astro, or Astro. */
interface Made {
  body: Buffer;
  how: 'kept' | 'direct' | 'astro';
}

/** As the last build made it, or made now: past Astro's requests where that can be, else its whole way. */
async function bodyOf(job: PageJob, { kept, keeper, render }: Writing): Promise<Made | undefined> {
  const known = kept.read(job.file, keeper.keys(job));
  if (known) return { body: known, how: 'kept' };
  keeper.begin();
  const direct = await printPage(job);
  const body = direct ?? (await renderPage(job, render));
  if (!body) return undefined;
  const key = keeper.keyOf(job, body);
  if (key !== undefined) kept.keep(job.file, key, body);
  return { body, how: direct ? 'direct' : 'astro' };
}

async function printPage({ url, page, file }: PageJob): Promise<Buffer | undefined> {
  const { pages, feeds } = offeredPrinters();
  const printed = page ? await pages?.(page, url) : await feeds?.(file);
  return printed === undefined ? undefined : inOneRoom(typeof printed === 'string' ? [printed] : printed);
}

async function renderPage({ url, route }: PageJob, render: AstroPrerenderer['render']): Promise<Buffer | undefined> {
  const answer = await render(new Request(url), { routeData: route });
  const response = answer instanceof Response ? answer : answer.response;
  return response.status === 200 && response.body ? Buffer.from(await response.arrayBuffer()) : undefined;
}
