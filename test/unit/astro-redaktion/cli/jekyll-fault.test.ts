import { expect, test } from 'vitest';
import { jekyllFault } from '../../../../packages/astro-redaktion/src/cli/verify/jekyll-fault.ts';

test('what Jekyll says of each post again and again is said once, and its last words are not lost', () => {
  const stderr = `${'fatal: not a git repository\n'.repeat(40)}Liquid Exception: Unknown tag 'gist' in post.md\n`;
  const { message, fix } = jekyllFault('old', { stdout: '', stderr } as Parameters<typeof jekyllFault>[1], []);
  expect(message).toBe(
    "Jekyll could not build old:\n\n  fatal: not a git repository\n  Liquid Exception: Unknown tag 'gist' in post.md\n",
  );
  expect(fix).toMatch(/^Mend what it names/);
});
