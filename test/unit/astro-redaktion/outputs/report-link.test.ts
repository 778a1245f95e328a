import { expect, test } from 'vitest';
import { reportLink } from '../../../../packages/astro-redaktion/src/outputs/report-link.ts';
import { makePost, options } from './sample-site.ts';

const post = makePost({ title: 'Å & Ä?\n#1', url: '/a.html' });
const link = (contact: string | undefined, base = '/') =>
  reportLink({ ...options, base, ...(contact === undefined ? { contact: '' } : { contact }) }, post);

test.for([
  ['mailto:a@b.se', 'mailto:a@b.se?subject=%C3%85%20%26%20%C3%84%3F%20%231&body=https%3A%2F%2Fexample.se%2Fa.html'],
  ['mailto:a@b.se?Subject=Fel', 'mailto:a@b.se?Subject=Fel&body=https%3A%2F%2Fexample.se%2Fa.html'],
  ['/kontakt/#form', '/kontakt/?page=https%3A%2F%2Fexample.se%2Fa.html#form'],
  ['https://o.example/x?a=1', 'https://o.example/x?a=1&page=https%3A%2F%2Fexample.se%2Fa.html'],
] as const)('an error is reported to %s with the address of the post', ([contact, expected]) => {
  expect(link(contact)).toBe(expected);
});

test('a page of the site gets its base', () => {
  expect(link('/kontakt/', '/blogg/')).toMatch(/^\/blogg\/kontakt\/\?page=/);
});

test('there is no link without a contact', () => {
  expect(link(undefined)).toBeUndefined();
});
