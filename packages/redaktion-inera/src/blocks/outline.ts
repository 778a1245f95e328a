import { escapeHtml } from 'astro-redaktion/block';

/** A stretch of text in a line; `lang` where it differs from the text around it. */
export interface Run {
  text: string;
  href?: string | undefined;
  strong?: boolean;
  lang?: string | undefined;
}

/** A piece of a little document, from which a block's form for feeds and the one in Markdown are both printed. */
export type Part =
  | { line: readonly Run[] }
  | { paragraph: readonly Run[] }
  | { list: readonly (readonly Run[])[]; ordered?: boolean }
  | { head: readonly string[]; rows: readonly (readonly (readonly Run[])[])[] };

/** HTML without classes and scripts. */
export function outlineHtml(parts: readonly Part[]): string {
  return parts.map(partHtml).join('\n');
}

/** CommonMark, tables as GitHub writes them. */
export function outlineMarkdown(parts: readonly Part[]): string {
  return parts.map(partMarkdown).join('\n\n');
}

function partHtml(part: Part): string {
  if ('line' in part) return runsHtml(part.line);
  if ('paragraph' in part) return `<p>${runsHtml(part.paragraph)}</p>`;
  if ('list' in part) {
    const items = part.list.map((runs) => `<li>${runsHtml(runs)}</li>`).join('');
    return part.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
  }
  const head = part.head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  const rows = part.rows.map((cells) => `<tr>${cells.map((runs) => `<td>${runsHtml(runs)}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function runsHtml(runs: readonly Run[]): string {
  return runs
    .map(({ text, href, strong, lang }) => {
      const attribute = lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`;
      const inner = strong ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text);
      if (href !== undefined) return `<a href="${escapeHtml(href)}"${attribute}>${inner}</a>`;
      return attribute ? `<span${attribute}>${inner}</span>` : inner;
    })
    .join('');
}

function partMarkdown(part: Part): string {
  if ('line' in part) return runsMarkdown(part.line);
  if ('paragraph' in part) return runsMarkdown(part.paragraph);
  if ('list' in part)
    return part.list.map((runs, index) => `${part.ordered ? `${index + 1}.` : '-'} ${runsMarkdown(runs)}`).join('\n');
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  return [
    row(part.head.map((text) => cell(escapeMarkdown(text)))),
    row(part.head.map(() => '---')),
    ...part.rows.map((cells) => row(cells.map((runs) => cell(runsMarkdown(runs))))),
  ].join('\n');
}

function runsMarkdown(runs: readonly Run[]): string {
  return runs
    .map(({ text, href, strong }) => {
      const inner = strong ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text);
      return href === undefined ? inner : `[${inner}](${href.replace(/[\s()<>\\]/g, percentEncoded)})`;
    })
    .join('');
}

/** Parentheses too, which `encodeURIComponent()` leaves alone. */
function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&').replace(/\s+/g, ' ');
}
