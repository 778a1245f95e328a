import type { IncomingMessage } from 'node:http';

/** The fields of a form that was sent, or why they cannot be read: the status to answer with. */
export type SentForm = { fields: Record<string, string> } | { status: 413 | 415 };

/**
 * Reads a form as a browser sends it (`application/x-www-form-urlencoded`, UTF-8).
 *
 * @param most bytes to keep
 */
export async function readForm(request: IncomingMessage, most: number): Promise<SentForm> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return { status: 415 };
  const chunks: Buffer[] = [];
  let size = 0;
  // A browser that is cut off while it sends shows no answer, so what is somewhat too large is read and thrown away.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else if (size > most * 32) break;
  }
  if (size > most) return { status: 413 };
  return { fields: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8'))) };
}
