import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSiteServer } from '../../example-site/server.ts';
import type { ContactMessage } from '../../packages/astro-redaktion/src/contact.ts';
import { axeFaults, CHROMIUM_FLAGS, chromiumPath } from '../helpers/browser.ts';
import { buildExample, repository } from '../helpers/site.ts';

const ARTICLE = '/2022/06/02/ineras-tjanster.html';
let browser: Browser;
let server: Server;
let origin = '';
let received: ContactMessage[] = [];

beforeAll(async () => {
  await buildExample();
  server = createSiteServer(join(repository, 'example-site/dist'), (message) => void received.push(message));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_FLAGS });
});
beforeEach(() => {
  received = [];
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** The form, by the link that stands in the article; what is asked of other hosts, and what the console says. */
async function fromArticle(options: BrowserContextOptions): Promise<{ page: Page; noise: string[] }> {
  const page = await (await browser.newContext(options)).newPage();
  const noise: string[] = [];
  page.on('console', (message) => {
    // That of the search box, whose page is asked for with a fragment.
    if (!message.text().startsWith('Autofocus')) noise.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) noise.push(request.url());
  });
  await page.goto(origin + ARTICLE);
  await page.getByRole('link', { name: 'Kontakta oss!' }).click();
  await page.waitForURL(`${origin}/index.html#form-message`);
  return { page, noise };
}

describe.each([true, false])('the contact form of the example site, script: %s', (javaScriptEnabled) => {
  test('knows the article, is sent, received and thanked for', async () => {
    const { page, noise } = await fromArticle({ javaScriptEnabled });
    expect(await page.getByLabel('Artikel som det gäller').inputValue()).toBe(origin + ARTICLE);
    await page.getByLabel('Meddelande').fill('Hej!\nEtt fel.');
    await page.getByLabel('E-post').fill('asa@exempel.se');
    await page.getByLabel('Namn').fill('Åsa');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}/tack/`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Tack!');
    expect(received).toEqual([
      { name: 'Åsa', email: 'asa@exempel.se', about: origin + ARTICLE, message: 'Hej!\nEtt fel.' },
    ]);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('is checked by the browser before it is sent', async () => {
    const { page } = await fromArticle({ javaScriptEnabled });
    await page.getByRole('button', { name: 'Skicka' }).click();
    expect(page.url()).toBe(`${origin}/index.html#form-message`);
    expect(await page.locator(':user-invalid').count()).toBe(1);
    expect(received).toEqual([]);
    await page.context().close();
  });

  test('comes back with what is wrong beside its field, the first in focus, and nothing lost', async () => {
    const { page, noise } = await fromArticle({ javaScriptEnabled, viewport: { width: 360, height: 800 } });
    // A browser that checks nothing, as old ones and robots do.
    await page.locator('form[action="/kontakt"]').evaluate((form) => form.setAttribute('novalidate', ''));
    await page.getByLabel('Namn').fill('Åsa "Ö" <b>');
    await page.getByLabel('E-post').fill('fel');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.waitForURL(`${origin}/kontakt`);
    const message = page.getByLabel('Meddelande');
    expect(await message.evaluate((field) => field.ownerDocument.activeElement === field)).toBe(true);
    expect(await page.getByRole('alert').innerText()).toContain('Meddelandet är inte skickat.');
    const described = (label: string): Promise<string | null> =>
      page.getByLabel(label).evaluate((field) => {
        const place = field.ownerDocument.getElementById(field.getAttribute('aria-describedby') ?? '');
        return place?.checkVisibility() ? place.textContent : null;
      });
    expect(await described('Meddelande')).toBe('Skriv ett meddelande.');
    expect(await described('E-post')).toContain('Adressen ser inte rätt ut.');
    expect(await described('Namn')).toBeNull();
    expect(await page.getByLabel('Namn').inputValue()).toBe('Åsa "Ö" <b>');
    expect(await page.getByLabel('Artikel som det gäller').inputValue()).toBe(origin + ARTICLE);
    if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
    await message.fill('Nu');
    await page.getByLabel('E-post').fill('');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.waitForURL(`${origin}/tack/`);
    expect(received.map(({ name, message: text }) => [name, text])).toEqual([['Åsa "Ö" <b>', 'Nu']]);
    expect(noise.filter((text) => !text.includes('422'))).toEqual([]);
    await page.context().close();
  });
});

test('the field for robots is out of the way of people, and catches robots', async () => {
  const { page } = await fromArticle({});
  const order: string[] = [];
  await page.getByLabel('Meddelande').focus();
  for (let step = 0; step < 5; step += 1) {
    order.push(await page.evaluate('document.activeElement.name || document.activeElement.tagName'));
    await page.keyboard.press('Tab');
  }
  expect(order).toEqual(['message', 'name', 'email', 'about', 'BUTTON']);
  await page.getByLabel('Meddelande').fill('Köp!');
  await page.locator('[name="website"]').fill('https://spam.se', { force: true });
  await page.getByRole('button', { name: 'Skicka' }).click();
  await page.waitForURL(`${origin}/tack/`);
  expect(received).toEqual([]);
  await page.context().close();
});
