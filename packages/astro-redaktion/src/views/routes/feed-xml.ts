import type { GetStaticPaths } from 'astro';
import { feedFile, feedPaths } from '../feed-files.ts';

/** RSS and Atom. */
export const getStaticPaths: GetStaticPaths = () => feedPaths('xml');
export const GET = feedFile;
