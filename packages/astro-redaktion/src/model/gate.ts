import type { SiteOptions } from '../config/site-options.ts';
import type { HeldReason, PostData, PostDate, Problem, ScheduledChange, Site } from '../types.ts';
import type { Entry } from './entry.ts';
import { type Locate, problemPlace } from './locate.ts';

/** What the gate lets through: every entry that has a page in this build, and why a held-back one is held. */
export interface Gate {
  entries: { entry: Entry; held?: HeldReason }[];
  held: Site['held'];
  /** When the next post that waits for its date is due. */
  nextDue?: PostDate;
  schedule: ScheduledChange[];
  problems: Problem[];
}

/**
 * The one publication gate: every output takes its posts from here, so that none can leak another's.
 *
 * Instants are compared, so the machine's zone has no part in it. In a preview held-back posts keep
 * their page, marked; they stand in no list there either.
 */
export function passGate(entries: readonly Entry[], publish: SiteOptions['publish'], locate?: Locate): Gate {
  const judged = entries.map((entry) => ({ entry, held: heldReason(entry.data, publish) }));
  const late = beyondLimit(
    judged.filter(({ held }) => !held).map(({ entry }) => entry),
    publish.limit,
  );
  const gate: Gate = {
    entries: [],
    held: [],
    schedule: judged.flatMap(({ entry, held }) => changesOf(entry.data, held, publish.now)).sort(byTime),
    problems: entries.flatMap(({ data }) => expiresTooEarly(data, locate)),
  };
  for (const { entry, held: reason } of judged) {
    const held = reason ?? (late.has(entry) ? 'limit' : undefined);
    if (held) gate.held.push(heldPost(entry.data, held));
    if (!held) gate.entries.push({ entry });
    else if (publish.preview) gate.entries.push({ entry, held });
  }
  gate.held.sort(byDue);
  const next = gate.held.find(({ due }) => due)?.due;
  return next ? { ...gate, nextDue: next } : gate;
}

/** Why a post is held back at the build's `now`; `undefined` when it is published. */
export function heldReason(
  data: Pick<PostData, 'draft' | 'published' | 'date' | 'expires'>,
  publish: Omit<SiteOptions['publish'], 'preview'>,
): HeldReason | undefined {
  if (data.draft && !publish.drafts) return 'draft';
  if (!data.published && !publish.unpublished) return 'unpublished';
  if (data.expires && data.expires.instant <= publish.now) return 'expired';
  if (data.date.instant > publish.now && !publish.future) return 'future';
  return undefined;
}

/** All but the newest n posts (Jekyll's `limit_posts`). `entries` are in order, oldest first. */
function beyondLimit(entries: readonly Entry[], limit: number | undefined): Set<Entry> {
  return new Set(limit === undefined ? [] : entries.slice(0, Math.max(0, entries.length - limit)));
}

function heldPost(data: PostData, reason: HeldReason): Site['held'][number] {
  const due = reason === 'future' ? { due: data.date } : {};
  return { post: { title: data.title, file: data.source.file }, reason, ...due };
}

/** What time will change of a post: one that waits comes, one that has an end goes. */
function changesOf(data: PostData, held: HeldReason | undefined, now: number): ScheduledChange[] {
  if (held !== undefined && held !== 'future') return [];
  const { title, source, date, expires } = data;
  const post = { title, file: source.file };
  return [
    ...(held === 'future' ? [{ at: date, action: 'publish' as const, post }] : []),
    ...(expires && expires.instant > Math.max(now, date.instant)
      ? [{ at: expires, action: 'expire' as const, post }]
      : []),
  ];
}

function byTime(a: ScheduledChange, b: ScheduledChange): number {
  return a.at.instant - b.at.instant || (a.post.file < b.post.file ? -1 : 1);
}

/** Those with a date first, the next one on top; then by file. */
function byDue(a: Site['held'][number], b: Site['held'][number]): number {
  const [first, second] = [a.due?.instant ?? NEVER, b.due?.instant ?? NEVER];
  return first - second || (a.post.file < b.post.file ? -1 : 1);
}

function expiresTooEarly({ source, date, expires }: PostData, locate: Locate | undefined): Problem[] {
  if (!expires || expires.instant > date.instant) return [];
  return [
    {
      code: 'post-expires-before-date',
      severity: 'error',
      ...problemPlace({ file: source.file, key: 'expires' }, locate),
      message: `\`expires\` is ${expires.day}, but the post is dated ${date.day}, so it would never be seen.`,
      fix: 'Move `expires` past `date`, or leave it out.',
    },
  ];
}

/** Past the last instant that a `Date` can hold. */
const NEVER = Number.MAX_SAFE_INTEGER;
