/** An element of `<head>`. Values are raw: who prints them escapes them. None is empty. */
export interface HeadTag {
  tag: 'title' | 'meta' | 'link';
  attrs: Record<string, string>;
  text?: string;
}

type Value = string | number | undefined;

export function meta(name: string, content: Value): HeadTag {
  return { tag: 'meta', attrs: { name, content: String(content ?? '') } };
}

/** A meta element as RDFa (Open Graph) has it. */
export function property(key: string, content: Value): HeadTag {
  return { tag: 'meta', attrs: { property: key, content: String(content ?? '') } };
}

export function link(given: Record<string, string | undefined>): HeadTag {
  // Loops here and below: a page has some thirty tags, and lists of their entries cost more than what they say.
  const attrs: HeadTag['attrs'] = {};
  for (const key in given) attrs[key] = given[key] ?? '';
  return { tag: 'link', attrs };
}

/** A tag without a value is not worth printing. */
export function hasValue(tag: HeadTag): boolean {
  if (tag.tag === 'title') return tag.text !== '';
  for (const key in tag.attrs) if (tag.attrs[key] === '') return false;
  return true;
}
