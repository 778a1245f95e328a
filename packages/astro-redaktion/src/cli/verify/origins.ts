import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { address, type Origins } from './address.ts';

/**
 * Under which names a built site calls itself, read from the canonical address of its pages; the base is what such an
 * address has in front of the file's own path.
 */
export function readOrigins(folder: string): Origins {
  const origins = new Set<string>();
  let base = '';
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.html?$/i.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const url = canonical(readFileSync(file, 'utf8'));
    if (!url) continue;
    origins.add(url.origin);
    const own = address(`/${relative(folder, file).split(sep).join('/')}`);
    const said = address(url.pathname);
    if (said.endsWith(own) && said !== own) base = said.slice(0, -own.length);
    if (url.pathname !== '/') break; // The home page alone does not tell the base apart from a page of that name.
  }
  return { origins, base };
}

function canonical(html: string): URL | undefined {
  const link = /<link\b[^>]*\brel=["']?canonical\b[^>]*>/i.exec(html)?.[0];
  const href = link && /\bhref=["']?([^"'\s>]+)/i.exec(link)?.[1];
  try {
    return href ? new URL(href) : undefined;
  } catch {
    return undefined;
  }
}
