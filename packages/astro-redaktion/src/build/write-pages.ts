import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { offeredPrinters } from '../content/hand-over.ts';
import type { KeptPages } from './kept-pages.ts';
import type { PageJob } from './page-job.ts';
import type { Keeper } from './page-keys.ts';

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
    // A file of `public/` wins; Astro says so.
    const body = existsSync(file) ? undefined : await bodyOf(job, writing, done);
    if (!body) {
      done.left.add(job);
      continue;
    }
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, body);
  }
  return done;
}

/** As the last build made it, or made now: past Astro's requests where that can be, else its whole way. */
async function bodyOf(job: PageJob, { kept, keeper, render }: Writing, done: Written): Promise<Buffer | undefined> {
  const known = kept.read(job.file, keeper.keys(job));
  if (known) {
    done.unchanged++;
    return known;
  }
  keeper.begin();
  const direct = await printPage(job);
  const body = direct ?? (await renderPage(job, render));
  if (!body) return undefined;
  done.rendered++;
  if (direct) done.direct++;
  const key = keeper.keyOf(job, body);
  if (key !== undefined) kept.keep(job.file, key, body);
  return body;
}

async function printPage({ url, page, file }: PageJob): Promise<Buffer | undefined> {
  const { pages, feeds } = offeredPrinters();
  const printed = await (page ? pages?.(page, url) : feeds?.(file));
  return printed === undefined ? undefined : asBytes(printed);
}

/**
 * A text as UTF-8, good until the next is made: in one room for all, since a buffer of each one's own asks for its
 * length first, which takes as long as the writing.
 */
function asBytes(text: string): Buffer {
  const most = MOST_BYTES * text.length;
  if (room.length < most) room = Buffer.allocUnsafeSlow(2 * most);
  return room.subarray(0, room.write(text));
}

let room = Buffer.allocUnsafeSlow(1 << 18);
/** Of UTF-8 for a unit of UTF-16. */
const MOST_BYTES = 3;

async function renderPage({ url, route }: PageJob, render: AstroPrerenderer['render']): Promise<Buffer | undefined> {
  const answer = await render(new Request(url), { routeData: route });
  const response = answer instanceof Response ? answer : answer.response;
  return response.status === 200 && response.body ? Buffer.from(await response.arrayBuffer()) : undefined;
}
