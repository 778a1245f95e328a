import type { Scope } from './scope.ts';
import type { AttributeList } from './types.ts';
import { addBlock, ahead, take } from './scope.ts';

/** A line `{: .class #id key="value" name}`; the first group is what stands inside. */
export const LIST_LINE: RegExp = / {0,3}\{:(?![:/])((?:\\\}|[^}]){1,2000})\}[ \t\f\v]*\n/y;

const NAMED_LINE = / {0,3}\{:(\w[\w-]*):((?:\\\}|[^}]){1,2000})\}[ \t\f\v]*\n/y;
const WORDS = /(?:^|\s)(?:(\w[\w-]*)=(["'])((?:\\\}|[^}])*?)\2|(\w[\w-]*)|((?:#[A-Za-z][\w:-]*|\.[^\s.#]+)+))(?=\s|$)/g;
/** A list of one class, one id or one name: most are. */
const SINGLE = /^\s*(?:\.([^\s.#]+)|#([A-Za-z][\w:-]*)|(\w[\w-]*))\s*$/;
const ID_OR_CLASS = /#([A-Za-z][\w:-]*)|\.([^\s.#]+)/g;

/** An empty list. */
export function emptyList(): AttributeList {
  return { attributes: new Map(), refs: [] };
}

/** Reads the inside of an attribute list into `list`; what is no attribute is passed over, as kramdown does. */
export function readAttributes(source: string, list: AttributeList = emptyList()): AttributeList {
  const single = SINGLE.exec(source);
  if (single) {
    const [, name, id, ref] = single;
    if (name) addClass(list.attributes, name);
    else if (id) list.attributes.set('id', id);
    else if (ref) list.refs.push(ref);
    return list;
  }
  for (const [, key, separator, value, ref, idOrClass] of source.matchAll(WORDS)) {
    if (ref) list.refs.push(ref);
    else if (idOrClass) readIdsAndClasses(idOrClass, list);
    else if (key && separator) list.attributes.set(key, unquote(value ?? '', separator));
  }
  return list;
}

function readIdsAndClasses(source: string, list: AttributeList): void {
  for (const [, id, name] of source.matchAll(ID_OR_CLASS)) {
    if (id) list.attributes.set('id', id);
    else addClass(list.attributes, name ?? '');
  }
}

function unquote(value: string, separator: string): string {
  return value.replaceAll('\\}', '}').replaceAll(`\\${separator}`, separator);
}

function addClass(attributes: Map<string, string>, name: string): void {
  const classes = attributes.get('class');
  attributes.set('class', classes ? `${classes} ${name}` : name);
}

/** How many lists one list may bring along: lists that name each other many times over would never end. */
const MOST_LISTS = 200;

/**
 * Merges `list` into `target`, references resolved through the document's named lists, which may refer to others;
 * a circle ends it.
 */
export function mergeAttributes(
  target: Map<string, string>,
  list: AttributeList,
  named: Map<string, AttributeList>,
  merging = { left: MOST_LISTS, open: new Set<string>() },
): void {
  for (const ref of list.refs) {
    const other = named.get(ref);
    if (!other || merging.left === 0 || merging.open.has(ref)) continue;
    merging.left -= 1;
    merging.open.add(ref);
    mergeAttributes(target, other, named, merging);
    merging.open.delete(ref);
  }
  for (const [key, value] of list.attributes) {
    if (key === 'class') addClass(target, value);
    else target.set(key, value);
  }
}

/** A list with its references resolved; `null` when it holds nothing to print. */
export function resolved(list: AttributeList | undefined, named: Map<string, AttributeList>): AttributeList | null {
  if (!list) return null;
  const attributes = new Map<string, string>();
  mergeAttributes(attributes, list, named);
  return attributes.size > 0 ? { attributes, refs: list.refs } : null;
}

/** `{:name: …}`: kept for those who refer to it. */
export function readNamedList(scope: Scope): boolean {
  const match = take(scope, NAMED_LINE);
  if (!match) return false;
  const [, name = '', source = ''] = match;
  scope.outline.named.set(name, readAttributes(source, scope.outline.named.get(name)));
  addBlock(scope, 'boundary').boundary = 'ald';
  return true;
}

/** An attribute list on a line: it belongs to the block right above, else to the next one. */
export function readListLine(scope: Scope): boolean {
  const match = take(scope, LIST_LINE);
  if (!match) return false;
  const last = scope.blocks.at(-1);
  const takesList = last && last.kind !== 'blank' && (last.kind !== 'boundary' || isDefinition(last.boundary));
  if (!takesList) {
    scope.pending = readAttributes(match[1] ?? '', scope.pending);
    return true;
  }
  last.ial = readAttributes(match[1] ?? '', last.ial);
  if (!ahead(scope, LIST_LINE)) addBlock(scope, 'boundary').boundary = 'ial';
  return true;
}

function isDefinition(boundary: string | undefined): boolean {
  return boundary === 'link' || boundary === 'abbreviation' || boundary === 'footnote';
}
