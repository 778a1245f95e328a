import type { CheckedPost } from 'astro-redaktion/plugin';
import { mentionPolicy } from '../markdown/policy.ts';
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../types.ts';

/** Front matter of posts that says something of services which cannot be. */
export function checkPosts(posts: readonly CheckedPost[], ids: readonly string[]): Problem[] {
  return posts.flatMap((post) => [...checkMentions(post, ids), ...checkCards(post)]);
}

function checkMentions(post: CheckedPost, ids: readonly string[]): Problem[] {
  const value = post.data['mentions'];
  const policy = mentionPolicy(value, 'link');
  if (policy === 'invalid')
    return [
      problem(post, {
        code: 'mentions-invalid',
        key: 'mentions',
        message: `\`mentions\` is ${JSON.stringify(value)}, which says nothing of how services are mentioned.`,
        fix: `Write link, term, off, or a list of ids of services to leave alone: \`mentions: [${ids.slice(0, 2).join(', ')}]\`.`,
      }),
    ];
  return [...policy.except]
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const near = nearest(id, ids);
      return problem(post, {
        code: 'mentions-unknown',
        key: 'mentions',
        value: id,
        message: `\`mentions\` names "${id}", but no service has that id.`,
        fix: near === undefined ? 'Take it away.' : `Did you mean "${near}"?`,
      });
    });
}

function checkCards(post: CheckedPost): Problem[] {
  const value = post.data['service_cards'];
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  return [
    problem(post, {
      code: 'service-cards-invalid',
      key: 'service_cards',
      message: `\`service_cards\` is ${JSON.stringify(value)}.`,
      fix: 'Write true or false.',
    }),
  ];
}

function problem(
  { file, place }: CheckedPost,
  { key, value, ...said }: { code: string; key: string; value?: string; message: string; fix: string },
): Problem {
  return { severity: 'error', file, ...place(key, value), ...said };
}
