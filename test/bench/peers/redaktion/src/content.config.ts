export { collections } from 'astro-redaktion/collections';
