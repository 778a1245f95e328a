import { AstroError } from 'astro/errors';
import type { Problem } from '../types.ts';

/** All problems as text: grouped by file, in the order of their lines, each with what to do. */
export function formatProblems(problems: readonly Problem[]): string {
  const byFile = Map.groupBy(problems, (problem) => problem.file);
  return [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, list]) => [file, ...list.toSorted(byLine).map(formatProblem)].join('\n'))
    .join('\n\n');
}

/**
 * The error that stops a build, with every problem of the run in its message.
 *
 * @param what What could not be done, as the first half of a sentence: `The posts cannot be published`.
 */
export function problemsError(what: string, problems: readonly Problem[]): AstroError {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const count = errors.length === 1 ? 'one problem' : `${errors.length} problems`;
  return spoken(new AstroError(`${what}: ${count}.\n\n${formatProblems(errors)}\n`));
}

/** An error in one sentence, with what to do about it. */
export function plainError(message: string, fix: string): AstroError {
  return spoken(new AstroError(message, fix));
}

function spoken(error: AstroError): AstroError {
  // It says where the fault is; the stack of our code would only hide that.
  error.stack = error.message;
  // Where an error's text has `window` or `document` in it, Astro (7.3, `core/errors/dev/utils.js`) puts advice on
  // browser APIs in place of ours: where it looks, an invisible word joiner parts them.
  const text = `${error.name}: ${error.message}`.replace(/(docu|win)(ment|dow)/g, '$1\u2060$2');
  Object.defineProperty(error, 'toString', { value: () => text });
  return error;
}

function formatProblem(problem: Problem): string {
  const place = problem.line === undefined ? '' : `${problem.line}:${problem.column ?? 1} `;
  const fix = problem.fix === undefined ? '' : `\n      ${problem.fix}`;
  return `  ${place}${problem.severity} ${problem.message} [${problem.code}]${fix}`;
}

function byLine(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
