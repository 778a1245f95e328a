import { expect, test } from 'vitest';
import { jekyllFault } from '../../../../packages/astro-redaktion/src/cli/verify/jekyll-fault.ts';

type Answer = Parameters<typeof jekyllFault>[1];

test('what Jekyll says of each post again and again is said once, and its last words are not lost', () => {
  const stderr = `${'fatal: not a git repository\n'.repeat(40)}Liquid Exception: Unknown tag 'gist' in post.md\n`;
  const { message, fix } = jekyllFault('old', { stdout: '', stderr } as Answer, []);
  expect(message).toBe(
    "Jekyll could not build old:\n\n  fatal: not a git repository\n  Liquid Exception: Unknown tag 'gist' in post.md\n",
  );
  expect(fix).toMatch(/^Mend what it names/);
});

test('an error that was said before many warnings, and after them, is among the last words', () => {
  const error = "Liquid Exception: Unknown tag 'gist' in post.md\n";
  const warnings = Array.from({ length: 20 }, (_, at) => `Warning ${at}\n`).join('');
  const { message } = jekyllFault('old', { stdout: '', stderr: error + warnings + error } as Answer, []);
  expect(message).toContain("Warning 19\n  Liquid Exception: Unknown tag 'gist'");
});
