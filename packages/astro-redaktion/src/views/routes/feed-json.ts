import type { GetStaticPaths } from 'astro';
import { feedFile, feedPaths } from '../feed-files.ts';

/** JSON Feed. */
export const getStaticPaths: GetStaticPaths = () => feedPaths('json');
export const GET = feedFile;
