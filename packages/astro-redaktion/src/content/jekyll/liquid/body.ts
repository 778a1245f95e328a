import type { Context, Emitter } from 'liquidjs';
import { toValueSync } from 'liquidjs';
import { nearest } from '../../../config/suggest.ts';
import { behindBase } from './base-slash.ts';
import { badSyntax, Fault } from './fault.ts';
import { neverClosed, tokenize } from './lexer.ts';
import type { Engine, Node, Parsed, ParseState } from './session.ts';
import { sessionOf } from './session.ts';
import type { MarkupToken } from './token.ts';
import { TextToken } from './token.ts';

// A node costs this many units of work beside the characters it writes: bounds loops that write nothing.
const nodeCost = 50;
const deepest = 100;

/** Nodes up to the tag that ends them. */
export interface Body {
  nodes: Node[];
  /** The tag that ended it; absent at the end of the text. */
  end?: MarkupToken;
}

/** Parses a whole template. Throws a Fault where it cannot go on; unknown tags are gathered. */
export function parseTemplate(engine: Engine, text: string, file?: string): Parsed {
  if (text.length > engine.limits.parse) {
    throw new Fault({
      code: 'liquid-limit',
      message: `The text has ${text.length} characters; at most ${engine.limits.parse} are read as Liquid.`,
      fix: 'Set render_with_liquid: false in its front matter, or split it.',
    });
  }
  const state: ParseState = { engine, tokens: tokenize(text, file), at: 0, depth: 0, faults: [] };
  return { nodes: parseBody(state, []).nodes, faults: state.faults };
}

/** Parses up to one of the tags named in `ends`, or to the end of the text. */
export function parseBody(state: ParseState, ends: readonly string[]): Body {
  const nodes: Node[] = [];
  for (let token = state.tokens[state.at++]; token; token = state.tokens[state.at++]) {
    if (token instanceof TextToken) nodes.push(textNode(token));
    else if (ends.includes(token.name)) return { nodes, end: token };
    else {
      const node = parseTag(state, token);
      if (node) nodes.push(node);
    }
  }
  return { nodes };
}

/** The body of a block with a single part: all up to `{% end… %}`. */
export function parseBlock(state: ParseState, open: MarkupToken): Node[] {
  const { nodes, end } = parseBody(state, [`end${open.name}`]);
  if (!end) throw neverClosed(open);
  return nodes;
}

function parseTag(state: ParseState, token: MarkupToken): Node | undefined {
  const make = state.engine.tags.get(token.name);
  if (!make) {
    addUnknownTag(state, token);
    return undefined;
  }
  if (++state.depth > deepest) throw badSyntax('Blocks are nested more than 100 deep.', 'Nest fewer blocks.', token);
  try {
    const node = make(token, state);
    state.depth--;
    return node;
  } catch (error) {
    if (error instanceof Fault) error.token ??= token;
    throw error;
  }
}

function addUnknownTag({ engine, faults }: ParseState, token: MarkupToken): void {
  const opening = token.name.replace(/^end/, '');
  const isEnd = opening !== token.name;
  // The opening tag of an unknown block has been named already.
  if (isEnd && faults.some(({ message }) => message.startsWith(`{% ${opening} %}`))) return;
  const near = nearest(token.name, engine.tags.keys());
  const closes = isEnd && engine.tags.has(opening);
  faults.push(
    new Fault(
      {
        code: closes ? 'liquid-syntax' : 'liquid-unknown-tag',
        message: closes
          ? `{% ${token.name} %} closes no open block.`
          : `{% ${token.name} %} is a tag that does not exist.`,
        fix: closes ? `Remove it, or open the block with {% ${opening} %}.` : unknownTagFix(near),
      },
      token,
    ),
  );
}

function unknownTagFix(near: string | undefined): string {
  const meant = near ? `Did you mean {% ${near} %}? ` : '';
  return `${meant}If a Jekyll plugin made it, write what it printed, or an include; put {% raw %} round text that only looks like a tag.`;
}

function textNode(token: TextToken): Node {
  const { text } = token;
  // The text of {% raw %} counts as something printed even when it is blank, as in Ruby Liquid.
  const blank = !token.verbatim && /^[ \t\r\n\f\v]*$/.test(text);
  return { token, blank, render: (scope, out) => write(scope, out, text) };
}

export function isBlank(nodes: readonly Node[]): boolean {
  return nodes.every(({ blank }) => blank);
}

/** Ruby Liquid drops the blanks of a block that prints only blanks: `{% if a %}\n{% assign b = 1 %}\n{% endif %}`. */
export function withoutBlanks(nodes: readonly Node[]): Node[] {
  return nodes.filter(({ token }) => !(token instanceof TextToken));
}

export function renderNodes(nodes: readonly Node[], scope: Context, out: Emitter): void {
  scope.memoryLimit.use(nodeCost * (nodes.length + 1));
  const { renderer } = sessionOf(scope).engine;
  // liquidjs' own loop: it stops at {% break %}, checks the clock, and adds the place to an error.
  toValueSync(renderer.renderTemplates([...nodes], scope, out) as unknown as Generator);
}

/** Renders into a text of its own. */
export function renderToText(nodes: readonly Node[], scope: Context): string {
  const out: Emitter = {
    buffer: '',
    write(text: string) {
      this.buffer += text;
    },
  };
  renderNodes(nodes, scope, out);
  return out.buffer;
}

/** Writes text to the page, counted against the limits. */
export function write(scope: Context, out: Emitter, text: string): void {
  scope.memoryLimit.use(text.length);
  out.write(behindBase(text, scope, out));
}

/** Runs with a scope of its own for loop variables and include parameters. */
export function withScope(scope: Context, variables: Record<string, unknown>, run: () => void): void {
  scope.push(Object.assign(Object.create(null) as object, variables));
  try {
    run();
  } finally {
    scope.pop();
  }
}
