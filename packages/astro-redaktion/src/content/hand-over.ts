import type { SiteOptions } from '../config/site-options.ts';
import type { Page, Site } from '../types.ts';

/**
 * What the integration and the bundle of the pages say to each other. Both run in the same process but are loaded
 * apart, so that a module's own variables are two; a registered symbol is one.
 */
interface Shared {
  made?: { store: string; site: Site; options: SiteOptions } | undefined;
  touched: boolean;
  /** Absent: pages are printed by Astro alone. */
  printing?: { printer?: Printer | undefined } | undefined;
}

/** Gives the HTML of a page; nothing for one that has to go Astro's whole way. */
export type Printer = (page: Page, url: URL) => Promise<string | undefined>;

const NAME = Symbol.for('astro-redaktion');

/** Gives the pages of this build the site that the loader has made: a second one would cost as much again. */
export function handOver(made: Shared['made']): void {
  shared().made = made;
}

/** The site of this build, if it was made in this process from the posts of this folder. */
export function handedOver(store: string): Shared['made'] {
  const { made } = shared();
  return made?.store === store ? made : undefined;
}

/** To be called when a page shows something that its key does not cover: then it hangs on the whole site. */
export function touchSite(): void {
  shared().touched = true;
}

/** From now on pages of the bundle may offer to print others, or no longer. */
export function wantPrinter(wanted: boolean): void {
  shared().printing = wanted ? {} : undefined;
}

/** Whether nobody has offered so far. */
export function wantsPrinter(): boolean {
  const { printing } = shared();
  return printing !== undefined && printing.printer === undefined;
}

export function offerPrinter(printer: Printer | undefined): void {
  const { printing } = shared();
  if (printing) printing.printer = printer;
}

/** What was offered, once a page was printed by Astro. */
export function offeredPrinter(): Printer | undefined {
  return shared().printing?.printer;
}

/** Whether that has happened since this was last asked. */
export function takeTouched(): boolean {
  const { touched } = shared();
  shared().touched = false;
  return touched;
}

function shared(): Shared {
  const holder = globalThis as { [NAME]?: Shared };
  holder[NAME] ??= { touched: false };
  return holder[NAME];
}
