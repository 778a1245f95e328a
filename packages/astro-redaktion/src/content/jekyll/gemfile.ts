/** Plugins that a Gemfile names in the group Jekyll loads by itself, and their lines. */
export function gemfilePlugins(text: string): { name: string; line: number }[] {
  const found: { name: string; line: number }[] = [];
  let inside = false;
  for (const [at, line] of text.split('\n').entries()) {
    if (/^\s*group\b.*:jekyll_plugins\b.*\bdo\b/.test(line)) inside = true;
    else if (/^\s*end\b/.test(line)) inside = false;
    const name = /^\s*gem\s*\(?\s*["']([^"']+)["']/.exec(line)?.[1];
    if (name !== undefined && (inside || /\bgroup:?\s*(?:=>)?\s*:jekyll_plugins\b/.test(line)))
      found.push({ name, line: at + 1 });
  }
  return found;
}
