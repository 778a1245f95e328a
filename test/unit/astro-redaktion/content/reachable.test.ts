import { expect, test } from 'vitest';
import { reachable } from '../../../../packages/astro-redaktion/src/content/reachable.ts';

test('code and tables of three columns or more can be reached by keyboard', () => {
  expect(reachable('<pre><code>a</code></pre><pre class="x">b</pre><pre tabindex="0">c</pre><present>')).toBe(
    '<pre tabindex="0"><code>a</code></pre><pre tabindex="0" class="x">b</pre><pre tabindex="0">c</pre><present>',
  );
  const row = (cells: number): string => `<thead><tr>\n${'<th class="rd-right">A</th>'.repeat(cells)}</tr></thead>`;
  expect(reachable(`<table>${row(2)}</table><table>${row(3)}</table>`)).toBe(
    `<table>${row(2)}</table><table tabindex="0">${row(3)}</table>`,
  );
  expect(reachable('<table>')).toBe('<table>');
});

test('the box of a task has the task as its name, and what stands under it is not part of it', () => {
  const item = (inner: string): string => `<li class="task-list-item">${inner}</li>`;
  const box = '<input type="checkbox" checked disabled>';
  const named = (name: string): string => `<input type="checkbox" aria-label="${name}" checked disabled>`;
  expect(reachable(item(`${box} Gör <a href="/">"detta"</a>\n<ul><li>mer</li></ul>\n`))).toBe(
    item(`${named('Gör &quot;detta&quot;')} Gör <a href="/">"detta"</a>\n<ul><li>mer</li></ul>\n`),
  );
  expect(reachable(item(`\n<p>${box} Gör</p>\n<p>Mer</p>`))).toBe(item(`\n<p>${named('Gör')} Gör</p>\n<p>Mer</p>`));
  expect(reachable(`<p>${box}</p>`)).toBe(`<p>${box}</p>`);
});
