/** An expression as Ruby Liquid reads it: a literal, a range, or a path into the variables. */
export type Expression =
  | { kind: 'literal'; value: unknown }
  | { kind: 'range'; from: Expression; to: Expression }
  | { kind: 'lookup'; name: string | Expression | undefined; path: Step[] };

export interface Step {
  key: string | Expression;
  /** Written `.size`, `.first` or `.last`: a question to the value when it has no such key. */
  command: boolean;
}

/** A number written with a decimal point: `6.0` prints as `6.0` and divides as a fraction. */
export class Decimal {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
  valueOf(): number {
    return this.value;
  }
  toString(): string {
    return Number.isInteger(this.value) ? `${this.value}.0` : String(this.value);
  }
  toJSON(): number {
    return this.value;
  }
}

/** Ruby Liquid's `QuotedFragment`, as the source of a pattern: a quoted text, or a run without blanks, commas and pipes. */
export const fragment: string = `(?:"[^"]*"|'[^']*'|(?:[^\\s,|'"]|"[^"]*"|'[^']*')+)`;

/** `empty` and `blank` in a condition ask the other side; elsewhere they are empty text. */
export const empty: unique symbol = Symbol('empty');
export const blank: unique symbol = Symbol('blank');

/** Ruby Liquid's `Expression.parse`. Never fails: what makes no sense is a path that leads nowhere. */
export function parseExpression(source: string): Expression {
  const text = source.trim();
  const quoted = /^(["'])[\s\S]*\1$/.test(text) && text.length > 1;
  if (quoted) return { kind: 'literal', value: text.slice(1, -1) };
  if (/^-?\d+$/.test(text)) return { kind: 'literal', value: Number(text) };
  const range = /^\(\s*(\S+?)\s*\.\.\s*(\S+)\s*\)$/.exec(text);
  if (range?.[1] && range[2]) return { kind: 'range', from: parseExpression(range[1]), to: parseExpression(range[2]) };
  if (/^-?\d[\d.]+$/.test(text)) return { kind: 'literal', value: new Decimal(Number.parseFloat(text)) };
  if (literals.has(text)) return { kind: 'literal', value: literals.get(text) };
  return parseLookup(text);
}

/** The same inside a condition, where `empty` and `blank` have a meaning of their own. */
export function parseOperand(source: string): Expression {
  if (source === 'empty') return { kind: 'literal', value: empty };
  if (source === 'blank') return { kind: 'literal', value: blank };
  return parseExpression(source);
}

const literals = new Map<string, unknown>([
  ['', null],
  ['nil', null],
  ['null', null],
  ['true', true],
  ['false', false],
  ['blank', ''],
  ['empty', ''],
]);

function parseLookup(text: string): Expression {
  const [name, ...steps] = text.match(/\[[^\]]+\]|[\w-]+\??/g) ?? [];
  return { kind: 'lookup', name: name === undefined ? name : bracketed(name), path: steps.map(parseStep) };
}

function parseStep(step: string): Step {
  const key = bracketed(step);
  return { key, command: key === 'size' || key === 'first' || key === 'last' };
}

function bracketed(step: string): string | Expression {
  return step.startsWith('[') ? parseExpression(step.slice(1, -1)) : step;
}
