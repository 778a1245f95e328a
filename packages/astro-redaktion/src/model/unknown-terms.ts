import type { Problem } from '../types.ts';
import { problemPlace } from './locate.ts';
import { bestSpelling } from './spelling.ts';
import type { TermGroup, TermsSetup } from './term-groups.ts';

/** Tags that the registry lacks: errors under `tags: 'strict'`, warnings under `'suggest'`, one for each use. */
export function unknownTerms(groups: Iterable<TermGroup>, { taxonomy, register, context }: TermsSetup): Problem[] {
  const mode = context.options.tags;
  if (taxonomy !== 'tag' || mode === 'free') return [];
  const severity = mode === 'strict' ? 'error' : 'warning';
  if (!register)
    return [
      {
        ...NO_REGISTRY,
        severity,
        message: `the option \`tags: '${mode}'\` holds tags against _data/tags.yml, which does not exist.`,
      },
    ];
  return [...groups]
    .filter(({ record }) => !record)
    .flatMap((group) => {
      const near = register.nearest(bestSpelling(group.spellings));
      const fix = near
        ? `Did you mean “${near}”? Else add it to ${register.file}.`
        : `Add it to ${register.file}, or use one that is there.`;
      return group.uses.map(
        ({ post, value }): Problem => ({
          code: 'tag-unknown',
          severity,
          fix,
          ...problemPlace({ file: post.data.source.file, key: 'tags', value }, context.locate),
          message: `the tag “${value}” is not in ${register.file}.`,
        }),
      );
    });
}

const NO_REGISTRY = {
  code: 'tag-registry-missing',
  file: '_data/tags.yml',
  fix: "Create it with a line for each tag, or set `tags: 'free'`.",
};
