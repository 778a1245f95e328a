import { describe, expect, test } from 'vitest';
import { createLiquid } from '../../../../../../packages/astro-redaktion/src/content/jekyll/liquid/renderer.ts';
import { testPost, testSite, writeFolder } from '../../../../../jekyll/liquid/folder.ts';

const liquid = createLiquid(testSite({ root: writeFolder({ '_includes/name.html': '[{{ include.a }}]' }) }));
const render = (body: string, data: Record<string, unknown> = {}) => liquid.render(testPost(body, { data })).text;

// What Liquid 5.4.0 inside Jekyll 4.3.1 prints.
describe('as Ruby Liquid', () => {
  test.each([
    [
      'names with hyphens and quotes',
      `{% capture today-private %}x{% endcapture %}{{ today-private }}{% capture 'q' %}y{% endcapture %}{{ q }}{% capture /a/b %}z{% endcapture %}{{ a }}`,
      'xyz',
    ],
    ['a block that prints only blanks prints nothing', 'a{% if true %}\n  {% assign x = 1 %}\n{% endif %}b', 'ab'],
    ['a block that prints something keeps its blanks', 'a{% if true %}\n  {{ nothing }}\n{% endif %}b', 'a\n  \nb'],
    [
      'and and or bind to the right',
      '{% if false and false or true %}a{% else %}b{% endif %}{% if true or false and false %}a{% else %}b{% endif %}',
      'ba',
    ],
    ['comparison without spaces', '{% assign n = 3 %}{% if n==3 %}yes{% endif %}', 'yes'],
    [
      'contains',
      '{% if "abc" contains "b" %}1{% endif %}{% assign l = "a,b" | split: "," %}{% if l contains "b" %}2{% endif %}{% if l contains "c" %}3{% endif %}',
      '12',
    ],
    [
      'empty',
      '{% assign l = "" | split: "," %}{% if l == empty %}1{% endif %}{% if "" == empty %}2{% endif %}{% if nil == empty %}3{% endif %}',
      '12',
    ],
    ['nothing is less than anything', '{% if nil < 1 %}a{% endif %}{% if 1 > nil %}b{% endif %}c', 'c'],
    ['a backslash in quotes is a backslash', `{{ 'a\\nb' }}`, 'a\\nb'],
    ['a quoted }} ends the output', '{{ "}}" }}', '" }}'],
    [
      'a number with a point stays one',
      '{{ 6.0 }} {{ 3 | times: 2.0 }} {{ 7 | divided_by: 2 }} {{ 7 | divided_by: 2.0 }} {{ -7 | divided_by: 2 }}',
      '6.0 6.0 3 3.5 -4',
    ],
    [
      'loops with limit, offset and reversed',
      '{% for i in (1..6) reversed limit:3 offset:1 %}{{ i }}{% endfor %}',
      '432',
    ],
    [
      'offset: continue',
      '{% for i in (1..5) limit:2 %}{{ i }}{% endfor %}-{% for i in (1..5) offset:continue %}{{ i }}{% endfor %}',
      '12-345',
    ],
    [
      'break, continue and else',
      '{% for i in (1..9) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}{% for i in nothing %}x{% else %}none{% endfor %}',
      '13none',
    ],
    [
      'the loop around a loop',
      '{% for a in (1..2) %}{% for b in (1..2) %}{{ forloop.parentloop.index }}{{ forloop.index }} {% endfor %}{% endfor %}',
      '11 12 21 22 ',
    ],
    [
      'case with several values',
      '{% case "b" %}{% when "a" or "b" %}1{% when "c", "d" %}2{% else %}3{% endcase %}',
      '1',
    ],
    ['cycle by name', '{% cycle "g": 1, 2 %}{% cycle "h": 1, 2 %}{% cycle "g": 1, 2 %}', '112'],
    [
      'tablerow',
      '{% tablerow i in (1..3) cols:2 %}{{ i }}{% endtablerow %}',
      '<tr class="row1">\n<td class="col1">1</td><td class="col2">2</td></tr>\n<tr class="row2"><td class="col1">3</td></tr>\n',
    ],
    ['ifchanged', '{% for i in (1..3) %}{% ifchanged %}a{% endifchanged %}{% endfor %}', 'a'],
    ['raw keeps all of it', '{% raw %}{{ a }} {% if %}{% endraw %}', '{{ a }} {% if %}'],
    ['comments in comments', 'a{% comment %}{% nosuch %}{% comment %}y{% endcomment %}{{ z }}{% endcomment %}b', 'ab'],
    ['inline comments', 'a{% # note %}b', 'ab'],
    ['whitespace control', 'a  {%- assign x = 1 -%}  b {{- x -}} c', 'ab1c'],
    [
      'map keys with brackets, list ends with a minus',
      '{{ page.m["a b"] }}{{ page.l[-1] }}{{ page.l.first }}{{ page.l.size }}{{ page.m.size }}',
      '13132',
    ],
    ['a map in a loop is pairs', '{% for p in page.m %}{{ p[0] }}={{ p[1] }};{% endfor %}', 'a b=1;c=2;'],
    ['a filter’s junk is passed over', '{{ "a" | upcase junk }}{{ "b" | }}', 'Ab'],
    [
      'increment and assign do not meet',
      '{% assign n = 9 %}{% increment n %}{% increment n %}{{ n }}{% decrement m %}',
      '019-1',
    ],
  ])('%s', (_, body, expected) => {
    expect(render(body, { m: { 'a b': 1, c: 2 }, l: [1, 2, 3] })).toBe(expected);
  });
});

