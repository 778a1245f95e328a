import { describe, expect, test } from 'vitest';
import { createLiquid } from '../../../../../../packages/astro-redaktion/src/content/jekyll/liquid/renderer.ts';
import { testPost, testSite, writeFolder } from '../../../../../jekyll/liquid/folder.ts';

const site = testSite({
  root: writeFolder({}),
  config: { url: 'https://example.test', baseurl: '/base' },
  timeZone: 'Europe/Stockholm',
});
const liquid = createLiquid(site);
const list = [{ n: 'b', v: 2 }, { n: 'a', v: 10 }, { n: 'c' }];
const render = (body: string) =>
  liquid.render(
    testPost(body, { data: { list, m: { k: 1 }, h: { b: 2, Å: 3, a: 1, B: 9 } }, date: Date.UTC(2022, 5, 1, 22) }),
  ).text;

// What Jekyll 4.3.1 prints.
describe('filters', () => {
  test.each([
    ['{{ "a&b<c>\'d\\"" | xml_escape }}', 'a&amp;b&lt;c&gt;&apos;d\\'],
    ['{{ "a&b<c>\'d" | escape }}', 'a&amp;b&lt;c&gt;&#39;d'],
    ['{{ "&lt; < &" | escape_once }}', '&lt; &lt; &amp;'],
    [
      '{{ "  a b  " | truncatewords: 2 }}|{{ "a b c" | truncatewords: 2 }}|{{ "a b" | truncatewords: 2 }}',
      'a b...|a b...|a b',
    ],
    ['{{ "åäöåäö" | truncate: 5 }}', 'åä...'],
    ['{{ "a,b,c,," | split: "," | size }}{{ " a  b " | split: " " | join: "-" }}', '3a-b'],
    [
      '{{ 5 | divided_by: 3.0 }} {{ 7 | modulo: 3 }} {{ "3.7" | plus: 1 }} {{ "x" | plus: 1 }}',
      '1.6666666666666667 1 4.7 1',
    ],
    ['{{ 2.5 | round }} {{ 2.456 | round: 1 }} {{ 2 | round: 1 }} {{ -2.5 | round }}', '3 2.5 2 -3'],
    ['{{ "abc" | slice: -2, 2 }}{{ "abc" | slice: 1 }}', 'bcb'],
    ['{{ page.list | where: "n", "a" | map: "v" }} {{ page.list | where: "v", 2 | map: "n" }}', '10 b'],
    ['{{ page.list | where_exp: "i", "i.v > 3" | map: "n" }}', 'a'],
    [
      '{{ page.list | sort: "v" | map: "n" | join }} {{ page.list | sort: "v", "last" | map: "n" | join }}',
      'c b a b a c',
    ],
    [
      '{{ page.list | group_by: "n" | map: "name" | join }} {{ page.list | group_by_exp: "i", "i.n | upcase" | map: "name" | join }}',
      'b a c B A C',
    ],
    [
      '{{ page.list | find: "n", "a" | jsonify }} {{ page.list | find_exp: "i", "i.v == 2" | jsonify }}',
      '{"n":"a","v":10} {"n":"b","v":2}',
    ],
    [
      '{{ page.h | sort | join }} {% for pair in page.h %}{{ pair[0] }}{% endfor %} {{ page.h | sort_natural | size }}',
      'B 9 a 1 b 2 Å 3 bÅaB 1',
    ],
    ['{% assign all = page.h | sort %}{% for pair in all %}{{ pair | first }}{{ pair.last }}{% endfor %}', 'B9a1b2Å3'],
    ['{{ page.m }} {{ page.m | inspect }}', '{"k"=>1} {&quot;k&quot;=&gt;1}'],
    ['{{ "a b" | split: " " | upcase }}', '["A", "B"]'],
    [
      '{{ "/a b/?q=ö#x" | relative_url }} {{ "%41%20z" | relative_url }} {{ "a" | absolute_url }}',
      '/base/a%20b/?q=%C3%B6#x /base/A%20z https://example.test/base/a',
    ],
    ['{{ "#a" | relative_url }} {{ "https://x.se/å" | relative_url }}', '/base/#a https://x.se/å'],
    [
      '{{ "a b&*~ö" | cgi_escape }} {{ "a b&ö" | uri_escape }} {{ "a+b%C3%B6" | url_decode }}',
      'a+b%26%2A~%C3%B6 a%20b&%C3%B6 a bö',
    ],
    ['{{ "漢字 ab" | number_of_words: "cjk" }} {{ "a b" | number_of_words }}', '3 2'],
    ['{{ "a,b,c" | split: "," | array_to_sentence_string: "och" }}', 'a, b, och c'],
    ['{{ "a,b" | split: "," | push: "c" | unshift: "z" | pop | shift | join }}', 'a b'],
    ['{{ nil | default: "d" }}{{ false | default: "d" }}{{ "" | default: "d" }}{{ 0 | default: "d" }}', 'ddd0'],
    ['{{ "Å B" | base64_encode | base64_decode }}', 'Å B'],
    ['{{ "12abc" | to_integer }}{{ true | to_integer }}', '121'],
  ])('%s', (body, expected) => {
    expect(render(body)).toBe(expected);
  });
});

describe('dates are the site’s, whatever zone the machine is in', () => {
  test.each([
    ['{{ page.date }} {{ page.date | date: "%Y-%m-%d %H:%M %z" }}', '2022-06-02 00:00:00 +0200 2022-06-02 00:00 +0200'],
    [
      '{{ "2022-01-02 08:00" | date_to_xmlschema }} {{ "2022-06-02T08:00:00Z" | date_to_xmlschema }}',
      '2022-01-02T08:00:00+01:00 2022-06-02T10:00:00+02:00',
    ],
    [
      '{{ "2022-12-31T23:30:00-05:00" | date: "%d %H:%M %z" }} {{ "2022-12-31T23:30:00-05:00" | date_to_string }}',
      '31 23:30 -0500 01 Jan 2023',
    ],
    [
      '{{ "2022-06-02" | date_to_string: "ordinal" }} {{ "2022-06-11" | date_to_long_string: "ordinal", "US" }}',
      '2nd Jun 2022 June 11th, 2022',
    ],
    [
      '{{ "2022-06-02" | date: "%A %a %B %b %j %-d/%-m %e %y %I %p %U %W %V %G %^a %s" }}',
      'Thursday Thu June Jun 153 2/6  2 22 12 AM 22 22 22 2022 THU 1654120800',
    ],
    [
      '{{ "now" | date: "%F %T" }} {{ site.time | date_to_rfc822 }}',
      '2026-01-02 04:04:05 Fri, 02 Jan 2026 04:04:05 +0100',
    ],
    ['{{ "nonsense" | date: "%Y" }}', 'nonsense'],
  ])('%s', (body, expected) => {
    expect(render(body)).toBe(expected);
  });
});

test('sample gives the same in every build', () => {
  const body = '{{ page.list | sample | map: "n" }}{{ page.list | sample: 2 | map: "n" }}';
  expect(render(body)).toBe(createLiquid(site).render(testPost(body, { data: { list } })).text);
});
