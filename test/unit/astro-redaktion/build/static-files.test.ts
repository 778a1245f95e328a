import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { serveTexts } from '../../../../packages/astro-redaktion/src/build/static-files.ts';

const files = [
  { path: 'sök.json', text: '[]' },
  { path: 'data/a b.qmd', text: '# Q' },
];

/** What dev answers at an address: type and text, or `next` where it leaves the request to others. */
function answer(url: string): string[] {
  const said: string[] = [];
  const response = {
    setHeader: (_: string, value: string) => said.push(value),
    end: (text: string) => said.push(text),
  };
  const serve = serveTexts(() => files, '/blogg/');
  serve({ url } as IncomingMessage, response as unknown as ServerResponse, () => said.push('next'));
  return said;
}

test.each([
  ['/blogg/s%C3%B6k.json?x', ['application/json', '[]']],
  ['/blogg/data/a%20b.qmd', ['text/plain', '# Q']],
  ['/blogg/saknas.json', ['next']],
  ['/blogg/%E0%A4%A', ['next']],
])('files that Liquid has made are served in dev: %s', (url, expected) => {
  expect(answer(url)).toEqual(expected);
});
