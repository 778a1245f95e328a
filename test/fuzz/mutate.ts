import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ARTICLE = readFileSync(
  join(import.meta.dirname, '../../example-site/_posts/2022-06-02-ineras-tjanster.md'),
  'utf8',
);
const CASES = join(import.meta.dirname, '../jekyll/kramdown/cases');
const TEXTS = readdirSync(CASES).flatMap((file) => {
  const { cases } = JSON.parse(readFileSync(join(CASES, file), 'utf8')) as {
    cases: Record<string, { markdown: string }>;
  };
  return Object.values(cases).map(({ markdown }) => markdown);
});

const HEADS = [
  ARTICLE.slice(4, ARTICLE.indexOf('\n---\n')),
  'title: Hej\ntags: [a, b]\ndate: 2022-06-02',
  'title: "A: b"\nauthor: {name: X}\nexcerpt: <b>kort</b>\nredirect_from:\n  - /a\n  - /b',
  'title: x\ncategories: a b\npermalink: /:year/:title/\nlast_modified_at: 2022-13-45',
  'title: &a [x]\nalias: *a\nextra: {a: {b: [1, 2, {c: d}]}}\nimage: {path: /a.jpg, alt: å}',
  'layout: post\ntitle: >\n  lång\n  titel\nsitemap:\n  lastmod: nej\n  priority: 7\nseries: {part: 1}\ncorrections: [a]',
  'title: ~\npublished: yes\nexpires: igår\nslug: "../../x"\nrender_with_liquid: no',
];
const KEYS = ['title', 'date', 'tags', 'permalink', 'slug', 'excerpt', 'excerpt_separator', 'redirect_to', 'layout'];
const VALUES = [
  ...[
    '',
    '~',
    '[]',
    '{}',
    '1e999',
    '.inf',
    '0x1F',
    '2022-02-31',
    '2022-06-02 25:61',
    '12:30:45',
    '!!binary aGk=',
    '!x y',
  ],
  ...[
    '"\\x"',
    "'",
    '"',
    '|',
    '>-',
    '&a',
    '*a',
    '- a',
    '? b',
    '[a, {b: c}]',
    '{a: }',
    '#',
    '@',
    '`',
    '%',
    'true',
    '../..',
  ],
  ...['/:year/:nonsense/', '/a/../../b', 'http://a.se', 'javascript:alert(1)', '\u0000', '\uD83D', '🙂'.repeat(50)],
];
const LIQUID = [
  ...['{{ page.title }}', '{{ site.posts | size }}', '{% include a.html x="å" %}', '{% include toc.md %}', '{{'],
  ...[
    '{% include ../secret.html %}',
    '{% include link.html %}',
    '{% include_relative ../../secret.md %}',
    '{%',
    '%}',
    '}}',
  ],
  ...['{% include_relative b.md %}', '{{ site.data.d.k }}', '{{ site.data.link.a }}', '{% post_url 2022-06-02-b %}'],
  ...[
    '{% for p in site.posts %}{{ p.content }}{{ p.url }}{% endfor %}',
    '{% for i in (1..99999999) %}{{ i }}{% endfor %}',
  ],
  ...[
    '{% highlight ruby %}\nx\n{% endhighlight %}',
    '{% raw %}{{ x }}{% endraw %}',
    '{% link _posts/2022-06-02-b.md %}',
  ],
  ...[
    '{% if page.tags contains "a" %}',
    '{% endif %}',
    '{% endfor %}',
    '{% raw %}',
    '{% capture x %}',
    '{% nope %}',
    '{%-',
  ],
  ...[
    '{{ "a" | nope }}',
    '{{ page.date | date: "%Y%" }}',
    '{{ "x" | markdownify }}',
    '{% include self.html %}',
    '{{ page[page] }}',
  ],
];
const MARKDOWN = [
  ...[
    '{: .x #y}',
    '{:toc}',
    '{::options toc_levels="2" /}',
    '{::comment}',
    '{:/}',
    '[^1]',
    '[^1]: not',
    '*[ab]: x',
    '{#i}',
  ],
  ...[
    '| a | b |\n|---|---|\n',
    '```js\n',
    '~~~',
    '$$',
    '<div markdown="1">',
    '</div>',
    '<b>',
    '<!--',
    '-->',
    '<!--more-->',
  ],
  ...[
    '> ',
    '- ',
    '1. ',
    ': ',
    '    ',
    '\t',
    '## ',
    '---\n',
    '===\n',
    '**',
    '__',
    '`',
    '[a](',
    '](',
    '![a](b.png)',
    '\\',
    '&amp;',
  ],
  ...[
    '"',
    "'",
    '<<',
    '...',
    '\r\n',
    '\n\n',
    '\u2028',
    '\uFDD0',
    '\uD83D',
    '\0',
    '^\n',
    '# Å ä ö\n',
    '<script>',
    '<img src=x>',
  ],
  ...[
    '![x](../secret.png)',
    '![](./bild.png "t")',
    '<style>',
    '[a]: /b "c"\n',
    '[a]',
    'https://a.se',
    '@',
    '||',
    '{: a="',
    '#',
  ],
];

/** A post made of real ones, then changed at a few places. The same seed gives the same post. */
export function mutatedPost(seed: number): string {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const body = Array.from({ length: Math.floor(random() * 5) }, () => pick(TEXTS)).join('\n\n');
  const head = random() < 0.3 ? `${pick(HEADS)}\n${pick(KEYS)}: ${pick(VALUES)}` : pick(HEADS);
  let post = random() < 0.1 ? ARTICLE : `---\n${head}\n---\n${body}\n`;
  for (let changes = Math.floor(random() * 8); changes > 0; changes -= 1) post = changed(post, random, pick);
  return post;
}

function changed(post: string, random: Random, pick: <T>(list: readonly T[]) => T): string {
  const at = Math.floor(random() ** (random() < 0.2 ? 4 : 1) * (post.length + 1));
  const end = at + Math.floor(random() * 60);
  const part = post.slice(at, end);
  switch (Math.floor(random() * 7)) {
    case 0:
      return post.slice(0, at) + post.slice(end);
    case 1:
      return post.slice(0, at) + part + part + post.slice(at);
    case 2:
      return post.slice(0, at) + part.repeat(1 + Math.floor(random() * 60)) + post.slice(end);
    case 3:
      return post.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x300)) + post.slice(at + 1);
    case 4:
      return `${post.slice(0, at)}\n${pick(LIQUID)}\n${post.slice(at)}`;
    case 5:
      return post.slice(0, at) + pick(random() < 0.5 ? LIQUID : MARKDOWN) + post.slice(at);
    default:
      return post.slice(0, at) + pick(MARKDOWN).repeat(random() < 0.1 ? 200 : 1) + post.slice(at);
  }
}
