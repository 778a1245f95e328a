import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headingServices } from '../../../../packages/redaktion-inera/src/markdown/heading-services.ts';
import { createMatcher } from '../../../../packages/redaktion-inera/src/markdown/matcher.ts';
import { renderMentions } from '../../../../packages/redaktion-inera/src/markdown/mentions.ts';
import { ineraCatalogue } from '../catalogues.ts';
import { headings, linked, untouched } from './article-expected.ts';
import { engines } from './engines.ts';

const article = new URL('../../../../example-site/_posts/2022-06-02-ineras-tjanster.md', import.meta.url);
const body = readFileSync(article, 'utf8')
  .replace(/^---\n[\s\S]*?\n---\n/, '')
  .replace('{% include toc.md %}', '');
const matcher = createMatcher(ineraCatalogue().services, { lang: 'sv' });
const render = ({ id, text }: { id: string; text: string }): string => `<a data-to="${id}">${text}</a>`;

describe.each(engines)('the article, rendered by %s', (_name, engine) => {
  test('has exactly the mentions linked that were read off it by hand', async () => {
    const { html } = renderMentions(await engine(body), { matcher, render });
    const found = [...html.matchAll(/<a data-to="([^"]+)">([^<]*)<\/a>([^<]*)/g)].map(([, id, text, after]) => [
      id,
      text,
      after,
    ]);
    expect(found.map(([id, text]) => [id, text])).toEqual(linked.map(([id, text]) => [id, text]));
    for (const [index, [, , after]] of linked.entries()) expect(found[index]?.[2]).toMatch(new RegExp(`^${after}`));
  });

  test('keeps every place as it is that must stay as it is', async () => {
    const { html } = renderMentions(await engine(body), { matcher, render });
    for (const [context, why] of untouched) expect(html, why).toContain(context);
    for (const [, heading] of html.matchAll(/<h[1-6][^>]*>(.*?)<\/h[1-6]>/gs))
      expect(heading).not.toContain('<a data-to');
  });

  test('is byte for byte the same but for the links', async () => {
    const before = await engine(body);
    const { html, mentions } = renderMentions(before, { matcher, render });
    expect(html.replace(/<a data-to="[^"]+">([^<]*)<\/a>/g, '$1')).toBe(before);
    expect(mentions.filter((mention) => mention.linked)).toHaveLength(linked.length);
  });

  test('names its services in headings and links as well, which counts but is not linked', async () => {
    const { mentions } = renderMentions(await engine(body), { matcher, render });
    expect(mentions.filter(({ zone }) => zone === 'link')).toEqual([
      { id: '1177-se', text: 'Vårdguiden på webben', zone: 'link', linked: false },
    ]);
    expect(mentions.filter(({ zone }) => zone === 'heading').map(({ id }) => id)).toContain('sil');
  });
});

test('the headings of the article lead to the services they are about', () => {
  const texts = [...body.matchAll(/^#{2,3} (.+)$/gm)].map(([, text]) => text ?? '');
  expect(texts).toHaveLength(14);
  const found = texts
    .map((text) => [text, headingServices(matcher, text)] as const)
    .filter(([, ids]) => ids.length > 0);
  expect(found).toEqual(headings);
});
