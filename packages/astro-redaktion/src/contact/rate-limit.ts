/** How many within how long. */
export interface Rate {
  count: number;
  /** Seconds. */
  seconds: number;
}

/**
 * Counts what each sender does.
 *
 * @param now milliseconds since the epoch
 * @returns seconds to wait for one that is beyond the limit
 */
export function createRateLimit({ count, seconds }: Rate): (sender: string, now: number) => number | undefined {
  const seen = new Map<string, Sender>();
  return (sender, now) => {
    const one = current(seen, { sender, now, until: now + seconds * 1000 });
    one.used += 1;
    return one.used > count ? Math.ceil((one.until - now) / 1000) : undefined;
  };
}

interface Sender {
  used: number;
  until: number;
}

function current(
  seen: Map<string, Sender>,
  { sender, now, until }: { sender: string; now: number; until: number },
): Sender {
  const known = seen.get(sender);
  if (known && known.until > now) return known;
  // Those whose time has passed came first: memory does not grow with the senders of a year.
  for (const [old, one] of seen) {
    if (one.until > now && seen.size < MOST) break;
    seen.delete(old);
  }
  const made = { used: 0, until };
  seen.delete(sender);
  seen.set(sender, made);
  return made;
}

const MOST = 10_000;
