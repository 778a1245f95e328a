import { describe, expect, test } from 'vitest';
import { reachable } from '../../../../packages/astro-redaktion/src/content/reachable.ts';

const code = () => 'Kod "x"';

test('code can be reached by keyboard, and says what it is', () => {
  const html = '<pre><code>a</code></pre><pre class="x">b</pre><pre class="y" tabindex="0">c</pre><present>';
  const name = 'role="group" aria-label="Kod &quot;x&quot;"';
  expect(reachable(html, code)).toBe(
    `<pre tabindex="0" ${name}><code>a</code></pre><pre tabindex="0" ${name} class="x">b</pre><pre ${name} class="y" tabindex="0">c</pre><present>`,
  );
  const own = '<pre tabindex="0" role="region" aria-label="Mitt">d</pre>';
  expect(reachable(own, code)).toBe(own);
  expect(reachable(reachable(html, code), code)).toBe(reachable(html, code));
});

describe('a table', () => {
  const row = (cells: string[], tag = 'th'): string =>
    `<tr>\n${cells.map((text) => `<${tag} class="rd-right">${text}</${tag}>\n`).join('')}</tr>`;
  const table = (heads: string[], cells: string[], start = '<table>'): string =>
    `${start}<thead>${row(heads)}</thead><tbody>${row(cells, 'td')}</tbody></table>`;

  test('of three columns or more can be reached by keyboard, and is named by its heads', () => {
    expect(reachable(table(['A', '<b>"B"</b> &amp; c', ''], ['1', '2', '3']), code)).toBe(
      table(
        ['A', '<b>"B"</b> &amp; c', ''],
        ['1', '2', '3'],
        '<table tabindex="0" aria-label="A, &quot;B&quot; &amp; c">',
      ),
    );
    expect(reachable(table(['A', 'B', 'C', 'D', 'E'], ['1']), code)).toContain('aria-label="A, B, C, D, …"');
    expect(reachable(table(['', '', ''], ['1']), code)).toContain('<table tabindex="0"><thead>');
  });

  test('of two columns is left alone while its longest words fit a telephone', () => {
    const short = table(['Ett av flera korta ord', 'Två'], ['1', '2']);
    expect(reachable(short, code)).toBe(short);
    expect(reachable(table(['Ett', 'Två'], ['personuppgifts', 'biträdesavtal']), code)).toContain(
      '<table tabindex="0" aria-label="Ett, Två">',
    );
  });

  test('keeps the caption that it has as its name, and what the author says of it', () => {
    const captioned = `<table><caption>Alla</caption>${row(['A', 'B', 'C'])}</table>`;
    expect(reachable(captioned, code)).toBe(captioned.replace('<table>', '<table tabindex="0">'));
    const own = `<table class="x">${row(['A', 'B', 'C'])}</table>`;
    expect(reachable(`${own}<table>`, code)).toBe(`${own}<table>`);
  });
});

test('the box of a task has the task as its name, and what stands under it is not part of it', () => {
  const item = (inner: string): string => `<li class="task-list-item">${inner}</li>`;
  const box = '<input type="checkbox" checked disabled>';
  const named = (name: string): string => `<input type="checkbox" aria-label="${name}" checked disabled>`;
  expect(reachable(item(`${box} Gör <a href="/">"detta"</a>\n<ul><li>mer</li></ul>\n`), code)).toBe(
    item(`${named('Gör &quot;detta&quot;')} Gör <a href="/">"detta"</a>\n<ul><li>mer</li></ul>\n`),
  );
  expect(reachable(item(`\n<p>${box} Gör</p>\n<p>Mer</p>`), code)).toBe(
    item(`\n<p>${named('Gör')} Gör</p>\n<p>Mer</p>`),
  );
  expect(reachable(`<p>${box}</p>`, code)).toBe(`<p>${box}</p>`);
});
