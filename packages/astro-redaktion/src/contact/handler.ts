import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createT, type TextKey, type Translate } from '../i18n/translate.ts';
import { CONTACT_FIELDS, type ContactField, type ContactMessage, contactMessage } from './fields.ts';
import { type Filling, fillForm } from './fill-form.ts';
import { networkOf } from './network.ts';
import { createRateLimit, type Rate } from './rate-limit.ts';
import { readForm } from './read-form.ts';

/** What a server of the owner's needs to receive messages. */
export interface ContactHandlerOptions {
  /** File of the built page that holds the form: `dist/index.html`. */
  page: string;
  /** Where a reader whose message has been received is sent: the site's page of thanks. */
  thanks: string;
  /** Does what is to be done with a message: mail it, store it. When it throws, the reader is asked to try again. */
  deliver: (message: ContactMessage) => Promise<void> | void;
  /** Language of what is wrong, BCP 47. @default 'sv' */
  lang?: string;
  /** Name of the field that only robots fill in. @default 'website' */
  honeypot?: string;
  /** Bytes that a message may have. @default 32768 */
  maxBytes?: number;
  /** Messages from one address on the net. @default 10 in 600 seconds */
  rate?: Rate;
  /** The server stands behind one proxy, which says in `X-Forwarded-For` who asks. @default false */
  behindProxy?: boolean;
  /** Told of what `deliver` throws, and of a page that cannot be read. @default console.error */
  onError?: (error: unknown) => void;
  /** Milliseconds since the epoch. @default Date.now */
  now?: () => number;
}

/** Answers a request. Never rejects: a server need not wait for it. */
export type ContactHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Makes the handler of a plain Node server that shows the contact form and receives what it sends.
 *
 * - `GET`: the page, with the post that the reader came from filled in (`?page=`, else the address of the page before).
 * - `POST`: a good message is delivered, and its reader sent on. A wrong one comes back in its form, each fault beside its
 *   field and nothing lost (422); so does one too many from one sender (429), or one that cannot be delivered (503). One
 *   that is too large is not read (413). A robot's is thrown away, and the robot thanked.
 *
 * Where the page cannot be read the answer is 500; a reader who goes away in the middle gets none.
 */
export function createContactHandler(options: ContactHandlerOptions): ContactHandler {
  const t = createT(options.lang ?? 'sv');
  const limit = createRateLimit(options.rate ?? { count: 10, seconds: 600 });
  const answer: ContactHandler = async (request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      await showForm(response, { options, status: 200, filling: { values: { about: cameFrom(request) } } });
      return;
    }
    if (request.method !== 'POST') {
      response.writeHead(405, { allow: 'GET, HEAD, POST' }).end();
      return;
    }
    const wait = limit(senderOf(request, options), (options.now ?? Date.now)());
    const sent = await readForm(request, options.maxBytes ?? 32_768);
    if ('status' in sent) {
      const summary =
        sent.status === 413 ? t('contactTooLong', { max: CONTACT_FIELDS.message.max }) : t('contactFailed');
      await showForm(response, { options, status: sent.status, filling: { values: {}, summary }, close: true });
    } else if (wait !== undefined) {
      response.setHeader('retry-after', wait);
      await showForm(response, { options, status: 429, filling: again(sent.fields, t('contactBusy')) });
    } else await receive(sent.fields, { response, options, t });
  };
  return async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      // Nobody waits for an answer to half a request.
      if (!request.complete && request.destroyed) return;
      (options.onError ?? console.error)(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  };
}

async function receive(
  fields: Record<string, string>,
  { response, options, t }: { response: ServerResponse; options: ContactHandlerOptions; t: Translate },
): Promise<void> {
  const read = contactMessage.safeParse(fields);
  if (fields[options.honeypot ?? 'website']) return sendOn(response, options.thanks);
  if (!read.success) {
    const errors: Partial<Record<ContactField, string>> = {};
    for (const { path, message } of read.error.issues) {
      const field = path[0] as ContactField;
      errors[field] ??= t(message as TextKey, { max: CONTACT_FIELDS[field].max });
    }
    const filling = { ...again(fields, t('contactFix')), errors };
    return showForm(response, { options, status: 422, filling });
  }
  try {
    await options.deliver(read.data);
  } catch (error) {
    (options.onError ?? console.error)(error);
    return showForm(response, { options, status: 503, filling: again(fields, t('contactFailed')) });
  }
  return sendOn(response, options.thanks);
}

/** What the reader wrote, to the letter. */
function again({ name, email, about, message }: Record<string, string>, summary: string): Filling {
  return { values: { name, email, about, message }, summary };
}

function sendOn(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}

async function showForm(
  response: ServerResponse,
  {
    options,
    status,
    filling,
    close,
  }: { options: ContactHandlerOptions; status: number; filling: Filling; close?: boolean },
): Promise<void> {
  const page = fillForm(await readFile(options.page, 'utf8'), filling);
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // The rest of a body that is too large is not waited for.
    ...(close ? { connection: 'close' } : {}),
  });
  response.end(page);
}

/** The post that the reader came from; nothing for one from elsewhere. */
function cameFrom({ url = '/', headers }: IncomingMessage): string | undefined {
  // `//` is a request that some servers get, and no address.
  const asked = URL.parse(url, 'http://localhost');
  const given = asked?.searchParams.get('page') ?? null;
  if (given !== null) return /^(?:https?:\/\/|\/)/.test(given) ? given.slice(0, CONTACT_FIELDS.about.max) : undefined;
  const before = URL.parse(headers.referer ?? '');
  return before && before.host === headers.host && before.pathname !== asked?.pathname ? before.href : undefined;
}

function senderOf(request: IncomingMessage, { behindProxy = false }: ContactHandlerOptions): string {
  const told = behindProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return networkOf(told || (request.socket.remoteAddress ?? ''));
}
