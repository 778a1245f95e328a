import type { Scope } from './scope.ts';
import { addBlock, take } from './scope.ts';

const DEFINITION =
  / {0,3}\[([^\n\]]+)\]:[ \t]*(?:<([^>\n]*)>|([^\n]*?[^ \t\f\v\n][^\n]*?))(?:(?:[ \t]*\n|[ \t]+)[ \t]*(["'])([^\n]+?)\4)?[ \t]*\n/y;

/** `[name]: url "title"`, the title also on the next line. */
export function readLinkDefinition(scope: Scope): boolean {
  const start = scope.at;
  const match = take(scope, DEFINITION);
  if (!match) return false;
  const [, name = '', bracketed, plain, , title] = match;
  if (plain !== undefined && /[ \t]["']/.test(plain)) {
    scope.at = start;
    return false;
  }
  const place = addBlock(scope, 'boundary');
  place.boundary = 'link';
  scope.outline.links.set(linkName(name), { url: bracketed ?? plain ?? '', title, place });
  return true;
}

/** Names of links match without regard to case and blank space. */
export function linkName(name: string): string {
  return name.replace(/\s+/g, ' ').toLowerCase();
}
