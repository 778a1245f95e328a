/**
 * The 1-based line of a key in a YAML text (`['sitemap', 'lastmod']`: of a key inside a key), for problems.
 *
 * Looks through the text only when asked, so that a post without problems pays nothing. A key inside a map in
 * braces is on the line of the map.
 *
 * @returns `undefined` when the outermost key is not there: its value came from elsewhere
 */
export function lineOfKey(yaml: string, keys: readonly string[]): number | undefined {
  const lines = yaml.split(/\r?\n/);
  let line: number | undefined;
  for (const [depth, key] of keys.entries()) {
    const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = new RegExp(`^${depth === 0 ? '' : '\\s+(?:- +)?'}["']?${escaped}["']?\\s*:(?:\\s|$)`);
    const found = lines.findIndex((text, index) => index >= (line ?? 0) && pattern.test(text));
    if (found === -1) return line;
    line = found + 1;
  }
  return line;
}
