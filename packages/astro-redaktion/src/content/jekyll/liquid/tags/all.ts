import type { TagMaker } from '../session.ts';
import { gistTag } from './gist.ts';
import { highlightTag } from './highlight.ts';
import { includeRelativeTag, includeTag } from './include.ts';
import { linkTag, postUrlTag, renderTag } from './link.ts';
import { caseTag, ifTag, unlessTag } from './logic.ts';
import { breakTag, continueTag, forTag } from './loop.ts';
import { cycleTag, ifchangedTag, tablerowTag } from './rows.ts';
import { assignTag, captureTag, decrementTag, echoTag, incrementTag } from './variables.ts';

/** All tags of Jekyll and Liquid, and one of a plugin that most sites have; `raw`, `comment`, `liquid` and `#` are the lexer's. */
export const tags: ReadonlyMap<string, TagMaker> = new Map([
  ['assign', assignTag],
  ['break', breakTag],
  ['capture', captureTag],
  ['case', caseTag],
  ['continue', continueTag],
  ['cycle', cycleTag],
  ['decrement', decrementTag],
  ['echo', echoTag],
  ['for', forTag],
  ['gist', gistTag],
  ['highlight', highlightTag],
  ['if', ifTag],
  ['ifchanged', ifchangedTag],
  ['include', includeTag],
  ['include_cached', includeTag],
  ['include_relative', includeRelativeTag],
  ['increment', incrementTag],
  ['link', linkTag],
  ['post_url', postUrlTag],
  ['render', renderTag],
  ['tablerow', tablerowTag],
  ['unless', unlessTag],
]);
