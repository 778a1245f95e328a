import type { Context } from 'liquidjs';
import { evaluate } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { blank, empty, fragment, parseOperand } from './expression.ts';
import { badSyntax, Fault } from './fault.ts';
import type { Words } from './strict.ts';
import { atEnd, readWords, take, takeExpression } from './strict.ts';
import { compare, equal, isHash, isOrdered, toText } from './value.ts';

/** Comparisons joined by `and` and `or`, read from the left, each joined to all that follows. */
export interface Condition {
  left: Expression;
  operator?: string;
  right?: Expression;
  join?: 'and' | 'or';
  rest?: Condition;
}

const comparison = new RegExp(`(${fragment})\\s*([=!<>a-z_]+)?\\s*(${fragment})?`);

/** Reads `{% if … %}`: the strict grammar first, then Ruby Liquid's guess. */
export function parseCondition(source: string): Condition {
  return parseStrictCondition(source) ?? parseLaxCondition(source);
}

/** The strict grammar alone (`where_exp`), or nothing. */
export function parseStrictCondition(source: string): Condition | undefined {
  const words = readWords(source);
  const condition = words && takeCondition(words);
  return words && condition && atEnd(words) ? condition : undefined;
}

function takeCondition(words: Words): Condition | undefined {
  const left = takeExpression(words);
  if (left === undefined) return undefined;
  const condition: Condition = { left: parseOperand(left) };
  const operator = take(words, 'comparison');
  if (operator) {
    const right = takeExpression(words);
    if (right === undefined) return undefined;
    Object.assign(condition, { operator, right: parseOperand(right) });
  }
  const join = take(words, 'id', 'and') ? 'and' : take(words, 'id', 'or') ? 'or' : undefined;
  if (!join) return condition;
  const rest = takeCondition(words);
  return rest && { ...condition, join, rest };
}

function parseLaxCondition(source: string): Condition {
  const parts = source.split(/\s+(and|or)\s+/);
  let condition: Condition | undefined;
  for (let at = parts.length - 1; at >= 0; at -= 2) {
    const [, left, operator, right] = comparison.exec(parts[at] ?? '') ?? [];
    if (left === undefined)
      throw badSyntax(`The condition "${source.trim()}" cannot be read.`, 'Write it as: if a == b');
    const join = parts[at + 1] === 'or' ? 'or' : 'and';
    condition = {
      left: parseOperand(left),
      ...(operator && { operator, right: parseOperand(right ?? '') }),
      ...(condition && { join, rest: condition }),
    };
  }
  if (!condition) throw badSyntax('The tag has no condition.', 'Write it as: if a == b');
  return condition;
}

/** Ruby's truth: all but `false` and nothing. */
export function holds(condition: Condition, scope: Context): boolean {
  const here = interpret(condition, scope);
  if (!condition.rest) return here;
  if (condition.join === 'or') return here || holds(condition.rest, scope);
  return here && holds(condition.rest, scope);
}

function interpret({ left, operator, right }: Condition, scope: Context): boolean {
  const a = evaluate(left, scope);
  if (!operator) return isTrue(a);
  const b = right ? evaluate(right, scope) : null;
  if (operator === '==') return same(a, b);
  if (operator === '!=' || operator === '<>') return !same(a, b);
  if (operator === 'contains') return contains(a, b);
  if (!['<', '>', '<=', '>='].includes(operator)) throw unknownOperator(operator);
  return ordered(a, b, operator);
}

export function isTrue(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined;
}

function same(a: unknown, b: unknown): boolean {
  if (a === empty || a === blank) return typeof b !== 'symbol' && isEmpty(b, a === blank);
  if (b === empty || b === blank) return isEmpty(a, b === blank);
  return equal(a, b);
}

/** Jekyll has no `blank?` of Rails: `x == blank` never holds there; `empty` asks text, lists and maps. */
function isEmpty(value: unknown, asBlank: boolean): boolean {
  if (asBlank) return false;
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0;
  return isHash(value) && Object.keys(value).length === 0;
}

function contains(a: unknown, b: unknown): boolean {
  if (!isTrue(a) || !isTrue(b)) return false;
  if (typeof a === 'string') return a.includes(toText(b));
  if (Array.isArray(a)) return a.some((item) => equal(item, b));
  return isHash(a) && Object.hasOwn(a, toText(b));
}

function ordered(a: unknown, b: unknown, operator: string): boolean {
  if (!isOrdered(a) || !isOrdered(b)) return false;
  const order = compare(a, b);
  if (order === undefined) {
    throw new Fault({
      code: 'liquid-comparison',
      message: `"${toText(a)}" ${operator} "${toText(b)}" compares values of different kinds.`,
      fix: 'Compare two numbers or two texts; `| plus: 0` makes a number of a text.',
    });
  }
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order >= 0;
}

function unknownOperator(operator: string): Fault {
  return badSyntax(`"${operator}" is not an operator.`, 'Use ==, !=, <, >, <=, >= or contains.');
}
