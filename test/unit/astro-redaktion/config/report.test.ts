import { expect, test } from 'vitest';
import { collectErrorMetadata } from '../../../../node_modules/astro/dist/core/errors/dev/utils.js';
import { plainError, problemsError } from '../../../../packages/astro-redaktion/src/config/report.ts';

test('an error that speaks of windows and documents keeps its own advice, with which Astro prints it', () => {
  const told = collectErrorMetadata(plainError('No such window.', 'Open one.'));
  expect([told.message, told.hint]).toEqual(['No such window.', 'Open one.']);
  const problem = { code: 'x', severity: 'error', file: 'windows-xp.md', message: 'no end of the document.' } as const;
  const all = collectErrorMetadata(problemsError('The posts cannot be published', [problem]));
  expect(all.message).toContain('windows-xp.md\n  error no end of the document. [x]');
  expect(all.hint).toBeUndefined();
});
