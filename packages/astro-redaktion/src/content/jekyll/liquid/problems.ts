import { posix } from 'node:path';
import type { Token } from 'liquidjs';
import { LiquidError } from 'liquidjs';
import type { Problem } from '../../../types.ts';
import { Fault } from './fault.ts';
import type { FoundFault, Session } from './session.ts';
import type { LiquidPost, LiquidSite } from './types.ts';

/** Whatever stopped a rendering, as a fault with its place. Errors of our own code are not caught by this. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const original = LiquidError.is(error) ? (error as { originalError?: unknown }).originalError : error;
  const token = LiquidError.is(error) ? (error as unknown as { token: Token }).token : undefined;
  if (original instanceof Fault) {
    if (token) original.token ??= token;
    return original;
  }
  if (isLimit(original)) return overLimit(token);
  throw error;
}

/** Faults as problems, each with its file and line, and for an include the place in the post that used it. */
export function problemsOf({ faults }: Pick<Session, 'faults'>, post: LiquidPost, site: LiquidSite): Problem[] {
  const problems = faults.map((found) => problemOf(found, post, site));
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.file}:${problem.line}:${problem.column}:${problem.message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function problemOf({ fault, via }: FoundFault, post: LiquidPost, site: LiquidSite): Problem {
  const { code, severity, message, fix, token } = fault;
  const place = placeOf(token ?? via, post, site);
  const user = token?.file !== undefined && via && via.file === undefined ? placeOf(via, post, site) : undefined;
  const used = user ? ` (included by ${user.file}, line ${user.line})` : '';
  return { code, severity, ...place, message: message + used, fix };
}

function placeOf(
  token: Token | undefined,
  post: LiquidPost,
  site: LiquidSite,
): Pick<Problem, 'file' | 'line' | 'column'> {
  if (!token) return { file: post.file, line: post.bodyLine };
  const [line, column] = token.getPosition() as [number, number];
  if (token.file === undefined) return { file: post.file, line: line + post.bodyLine - 1, column };
  return { file: posix.join(site.folder ?? '', token.file), line, column };
}

/** liquidjs has no class of its own for a limit that is reached; a stack that runs out is one too. */
function isLimit(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.message.endsWith('limit exceeded'));
}

function overLimit(token: Token | undefined): Fault {
  return new Fault(
    {
      code: 'liquid-limit',
      message: 'The text takes too much work to render: a loop is too long, or text doubles itself.',
      fix: 'Make its loops shorter.',
    },
    token,
  );
}
