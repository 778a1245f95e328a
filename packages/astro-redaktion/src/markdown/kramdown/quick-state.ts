import type { LinkTarget } from './scope.ts';
import type { KramdownOptions } from './types.ts';

/** A text on the quick way: what is written of it, and where its reader stands. */
export interface Quick {
  text: string;
  out: string;
  /** The last character of what is written; a space at the start. */
  last: string;
  /** All before this place is written. */
  from: number;
  /** Where an element ended last, or the text started. */
  start: number;
  at: number;
  /** Where the text to be read ends. */
  end: number;
  /** What is open round here. */
  open: { em: boolean; strong: boolean; link: boolean };
  depth: number;
  options: KramdownOptions;
  /** Links by name; absent while the document is not read to its end. */
  links: ReadonlyMap<string, LinkTarget> | undefined;
  /** Reads on to a delimiter; here so that those who are read for need not know the reader. */
  readOn: (quick: Quick, stop: string) => boolean;
}

const BANG = 33;

/** Writes the text up to `end`. An exclamation mark before an element is kept from making a picture of it. */
export function write(quick: Quick, end: number): void {
  const { text, from } = quick;
  if (end <= from) return;
  quick.last = text[end - 1] ?? '';
  quick.out += text.charCodeAt(end - 1) === BANG ? `${text.slice(from, end - 1)}\\!` : text.slice(from, end);
  quick.from = end;
}

/** Writes the text up to here, and what stands for the next `width` characters. */
export function writeElement(quick: Quick, width: number, element: string): true {
  write(quick, quick.at);
  quick.out += element;
  quick.last = element.at(-1) ?? '';
  quick.at += width;
  quick.from = quick.at;
  quick.start = quick.at;
  return true;
}

/** Writes the text up to `end`, and a sign that is none of it: the text goes on there. */
export function writeGuard(quick: Quick, end: number, guard: string): true {
  quick.out += quick.text.slice(quick.from, end) + guard;
  quick.from = end;
  quick.at += 1;
  return true;
}

/** A reader for `text`, which stands at its start. */
export function newQuick(
  text: string,
  { options, links }: { options: KramdownOptions; links?: ReadonlyMap<string, LinkTarget> },
  readOn: Quick['readOn'],
): Quick {
  return {
    text,
    out: '',
    last: ' ',
    from: 0,
    start: 0,
    at: 0,
    end: text.length,
    open: { em: false, strong: false, link: false },
    depth: 0,
    options,
    links,
    readOn,
  };
}
