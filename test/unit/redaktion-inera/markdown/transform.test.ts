import { describe, expect, test } from 'vitest';
import type { MentionStyle } from '../../../../packages/redaktion-inera/src/markdown/policy.ts';
import { mentionTransform } from '../../../../packages/redaktion-inera/src/markdown/transform.ts';
import { ineraCatalogue } from '../catalogues.ts';
import { engines } from './engines.ts';

const SITE = { lang: 'sv', locales: [], timezone: 'UTC', base: '/', ending: '/' as const };
const MORE = { sv: 'Mer om {name}', en: 'More about {name}' };

function transform(as: MentionStyle, html: string, data: Record<string, unknown> = {}, base = '/'): string {
  const { html: change } = mentionTransform(ineraCatalogue(), { as, path: '/tjanster', more: MORE });
  const made = change?.(html, { file: 'a.md', lang: 'sv', data, base, site: { ...SITE, base } }) ?? '';
  return typeof made === 'string' ? made : made.html;
}

describe.each(engines)('mentions in a post rendered by %s', (_name, engine) => {
  test('link the first one to the service below the base of the site', async () => {
    const html = await engine('## NPÖ\n\nWebcert, NPÖ:s data och `NPÖ`, åter NPÖ.');
    expect(transform('link', html, {}, '/blogg/')).toContain(
      '<a class="rd-mention" href="/blogg/tjanster/webcert/">Webcert</a>, ' +
        '<a class="rd-mention" href="/blogg/tjanster/npo/">NPÖ</a>:s data och <code>NPÖ</code>, åter NPÖ.',
    );
  });

  test('count a link of the author to the service as the first', async () => {
    const html = await engine('[oss](/tjanster/webcert/) och Webcert');
    expect(transform('link', html)).toBe(html);
  });

  test('are left alone by posts that say so, whole or in part', async () => {
    const html = await engine('Webcert och NPÖ');
    expect(transform('link', html, { mentions: false })).toBe(html);
    expect(transform('link', html, { mentions: ['webcert'] })).toContain('<p>Webcert och <a');
  });

  test('explain themselves without script where terms are asked for', async () => {
    const html = transform('term', await engine('Webcert'));
    expect(html).toContain('popovertarget="ri-term-webcert">Webcert</button>');
    expect(html).toContain('id="ri-term-webcert" popover');
    expect(html).toContain('>Mer om Webcert</a>');
    expect(html).not.toContain('style=');
  });
});

test('the key of the texts changes with how and where mentions lead', () => {
  const keyOf = (as: MentionStyle, path: string): string =>
    mentionTransform(ineraCatalogue(), { as, path, more: MORE }).key;
  const keys = [keyOf('link', '/a'), keyOf('term', '/a'), keyOf('link', '/b'), keyOf('off', '/a')];
  expect(new Set(keys).size).toBe(4);
  expect(keyOf('link', '/a')).toBe(keys[0]);
});
