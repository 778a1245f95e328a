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

export function link(attrs: Record<string, string | undefined>): HeadTag {
  return { tag: 'link', attrs: Object.fromEntries(Object.entries(attrs).map(([key, value]) => [key, value ?? ''])) };
}

/** A tag without a value is not worth printing. */
export function hasValue(tag: HeadTag): boolean {
  return tag.tag === 'title' ? tag.text !== '' : Object.values(tag.attrs).every((value) => value !== '');
}
