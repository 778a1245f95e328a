/**
 * What the documented rules of platforms have against a page's head, a line each:
 *
 * - HTML: one title, one description, https://html.spec.whatwg.org/#meta-theme-color, #rel-icon
 * - Open Graph: https://ogp.me (four required properties, structured properties of an image, `article:*`)
 * - X: https://developer.x.com/en/docs/x-for-websites/cards/overview/markup
 * - Google: robots-meta-tag, localized-versions, canonical (https://developers.google.com/search/docs/)
 * - Mastodon: https://docs.joinmastodon.org/entities/PreviewCard/
 * - Facebook and LinkedIn: pictures of 1.91 to 1, at least 200 pixels a side
 */
export interface Tag {
  tag: string;
  attrs: Record<string, string>;
  text?: string | undefined;
}

export function headFaults(tags: readonly Tag[]): string[] {
  const all = (name: string): string[] =>
    tags.flatMap(({ attrs }) => ((attrs['name'] ?? attrs['property']) === name ? [attrs['content'] ?? ''] : []));
  const links = (rel: string): Record<string, string>[] =>
    tags.flatMap(({ tag, attrs }) => (tag === 'link' && attrs['rel'] === rel ? [attrs] : []));
  const isArticle = all('og:type')[0] === 'article';
  const images = all('og:image').length;
  const languages = links('alternate').filter(({ hreflang }) => hreflang !== undefined);
  const canonical = links('canonical').map(({ href }) => href ?? '');
  const articles = tags.filter(({ attrs }) => attrs['property']?.startsWith('article:'));
  const must: [string, boolean][] = [
    ['one title with text', tags.filter(({ tag, text }) => tag === 'title' && text?.trim()).length === 1],
    ...ONCE.map((name): [string, boolean] => [`${name} at most once`, all(name).length <= 1]),
    ...['og:title', 'og:type', 'og:site_name', 'twitter:card'].map((name): [string, boolean] => [
      `one ${name}`,
      all(name).length === 1,
    ]),
    [
      'og:url is the canonical address',
      all('og:url').every((url) => canonical.length === 0 || canonical.includes(url)),
    ],
    ['one canonical address at most, whole', canonical.length <= 1 && canonical.every((url) => WHOLE.test(url))],
    ['a kind that Open Graph knows', all('og:type').every((type) => /^(website|article|profile)$/.test(type))],
    [
      'language_TERRITORY',
      [...all('og:locale'), ...all('og:locale:alternate')].every((locale) => /^[a-z]{2,3}_[A-Z]{2}$/.test(locale)),
    ],
    ['no own language among the others', all('og:locale').every((own) => !all('og:locale:alternate').includes(own))],
    [
      'a picture is whole, and told in words',
      all('og:image').every((url) => WHOLE.test(url)) &&
        (images === 0 || all('twitter:image:alt').length === all('og:image:alt').length),
    ],
    [
      'measures in pixels, both or none',
      all('og:image:width').length === all('og:image:height').length &&
        [...all('og:image:width'), ...all('og:image:height')].every((size) => Number(size) >= 200),
    ],
    ['a media type of pictures', all('og:image:type').every((type) => /^image\/[\w+.-]+$/.test(type))],
    ['a card of X', all('twitter:card').every((card) => card === (images > 0 ? 'summary_large_image' : 'summary'))],
    ['article:* on articles alone', isArticle || articles.length === 0],
    [
      'ISO 8601',
      all('article:published_time')
        .concat(all('article:modified_time'), all('article:expiration_time'))
        .every((time) => TIME.test(time)),
    ],
    [
      'when an article was published and changed',
      !isArticle || (all('article:published_time').length === 1 && all('article:modified_time').length === 1),
    ],
    ['addresses of authors', all('article:author').every((url) => WHOLE.test(url))],
    ['rules that robots know', all('robots').every((rules) => rules.split(/, ?/).every((rule) => ROBOTS.test(rule)))],
    ['a handle with its host', all('fediverse:creator').every((handle) => /^@[\w.-]+@[\w-]+(\.[\w-]+)+$/.test(handle))],
    [
      'each keyword once',
      all('keywords').every((words) => new Set(words.split(', ')).size === words.split(', ').length),
    ],
    [
      'a colour for each scheme',
      tags
        .filter(({ attrs }) => attrs['name'] === 'theme-color')
        .every(
          ({ attrs }) =>
            /^#[\da-f]{6}$/.test(attrs['content'] ?? '') &&
            /^\(prefers-color-scheme: (light|dark)\)$/.test(attrs['media'] ?? ''),
        ) && all('theme-color').length === 2,
    ],
    [
      'icons of a known type',
      links('icon').every(({ href = '', type, sizes }) =>
        href.endsWith('.ico') ? sizes === '32x32' : type !== undefined,
      ),
    ],
    [
      'versions in languages name this page, and x-default',
      languages.length === 0 ||
        (languages.some(({ href }) => canonical.includes(href ?? '')) &&
          languages.some(({ hreflang }) => hreflang === 'x-default')),
    ],
    [
      'each language once, whole',
      new Set(languages.map(({ hreflang }) => hreflang)).size === languages.length &&
        languages.every(({ href }) => WHOLE.test(href ?? '')),
    ],
    [
      'feeds with their types',
      links('alternate')
        .filter(({ hreflang, type }) => hreflang === undefined && type !== 'text/markdown')
        .every(
          ({ type, title }) => /^application\/(rss\+xml|atom\+xml|feed\+json)$/.test(type ?? '') && Boolean(title),
        ),
    ],
    [
      'a description of some words',
      all('description').every((text) => text.length <= 300 && !/\s{2}|[<>]{2}/.test(text)),
    ],
  ];
  return [
    ...must.filter(([, holds]) => !holds).map(([name]) => name),
    ...tags
      .filter(({ attrs }) => Object.values(attrs).some((value) => /undefined|NaN|\[object/.test(value)))
      .map(({ attrs }) => JSON.stringify(attrs)),
  ];
}

const ONCE = [
  'description',
  'author',
  'keywords',
  'robots',
  'fediverse:creator',
  'og:title',
  'og:type',
  'og:url',
  'og:image',
  'og:locale',
];
const WHOLE = /^https?:\/\/[^\s/]+\/\S*$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
const ROBOTS =
  /^(noindex|nofollow|none|noarchive|nosnippet|noimageindex|max-snippet:-?\d+|max-image-preview:(none|standard|large))$/;
