import { Decimal } from '../expression.ts';
import { Fault } from '../fault.ts';
import { Moment } from '../moment.ts';
import type { Filter } from '../filter.ts';
import { isFraction, toInteger, toNumber, toText } from '../value.ts';

/** Filters on numbers. Whole numbers stay whole: 5 divided by 2 is 2; a fraction makes a fraction. */
export const numberFilters: Record<string, Filter> = {
  plus: ({ input, args }) => calculate(input, args[0], (a, b) => a + b),
  minus: ({ input, args }) => calculate(input, args[0], (a, b) => a - b),
  times: ({ input, args }) => calculate(input, args[0], (a, b) => a * b),
  divided_by: ({ input, args }) =>
    divide(input, args[0], (a, b) => (bothWhole(input, args[0]) ? Math.floor(a / b) : a / b)),
  modulo: ({ input, args }) => divide(input, args[0], (a, b) => clean(a - b * Math.floor(a / b))),
  abs: ({ input }) => keep(input, Math.abs(toNumber(input))),
  ceil: ({ input }) => Math.ceil(toNumber(input)),
  floor: ({ input }) => Math.floor(toNumber(input)),
  round: ({ input, args }) => (isFraction(input) ? round(toNumber(input), toInteger(args[0]) ?? 0) : toNumber(input)),
  at_least: ({ input, args }) => (toNumber(input) < toNumber(args[0]) ? asNumber(args[0]) : asNumber(input)),
  at_most: ({ input, args }) => (toNumber(input) > toNumber(args[0]) ? asNumber(args[0]) : asNumber(input)),
  to_integer: ({ input, text }) => wholePart(input, text),
};

function wholePart(input: unknown, text: string): number {
  if (typeof input === 'boolean') return Number(input);
  if (input instanceof Moment) return Math.floor(input.instant / 1000);
  return Math.trunc(Number(/^\s*[-+]?\d+/.exec(text)?.[0] ?? 0));
}

function calculate(a: unknown, b: unknown, operation: (a: number, b: number) => number): unknown {
  const result = operation(toNumber(a), toNumber(b));
  return bothWhole(a, b) ? result : new Decimal(clean(result));
}

function divide(a: unknown, b: unknown, operation: (a: number, b: number) => number): unknown {
  if (toNumber(b) === 0) {
    throw new Fault({
      code: 'liquid-division',
      message: `"${toText(a)}" is divided by 0.`,
      fix: 'Test the divisor first.',
    });
  }
  const result = operation(toNumber(a), toNumber(b));
  return bothWhole(a, b) ? result : new Decimal(result);
}

function bothWhole(a: unknown, b: unknown): boolean {
  return !isFraction(a) && !isFraction(b);
}

/** Ruby calculates fractions in tens: 0.1 plus 0.2 is 0.3. */
function clean(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function round(value: number, digits: number): unknown {
  const factor = 10 ** digits;
  const size = Math.round(clean(Math.abs(value) * factor)) / factor;
  const rounded = value < 0 ? -size : size;
  return digits > 0 ? new Decimal(rounded) : rounded;
}

function keep(input: unknown, value: number): unknown {
  return isFraction(input) ? new Decimal(value) : value;
}

function asNumber(value: unknown): unknown {
  return keep(value, toNumber(value));
}
