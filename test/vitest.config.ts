import { randomUUID } from 'node:crypto';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

// The processes that run the files of tests tell by it which sites this run has built.
process.env['TEST_RUN'] = randomUUID();

/** Plain functions; whole sites, really built; and the built example site in a browser. */
export default defineConfig({
  test: {
    projects: [
      `${root}/render/vitest.config.ts`,
      {
        test: {
          name: 'unit',
          root,
          include: ['unit/**/*.test.ts', 'jekyll/**/*.test.ts', '*.test.ts'],
          setupFiles: ['unit/setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'build',
          sequence: { groupOrder: 1 },
          root,
          include: ['build/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // Each waits for Astro in a process of its own: more at a time than there are processors would only slow them.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          sequence: { groupOrder: 2 },
          root,
          include: ['browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // One after the other: a browser keeps two processors busy by itself, and pictures are compared.
          fileParallelism: false,
        },
      },
    ],
  },
});
