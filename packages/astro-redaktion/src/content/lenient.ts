import type { Problem } from '../types.ts';

/**
 * Rules of ours that Jekyll does not have. A whole Jekyll site is published unchanged, so they are no reason to stop:
 * the value is passed over, and the owner is told. What the owner's options ask for stays an error.
 *
 * @param whole the folder is a whole Jekyll site (`redaktion({ jekyll })`)
 * @param asked registries that the owner named in an option
 */
export function lenience({
  whole,
  asked = {},
}: {
  whole: boolean;
  asked?: Readonly<Record<string, unknown>>;
}): (problem: Problem) => Problem {
  const named = typeof asked['authors'] === 'string';
  const registries = Object.values(asked).some((file) => typeof file === 'string');
  return (problem) => {
    const { code, severity } = problem;
    if (!whole || severity !== 'error') return problem;
    const ours =
      OURS.has(code) || (code === 'author-unknown' && !named) || (code.startsWith('registry-') && !registries);
    return ours ? { ...problem, severity: 'warning' } : problem;
  };
}

const OURS = new Set([
  'wrong-front-matter',
  'post-unknown-language',
  'post-expires-before-date',
  'series-same-part',
  'translation-key-twice',
]);
