import type { PostDate, Problem } from '../../types.ts';
import { readDate } from './date.ts';
import type { DateResult } from './date.ts';
import type { PostPath } from './file-name.ts';
import type { PostContext } from './post-context.ts';
import type { PostSource } from './types.ts';
import { dateIn } from './zone.ts';

/** A post's date as Jekyll finds it: the front matter's, else the file name's, else (drafts only) the file's time. */
export function postDate(input: DateInput): FoundDate {
  const { data, name, source, context, file } = input;
  const value = data['date'];
  if (value !== undefined && value !== null && value !== '') {
    const result = readDate(value, context.timeZone);
    return judge(result, { ...input, text: String(value), from: 'front matter' });
  }
  if (name.date !== undefined) {
    return judge(readDate(name.date, context.timeZone), { ...input, text: name.date, from: 'file name' });
  }
  if (source.mtime !== undefined) return { date: dateIn(source.mtime, context.timeZone), from: 'file time' };
  return {
    problem: {
      code: 'date-missing',
      severity: 'error',
      file,
      message: 'The draft has no date, neither in its front matter nor in its name.',
      fix: 'Add a line like "date: 2022-06-02 08:00:00 +0200" to the front matter.',
    },
  };
}

function judge(result: DateResult, at: Judged): FoundDate {
  const { from, text } = at;
  if (!result.date) return { problem: problem(at, UNREADABLE) };
  if (!result.fault) return { date: result.date, from };
  if (result.fault === 'unknown-zone') return { date: result.date, from, problem: problem(at, UNKNOWN_ZONE) };
  const severity = at.context.impossibleDay;
  const message = `There is no such day as "${text}"; Jekyll takes it for ${result.date.day}.`;
  const fix = `Write the day that is meant; ${result.date.day} keeps the address that Jekyll gave the post.`;
  return { date: result.date, from, problem: problem(at, { code: 'date-impossible', severity, message, fix }) };
}

const UNREADABLE: Fault = {
  code: 'date-unreadable',
  severity: 'error',
  message: 'The date "%" cannot be read.',
  fix: 'Write it as year-month-day: 2022-06-02, or with time and zone, 2022-06-02 08:00:00 +0200.',
};

const UNKNOWN_ZONE: Fault = {
  code: 'date-zone',
  severity: 'warning',
  message: 'The date "%" names a time zone that Jekyll passes over: the time is taken to be in the site\'s own zone.',
  fix: 'Write the zone as an offset: +0200.',
};

function problem({ file, text, from, lineOf }: Judged, fault: Fault): Problem {
  const line = from === 'front matter' ? lineOf('date') : undefined;
  const where = from === 'file name' ? ' (it stands in the file name)' : '';
  return {
    ...fault,
    file,
    ...(line === undefined ? {} : { line }),
    message: fault.message.replace('%', () => text) + where,
  };
}

type Fault = Pick<Problem, 'code' | 'severity' | 'message'> & { fix: string };

interface Judged extends DateInput {
  text: string;
  from: 'front matter' | 'file name';
}

export interface DateInput {
  /** Front matter after defaults. */
  data: Readonly<Record<string, unknown>>;
  name: PostPath;
  source: PostSource;
  context: PostContext;
  file: string;
  lineOf: (...keys: string[]) => number | undefined;
}

export type FoundDate =
  | { date: PostDate; from: 'front matter' | 'file name' | 'file time'; problem?: Problem }
  | { date?: undefined; from?: undefined; problem: Problem };
