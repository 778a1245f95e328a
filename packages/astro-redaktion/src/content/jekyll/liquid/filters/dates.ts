import { Fault } from '../fault.ts';
import { clockOf, Moment } from '../moment.ts';
import type { Filter } from '../filter.ts';
import { parseDate } from '../parse-date.ts';
import { strftime } from '../strftime.ts';
import { isNothing, toText } from '../value.ts';

/** Filters on dates, in the site's zone, with English names as in Jekyll. */
export function dateFilters(site: { timeZone: string; time: number }): Record<string, Filter> {
  const local = (value: unknown): Moment => inZone(momentOf(value, site), value, site.timeZone);
  const unlessEmpty =
    (print: (moment: Moment, args: unknown[]) => string): Filter =>
    ({ input, args }) =>
      isNothing(input) || input === '' ? input : print(local(input), args);
  return {
    date: ({ input, args }) => formatDate(input, toText(args[0]), site),
    date_to_string: unlessEmpty((moment, args) => printDay(moment, '%b', args)),
    date_to_long_string: unlessEmpty((moment, args) => printDay(moment, '%B', args)),
    date_to_xmlschema: unlessEmpty((moment) => strftime(moment, '%Y-%m-%dT%H:%M:%S%:z')),
    date_to_rfc822: unlessEmpty((moment) => strftime(moment, '%a, %d %b %Y %H:%M:%S %z')),
  };
}

function formatDate(input: unknown, format: string, site: { timeZone: string; time: number }): unknown {
  const moment = momentOf(input, site);
  return format && moment ? strftime(moment, format) : input;
}

function momentOf(value: unknown, site: { timeZone: string; time: number }): Moment | undefined {
  if (value instanceof Moment) return value;
  if (typeof value === 'number' && Number.isInteger(value)) return new Moment(value * 1000, site.timeZone);
  return typeof value === 'string' && value ? parseDate(value, site) : undefined;
}

function inZone(moment: Moment | undefined, value: unknown, timeZone: string): Moment {
  if (!moment) {
    throw new Fault({
      code: 'liquid-date',
      message: `"${toText(value)}" is not a date.`,
      fix: 'Give the filter a date such as 2022-06-02 or page.date.',
    });
  }
  return moment.isDay ? moment : new Moment(moment.instant, timeZone);
}

function printDay(moment: Moment, month: string, [type, style]: unknown[]): string {
  if (type !== 'ordinal') return strftime(moment, `%d ${month} %Y`);
  const { day } = clockOf(moment);
  const nth = `${day}${ordinalOf(day)}`;
  return strftime(moment, style === 'US' ? `${month} ${nth}, %Y` : `${nth} ${month} %Y`);
}

function ordinalOf(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
