import { copyFileSync, createReadStream, existsSync, mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file that is published as it is. */
export interface StaticFile {
  /** Of the site, with `/`, without a leading slash. */
  path: string;
  absolute: string;
}

/** Copies files into the finished site. What is there already (pages, files of `public/`) stays. */
export function copyStaticFiles(files: readonly StaticFile[], dist: URL): void {
  for (const { path, absolute } of files) {
    const target = fileURLToPath(new URL(path.split('/').map(encodeURIComponent).join('/'), dist));
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(absolute, target);
  }
}

/** Serves the same files in dev; only those of the list, whatever the address asks for. */
export function serveStaticFiles(files: readonly StaticFile[], base: string): Middleware {
  const known = new Map(files.map(({ path, absolute }) => [path.normalize('NFC'), absolute]));
  return (request, response, next) => {
    const absolute = known.get(pathOf(request.url ?? '', base));
    if (absolute === undefined || !existsSync(absolute)) return next();
    const type = TYPES[extname(absolute).toLowerCase()];
    if (type) response.setHeader('Content-Type', type);
    createReadStream(absolute).on('error', next).pipe(response);
  };
}

/** Serves files that are known as texts. */
export function serveTexts(files: () => readonly { path: string; text: string }[], base: string): Middleware {
  return (request, response, next) => {
    const wanted = pathOf(request.url ?? '', base);
    const file = files().find(({ path }) => path.normalize('NFC') === wanted);
    if (!file) return next();
    response.setHeader('Content-Type', TYPES[extname(file.path).toLowerCase()] ?? 'text/plain');
    response.end(file.text);
  };
}

/** Vite's middleware, as far as files need it. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

/** The path below the site's root that a request asks for; `''` where it is no path. */
export function pathOf(url: string, base: string): string {
  const path = url.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path.startsWith(base) ? path.slice(base.length) : path.slice(1)).normalize('NFC');
  } catch {
    return '';
  }
}

/** Where browsers insist on the type; they find out the others themselves. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'text/xml',
};
