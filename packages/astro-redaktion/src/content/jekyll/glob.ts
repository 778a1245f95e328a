/**
 * A pattern as Ruby's `Dir.glob` (`path`: `*` stops at `/`, `**` crosses it) or `File.fnmatch` (`name`: `*`
 * crosses `/`) reads it. Two dialects of a language small enough to write down, neither of which picomatch has.
 *
 * A `*` or `?` at the start of a name does not match a leading dot.
 */
export function globToRegExp(pattern: string, dialect: 'path' | 'name'): RegExp {
  let source = '';
  let braces = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    const hidden = at === 0 || pattern[at - 1] === '/' ? '(?!\\.)' : '';
    if (character === '*') {
      const deep = dialect === 'path' && pattern.startsWith('**/', at);
      source += deep ? '(?:(?!\\.)[^/]+/)*' : `${hidden}${dialect === 'path' ? '[^/]*' : '[\\s\\S]*'}`;
      if (deep) at += 2;
    } else if (character === '?') source += `${hidden}[^/]`;
    else if (character === '[' && pattern.indexOf(']', at + 2) !== -1) {
      const end = pattern.indexOf(']', at + 2);
      source += characterClass(pattern.slice(at + 1, end));
      at = end;
    } else if (character === '{' && dialect === 'path' && pattern.includes('}', at)) {
      source += '(?:';
      braces++;
    } else if (character === '}' && braces > 0) {
      source += ')';
      braces--;
    } else if (character === ',' && braces > 0) source += '|';
    else source += (character === '\\' ? (pattern[++at] ?? '\\') : character).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  }
  return new RegExp(`^${source}${')'.repeat(braces)}$`);
}

function characterClass(members: string): string {
  const negated = /^[!^]/.test(members);
  const plain = (negated ? members.slice(1) : members).replace(/[\\\]^[]/g, '\\$&');
  try {
    return new RegExp(`[${negated ? '^' : ''}${plain}]`).source;
  } catch {
    // A range the wrong way round, [z-a], matches nothing.
    return '(?!)';
  }
}
