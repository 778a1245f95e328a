import type { SiteOptions } from '../config/site-options.ts';
import type { Page, Site } from '../types.ts';

/**
 * What the integration and the bundle of the pages say to each other. Both run in the same process but are loaded
 * apart, so that a module's own variables are two; a registered symbol is one.
 */
interface Shared {
  made?: { store: string; site: Site; options: SiteOptions } | undefined;
  touched: boolean;
  /** No middleware but ours is in the bundle. */
  alone?: boolean;
  /** Absent: pages are printed by Astro alone. */
  printing?: { pages?: Printer | undefined; feeds?: FeedPrinter | undefined } | undefined;
}

/** Gives the HTML of a page; nothing for one that has to go Astro's whole way. */
export type Printer = (page: Page, url: URL) => Promise<string> | undefined;
/** The same for a feed's file, in pieces, by its path without a leading slash. */
export type FeedPrinter = (path: string) => Promise<(string | Uint8Array)[] | undefined>;

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
export function wantPrinters(wanted: boolean): void {
  shared().printing = wanted ? {} : undefined;
}

/** Called where Astro renders the first page: `make` tells how the others can be printed. */
export function offerPrinter(make: () => Printer | undefined): void {
  const { printing } = shared();
  if (printing && !printing.pages) printing.pages = make();
}

/** The same for feeds. */
export function offerFeedPrinter(printer: FeedPrinter): void {
  const { printing } = shared();
  if (printing) printing.feeds = printer;
}

/** What was offered, once a page and a feed were rendered by Astro. */
export function offeredPrinters(): { pages?: Printer | undefined; feeds?: FeedPrinter | undefined } {
  return shared().printing ?? {};
}

/** A statement for the bundle, which says that no middleware but ours is in it. */
export const TELL_ALONE = "(globalThis[Symbol.for('astro-redaktion')] ??= { touched: false }).alone = true;";

export function isMiddlewareAlone(): boolean {
  return shared().alone === true;
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
