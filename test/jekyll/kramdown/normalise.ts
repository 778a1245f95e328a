import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parseFragment } from 'parse5';

const BLOCKS = new Set(
  (
    'address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hr iframe legend li main nav ol optgroup option p pre script section ' +
    'style summary table tbody td tfoot th thead tr ul video source'
  ).split(' '),
);
const URLS = new Set(['href', 'src', 'cite', 'poster', 'srcset']);

/**
 * HTML as lines that two renderings can be compared by. What no reader notices is made equal: blank space that does
 * not show, order of attributes, percent-encoding, and the markup of the syntax highlighter (its language is kept).
 */
export function normalise(html: string): string {
  const lines: string[] = [];
  walk(parseFragment(html).childNodes, lines, 0);
  return lines.join('\n');
}

/** The text alone, blank space collapsed. */
export function plainText(html: string): string {
  const texts: string[] = [];
  const collect = (nodes: readonly Tree.ChildNode[]): void => {
    for (const node of nodes) {
      if ('value' in node) texts.push(node.value);
      if ('childNodes' in node) collect(node.childNodes);
      if ('tagName' in node && BLOCKS.has(node.tagName)) texts.push(' ');
    }
  };
  collect(parseFragment(html).childNodes);
  return texts.join('').replace(/\s+/g, ' ').trim();
}

function walk(nodes: readonly Tree.ChildNode[], lines: string[], depth: number): void {
  const indent = ' '.repeat(depth);
  nodes.forEach((node, index) => {
    if (node.nodeName === '#comment' && 'data' in node)
      lines.push(`${indent}<!--${node.data.replace(/\s+/g, ' ').trim()}-->`);
    if ('value' in node) pushText(node.value, { lines, indent, before: nodes[index - 1], after: nodes[index + 1] });
    if ('tagName' in node) pushElement(node, lines, depth);
  });
}

interface Place {
  lines: string[];
  indent: string;
  before: Tree.ChildNode | undefined;
  after: Tree.ChildNode | undefined;
}

function pushText(value: string, { lines, indent, before, after }: Place): void {
  let text = value.replace(/[ \t\n\r\f]+/g, ' ');
  if (!before || isBlock(before)) text = text.replace(/^ /, '');
  if (!after || isBlock(after)) text = text.replace(/ $/, '');
  if (text.replace(/\u00A0/g, ' ').trim() === '' && !/\u00A0/.test(text) && (!before || !after)) return;
  if (text !== '') lines.push(`${indent}"${text.replaceAll('\u00A0', '·')}"`);
}

function isBlock(node: Tree.ChildNode): boolean {
  return 'tagName' in node && BLOCKS.has(node.tagName);
}

function pushElement(element: Tree.Element, lines: string[], depth: number): void {
  const code = codeBlock(element);
  const indent = ' '.repeat(depth);
  if (code) {
    lines.push(`${indent}<pre${code.attributes}> ${JSON.stringify(code.text.replace(/\n+$/, ''))}`);
    return;
  }
  lines.push(`${indent}<${element.tagName}${attributesOf(element, element.tagName === 'code')}>`);
  if (element.tagName === 'code') lines.push(`${indent} "${textOf(element).replace(/\s+/g, ' ')}"`);
  else walk(element.childNodes, lines, depth + 1);
}

/** A code block of any highlighter: Rouge's div, `{% highlight %}`'s figure, or plain `<pre><code>`. */
function codeBlock(element: Tree.Element): { attributes: string; text: string } | null {
  const classes = classOf(element);
  if (element.tagName === 'div' && /\bhighlighter-\w+/.test(classes)) {
    return { attributes: attributesOf(element, true), text: textOf(find(element, isCodeText) ?? element) };
  }
  if (element.tagName !== 'pre') return null;
  const code = element.childNodes.find((node) => node.nodeName === 'code') as Tree.Element | undefined;
  if (!code) return null;
  const language = /language-\S+/.exec(classOf(code))?.[0] ?? '';
  const copy = {
    ...element,
    attrs: [
      ...element.attrs.filter(({ name }) => name !== 'class'),
      {
        name: 'class',
        value: `${language} ${classes.replace(/\bhighlight\b/, '')}`,
      },
    ],
  };
  return { attributes: attributesOf(copy, true), text: textOf(code) };
}

/** Where the code is: the last column when Rouge numbers the lines. */
function isCodeText(element: Tree.Element): boolean {
  return (
    classOf(element) === 'rouge-code' ||
    (element.tagName === 'code' && !find(element, ({ tagName }) => tagName === 'td'))
  );
}

function find(element: Tree.Element, wanted: (element: Tree.Element) => boolean): Tree.Element | undefined {
  for (const child of element.childNodes) {
    if (!('tagName' in child)) continue;
    const found = wanted(child) ? child : find(child, wanted);
    if (found) return found;
  }
  return undefined;
}

function attributesOf(element: Pick<Tree.Element, 'attrs'>, isCode: boolean): string {
  return element.attrs
    .map(({ name, value }) => (name === 'align' ? { name: 'style', value: `text-align: ${value}` } : { name, value }))
    .map(({ name, value }) => [name, attributeValue(name, value, isCode)] as const)
    .filter(([name, value]) => !(name === 'class' && value === ''))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

function attributeValue(name: string, value: string, isCode: boolean): string {
  if (name === 'class') {
    const list = value.split(/\s+/).filter((word) => word !== '');
    const kept = isCode
      ? list.filter((word) => word !== 'language-plaintext' && !word.startsWith('highlighter-'))
      : list;
    return kept.sort().join(' ');
  }
  if (name === 'disabled' || name === 'checked') return '';
  if (name === 'style') return value.replace(/\s+/g, '').replace(/;$/, '');
  return URLS.has(name) ? decoded(value) : value.replace(/\s+/g, ' ');
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function classOf(element: Tree.Element): string {
  return element.attrs.find(({ name }) => name === 'class')?.value ?? '';
}

function textOf(node: Tree.ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
