import { nameToEmoji } from 'gemoji';
import { describe, expect, test } from 'vitest';
import { createEmoji } from '../../../../packages/astro-redaktion/src/markdown/emoji.ts';

const emoji = createEmoji(new Map(Object.entries(nameToEmoji)));

describe('names of signs', () => {
  test.each([
    [':tada:', '🎉'],
    ['a:tada:b :+1: :-1:', 'a🎉b 👍 👎'],
    [':tada::tada:', '🎉🎉'],
    ['12:30:tada:', '12:30🎉'],
    [':Tada: :octocat: :constructor: :: :tada', ':Tada: :octocat: :constructor: :: :tada'],
  ])('%s', (text, expected) => {
    expect(emoji.line(text)).toBe(expected);
    expect(emoji.html(text)).toBe(expected);
  });

  test.each([
    '<code>:tada:</code>',
    '<pre class="a"><code>x <b>:tada:</b></code></pre>',
    '<tt>:tada:</tt>',
    '<a href="/:tada:" title=":tada:">',
    '<!-- :tada: -->',
    '<script>":tada:"</script>',
  ])('stay as they are in %s', (html) => {
    expect(emoji.html(`${html} :tada:`)).toBe(`${html} 🎉`);
  });

  test('are found again from the start of each text', () => {
    expect([emoji.line(':x: a'), emoji.line(':x:')]).toEqual(['❌ a', '❌']);
  });
});
