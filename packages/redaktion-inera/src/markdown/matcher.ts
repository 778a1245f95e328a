import { nameKey, namesOf } from '../model/names.ts';
import type { ServiceEntry } from '../types.ts';
import { endingsOf } from './inflection.ts';

/** What of a service a text is searched for. */
export type Named = Pick<
  ServiceEntry,
  'id' | 'name' | 'abbreviation' | 'formerNames' | 'aliases' | 'mentionAs' | 'ambiguous'
>;

/** All names of a catalogue, compiled once; a text is searched in one pass however many there are. */
export interface Matcher {
  /** Finds where a name may begin. Global: `lastIndex` is the reader's. */
  start: RegExp;
  /** The same, and every `<`. */
  startInHtml: RegExp;
  root: Node;
  ids: readonly string[];
  /** Changes with the names; for cache keys. */
  key: string;
}

/** A place in the tree of names: words and what stands between them take turns. */
export interface Node {
  /** Words that must stand as they are (`NPÖ`, `eRemiss`), with their endings. */
  exact: Map<string, Step[]>;
  /** Words in lower case, with their endings. */
  folded: Map<string, Step[]>;
  between: Map<string, Node>;
  ends: End[];
}

/** From one word to the next place; `ending` letters at its end are not the name's. */
export interface Step {
  node: Node;
  ending: number;
}

/** A name that ends here. */
export interface End {
  id: string;
  /** The letter it must begin with; undefined if its case does not count. */
  initial: string | undefined;
  /** Only to be taken where the author cannot mean anything else, as in a heading of its own. */
  ambiguous: boolean;
  numeric: boolean;
}

/** Compiles the names of services. `lang` is the language of the names' endings. */
export function createMatcher(services: readonly Named[], { lang }: { lang: string }): Matcher {
  const root = newNode();
  const names = services.flatMap((service) => searchable(service).map((name) => ({ service, name })));
  for (const { service, name } of names) addName(root, { name, lang, end: endOf(service, name) });
  const sure = names.filter(({ service, name }) => !isAmbiguous(service, name)).map(({ name }) => name);
  return {
    root,
    ids: services.map(({ id }) => id),
    start: startOf(sure, ''),
    startInHtml: startOf(sure, '<'),
    key: `${lang}:${names.map(({ service, name }) => `${service.id}=${name}${isAmbiguous(service, name) ? '?' : ''}`).join(';')}`,
  };
}

/** Letters, digits and marks: what a word is made of. */
export const wordAt: RegExp = /[\p{L}\p{N}\p{M}_]+/uy;

/** What may stand between two words of a name. */
export const betweenAt: RegExp = /(?:[^\p{L}\p{N}\p{M}_<&]|&(?:nbsp|amp|#160|#xa0);|&(?![a-z#]))+/iuy;

/** What stands between two words, as it is compared: one space, plain hyphens. */
export function betweenKey(text: string): string {
  if (text === ' ') return text;
  return text
    .replace(/&(?:nbsp|#160|#xa0);/gi, ' ')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-');
}

/** Names begin and end with a letter or digit and are at least two characters long; others cannot be found. */
function searchable(service: Named): string[] {
  const names = [...namesOf(service), ...service.mentionAs].map((name) => name.normalize('NFC').trim());
  return [...new Set(names)].filter((name) => /^[\p{L}\p{N}].*[\p{L}\p{N}]$/su.test(name));
}

function isAmbiguous(service: Named, name: string): boolean {
  return service.ambiguous.some((word) => nameKey(word) === nameKey(name));
}

function endOf(service: Named, name: string): End {
  const first = name[0] ?? '';
  return {
    id: service.id,
    initial: /\p{Lu}/u.test(first) ? first : undefined,
    ambiguous: isAmbiguous(service, name),
    numeric: /^\p{N}+$/u.test(name),
  };
}

function addName(root: Node, { name, lang, end }: { name: string; lang: string; end: End }): void {
  const parts = name.split(/([\p{L}\p{N}\p{M}_]+)/u).slice(1, -1);
  let node = root;
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    node = index % 2 === 0 ? addWord(node, part, { lang, last }) : childOf(node.between, betweenKey(part));
  }
  if (!node.ends.some((other) => other.id === end.id && other.initial === end.initial)) node.ends.push(end);
}

/** One word leads to one place, by itself and by each of its forms. */
function addWord(node: Node, word: string, how: { lang: string; last: boolean }): Node {
  const exact = isExact(word);
  const map = exact ? node.exact : node.folded;
  const key = exact ? word : word.toLowerCase();
  const known = map.get(key)?.find(({ ending }) => ending === 0)?.node;
  const next = known ?? newNode();
  for (const ending of ['', ...endingsOf(word, how)]) {
    const steps = map.get(key + ending) ?? [];
    map.set(key + ending, steps);
    if (!steps.some((step) => step.node === next)) steps.push({ node: next, ending: ending.length });
  }
  return next;
}

/** A word with a capital after its first letter is an abbreviation or a coined name: its case counts. */
function isExact(word: string): boolean {
  return /.\p{Lu}/su.test(word);
}

/** Where a name may begin, or an address does, or a `sign` stands. The look ahead at one letter halves the cost. */
function startOf(names: readonly string[], sign: '' | '<'): RegExp {
  const beginnings = [...new Set(names.map(beginning))].toSorted();
  const first = new Set(names.flatMap((name) => (/^\p{Ll}/u.test(name) ? casesOf(name.charAt(0)) : [name.charAt(0)])));
  const patterns = [...(sign === '' ? [] : [sign]), 'https?:\\/\\/[^\\s<]+', 'www\\.[^\\s<]+', ...beginnings];
  return new RegExp(`(?=[${[sign, 'hw', ...first].join('')}])(?:${patterns.join('|')})`, 'g');
}

/** The first signs of a name as a pattern: the first in its case (either, if small), the others in any case. */
function beginning(name: string): string {
  const exact = isExact(/^[\p{L}\p{N}]+/u.exec(name)?.[0] ?? name);
  const signs = [...(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u.exec(name)?.[0] ?? '')].slice(0, 4);
  return signs
    .map((char, index) => {
      if (char === '-') return '[-\\u2010\\u2011]';
      const cases = exact || (index === 0 && /\p{Lu}/u.test(char)) ? [char] : casesOf(char);
      return cases.length > 1 ? `[${cases.join('')}]` : char;
    })
    .join('');
}

function casesOf(char: string): string[] {
  return [...new Set([char.toLowerCase(), char.toUpperCase()])].filter(({ length }) => length === char.length);
}

function newNode(): Node {
  return { exact: new Map(), folded: new Map(), between: new Map(), ends: [] };
}

function childOf(map: Map<string, Node>, key: string): Node {
  const known = map.get(key);
  if (known) return known;
  const made = newNode();
  map.set(key, made);
  return made;
}
