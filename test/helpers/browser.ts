import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's Chromium, or the one that `CHROMIUM` names. */
export const chromiumPath: string = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Keeps Chromium from asking hosts of its maker, and lets it run as root. */
export const CHROMIUM_FLAGS: string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Nothing but our own files: what a host may send and we must live with. */
export const STRICT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'";

/** What the search needs on top: its index is fetched, and its program is WebAssembly. */
export const SEARCH_POLICY: string = `${STRICT_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")}; connect-src 'self'; worker-src 'self'`;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
};

/** A built site on an address of its own. */
export interface ServedFolder {
  origin: string;
  close: () => void;
}

/** A built site on an address of its own, and a browser to look at it with. */
export interface ServedSite {
  origin: string;
  browser: Browser;
  close: () => Promise<void>;
}

/** Serves a folder as a plain file host would, under the given content security policy, and starts Chromium. */
export async function serveSite(
  dist: string,
  policy: string = STRICT_POLICY,
  flags: readonly string[] = [],
): Promise<ServedSite> {
  const { origin, close } = await serveFolder(dist, policy);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...CHROMIUM_FLAGS, ...flags] });
  return {
    origin,
    browser,
    close: async () => {
      await browser.close();
      close();
    },
  };
}

/** Serves a folder as a plain file host would, under the given content security policy. */
export async function serveFolder(dist: string, policy: string): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    const found = existsSync(file) && statSync(file).isFile();
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const packed =
      found && /^text|xml|json|svg/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(found ? 200 : 404, {
      'content-type': type,
      'content-security-policy': policy,
      ...(path.startsWith('/_astro/') ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
    });
    if (!found) response.end();
    else if (packed) createReadStream(file).pipe(createGzip()).pipe(response);
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
    },
  };
}

/** What axe finds on a page by WCAG 2.2 AA and its best practices: each rule with the elements that break it. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
