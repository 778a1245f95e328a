import { isRealDay } from './date-text.ts';

/**
 * An unquoted YAML value as Ruby (Psych, YAML 1.1) reads it: `yes` is true, `0123` is 83, `12:30:45` is 45045,
 * `1,000` is 1000, and `y`, `1e5`, `08` are texts. js-yaml follows YAML 1.2 and differs in all of these.
 *
 * Dates and times become the text that Ruby prints for them (`2022-06-02`, `2022-06-02 08:00:00 +0200`): Jekyll
 * itself goes by that text, it survives JSON, and the day cannot drift. A time without a zone is UTC in YAML,
 * and says so: `2022-06-02 08:00:00 +0000`.
 */
export function readScalar(text: string): unknown {
  const first = text.charCodeAt(0);
  if (isLetter(first) || first === TILDE) return readWord(text);
  if (!isNumberStart(first)) return text;
  if (text.includes('-', 1)) return readTimestamp(text) ?? readNumber(text) ?? text;
  return readNumber(text) ?? text;
}

const TILDE = 0x7e;
const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['yes', true],
  ['true', true],
  ['on', true],
  ['no', false],
  ['false', false],
  ['off', false],
  ['null', null],
  ['~', null],
]);
const DAY = /^\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)$/;
const TIME = /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|\s+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?\s*(Z|[-+]\d\d?:?(?:\d\d)?)?$/;
const INTEGER = /^[-+]?(?:0b[01_,]+|0[0-7_,]+|0|[1-9](?:\d|[,_]\d)*|0x[\da-fA-F_,]+)$/;
const FLOAT = /^[-+]?(?:\d[\d_,]*)?\.\d*(?:[eE][-+]\d+)?$/;
const SEXAGESIMAL = /^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}(\.[\d_]*)?$/;

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** A digit, `+`, `-` or `.`. */
function isNumberStart(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x2e;
}

function readWord(text: string): unknown {
  if (text.length > 5) return text;
  const value = WORDS.get(text.toLowerCase());
  return value === undefined ? text : value;
}

function readTimestamp(text: string): string | undefined {
  if (DAY.test(text)) return realDay(text) ?? text;
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, zone] = match;
  const real = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  if (!real || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return text;
  // A day that the calendar has not is left to the reader of dates, which says so.
  const shown = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')} ${hour?.padStart(2, '0')}:${minute}:${second}`;
  return `${shown} ${printZone(zone)}`;
}

function realDay(text: string): string | undefined {
  const [year = '', month = '', day = ''] = text.split('-');
  if (!isRealDay({ year: Number(year), month: Number(month), day: Number(day) })) return undefined;
  return text.length === 10 ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function printZone(zone: string | undefined): string {
  if (!zone) return '+0000';
  if (zone === 'Z') return 'UTC';
  const [, sign = '+', hour = '0', minute = '00'] = /^([-+])(\d\d?):?(\d\d)?$/.exec(zone) ?? [];
  const offset = `${hour.padStart(2, '0')}${minute}`;
  return offset === '0000' ? '+0000' : sign + offset;
}

function readNumber(text: string): number | string | undefined {
  if (INTEGER.test(text)) return readInteger(text.replace(/[,_]/g, ''), text);
  if (text.includes(':')) return SEXAGESIMAL.test(text) ? readSexagesimal(text.replaceAll('_', '')) : undefined;
  if (FLOAT.test(text) && /\d/.test(text)) return Number(text.replace(/[,_]/g, ''));
  return readInfinity(text.toLowerCase());
}

/** Numbers beyond what JavaScript counts exactly stay text: they are identifiers, not quantities. */
function readInteger(digits: string, text: string): number | string {
  const sign = digits.startsWith('-') ? -1 : 1;
  const size = digits.replace(/^[-+]/, '');
  const octal = /^0[0-7]+$/.test(size) ? `0o${size.slice(1)}` : size;
  const value = Number(octal);
  if (!Number.isSafeInteger(value)) return text;
  return value === 0 ? 0 : sign * value;
}

/** Ruby reads `12:30` as 12 hours and 30 minutes, in seconds, and gives a minus sign to the hours alone. */
function readSexagesimal(text: string): number {
  return text.split(':').reduce((sum, part, index) => sum + Number(part) * 60 ** (2 - index), 0);
}

/** As Ruby prints them: JSON has no such numbers. */
function readInfinity(text: string): string | undefined {
  if (text === '.inf' || text === '+.inf') return 'Infinity';
  if (text === '-.inf') return '-Infinity';
  return text === '.nan' ? 'NaN' : undefined;
}
