import type { Context, Emitter, Liquid, Template, Token } from 'liquidjs';
import type { Documents } from './documents.ts';
import type { Fault } from './fault.ts';
import type { Filter } from './filter.ts';
import type { LiquidToken, MarkupToken } from './token.ts';
import type { IncludeUse, LiquidDocument, LiquidLimits, LiquidSite } from './types.ts';

/** What is made once a build and shared by all posts. */
export interface Engine {
  site: LiquidSite;
  limits: LiquidLimits;
  tags: ReadonlyMap<string, TagMaker>;
  filters: ReadonlyMap<string, Filter>;
  renderer: Liquid['renderer'];
  /** Parsed includes by path from the root. */
  cache: Map<string, Parsed>;
  documents: Documents;
}

/** What one rendering gathers. */
export interface Session {
  engine: Engine;
  post: LiquidDocument;
  faults: FoundFault[];
  files: Set<string>;
  /** The text asked for other documents. */
  site: boolean;
  components: IncludeUse[];
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
  /** Include tags around the place being rendered, outermost first. */
  stack: Token[];
  cycles: Map<string, number>;
  /** Where each loop stopped, for `offset: continue`. */
  offsets: Map<string, number>;
  loops: object[];
  changed?: string;
  /** Where the site's `baseurl` was just written. */
  base?: { out: Emitter; end: number };
}

/** A fault, and the tag in the post through which it was reached. */
export interface FoundFault {
  fault: Fault;
  via?: Token;
}

/** A parsed template. */
export interface Parsed {
  nodes: Node[];
  faults: Fault[];
}

/** A piece of a template that can be rendered. */
export interface Node extends Template {
  /** Prints nothing but blanks: a block of such nodes prints nothing at all. */
  blank: boolean;
  render(scope: Context, out: Emitter): void;
}

export type TagMaker = (token: MarkupToken, state: ParseState) => Node;

export interface ParseState {
  engine: Engine;
  tokens: LiquidToken[];
  at: number;
  depth: number;
  faults: Fault[];
}

const key = 'redaktion';

/** The session of a rendering under way. */
export function sessionOf(scope: Context): Session {
  return scope.getRegister<Session>(key);
}

export function startSession(scope: Context, session: Session): void {
  scope.setRegister(key, session);
}

/** Notes what is wrong and goes on; nothing of it reaches the page. */
export function report(scope: Context, fault: Fault): void {
  const { faults, stack } = sessionOf(scope);
  const via = stack[0];
  faults.push({ fault, ...(via && { via }) });
}
