import type { Translate } from '../i18n/translate.ts';
import { escapeAttribute } from '../outputs/plain.ts';

/**
 * Gives each footnote of a text a copy in a popover, and each of its numbers a button that opens it. The links to the
 * notes, the notes and their ids stay as they are; the copies have no ids and no links back.
 *
 * @param html trusted: a text as either dialect of Markdown prints it
 * @returns the same text where it has no notes
 */
export function withNotePreviews(html: string, t: Translate): string {
  const start = html.search(SECTION);
  if (start < 0) return html;
  const end = html.indexOf(html.startsWith('<section', start) ? '</section>' : '</ol>\n</div>', start);
  if (end < 0) return html;
  const notes = readNotes(html.slice(start, end));
  const opened = new Map<string, { box: string; number: string }>();
  const text = html.slice(0, start).replace(REFERENCE, (link: string, href: string, number: string) => {
    // Engines write some ids as they stand in addresses, and some as text.
    const id = notes.has(href) ? href : decoded(href);
    if (!notes.has(id)) return link;
    const { box } = opened.get(id) ?? { box: `rd-note-${opened.size + 1}` };
    opened.set(id, { box, number });
    const label = escapeAttribute(t('noteShow', { number }));
    return `${link}<button class="rd-note" type="button" popovertarget="${box}" aria-label="${label}"></button>`;
  });
  const boxes = [...opened].map(([id, { box, number }]) => printBox(box, notes.get(id) ?? '', { number, t }));
  return `${text}${html.slice(start)}${boxes.join('')}`;
}

/** Where the notes of a text begin: GFM's section, kramdown's division. */
const SECTION = /<section data-footnotes|<section class="footnotes"|<div class="footnotes" role="doc-endnotes">/;

/** A number in the text: a link to a note. */
const REFERENCE = /<a (?=[^>]*(?:data-footnote-ref|class="footnote"))[^>]*?href="#([^"]*)"[^>]*>([^<]*)<\/a>/g;

/** Notes by id, without ids and links back. One that holds a block has no copy: a block may stand on a page but once. */
function readNotes(section: string): Map<string, string> {
  const starts = [...section.matchAll(/<li id="((?:user-content-)?fn[-:][^"]*)"[^>]*>/g)];
  const entries = starts.map((match, index) => {
    const until = starts[index + 1]?.index ?? section.length;
    const inner = section.slice(match.index + match[0].length, until);
    const note = inner.slice(0, inner.lastIndexOf('</li>'));
    return [match[1] ?? '', withoutAnchors(note)] as const;
  });
  return new Map(entries.filter(([, note]) => !note.includes('redaktion')));
}

function withoutAnchors(note: string): string {
  return note
    .replace(
      /(?:&#160;|&nbsp;|\s)*<a (?=[^>]*(?:data-footnote-backref|class="reversefootnote"))[^>]*>[\s\S]*?<\/a>/g,
      '',
    )
    .replace(/(<[a-z][^>]*?) id="[^"]*"/g, '$1')
    .replace(/<p>\s*<\/p>/g, '')
    .trim();
}

function printBox(id: string, note: string, { number, t }: { number: string; t: Translate }): string {
  const close = `<button class="rd-note__close" type="button" popovertarget="${id}" popovertargetaction="hide" aria-label="${escapeAttribute(t('close'))}"></button>`;
  return `<div class="rd-note__box" id="${id}" popover role="note" aria-label="${escapeAttribute(t('noteOf', { number }))}">${note}${close}</div>`;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
