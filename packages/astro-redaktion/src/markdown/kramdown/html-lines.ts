import { closingTag, spanElements } from './html-tags.ts';

/** Whether a line starts with a tag that ends a paragraph: any but those that stand in a line of text. */
export function startsBlockTag(text: string, at: number): boolean {
  LINE_TAG.lastIndex = at;
  const match = LINE_TAG.exec(text);
  if (!match) return false;
  const name = match[2] ?? '';
  if (lazySpan(name)) return false;
  return match[1] !== '/' || closingTag(text, LINE_TAG.lastIndex - name.length - 2) !== null;
}

const LINE_TAG = / {0,3}<(\/?)([\p{L}_][\p{L}\p{N}\p{M}._:-]*)/uy;

/** kramdown looks at the name up to a word's end: `<b-c>` counts as `b`. */
function lazySpan(name: string): boolean {
  const word = /^\w+/.exec(name)?.[0] ?? '';
  return spanElements.has(word) || word === 'script';
}
