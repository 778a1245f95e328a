import type { RouteData } from 'astro';
import type { Page } from '../types.ts';

/** A page that we write ourselves, instead of handing its path to Astro. */
export interface PageJob {
  /** As Astro shows it to the page. */
  url: URL;
  /** Relative to the output folder. */
  file: string;
  route: RouteData;
  /** Absent: a feed's file. */
  page?: Page | undefined;
  /** Stands for all that the page shows beside code and options; absent: render it in every build. */
  key?: string | undefined;
}
