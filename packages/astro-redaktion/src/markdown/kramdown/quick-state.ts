import { codeUnits } from '../code-units.ts';
import type { LinkTarget } from './scope.ts';
import type { Spans, Writing } from './span-state.ts';
import type { KramdownOptions, Unread } from './types.ts';

/** A text on the quick way: what is written of it, and where its reader stands. */
export interface Quick extends Unread {
  /** Its characters. Nothing else asks for code units while a text is read. */
  units: Uint16Array;
  /** Where the text to be read ends. */
  end: number;
  /** Where it started; -1 where it is not to be left unread. */
  origin: number;
  /** What is open round here. */
  open: { em: boolean; strong: boolean; link: boolean };
  depth: number;
  options: KramdownOptions;
  /** Links by name; absent while the document is not read to its end. */
  links: ReadonlyMap<string, LinkTarget> | undefined;
  /** Reads on to a delimiter; here so that those who are read for need not know the reader. */
  readOn: (quick: Quick, stop: string) => boolean;
  /** Takes over at a sign that is more than common and stands in no element; `tried` characters were read in vain. */
  odd: ((quick: Quick, tried: number) => boolean) | undefined;
  /** The document that is written; absent while it is read. */
  writing: Writing | undefined;
  /** The long way through this text, once it was needed. */
  spans: Spans | undefined;
  /** Texts whose rest is left. */
  unread: Unread[];
}

const BANG = 33;

const NOTHING: Unread[] = [];

/** No element is open. */
export const NONE: Quick['open'] = { em: false, strong: false, link: false };

/** Writes the text up to `end`. An exclamation mark before an element is kept from making a picture of it. */
export function write(quick: Quick, end: number): void {
  const { text, from } = quick;
  if (end <= from) return;
  quick.last = text[end - 1] ?? '';
  quick.element = -1;
  quick.out += text.charCodeAt(end - 1) === BANG ? `${text.slice(from, end - 1)}\\!` : text.slice(from, end);
  quick.from = end;
}

/** Writes the text up to here, and what stands for the next `width` characters. */
export function writeElement(quick: Quick, width: number, element: string): true {
  write(quick, quick.at);
  quick.element = quick.out.length;
  quick.out += element;
  quick.last = element.at(-1) ?? '';
  quick.at += width;
  quick.from = quick.at;
  quick.start = quick.at;
  return true;
}

/** As `writeElement`, for signs that are text: an attribute list does not take them. */
export function writeSign(quick: Quick, width: number, sign: string): true {
  writeElement(quick, width, sign);
  quick.element = -1;
  return true;
}

/** Writes the text up to `end`, and a sign that is none of it: the text goes on there. */
export function writeGuard(quick: Quick, end: number, guard: string): true {
  quick.out += quick.text.slice(quick.from, end) + guard;
  quick.element = -1;
  quick.from = end;
  quick.at += 1;
  return true;
}

/** A reader for `text`, which stands at its start. */
export function newQuick(
  text: string,
  { options, links }: { options: KramdownOptions; links?: ReadonlyMap<string, LinkTarget> },
  {
    readOn,
    odd,
    writing,
    units = codeUnits(text),
  }: Pick<Quick, 'readOn'> & Partial<Pick<Quick, 'odd' | 'writing' | 'units'>>,
): Quick {
  return {
    text,
    units,
    out: '',
    last: ' ',
    element: -1,
    from: 0,
    start: 0,
    at: 0,
    end: text.length,
    origin: 0,
    open: NONE,
    depth: 0,
    options,
    links,
    readOn,
    odd,
    writing,
    spans: undefined,
    unread: NOTHING,
  };
}
