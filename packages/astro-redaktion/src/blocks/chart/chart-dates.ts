import { formatDate } from '../../i18n/format.ts';

/** Labels as points in time, milliseconds; `undefined` unless all are days (`2024-05-01`) or all months (`2024-05`). */
export function datesOf(labels: readonly string[]): number[] | undefined {
  const isDates = labels.length > 1 && [DAY, MONTH].some((form) => labels.every((label) => form.test(label)));
  const times = isDates ? labels.map((label) => Date.parse(label.length === 7 ? `${label}-01` : label)) : [];
  return times.length > 0 && times.every((time) => !Number.isNaN(time)) ? times : undefined;
}

/** Labels as readers see them: `2 juni 2022`, `juni 2022`; on an axis without a year that all share. */
export function labelTexts(labels: readonly string[], lang: string, onAxis = false): readonly string[] {
  if (!datesOf(labels)) return labels;
  const oneYear = new Set(labels.map((label) => label.slice(0, 4))).size === 1;
  return labels.map((label) => {
    const isMonth = label.length === 7;
    const style = isMonth ? 'month' : onAxis && oneYear ? 'short' : 'long';
    return formatDate(
      { day: isMonth ? `${label}-01` : label, instant: 0, offset: 0 },
      { lang, timezone: 'UTC', style },
    );
  });
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const MONTH = /^\d{4}-\d\d$/;
