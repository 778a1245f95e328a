import type { Problem } from '../types.ts';

const WITH_PERCENT = /[(<"']([^\s()<>"']*%[^\s()<>"']*)/g;

/**
 * What the engine, or a plugin of the owner's, threw, as a problem of the post. Astro's engine throws at a picture's
 * address that cannot be decoded; that one is found, anything else is told of where the body begins.
 */
export function unreadable(
  error: unknown,
  { file, body, bodyLine }: { file: string; body: string; bodyLine: number },
): Problem {
  const problem = { code: 'markdown-failed', severity: 'error', file } as const;
  const address = error instanceof URIError ? firstUndecodable(body) : undefined;
  if (!address) {
    const said = error instanceof Error ? error.message : String(error);
    return { ...problem, line: bodyLine, message: `The text cannot be rendered: ${said}.` };
  }
  return {
    ...problem,
    line: bodyLine + body.slice(0, address.index).split('\n').length - 1,
    message: `The address "${address.text}" cannot be decoded: a "%" in it starts no character.`,
    fix: 'Write the sign itself as %25, and letters as they are or in UTF-8 (å is %C3%A5).',
  };
}

function firstUndecodable(body: string): { text: string; index: number } | undefined {
  for (const { 1: text = '', index } of body.matchAll(WITH_PERCENT)) {
    try {
      decodeURI(text);
    } catch {
      return { text, index };
    }
  }
  return undefined;
}
