import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { feedCss, feedStyle } from '../../../../packages/astro-redaktion/src/outputs/feeds/feed-style.ts';
import { options } from './sample-site.ts';

describe('a feed in a browser', () => {
  test('has its texts in the languages of the site', async () => {
    const xsl = feedStyle(options);
    expect(XMLValidator.validate(xsl)).toBe(true);
    await expect(xsl).toMatchFileSnapshot('golden/feed.xsl');
    expect(xsl).toContain('<xsl:when test="$lang=\'en\'">This is a web feed.');
  });

  test('has a style sheet where there is no XSLT', async () => {
    await expect(feedCss(options)).toMatchFileSnapshot('golden/feed.css.txt');
  });

  test('cannot be broken by a text of the owner', () => {
    const hostile = { ...options, strings: { sv: { 'outputs.feedIntro': '"</style><x>&\n\\' } } };
    expect(XMLValidator.validate(feedStyle(hostile))).toBe(true);
    expect(feedCss(hostile)).toContain('content: "\\22 \\3c /style>\\3c x>&\\a \\5c "');
  });
});
