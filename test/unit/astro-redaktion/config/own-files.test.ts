import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { requireOwnFiles } from '../../../../packages/astro-redaktion/src/config/own-files.ts';
import { parseOptions } from '../../../../packages/astro-redaktion/src/config/parse.ts';
import { temporaryFolder } from '../../../helpers/temporary-folder.ts';

const folder = temporaryFolder('own-files');
writeFileSync(join(folder, 'Footer.astro'), '');
const look = (options: Parameters<typeof parseOptions>[0]) => () =>
  requireOwnFiles(parseOptions(options), pathToFileURL(`${folder}/`));

test('files that are there, and those of packages, are no problem', () => {
  const components = { Footer: './Footer.astro', Header: 'some-theme/Header.astro' };
  expect(
    look({ components, slots: { Footer: { after: '/Footer.astro' } }, styles: ['some-theme/a.css'] }),
  ).not.toThrow();
});

test('every file that is missing is named with its option, and what may be meant', () => {
  expect(
    look({
      components: { Footer: './Foter.astro' },
      slots: { PostMeta: { before: ['./Footer.astro', './src/Own.astro'] } },
      styles: ['./own.css'],
    }),
  ).toThrowErrorMatchingInlineSnapshot(`
    [AstroUserError: Files that options name are missing: 3 problems.

    astro.config
      error option \`components.Footer\`: there is no file "./Foter.astro". [file-missing]
          Did you mean \`Footer.astro\`?
      error option \`slots.PostMeta.before\`: there is no file "./src/Own.astro". [file-missing]
          Give the path of a file, relative to the project.
      error option \`styles\`: there is no file "./own.css". [file-missing]
          Give the path of a file, relative to the project.
    ]
  `);
});
