import type { Quick } from './quick-state.ts';
import type { CommonSearch } from './scope.ts';
import { hasPipe, startsText, textEnd } from './common-starts.ts';
import { isLeavable, readText } from './unread.ts';

/** A list that was read, and where it ends. */
export interface CommonList {
  end: number;
  ordered: boolean;
}

/** A list that is open: columns of its markers and of the last item's text. */
interface Level {
  indent: number;
  content: number;
  /** `1` for numbers of all kinds. */
  marker: string;
}

interface Reading {
  quick: Quick;
  search: CommonSearch;
  levels: Level[];
  items: number;
  /** Blank lines stand between the items. */
  loose: boolean;
}

const MARKER = /(?:[-*+]|\d{1,9}\.) /y;
/** How far a list, or a further line, may stand in from where it has to. */
const SLACK = 3;

/** Reads a list of lines; `undefined` where none starts, `null` where it is not of the common kind. */
export function commonList(quick: Quick, at: number, search: CommonSearch): CommonList | null | undefined {
  const { text } = quick;
  if (markerWidth(text, at) === 0) return undefined;
  const reading: Reading = { quick, search, levels: [], items: 0, loose: false };
  let line = at;
  for (let next = at; next >= 0; next = nextItem(reading, line)) {
    line = readItem(reading, next);
    if (line < 0) return null;
  }
  if (line < text.length && text[line] !== '\n') return null;
  return { end: line, ordered: reading.levels[0]?.marker === '1' };
}

/** Where the next item's line starts, if one follows; a blank line may stand between, then between all. */
function nextItem(reading: Reading, line: number): number {
  const { text } = reading.quick;
  const blank = text[line] === '\n';
  const next = blank ? line + 1 : line;
  const spaces = indentOf(text, next);
  if (markerWidth(text, next + spaces) === 0) return -1;
  if (!blank) return next;
  const flat = reading.levels.length === 1 && spaces === 0;
  if (!flat || (reading.items > 1 && !reading.loose)) return -1;
  reading.loose = true;
  return next;
}

/** Reads an item with its further lines; gives where it ends, or -1. */
function readItem(reading: Reading, at: number): number {
  const { quick, search } = reading;
  const { text } = quick;
  const indent = indentOf(text, at);
  const from = at + indent + markerWidth(text, at + indent);
  const blank = text[at - 2] === '\n' && reading.items > 0;
  if (!enter(reading, { indent, content: from - at, marker: text.charAt(at + indent) })) return -1;
  if (reading.loose && !blank) return -1;
  reading.items += 1;
  let end = from;
  let start = from;
  do {
    if (!startsText(text, start)) return -1;
    end = text.indexOf('\n', start) + 1;
    start = furtherLine(text, end, from - at);
  } while (start > 0);
  const last = textEnd(text, end - 1);
  if (last === 0 || hasPipe(text, { at, end, search })) return -1;
  // What goes over several lines stands further in here than in the item's own text.
  const leavable = last === text.indexOf('\n', from) && isLeavable(text, from);
  return readText(quick, { from, end: last, leavable }) ? end : -1;
}

/** Where the text of a line starts that goes on with the item above; 0 where it does not. */
function furtherLine(text: string, at: number, content: number): number {
  const spaces = indentOf(text, at);
  if (spaces < content || spaces > content + SLACK || text[at + spaces] === '\n') return 0;
  return markerWidth(text, at + spaces) === 0 ? at + spaces : 0;
}

/** Finds the list that an item belongs to: one that is open, or a new one in the item above. */
function enter({ levels }: Reading, item: Level): boolean {
  const marker = item.marker >= '0' && item.marker <= '9' ? '1' : item.marker;
  const depth = levels.length;
  while ((levels.at(-1)?.content ?? 0) > item.indent && levels.at(-1)?.indent !== item.indent) levels.pop();
  const level = levels.at(-1);
  if (level?.indent === item.indent) {
    level.content = item.content;
    return level.marker === marker;
  }
  if (levels.length < depth) return false;
  const within = level ? item.indent <= level.content + SLACK : item.indent === 0;
  // A list of numbers that does not start with `1.` starts so elsewhere.
  const first = item.marker === '1' && item.content - item.indent === 3;
  if (!within || (marker === '1' && !first)) return false;
  levels.push({ ...item, marker });
  return true;
}

function indentOf(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ') end += 1;
  return end - at;
}

/** Width of the marker at `at` and its space; 0 where there is none. */
function markerWidth(text: string, at: number): number {
  MARKER.lastIndex = at;
  return MARKER.test(text) ? MARKER.lastIndex - at : 0;
}
