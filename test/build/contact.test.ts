import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, type ServedSite, serveSite, STRICT_POLICY } from '../helpers/browser.ts';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';
import { vnuFaults } from '../helpers/vnu.ts';

const POSTS = {
  '_posts/2022-06-02-a.md': post('title: Ett & två', 'Text. [Kontakta oss!](/index.html#form-message)'),
};

async function build(options: string): Promise<{ site: TestSite; served: ServedSite }> {
  const site = createTestSite({ ...POSTS, 'astro.config.mjs': config(options) });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  return { site, served: await serveSite(`${site.root}/dist`, `${STRICT_POLICY} https://tjanst.se mailto:`) };
}

afterAll(removeTestSites);

describe('a form by mail, also after each post', () => {
  let site: TestSite;
  let served: ServedSite;
  beforeAll(async () => {
    ({ site, served } = await build("{ contactForm: { email: 'red.aktionen@exempel.se', inPosts: true } }"));
  });
  afterAll(() => served?.close());

  test('shows the address nowhere', () => {
    const files = Object.keys(site.snapshot()).filter((path) => /\.(?:html|xml|json|js)$/.test(path));
    expect(files.filter((path) => /aktionen@|@exempel/.test(site.read(path)))).toEqual([]);
    expect(site.read('index.html')).toContain('action="mailto:%72%65%64%2E');
  });

  test('stands after the post, folded, and says which post it is about; valid and without script', async () => {
    expect(vnuFaults(`${site.root}/dist`)).toEqual([]);
    const page = await served.browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${served.origin}/2022/06/02/a.html`);
    await page.getByText('Hittat något fel?').click();
    expect(await page.getByLabel('Meddelande').isVisible()).toBe(true);
    expect(await page.locator('[name="subject"]').inputValue()).toBe('Ett & två: https://exempel.se/2022/06/02/a.html');
    await page.close();
  });

  test.each([true, false])(
    'opens the mail program with a letter that holds the fields, script: %s',
    async (javaScriptEnabled) => {
      const context = await served.browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      const client = await context.newCDPSession(page);
      await client.send('Page.enable');
      const asked: string[] = [];
      client.on('Page.frameRequestedNavigation', ({ url }) => asked.push(url));
      await page.goto(`${served.origin}/2022/06/02/a.html`);
      await page.getByText('Hittat något fel?').click();
      if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
      await page.getByLabel('Meddelande').fill('Hej å & ö\nRad 2');
      await page.getByRole('button', { name: 'Skicka' }).click();
      await expect.poll(() => asked.length).toBe(1);
      const letter = new URL(asked[0] ?? '');
      expect(decodeURIComponent(letter.pathname)).toBe('red.aktionen@exempel.se');
      // Without script Chromium's plus signs are the reader's to take away.
      if (javaScriptEnabled) expect(letter.search).toContain('body=Hej%20%C3%A5%20%26%20%C3%B6%0D%0ARad');
      expect(Object.fromEntries(letter.searchParams)).toEqual({
        body: 'Hej å & ö\r\nRad 2',
        subject: 'Ett & två: https://exempel.se/2022/06/02/a.html',
      });
      await context.close();
    },
  );
});

describe('a form by a service', () => {
  let site: TestSite;
  let served: ServedSite;
  beforeAll(async () => {
    ({ site, served } = await build(
      `{ contactForm: { action: 'https://tjanst.se/f/1', email: 'red@exempel.se', showEmail: true,
         honeypot: '_gotcha', fields: { _next: 'https://exempel.se/tack/' } } }`,
    ));
  });
  afterAll(() => served?.close());

  test('is sent to it as it wants it, with the page that the reader came from', async () => {
    const page = await served.browser.newPage();
    const sent: (string | null)[] = [];
    await page.route('https://tjanst.se/**', (route) => {
      sent.push(route.request().postData());
      return route.fulfill({ contentType: 'text/html', body: '<title>Tack</title>' });
    });
    await page.goto(`${served.origin}/2022/06/02/a.html`);
    await page.getByRole('link', { name: 'Kontakta oss!' }).click();
    await page.getByLabel('Meddelande').fill('Hej');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.waitForURL('https://tjanst.se/f/1');
    const about = `${served.origin}/2022/06/02/a.html`;
    expect(sent.map((body) => Object.fromEntries(new URLSearchParams(body ?? '')))).toEqual([
      { message: 'Hej', name: '', email: '', about, _gotcha: '', _next: 'https://exempel.se/tack/' },
    ]);
    await page.close();
  });

  test('is filled in by the link that reports an error, and keeps to what an address can be', async () => {
    const page = await served.browser.newPage();
    await page.goto(`${served.origin}/2022/06/02/a.html`);
    await page.getByRole('link', { name: 'Hittat något fel?' }).click();
    await page.waitForURL(/#form-message$/);
    expect(await page.locator('[name="about"]').inputValue()).toBe('https://exempel.se/2022/06/02/a.html');
    await page.goto(`${served.origin}/?page=javascript:alert(1)#form-message`);
    expect(await page.locator('[name="about"]').inputValue()).toBe('');
    await page.close();
  });

  test('shows the address where the owner asks for it, and has a page of thanks for readers alone', () => {
    expect(site.read('index.html')).toContain('<a href="mailto:red@exempel.se">');
    expect(site.read('tack/index.html')).toContain('noindex');
    expect(site.read('sitemap-0.xml')).not.toContain('/tack/');
  });
});

test('a form that leads nowhere stops the build', async () => {
  const site = createTestSite({ ...POSTS, 'astro.config.mjs': config('{ contactForm: { actoin: "/a" } }') });
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(output).toMatch(/there is no option `contactForm\.actoin`\.[\s\S]*Did you mean `action`\?/);
  expect(output).toContain('`contactForm.action`: must say where messages go, or `email` must');
});
