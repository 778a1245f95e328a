import type { Problem } from '../types.ts';

/**
 * Rules of ours that Jekyll does not have. A whole Jekyll site is published unchanged, so they are no reason to stop:
 * the value is passed over, and the owner is told. What the owner's options ask for stays an error.
 *
 * The result takes, beside the problem, whether its post is hidden: a draft that is not shown, which Jekyll does not read.
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
}): (problem: Problem, hidden?: boolean) => Problem {
  const named = typeof asked['authors'] === 'string';
  const registries = Object.values(asked).some((file) => typeof file === 'string');
  return (problem, hidden = false) => {
    const { code, severity } = problem;
    if (!whole || severity !== 'error') return problem;
    const ours =
      hidden ||
      OURS.has(code) ||
      OWN_PAGES.test(code) ||
      (code === 'author-unknown' && !named) ||
      (code.startsWith('registry-') && !registries);
    return ours ? { ...problem, severity: 'warning' } : problem;
  };
}

/** Jekyll has no pages of terms and authors, whose addresses could meet; each gets one of its own all the same. */
const OWN_PAGES = /^(?:tag|category|keyword|author)-(?:same|without|bad|long)-slug$/;

const OURS = new Set([
  'redirect-no-path',
  'redirects-same-address',
  'wrong-front-matter',
  'post-layout',
  'post-unknown-language',
  'post-expires-before-date',
  'series-same-part',
  'translation-key-twice',
]);
