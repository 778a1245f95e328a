import { defineCommand } from 'citty';
import { formatProblems } from '../../config/report.ts';
import type { Problem } from '../../types.ts';
import { CliError, guarded } from '../cli-error.ts';
import { checkFolder, type FolderCheck } from './check-folder.ts';

/**
 * `redaktion check [folder]`: what of a Jekyll folder will not carry over, before anything is built.
 *
 * Exit code 0: a build will go through; 1: something would stop it; 2: the folder could not be read.
 */
export const check = defineCommand({
  meta: { name: 'check', description: 'List what of a Jekyll folder will not carry over, before a build' },
  args: {
    folder: { type: 'positional', description: 'The Jekyll folder', default: '.', required: false },
    json: { type: 'boolean', description: 'Print the result as JSON', default: false },
  },
  run: ({ args }) =>
    guarded(() => {
      const result = readFolder(args.folder);
      const text = args.json ? JSON.stringify(result, undefined, 2) : formatCheck(result);
      process.stdout.write(`${text}\n`);
      return result.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
    }),
});

function readFolder(folder: string): FolderCheck {
  try {
    return checkFolder(folder, Date.now());
  } catch (error) {
    // The reader's own error names file, line and fix already.
    if (error instanceof Error && error.name.startsWith('Astro')) throw new CliError(error.message.trimEnd(), '');
    throw error;
  }
}

function formatCheck({ posts, problems }: FolderCheck): string {
  const kinds = [...Map.groupBy(problems, ({ code }) => code)].sort(([, a], [, b]) => weight(b) - weight(a));
  const table = kinds.map(([code, list]) => {
    const stops = list.some(({ severity }) => severity === 'error') ? '  stops the build' : '';
    return `${String(list.length).padStart(6)}  ${code}${stops}`;
  });
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const verdict = errors === 0 ? 'A build will go through.' : `${errors} would stop a build.`;
  return [`${posts} posts`, table.join('\n'), formatProblems(problems), verdict]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What stops a build comes first, then what is most. */
function weight(problems: readonly Problem[]): number {
  return problems.length + (problems.some(({ severity }) => severity === 'error') ? 1_000_000 : 0);
}
