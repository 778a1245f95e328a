/** Where progress is written: a terminal, or what stands for one in a test. */
export interface Terminal {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

/** Tells of long work on one line that rewrites itself, and takes the line away at the end. */
export interface Progress {
  step: () => void;
  end: () => void;
}

/**
 * How far the reading of posts has come: `Reading posts: 1200 of 5000 (4 s)`, at most ten times a second, from the
 * second second on. Says nothing where no person watches: output that is no terminal, and CI.
 */
export function createProgress(
  total: number,
  {
    terminal = process.stderr,
    now = Date.now,
    ci = process.env['CI'] !== undefined,
  }: { terminal?: Terminal; now?: () => number; ci?: boolean } = {},
): Progress {
  if (!terminal.isTTY || ci) return { step: () => {}, end: () => {} };
  const start = now();
  let last = start + 900;
  let done = 0;
  let shown = false;
  return {
    step() {
      done++;
      const time = now();
      if (time - last < 100) return;
      last = time;
      shown = true;
      terminal.write(`\r\x1b[KReading posts: ${done} of ${total} (${Math.floor((time - start) / 1000)} s)`);
    },
    end() {
      if (shown) terminal.write('\r\x1b[K');
    },
  };
}
