import { nearest } from './suggest.ts';

/** Whether `Intl` knows the time zone: `Europe/Stockholm`, `UTC`, `EST5EDT`. */
export function isTimeZone(name: string): boolean {
  return isTaken(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

/** Whether a text has the form of a language by BCP 47: `sv`, `en-GB`. */
export function isLanguageTag(tag: string): boolean {
  return isTaken(() => Intl.getCanonicalLocales(tag));
}

/** What is wrong with the name of a time zone that there is not. */
export function unknownTimeZone(name: string): string {
  const near = nearest(name, Intl.supportedValuesOf('timeZone'));
  return `must be a time zone by its IANA name, such as Europe/Stockholm${near ? `; did you mean ${near}?` : ''}`;
}

/** `Intl` has no other way to say no than to throw. */
function isTaken(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}
