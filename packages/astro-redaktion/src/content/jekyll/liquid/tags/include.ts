import { dirname, posix } from 'node:path';
import type { Context, Emitter } from 'liquidjs';
import { parseTemplate, renderNodes, renderToText, withScope } from '../body.ts';
import { nearestInclude } from '../documents.ts';
import { evaluate } from '../evaluate.ts';
import type { Expression } from '../expression.ts';
import { parseExpression } from '../expression.ts';
import { badSyntax, Fault } from '../fault.ts';
import { readInside } from '../files.ts';
import { shorten } from '../lexer.ts';
import type { Node, Parsed, ParseState, TagMaker } from '../session.ts';
import { report, sessionOf } from '../session.ts';
import type { MarkupToken } from '../token.ts';
import { placeComponent } from './component.ts';

// Jekyll's own shapes (jekyll/tags/include.rb), so that what stops a build there is a problem here.
const parameter = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/;
const allParameters = new RegExp(`^\\s*(?:${parameter.source}(?=\\s|$)\\s*)*$`);
const templatedName = /^([^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|[^}]*)?\}\}[^\s{}]*)+)([\s\S]*)$/;
const goodName = /^[\w/.\-()+~#@]+$/;
const badSequence = /[./]{2,}/;

/** `{% include file.html a="x" b=page.y %}`, from the folder of includes. `include_cached` is the same. */
export const includeTag: TagMaker = (token, state) => makeInclude(token, state, false);

/** `{% include_relative part.md %}`, from the folder of the post. */
export const includeRelativeTag: TagMaker = (token, state) => makeInclude(token, state, true);

function makeInclude(token: MarkupToken, state: ParseState, relative: boolean): Node {
  const source = token.args.trim();
  const [, templated, rest] = templatedName.exec(source) ?? [];
  const [file = '', params] = templated === undefined ? splitName(source) : [templated.trim(), rest?.trim()];
  if (params && !allParameters.test(params)) throw badParameters(token, params);
  const use: IncludeTag = {
    token,
    relative,
    name: templated === undefined ? file : parseTemplate(state.engine, file).nodes,
    // Without any parameter the outer `include` stays in view, as in Jekyll.
    ...(params !== undefined && { params: readParameters(params) }),
  };
  return { token, blank: false, render: (scope, out) => renderInclude(use, scope, out) };
}

function splitName(source: string): [string, string?] {
  const [, file = '', params] = /^(\S*)(?:\s+([\s\S]*))?$/.exec(source) ?? [];
  return params === undefined ? [file] : [file, params];
}

function readParameters(source: string): Parameter[] {
  return [...source.matchAll(new RegExp(parameter, 'g'))].map(([, name = '', double, single, variable]) => ({
    name,
    value:
      variable !== undefined
        ? parseExpression(variable)
        : { kind: 'literal', value: double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'") ?? '' },
  }));
}

function renderInclude(use: IncludeTag, scope: Context, out: Emitter): void {
  const { token } = use;
  const session = sessionOf(scope);
  const name = typeof use.name === 'string' ? use.name : renderToText(use.name, scope);
  const params = use.params && valuesOf(use.params, scope);
  if (!use.relative && placeComponent({ name, token, params: params ?? {} }, scope, out)) return;
  if (badSequence.test(name) || !goodName.test(name)) {
    report(scope, badName(token, name));
    return;
  }
  if (session.stack.length >= session.engine.limits.depth) throw tooDeep(token, name);
  const partial = loadPartial({ name, token, relative: use.relative }, scope);
  if (!partial) return;
  session.stack.push(token);
  withScope(scope, params ? { include: params } : {}, () => renderNodes(partial.nodes, scope, out));
  session.stack.pop();
}

function valuesOf(params: readonly Parameter[], scope: Context): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  for (const { name, value } of params) values[name] = evaluate(value, scope);
  return values;
}

function loadPartial({ name, token, relative }: Place, scope: Context): Parsed | undefined {
  const { engine, post, files } = sessionOf(scope);
  const folder = relative ? dirname(post.path) : (engine.site.includesDir ?? '_includes');
  const path = posix.join(folder, name);
  files.add(path);
  const known = engine.cache.get(path);
  if (known) return noteFaults(known, token, scope);
  const read = readInside(posix.join(engine.site.root, folder), name);
  if (read.kind !== 'text') {
    report(scope, read.kind === 'outside' ? leadsOut(token, path) : missing({ name, token, relative }, folder, scope));
    return undefined;
  }
  const parsed = parsePartial(scope, { text: read.text, path });
  engine.cache.set(path, parsed);
  return noteFaults(parsed, token, scope);
}

/** An include that cannot be parsed prints nothing and is named at every post that uses it. */
function parsePartial(scope: Context, { text, path }: { text: string; path: string }): Parsed {
  try {
    return parseTemplate(sessionOf(scope).engine, text, path);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { nodes: [], faults: [error] };
  }
}

function noteFaults(parsed: Parsed, token: MarkupToken, scope: Context): Parsed {
  const { faults, stack } = sessionOf(scope);
  for (const fault of parsed.faults) {
    if (!faults.some((found) => found.fault === fault)) faults.push({ fault, via: stack[0] ?? token });
  }
  return parsed;
}

function badParameters(token: MarkupToken, params: string): Fault {
  return badSyntax(
    `The parameters "${shorten(params)}" cannot be read.`,
    `Write {% ${token.name} file.html name="value" other=page.title %}: no commas, no filters; use {% assign %} first.`,
    token,
  );
}

function badName(token: MarkupToken, name: string): Fault {
  return badSyntax(
    `"${name}" is no name of an include.`,
    'Name a file in the folder, without "..", spaces or "//".',
    token,
  );
}

function leadsOut(token: MarkupToken, path: string): Fault {
  return new Fault(
    {
      code: 'liquid-include-outside',
      message: `${path} is a link that leads out of its folder, so it is not read.`,
      fix: 'Put the file itself in the folder.',
    },
    token,
  );
}

function tooDeep(token: MarkupToken, name: string): Fault {
  return new Fault(
    {
      code: 'liquid-include-depth',
      message: `Includes are nested too deep at "${name}"; it probably includes itself.`,
      fix: 'Take the include out of the file that it includes.',
    },
    token,
  );
}

function missing({ name, token }: Place, folder: string, scope: Context): Fault {
  const { site } = sessionOf(scope).engine;
  const { config } = site;
  const near = nearestInclude(site, folder, name);
  const theme = config['theme'] ?? config['remote_theme'];
  const file = posix.join(folder, name);
  const make =
    typeof theme === 'string'
      ? `Copy it to ${file} from the theme ${theme} if that has it, or create it`
      : `Create ${file}`;
  return new Fault(
    {
      code: 'liquid-missing-include',
      message: `The include "${name}" does not exist in ${folder}.`,
      fix: near ? `Did you mean "${near}"?` : `${make}, or map the name to a component with \`includes\`.`,
    },
    token,
  );
}

interface Parameter {
  name: string;
  value: Expression;
}
interface IncludeTag {
  token: MarkupToken;
  relative: boolean;
  /** A template when the name itself holds `{{ … }}`. */
  name: string | Node[];
  params?: Parameter[];
}
interface Place {
  name: string;
  token: MarkupToken;
  relative: boolean;
}
