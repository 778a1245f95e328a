import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

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
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'build',
          // One after the other: both build the example site, in the same folder.
          sequence: { groupOrder: 1 },
          root,
          include: ['build/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
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
          fileParallelism: false,
        },
      },
    ],
  },
});
