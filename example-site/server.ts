/**
 * A server for the built site, without dependencies: its files, and the contact form.
 * Messages are written to `meddelanden.jsonl`, one on a line; a real site would mail them.
 *
 *     node server.ts [--host 127.0.0.1] [--port 4321]
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { type ContactMessage, createContactHandler } from 'astro-redaktion/contact';

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** Nothing of others; the search compiles its index. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; frame-src https:; object-src 'none'; base-uri 'none'; form-action 'self'";

/** Makes the server of a folder of built files, which delivers messages as told. */
export function createSiteServer(dist: string, deliver: (message: ContactMessage) => Promise<void> | void): Server {
  const contact = createContactHandler({ page: join(dist, 'index.html'), thanks: '/tack/', deliver });
  return createServer((request, response) => {
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('x-content-type-options', 'nosniff');
    const pathname = URL.parse(request.url ?? '/', 'http://localhost')?.pathname ?? '/';
    if (pathname === '/kontakt' || pathname === '/' || pathname === '/index.html') void contact(request, response);
    else sendFile(dist, pathname, response);
  });
}

function sendFile(dist: string, pathname: string, response: ServerResponse): void {
  const path = join(dist, normalize(decoded(pathname)), pathname.endsWith('/') ? 'index.html' : '');
  const found = path.startsWith(dist) && existsSync(path) && statSync(path).isFile();
  const file = found ? path : join(dist, '404.html');
  response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file)
    .on('error', (error) => response.destroy(error))
    .pipe(response);
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function store(message: ContactMessage): Promise<void> {
  const line = JSON.stringify({ at: new Date().toISOString(), ...message });
  return appendFile(join(import.meta.dirname, 'meddelanden.jsonl'), `${line}\n`);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { host: { type: 'string', default: '127.0.0.1' }, port: { type: 'string', default: '4321' } },
  });
  const server = createSiteServer(join(import.meta.dirname, 'dist'), store);
  let port = Number(values.port);
  const listen = (): Server => server.listen(port, values.host);
  server.on('listening', () => console.log(`Local    http://${values.host}:${port}/`));
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    port += 1;
    listen();
  });
  listen();
}
