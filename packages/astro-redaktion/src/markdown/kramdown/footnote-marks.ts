import type { NoteUse } from './scope.ts';
import type { Spans } from './span-state.ts';
import { KINDS, mark } from './marks.ts';
import { addElement, addText, keep } from './span-state.ts';

const FOOTNOTE = /\[\^(\w[\w-]*)\]/y;

/** `[^name]`: a number that links to the note; without a note it is text. */
export function readFootnoteMark(spans: Spans): boolean {
  FOOTNOTE.lastIndex = spans.at;
  const match = FOOTNOTE.exec(spans.text);
  if (!match) return false;
  const [source, name = ''] = match;
  spans.at += source.length;
  const { outline, uses, state } = spans.writing;
  if (!outline.footnotes.has(name)) {
    addText(spans, source);
    return true;
  }
  const note = noteUse(spans, name);
  note.repeats += 1;
  uses.push(note);
  const repeat = note.repeats > 0 ? `:${note.repeats}` : '';
  const id = outline.options.footnotePrefix + name;
  const html =
    `<sup id="fnref:${id}${repeat}" role="doc-noteref"><a href="#fn:${id}" class="footnote" rel="footnote">` +
    `${note.index + outline.options.footnoteNr}</a></sup>`;
  addElement(spans, mark(KINDS.note, keep(state.raw, html)));
  return true;
}

function noteUse(spans: Spans, name: string): NoteUse {
  const { notes, outline } = spans.writing;
  const known = outline.footnotes.get(name)?.use;
  if (known && known.repeats >= 0) return known;
  const note = { name, index: notes.length, repeats: -1 };
  notes.push(note);
  const footnote = outline.footnotes.get(name);
  if (footnote) footnote.use = note;
  return note;
}