describe('highlight becomes a fence', () => {
  test.each([
    [
      'with more back-ticks than the code has',
      '{% highlight md %}\n````\nx\n````\n{% endhighlight %}',
      '`````md\n````\nx\n````\n`````',
    ],
    [
      'inside a list item',
      '- a\n\n  {% highlight sh %}\n  ls\n  {% endhighlight %}\n- b',
      '- a\n\n  ```sh\n  ls\n  ```\n- b',
    ],
    ['right after a list mark', '- {% highlight sh %}\nls\n{% endhighlight %}\n', '- ```sh\n  ls\n  ```\n'],
    ['indented without a list', '    {% highlight sh %}\n    ls\n    {% endhighlight %}\n', '```sh\n    ls\n```\n'],
    ['with its own indentation kept', '{% highlight py %}\n    a\n  b\n{% endhighlight %}', '```py\n    a\n  b\n```'],
    ['with the spaces at its end', '{% highlight r %}\n\na  \n\n{% endhighlight %}', '```r\na  \n```'],
    [
      'after HTML that is closed',
      '<div>\n\n<p>\nx</p></div>\n{% highlight r %}a{% endhighlight %}',
      '<div>\n\n<p>\nx</p></div>\n```r\na\n```',
    ],
    [
      'in HTML that is read',
      '<div markdown="1">\n{% highlight r %}a{% endhighlight %}',
      '<div markdown="1">\n```r\na\n```',
    ],
    [
      'after HTML that is code',
      '```\n<div>\n```\n{% highlight r %}a{% endhighlight %}',
      '```\n<div>\n```\n```r\na\n```',
    ],
    ['with Liquid inside', '{% highlight html %}{{ "<b>" }}{% endhighlight %}', '```html\n<b>\n```'],
    ['without its options', '{% highlight C++ linenos=table mark_lines="1 2" %}x{% endhighlight %}', '```c++\nx\n```'],
  ])('%s', (_, body, expected) => {
    expect(render(body)).toBe(expected);
  });
});

test.each([
  ['<details>\n<summary>x</summary>\n\n', '\n</details>'],
  ['  <ol class="a">\n<li>text\n', '\n</li></ol>'],
])('highlight inside raw HTML, where a fence would be text, becomes what Jekyll prints', (before, after) => {
  expect(render(`${before}{% highlight c++ %}\na < b\n{% endhighlight %}${after}`)).toBe(
    `${before}<figure class="highlight"><pre><code class="language-c--" data-lang="c++">a &lt; b</code></pre></figure>${after}`,
  );
});

test('a comment may hold what is no Liquid, where Jekyll stops', () => {
  expect(render('a{% comment %}{{ x {% if {% endcomment %}b')).toBe('ab');
});

test('a text without Liquid is handed on as it is', () => {
  const body = 'No {braces} here, 100 % sure';
  expect(liquid.render(testPost(body))).toEqual({
    text: body,
    includes: [],
    site: false,
    components: [],
    problems: [],
  });
});

test('render_with_liquid: false turns Liquid off', () => {
  expect(render('{{ a }} {% nosuch %}', { render_with_liquid: false })).toBe('{{ a }} {% nosuch %}');
});

test('templates reach data and nothing of JavaScript', () => {
  const body = [
    'constructor',
    '__proto__',
    'toString',
    'page.constructor',
    'page.title.constructor',
    'site.constructor.name',
    'page["__proto__"]',
    'page.l.constructor',
    'page.l.at',
    'site.posts.map',
  ]
    .map((path) => `{{ ${path} }}`)
    .join('');
  expect(render(body, { title: 'T', l: [1] })).toBe('');
});

test('a file of data cannot change the prototype of all objects', () => {
  const site = createLiquid(
    testSite({
      root: writeFolder({
        '_data/a.json': '{"__proto__": {"evil": 1}}',
        '_data/b.yml': '__proto__: {evil: 1}',
      }),
    }),
  );
  expect(site.render(testPost('{{ site.data.a.evil }}{{ site.data.b.evil }}{{ page.evil }}')).text).toBe('');
});

describe('a gist is a link to it', () => {
  // Its signs stand as numbers, for Markdown to leave them alone.
  const read = (body: string): string =>
    render(body).replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

  test.each([
    ['{% gist 5555251 %}', '5555251', '5555251'],
    ['{% gist parkr/c08ee0f2726fd0e3909d %}', 'parkr/c08ee0f2726fd0e3909d', 'parkr/c08ee0f2726fd0e3909d'],
    ['{% gist 5555251 My_first.test.js %}', '5555251#file-my_first-test-js', '5555251 (My_first.test.js)'],
    ['{% gist 5555251 .vimrc %}', '5555251#file-vimrc', '5555251 (.vimrc)'],
    ['{% assign id = "a/b" %}{% gist id %}', 'a/b', 'a/b'],
    ['{% assign ids = "a/b|å/1" | split: "|" %}{% gist ids.last %}', 'å/1', 'å/1'],
  ])('%s', (body, target, name) => {
    expect(read(body)).toBe(`<a href="${encodeURI(`https://gist.github.com/${target}`)}">gist.github.com/${name}</a>`);
  });

  test('and neither HTML nor Markdown in its name is read', () => {
    const text = render('{% gist "><script>_a_*b*[c](d)`e` %}');
    expect(text).toMatch(/^<a href="[^"<>*_`[\]]+">[^<>*_`[\]]+<\/a>$/);
  });
});
