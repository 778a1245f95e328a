import type { SiteOptions } from '../config/site-options.ts';
import type { Site } from '../types.ts';

/**
 * What the integration and the bundle of the pages say to each other. Both run in the same process but are loaded
 * apart, so that a module's own variables are two; a registered symbol is one.
 */
interface Shared {
  made?: { store: string; site: Site; options: SiteOptions } | undefined;
  touched: boolean;
}

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
