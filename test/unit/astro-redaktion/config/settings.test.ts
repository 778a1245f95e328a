import { describe, expect, test } from 'vitest';
import type { ParsedOptions } from '../../../../packages/astro-redaktion/src/config/schema.ts';
import { settingsOf } from '../../../../packages/astro-redaktion/src/config/settings.ts';

const NONE = {} as ParsedOptions;
const given = (key: string, data: Record<string, unknown>, address: Partial<Parameters<typeof settingsOf>[2]>) =>
  settingsOf(NONE, data, { config: { base: '/' }, address: {}, ...address }).find((setting) => setting.key === key);

describe('settingsOf', () => {
  test('tells which source won: the option, `_config.yml`, or the default', () => {
    const options = { title: 'Ny' } as ParsedOptions;
    const list = settingsOf(options, { name: 'Gammal', lang: 'sv' }, { config: { base: '/' }, address: {} });
    expect(list.find(({ key }) => key === 'title')).toEqual({
      ...{ key: 'title', jekyll: 'name', from: 'option', value: 'Ny', overruled: 'Gammal' },
    });
    expect(list.find(({ key }) => key === 'lang')).toMatchObject({ from: '_config.yml', value: 'sv' });
    expect(list.find(({ key }) => key === 'author')).toEqual({ key: 'author', jekyll: 'author', from: 'default' });
  });

  test('tells where the site’s address came from', () => {
    const data = { url: 'https://gammal.se', baseurl: '/blogg' };
    const taken = { site: 'https://gammal.se', base: '/blogg' };
    expect(given('site', data, { config: taken, address: taken })).toMatchObject({
      ...{ jekyll: 'url', from: '_config.yml', value: 'https://gammal.se' },
    });
    expect(given('base', data, { config: taken, address: taken })).toMatchObject({ from: '_config.yml' });
    expect(given('site', data, { config: { site: 'https://ny.se/', base: '/' } })).toMatchObject({
      ...{ from: 'option', value: 'https://ny.se/', overruled: 'https://gammal.se' },
    });
    expect(given('site', data, { config: { site: 'https://gammal.se/', base: '/' } })).not.toHaveProperty('overruled');
    expect(given('site', { url: 'http://localhost:4000' }, {})).toEqual({
      key: 'site',
      jekyll: 'url',
      from: 'default',
    });
    expect(given('base', { baseurl: '' }, {})).toEqual({ key: 'base', jekyll: 'baseurl', from: 'default' });
  });
});
