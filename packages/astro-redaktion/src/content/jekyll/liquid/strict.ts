// Ruby Liquid's strict grammar. Jekyll tries it first and falls back to guessing (`error_mode: warn`).

const shapes: readonly [Kind, RegExp][] = [
  ['comparison', /==|!=|<>|<=?|>=?|contains(?=\s)/y],
  ['string', /'[^']*'|"[^"]*"/y],
  ['number', /-?\d+(?:\.\d+)?/y],
  ['id', /[a-zA-Z_][\w-]*\??/y],
  ['dots', /\.\./y],
  ['special', /[|.:,[\]()?-]/y],
];

/** The words of a tag's text, or nothing where a character has no place in it. */
export function readWords(source: string): Words | undefined {
  const words: Word[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(source[at] ?? '')) at++;
    if (at >= source.length) return { words, at: 0 };
    const word = nextWord(source, at);
    if (!word) return undefined;
    words.push(word);
    at += word.text.length;
  }
}

function nextWord(source: string, at: number): Word | undefined {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at;
    const text = shape.exec(source)?.[0];
    if (text) return { kind, text };
  }
  return undefined;
}

/** Takes the next word if it is of that kind (and text). */
export function take(words: Words, kind: Kind, text?: string): string | undefined {
  const word = words.words[words.at];
  if (!word || word.kind !== kind || (text !== undefined && word.text !== text)) return undefined;
  words.at++;
  return word.text;
}

export function atEnd(words: Words): boolean {
  return words.at >= words.words.length;
}

/** The next word is this special character, or of this kind. */
export function looksLike(words: Words, text: string, ahead = 0): boolean {
  const word = words.words[words.at + ahead];
  return word !== undefined && (word.text === text || word.kind === text);
}

/** One expression as source text, or nothing. */
export function takeExpression(words: Words): string | undefined {
  const plain = take(words, 'string') ?? take(words, 'number');
  if (plain !== undefined) return plain;
  if (take(words, 'special', '(')) return takeRange(words);
  const name = take(words, 'id') ?? takeBracket(words);
  return name === undefined ? undefined : takeSteps(words, name);
}

function takeRange(words: Words): string | undefined {
  const from = takeExpression(words);
  const dots = take(words, 'dots');
  const to = takeExpression(words);
  const close = take(words, 'special', ')');
  return from && dots && to && close ? `(${from}..${to})` : undefined;
}

function takeBracket(words: Words): string | undefined {
  if (!take(words, 'special', '[')) return undefined;
  const inner = takeExpression(words);
  return inner && take(words, 'special', ']') ? `[${inner}]` : undefined;
}

function takeSteps(words: Words, start: string): string | undefined {
  let path = start;
  for (;;) {
    if (looksLike(words, '[')) {
      const step = takeBracket(words);
      if (!step) return undefined;
      path += step;
    } else if (take(words, 'special', '.')) {
      const step = take(words, 'id');
      if (!step) return undefined;
      path += `.${step}`;
    } else return path;
  }
}

type Kind = 'comparison' | 'string' | 'number' | 'id' | 'dots' | 'special';
interface Word {
  kind: Kind;
  text: string;
}
export interface Words {
  words: Word[];
  at: number;
}
