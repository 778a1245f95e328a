import { join } from 'node:path';
import { symlinkSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLiquid } from '../../../../../../packages/astro-redaktion/src/content/jekyll/liquid/renderer.ts';
import { testPost, testSite, writeFolder } from '../../../../../jekyll/liquid/folder.ts';

const outside = writeFolder({ 'secret.html': 'SECRET', 'secret.yml': 'a: SECRET\n' });
const root = writeFolder({
  '_includes/a.html': '[{{ include.x }}{% if include.y %}{% include b.html %}{% endif %}]',
  '_includes/b.html': '{% for i in (1..3) %}{{ i }}{% endfor %}',
  '_includes/self.html': '{% include self.html %}',
  '_includes/broken.html': '{% if',
  '_data/d.yml': 'k: [1, 2]\n',
  'secret.md': 'SECRET',
});
for (const folder of ['_includes', '_data']) {
  symlinkSync(outside, join(root, folder, 'out'));
  symlinkSync(join(outside, 'secret.html'), join(root, folder, 'link.html'));
  symlinkSync(join(outside, 'secret.yml'), join(root, folder, 'link.yml'));
}
const posts = [testPost('x', { path: '_posts/2022-06-02-b.md', data: { slug: 'b', tags: ['t'] } })];
const liquid = createLiquid(testSite({ root, posts: () => posts, limits: { work: 2_000_000 } }));

const pieces = [
  '{{',
  '}}',
  '{%',
  '%}',
  '{%-',
  '-%}',
  '{',
  '}',
  '%',
  '|',
  ':',
  ',',
  '.',
  '..',
  '"',
  "'",
  '[',
  ']',
  '(',
  ')',
  '=',
  '==',
  '<',
  '-',
  '\n',
  ' ',
  '\\',
  '\0',
  'å',
  '🙂',
  '```',
  '- ',
  '> ',
  'page',
  'site',
  'site.posts',
  'site.data',
  'include',
  'x',
  'nil',
  'empty',
  '1',
  '-1',
  '999999999',
  '2.5',
  '1e9',
  '__proto__',
  'constructor',
  'size',
  'first',
  'in',
  'and',
  'or',
  'contains',
  'reversed',
  'limit:',
  'offset:continue',
  '{% if x %}',
  '{% elsif y %}',
  '{% else %}',
  '{% endif %}',
  '{% unless x %}',
  '{% endunless %}',
  '{% for i in (1..9) %}',
  '{% for i in site.posts %}',
  '{% endfor %}',
  '{% case x %}',
  '{% when 1 %}',
  '{% endcase %}',
  '{% capture x %}',
  '{% endcapture %}',
  '{% assign x = x | append: x %}',
  '{% assign x = "abc" %}',
  '{% assign x = site %}',
  '{% raw %}',
  '{% endraw %}',
  '{% comment %}',
  '{% endcomment %}',
  '{% highlight js %}',
  '{% endhighlight %}',
  '{% liquid\n assign y = 1\n echo y\n%}',
  '{% break %}',
  '{% cycle 1, 2 %}',
  '{% increment x %}',
  '{% tablerow i in (1..9) cols:2 %}',
  '{% endtablerow %}',
  '{% include a.html x=1 y=true %}',
  '{% include {{ x }} %}',
  '{% include self.html %}',
  '{% include broken.html %}',
  '{% include link.html %}',
  '{% include out/secret.html %}',
  '{% include ../secret.md %}',
  '{% include toc.md %}',
  '{% include_relative ../secret.md %}',
  '{% post_url 2022-06-02-b %}',
  '{% link secret.md %}',
  '{% nosuch %}',
  '{{ site.data.link.a }}',
  '{{ site.data.out.secret.a }}',
  '{{ page.next.content }}',
  '{{ x | date: "%Y%9999999d" }}',
  '{{ site.posts | where_exp: "p", "p.slug == x" }}',
  '{{ x | split: "" | sort | join: x }}',
  '{{ "now" | date_to_string }}',
  '{{ x | slice: 1, 999999999 }}',
  '{{ x | divided_by: 0 }}',
  '{{ x | truncate: -1 }}',
  '{{ site.posts | jsonify }}',
  '{{ site.tags | inspect }}',
  '{{ x | replace: "", x }}',
  '{{ x | strip_html | markdownify }}',
];
const body = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((list) => list.join('')),
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      ),
      { maxLength: 40 },
    )
    .map((list) => list.join(' ')),
);

test('whatever is written: a text or problems with file and line, nothing from outside, and an end', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(body, (text) => {
      const { text: result, problems, includes } = liquid.render(testPost(text));
      expect(result).not.toContain('SECRET');
      expect(result.length).toBeLessThan(2_500_000);
      expect(includes.every((path) => !path.includes('..'))).toBe(true);
      for (const { file, line, message, fix } of problems) {
        expect(file).toMatch(/^(?:old\/_posts\/2022-06-02-a\.md|_includes\/[a-z]+\.html)$/);
        expect(line).toBeGreaterThanOrEqual(file.startsWith('old') ? 4 : 1);
        expect(message && fix).toBeTruthy();
      }
    }),
    { numRuns: Number(process.env['FUZZ'] ?? 3000), interruptAfterTimeLimit: 110_000 },
  );
});

test.each([
  ['{{'.repeat(50_000)],
  ['{%'.repeat(50_000)],
  ['{% raw %}'.repeat(10_000)],
  ['{% comment %}'.repeat(5_000)],
  ['{% if x %}'.repeat(5_000)],
  [`{{ ${'x | '.repeat(20_000)}}}`],
  [`{{ ${'a.'.repeat(50_000)}b }}`],
  [`{{ ${'['.repeat(20_000)} }}`],
  [`{{ x${'['.repeat(5_000)}1${']'.repeat(5_000)} }}`],
  [`{% if ${'a and '.repeat(20_000)}b %}{% endif %}`],
  [`{% include a.html ${'x="1" '.repeat(20_000)}, %}`],
  [`{% include ${'{{ a }}'.repeat(2_000)} %}`],
  [`{% case x %}${'{% when 1 %}'.repeat(20_000)}{% endcase %}`],
  [`{% highlight ${'js a=1 '.repeat(5_000)}! %}{% endhighlight %}`],
  [`{{ "${'<'.repeat(100_000)}" | strip_html }}`],
  [`{{ "${' '.repeat(100_000)}x" | strip | normalize_whitespace }}`],
  [`${'{% for i in (1..1000) %}'.repeat(8)}x${'{% endfor %}'.repeat(8)}`],
  [`{{ "${'\\"'.repeat(20_000)}" }}`],
  [`{% assign ${'a'.repeat(50_000)} %}`],
  [`{% cycle ${"'a' ".repeat(20_000)} %}`],
  [`{{ "${'1'.repeat(50_000)}" | plus: 1 | date: "%Y" }}`],
])('an odd text of great length comes to an end: %#', (text) => {
  // What hangs does not reach this line; the runner's own limit ends it.
  expect(liquid.render(testPost(text)).text.length).toBeLessThan(2_500_000);
});
