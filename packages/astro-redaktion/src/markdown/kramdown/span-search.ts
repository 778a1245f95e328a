export const BACKSLASH = 92;
const [SPACE, NEWLINE, BANG, DASH, DOT, LESS, GREATER, BRACE, TILDE, BRACKET, COLON] = [
  32, 10, 33, 45, 46, 60, 62, 123, 126, 91, 58,
];

/** Characters that may start something in a line of text. */
const SPECIAL = new Uint8Array(128);
for (const character of '*_`<]&$\\![{"\'-.>~\n') SPECIAL[character.charCodeAt(0)] = 1;

export function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

/** Whether a quote is here; it takes the sign before it along, which then is part of no address. */
export function quoteAt(text: string, at: number): boolean {
  return at < text.length && isQuote(text.charCodeAt(at));
}

/**
 * Where the next thing starts that is more than text, from `from` on; -1 when there is none. A quote starts at the
 * character before it, ` >>` and a line break at their spaces.
 */
export function nextSpecial(text: string, from: number, hardWrap: boolean): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128 || SPECIAL[code] === 0) continue;
    if (isQuote(code)) return quoteStart(text, at, from);
    const start = specialStart(text, at, hardWrap);
    if (start >= from) return start;
  }
  return -1;
}

/** The place of a sign that needs company to mean something; -1 when it is alone. */
function specialStart(text: string, at: number, hardWrap: boolean): number {
  const next = text.charCodeAt(at + 1);
  switch (text.charCodeAt(at)) {
    case NEWLINE:
      if (hardWrap) return at;
      return text.charCodeAt(at - 1) === SPACE && text.charCodeAt(at - 2) === SPACE ? at - 2 : -1;
    case BANG:
      return next === BRACKET ? at : -1;
    case DASH:
      return next === DASH ? at : -1;
    case DOT:
      return next === DOT && text.charCodeAt(at + 2) === DOT ? at : -1;
    case BRACE:
      return next === COLON ? at : -1;
    case TILDE:
      return next === TILDE ? at : -1;
    case GREATER:
      return next === GREATER ? at - (text.charCodeAt(at - 1) === SPACE ? 1 : 0) : -1;
    case LESS:
      return at;
    default:
      return at;
  }
}

/** Where a sign starts to mean something that was found at `at`: with the character before it, or two; -1 when it is alone. */
export function signStart(text: string, at: number, from: number): number {
  return isQuote(text.charCodeAt(at)) ? quoteStart(text, at, from) : specialStart(text, at, false);
}

function quoteStart(text: string, at: number, from: number): number {
  const before = text.charCodeAt(at - 1);
  if (at === from || before === BACKSLASH) return at;
  return before >= 0xdc00 && before < 0xe000 && at - 2 >= from ? at - 2 : at - 1;
}
