import type { APIRoute, GetStaticPaths } from 'astro';
import { fontStyles } from '../font-styles.ts';

/** The style sheet of the owner's faces, under a name that changes with it. */
export const getStaticPaths: GetStaticPaths = async () => [{ params: { hash: (await fontStyles()).hash } }];

export const GET: APIRoute = async () =>
  new Response((await fontStyles()).css, { headers: { 'content-type': 'text/css; charset=utf-8' } });
