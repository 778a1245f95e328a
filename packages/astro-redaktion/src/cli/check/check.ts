import { formatProblems } from '../../config/report.ts';
import type { Problem } from '../../types.ts';
import { Fault } from '../fault.ts';
import { columns, type Output } from '../output.ts';
import { checkFolder, type FolderCheck } from './check-folder.ts';

export interface CheckArguments {
  /** The Jekyll folder. */
  folder: string;
  json: boolean;
}

/**
 * Lists what of a Jekyll folder will not carry over, before anything is built.
 *
 * @returns 0: a build will go through; 1: something would stop it
 * @throws Fault when the folder cannot be read
 */
export function check({ folder, json }: CheckArguments, { print }: Output): number {
  const result = readFolder(folder);
  print(json ? JSON.stringify(result, undefined, 2) : formatCheck(result));
  return result.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function readFolder(folder: string): FolderCheck {
  try {
    return checkFolder(folder, Date.now());
  } catch (error) {
    // The reader's own error names file, line and fix already.
    if (error instanceof Error && error.name.startsWith('Astro')) throw new Fault(error.message.trimEnd(), '');
    throw error;
  }
}

function formatCheck({ posts, builtIn, problems }: FolderCheck): string {
  const kinds = [...Map.groupBy(problems, ({ code }) => code)].sort(([, a], [, b]) => weight(b) - weight(a));
  const table = kinds.map(([code, list]) => {
    const stops = list.some(({ severity }) => severity === 'error') ? '  stops the build' : '';
    return `${String(list.length).padStart(6)}  ${code}${stops}`;
  });
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const ofPages = problems.filter(({ stopsWithPages }) => stopsWithPages).length;
  const verdict = [
    errors === 0 ? 'A build will go through.' : `${errors} would stop a build.`,
    ofPages === 0
      ? ''
      : ` With \`jekyllPages: true\`, ${ofPages === 1 ? 'one' : ofPages} of the warnings would stop it.`,
  ].join('');
  const plugins = columns(builtIn.map(({ name, by }) => [name, by]));
  return [
    `${posts} posts`,
    table.join('\n'),
    builtIn.length > 0 ? `Plugins that are not needed here\n${plugins}` : '',
    formatProblems(problems),
    verdict,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What stops a build comes first, then what is most. */
function weight(problems: readonly Problem[]): number {
  return problems.length + (problems.some(({ severity }) => severity === 'error') ? 1_000_000 : 0);
}
