import { describe, expect, test } from 'vitest';
import { pictureKey } from '../../../../packages/astro-redaktion/src/content/picture-key.ts';
import { picturesWithoutAlt } from '../../../../packages/astro-redaktion/src/content/pictures-without-alt.ts';
import {
  picturesIn,
  plainPictures,
  splitAtPictures,
  withCaptions,
} from '../../../../packages/astro-redaktion/src/content/text-pictures.ts';

describe('the pictures of a text', () => {
  test('are found whatever their attributes hold, and not in comments', () => {
    const html = `<p>A <IMG alt="a > b &amp; c" src='x.jpg'> <!-- <img src="nej.jpg"> --><img src=y.png width=30></p>`;
    expect(picturesIn(html).map(({ src, alt }) => [src, alt])).toEqual([
      ['x.jpg', 'a > b & c'],
      ['y.png', undefined],
    ]);
    expect(
      splitAtPictures(html)
        .filter((piece) => typeof piece === 'string')
        .join('|'),
    ).toBe('<p>A | <!-- <img src="nej.jpg"> -->|</p>');
  });

  test('know whether they stand in a link', () => {
    const html = '<a href="/"><img src="a.jpg"></a> <img src="b.jpg"> <abbr><img src="c.jpg"></abbr>';
    expect(picturesIn(html).map(({ linked }) => linked)).toEqual([true, false, false]);
  });

  test('that the engine set apart are tags again, with all that they say', () => {
    const given = {
      alt: 'A "b" & c > d',
      title: 'T <i>',
      src: './å b.png',
      className: ['y', 'z'],
      index: 0,
      inferSize: true,
    };
    const json = JSON.stringify(given).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    expect(plainPictures(`<p><img __ASTRO_IMAGE_="${json}"></p>`)).toBe(
      '<p><img alt="A &quot;b&quot; &amp; c &gt; d" title="T &lt;i&gt;" src="./å%20b.png" class="y z"></p>',
    );
  });

  test.each([
    [
      '<p><img src="a.jpg" alt="A" title="Om &quot;A&quot; &lt;"></p>',
      '<figure><img src="a.jpg" alt="A"><figcaption>Om "A" &lt;</figcaption></figure>',
    ],
    [
      '<p class="x"><a href="/"><img title="T" src="a.jpg"></a></p>',
      '<figure class="x"><a href="/"><img src="a.jpg"></a><figcaption>T</figcaption></figure>',
    ],
    ['<p><img src="a.jpg" title=""></p>', '<p><img src="a.jpg" title=""></p>'],
    ['<p><img src="a.jpg" title="T"> och text</p>', '<p><img src="a.jpg" title="T"> och text</p>'],
  ])('with a title get it as caption where they stand alone: %s', (html, expected) => {
    expect(withCaptions(html)).toBe(expected);
  });
});

test.each([
  ['/assets/x.jpg', '/', '/assets/x.jpg'],
  ['/blogg/assets/x.jpg', '/blogg/', '/assets/x.jpg'],
  ['./x.jpg?v=1', '/', '_posts/en/x.jpg'],
  ['../b/%C3%A5.jpg#a', '/', '_posts/b/å.jpg'],
  ['100%.jpg', '/', '_posts/en/100%.jpg'],
  ['https://e.se/a.jpg', '/', 'https://e.se/a.jpg'],
])('%s under %s is known as %s', (src, base, key) => {
  expect(pictureKey(src, '_posts/en/2022-06-02-a.md', base)).toBe(key);
});

test('each picture without a text is told of with its line, but for those that decorate', () => {
  const body =
    'Ett.\n\n![](a.jpg)\n\n<img src="b.jpg" alt="">\n\n<img src="b.jpg">\n\n![  ](c%20d.jpg)\n\n![Ja](a.jpg)';
  const html =
    '<p><img src="a.jpg" alt=""></p><img src="b.jpg" alt=""><img src="b.jpg"><p><img src="c%20d.jpg" alt=""></p><img src="a.jpg" alt="Ja">';
  const problems = picturesWithoutAlt(html, { file: 'a.md', body, bodyLine: 4 });
  expect(problems.map(({ line, message }) => [line, message])).toEqual([
    [6, 'the picture "a.jpg" has no alt text.'],
    [10, 'the picture "b.jpg" has no alt text.'],
    [12, 'the picture "c%20d.jpg" has no alt text.'],
  ]);
});
