import type { RouteData } from 'astro';

/** A page that we write ourselves, instead of handing its path to Astro. */
export interface PageJob {
  /** As Astro shows it to the page. */
  url: URL;
  /** Relative to the output folder. */
  file: string;
  route: RouteData;
  /** Stands for all that the page shows beside code and options; absent: render it in every build. */
  key?: string | undefined;
}
