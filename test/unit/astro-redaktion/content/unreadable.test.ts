import { describe, expect, test } from 'vitest';
import { unreadable } from '../../../../packages/astro-redaktion/src/content/unreadable.ts';

const post = { file: '_posts/a.md', body: '100 % av (alla %20)\n\n![a](bild-%E5.png)\n', bodyLine: 5 };

describe('what an engine throws', () => {
  test('names the address that cannot be decoded, and its line', () => {
    expect(unreadable(new URIError('URI malformed'), post)).toMatchObject({
      file: '_posts/a.md',
      line: 7,
      message: 'The address "bild-%E5.png" cannot be decoded: a "%" in it starts no character.',
    });
  });

  test.each([new Error('boom'), 'boom', new URIError('boom')])('is told of where the body begins: %s', (error) => {
    const problem = unreadable(error, { ...post, body: 'Inget.' });
    expect(problem).toMatchObject({ severity: 'error', line: 5, message: 'The text cannot be rendered: boom.' });
  });
});
