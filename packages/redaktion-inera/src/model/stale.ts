import type { Day, Service } from '../types.ts';

export interface StaleOptions {
  /** Today in the site's time zone. */
  today: Day;
  /** How many months a check is good for. Default 12. */
  months?: number;
}

/** Whether the last check of a service's facts is older than so many months, or there has been none. */
export function isStale(service: Pick<Service, 'checked'>, { today, months = 12 }: StaleOptions): boolean {
  return service.checked === undefined || service.checked < monthsBefore(today, months);
}

/** The services whose facts are due to be checked: never checked first, then the oldest. */
export function staleServices(services: readonly Service[], options: StaleOptions): Service[] {
  return services
    .filter((service) => isStale(service, options))
    .toSorted((a, b) => ((a.checked ?? '') < (b.checked ?? '') ? -1 : Number((a.checked ?? '') > (b.checked ?? ''))));
}

/** The same day so many months earlier; the month's last day if it has no such day. Calendar arithmetic, no time zone. */
export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
