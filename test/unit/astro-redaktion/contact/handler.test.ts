import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type ContactHandlerOptions,
  type ContactMessage,
  createContactHandler,
} from '../../../../packages/astro-redaktion/src/contact.ts';

const field = (name: string): string =>
  `<input id="form-message-${name}" name="${name}" maxlength="9"><p class="rd-form__error" id="form-message-${name}-error" hidden></p>`;
const PAGE = `<input name="name"><form class="rd-form" method="post">
<p class="rd-form__summary" id="form-message-summary" role="alert" tabindex="-1" hidden></p>
<textarea id="form-message-message" name="message" rows="6"></textarea><p id="form-message-message-error" hidden></p>
${field('name')}${field('email')}${field('about')}<input name="website"></form>`;

let folder = '';
let server: Server | undefined;
let received: ContactMessage[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontakt-'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  received = [];
});
afterEach(() => {
  server?.close();
  rmSync(folder, { recursive: true });
});

/** Starts a server and gives the function that asks it. */
async function serve(options: Partial<ContactHandlerOptions> = {}) {
  const page = join(folder, 'index.html');
  const handler = createContactHandler({
    page,
    thanks: '/tack/',
    deliver: (one) => void received.push(one),
    ...options,
  });
  server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, init: RequestInit & { form?: Record<string, string> } = {}) =>
    fetch(origin + path, {
      redirect: 'manual',
      ...(init.form ? { method: 'POST', body: new URLSearchParams(init.form) } : {}),
      ...init,
    });
  return Object.assign(ask, { origin });
}

