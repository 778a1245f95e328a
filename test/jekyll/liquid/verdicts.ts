const fence = 'CommonMark tears HTML apart at its first blank line; a fence is highlighted like every other';

/** Where Liquid is better than Jekyll on purpose: by `case/name`, what it gives instead and why. All else is as Jekyll. */
export const better: Readonly<Record<string, { text: string; because: string }>> = {
  'highlight/2022-06-02-blank': { text: '```py\ndef a():\n\n    pass\n```\n', because: fence },
  'highlight/2022-06-02-inlist': {
    text: '1. one\n\n   ```sh\n   ls\n   ```\n2. two\n',
    because: 'the code stays in its list item; Jekyll breaks the list in two',
  },
  'highlight/2022-06-02-linenos': { text: '```js\nlet a = 1;\n```\n', because: fence },
  'highlight/2022-06-02-liquid': { text: '```html\nT\n{{ x }}\n```\n', because: fence },
  'highlight/2022-06-02-mark': { text: '```js\nlet a;\n```\n', because: fence },
  'highlight/2022-06-02-plain': { text: '```ruby\ndef x\n  1 < 2\nend\n```\n', because: fence },
  'highlight/2022-06-02-table': { text: '```js\nlet a;\n```\n', because: fence },
  'highlight/2022-06-02-text': { text: '```text\na <b> & c\n```\n', because: fence },
  'highlight/2022-06-02-trailing': { text: 'Text \n```sh\nls\n```\n more\n', because: fence },
  'highlight/2022-06-02-unknown': { text: '```nosuch\na <b>\n```\n', because: fence },
  'filters/2022-06-02-arrays': {
    text: '1 2 post arrays,dates,slugify,text,urls urls Aab ab /2022/06/02/text.html abc\n',
    because: 'map over one document gives its field; Jekyll walks its keys and prints "url"',
  },
  'variables/2022-06-02-page': {
    text:
      'Page /2022/06/02/page.html /2022/06/02/page _posts/2022-06-02-page.md page .md posts post 1 6 2022-06-02-page.md ' +
      '_posts/2022-06-02-page.md false 0  no-liquid raw [422] [Page /2022/06/02/page.html /2022/06/02/page ' +
      '_posts/2022-06-02-page.md page .md posts post 1 6 2022-06-02-page.md _posts/2022-06-02-page.md false 0  no-liquid raw ' +
      '[422] [] []] []\n',
    because: 'content is empty in a text; Jekyll leaves the HTML of the document it rendered before in it',
  },
};