/** Sends raw bytes; gives what comes back until the server hangs up, or nothing where the sender does so first. */
function send(origin: string, bytes: string, { hangUp = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => {
      socket.write(bytes, () => hangUp && socket.destroy());
    });
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

const GOOD = { name: 'Åsa', email: 'asa@exempel.se', about: '/a/', message: 'Rad ett\r\nRad två' };

describe('a message', () => {
  test('that is good is delivered, and its reader sent to the page of thanks', async () => {
    const ask = await serve();
    const answer = await ask('/kontakt', { form: { ...GOOD, name: ' Åsa\r\nBcc: x ' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tack/']);
    expect(received).toEqual([{ ...GOOD, name: 'Åsa Bcc: x', message: 'Rad ett\nRad två' }]);
  });

  test('that is wrong comes back with each fault beside its field, and nothing lost', async () => {
    const ask = await serve();
    const form = { name: 'x'.repeat(101), email: '"><script>', about: 'A & "B"', message: ' ' };
    const answer = await ask('/kontakt', { form });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('id="form-message-name-error">Texten är för lång: högst 100 tecken.</p>');
    expect(html).toContain('id="form-message-email-error">Adressen ser inte rätt ut.');
    expect(html).toContain('id="form-message-message-error">Skriv ett meddelande.</p>');
    expect(html).toMatch(/role="alert" tabindex="-1">Meddelandet är inte skickat\./);
    expect(html).toContain('name="about" maxlength="9" value="A &#38; &#34;B&#34;">');
    expect(html).toContain('value="&#34;&#62;&#60;script&#62;" aria-invalid="true">');
    expect(html).toContain(`value="${'x'.repeat(101)}" aria-invalid="true">`);
    expect(html).toContain('name="message" rows="6" aria-invalid="true" autofocus> </textarea>');
    expect(html.match(/autofocus/g)).toHaveLength(1);
    expect(html).not.toContain('<script>');
    expect(html.startsWith('<input name="name"><form')).toBe(true);
    expect(received).toEqual([]);
  });

  test('of a robot is thrown away, and the robot thanked', async () => {
    const ask = await serve();
    const answer = await ask('/kontakt', { form: { ...GOOD, website: 'https://spam.se' } });
    expect([answer.status, received.length]).toEqual([303, 0]);
  });

  test('that cannot be delivered comes back', async () => {
    const errors: unknown[] = [];
    const failure = new Error('full');
    const deliver = (): never => {
      throw failure;
    };
    const ask = await serve({ deliver, onError: (error) => errors.push(error) });
    const answer = await ask('/kontakt', { form: GOOD });
    const html = await answer.text();
    expect(answer.status).toBe(503);
    expect(html).toContain('>Rad ett\r\nRad två</textarea>');
    expect(html).toMatch(/tabindex="-1" autofocus>Meddelandet kunde inte tas emot just nu\./);
    expect(errors).toEqual([failure]);
  });

  test('that is too large is not kept, whether it says so or not', async () => {
    const ask = await serve({ maxBytes: 1000 });
    expect((await ask('/kontakt', { form: { message: 'x'.repeat(20_000) } })).status).toBe(413);
    const body = new Blob(['message=', 'x'.repeat(20_000)]).stream();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask('/kontakt', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Texten är för lång: högst 5');
    expect(received).toEqual([]);
  });

  test('is one of a few in a while', async () => {
    let now = 0;
    const ask = await serve({ rate: { count: 2, seconds: 60 }, behindProxy: true, now: () => now });
    const send = async (sender: string) =>
      (await ask('/kontakt', { form: GOOD, headers: { 'x-forwarded-for': `6.6.6.6, ${sender}` } })).status;
    expect([await send('1.1.1.1'), await send('1.1.1.1'), await send('1.1.1.1')]).toEqual([303, 303, 429]);
    expect(await send('2.2.2.2')).toBe(303);
    now = 61_000;
    expect(await send('1.1.1.1')).toBe(303);
    const { headers } = await ask('/kontakt', { form: GOOD });
    expect(headers.get('retry-after')).toBeNull();
  });

  test('one too many comes back with what was written, and says how long to wait', async () => {
    const ask = await serve({ rate: { count: 0, seconds: 60 }, now: () => 0 });
    const answer = await ask('/kontakt', { form: GOOD });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await answer.text()).toContain('value="asa@exempel.se"');
  });

  test('from another address of the same network is from the same sender', async () => {
    const ask = await serve({ rate: { count: 1, seconds: 60 }, behindProxy: true, now: () => 0 });
    const status = async (sender: string) =>
      (await ask('/kontakt', { form: GOOD, headers: { 'x-forwarded-for': sender } })).status;
    expect([await status('2001:db8:1:2::1'), await status('2001:0DB8:1:2:ffff:0:0:9')]).toEqual([303, 429]);
    expect([await status('2001:db8:1:3::1'), await status('::ffff:1.2.3.4'), await status('1.2.3.4')]).toEqual([
      303, 303, 429,
    ]);
  });

  test('that breaks off, and an address that is none, do no harm', async () => {
    const errors: unknown[] = [];
    const ask = await serve({ onError: (error) => errors.push(error) });
    const post = 'POST /kontakt HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
    await send(ask.origin, `${post}Content-Length: 1000\r\n\r\nmessage=half`, { hangUp: true });
    expect(await send(ask.origin, 'GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 200 /,
    );
    expect((await ask('/kontakt', { form: GOOD })).status).toBe(303);
    expect([errors, received.length]).toEqual([[], 1]);
  });

  test('is answered with 500 where the page has gone', async () => {
    const errors: unknown[] = [];
    const ask = await serve({ page: join(folder, 'gone.html'), onError: (error) => errors.push(error) });
    expect([(await ask('/')).status, errors.length]).toEqual([500, 1]);
  });

  test('is a form that a browser sends, and nothing else', async () => {
    const ask = await serve();
    expect((await ask('/kontakt', { method: 'POST', body: '{}' })).status).toBe(415);
    const answer = await ask('/kontakt', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});

describe('the page of the form', () => {
  test.each([
    ['/?page=https://exempel.se/2022/a.html', {}, 'https://exempel.se/2022/a.html'],
    ['/?page=/a/%22%3E%3Cb%3E', {}, '/a/&#34;&#62;&#60;b&#62;'],
    ['/', { referer: 'SELF/2022/a.html' }, 'SELF/2022/a.html'],
    ['/', { referer: 'https://annan.se/a/' }, undefined],
    ['/', { referer: 'SELF/' }, undefined],
    ['/?page=javascript:x', {}, undefined],
  ])('asked for as %s with %j is filled in with %s', async (path, headers, expected) => {
    const ask = await serve();
    const referer = 'referer' in headers ? { referer: headers.referer.replace('SELF', ask.origin) } : {};
    const html = await (await ask(path, { headers: referer })).text();
    const value = / name="about"[^>]* value="([^"]*)"/.exec(html)?.[1];
    expect(value).toBe(expected?.replace('SELF', ask.origin));
  });
});
