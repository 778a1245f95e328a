import { nearest } from '../../../../config/suggest.ts';
import { parseBlock, renderToText, write } from '../body.ts';
import { badSyntax, Fault } from '../fault.ts';
import type { Output } from '../output.ts';
import { noteBase } from '../base-slash.ts';
import { evaluateOutput, parseOutput } from '../output.ts';
import type { ParseState, TagMaker } from '../session.ts';
import { report } from '../session.ts';
import type { MarkupToken } from '../token.ts';
import { toText } from '../value.ts';

// Ruby Liquid takes the first run of these anywhere in the tag, so quotes, slashes and hyphens round a name do no harm.
const name = /(?:\(?[\w\-.[\]]\)?)+/;

/** `{{ value | filter }}` and `{% echo value | filter %}` */
export const echoTag: TagMaker = (token, state) => {
  const output = readOutput(token.args, token, state);
  return {
    token,
    blank: false,
    render(scope, out) {
      try {
        const text = toText(evaluateOutput(output, scope));
        write(scope, out, text);
        noteBase(text, scope, out);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        error.token ??= token;
        report(scope, error);
      }
    },
  };
};

/** `{% assign a = value | filter %}` */
export const assignTag: TagMaker = (token, state) => {
  const { variable, source } = readAssignment(token.args);
  if (!variable) {
    throw badSyntax('{% assign %} has no name and value.', 'Write it as {% assign name = value %}.');
  }
  const output = readOutput(source, token, state);
  return {
    token,
    blank: true,
    render(scope) {
      variables(scope)[variable] = evaluateOutput(output, scope);
    },
  };
};

/** The name right before the first `=`; read backwards, as a search from the front is slow on long texts without one. */
function readAssignment(args: string): { variable: string; source: string } {
  const equals = args.indexOf('=');
  let end = Math.max(0, equals);
  while (end > 0 && /\s/.test(args[end - 1] ?? '')) end--;
  let begin = end;
  while (begin > 0 && /[\w\-.[\]()]/.test(args[begin - 1] ?? '')) begin--;
  return { variable: args.slice(begin, end), source: args.slice(equals + 1).trim() };
}

/** `{% capture a %} … {% endcapture %}` */
export const captureTag: TagMaker = (token, state) => {
  const variable = name.exec(token.args)?.[0];
  if (variable === undefined) throw badSyntax('{% capture %} has no name.', 'Write it as {% capture name %}.');
  const nodes = parseBlock(state, token);
  return {
    token,
    blank: true,
    render(scope) {
      variables(scope)[variable] = renderToText(nodes, scope);
    },
  };
};

/** Prints 0, 1, 2 … at each use. */
export const incrementTag: TagMaker = (token) => counter(token, 1);

/** Prints -1, -2 … at each use. */
export const decrementTag: TagMaker = (token) => counter(token, -1);

function counter(token: MarkupToken, step: 1 | -1): ReturnType<TagMaker> {
  const variable = token.args.trim();
  return {
    token,
    blank: false,
    render(scope, out) {
      const environment = scope.environments as Record<string, unknown>;
      const value = typeof environment[variable] === 'number' ? environment[variable] : 0;
      if (!reserved.has(variable)) environment[variable] = value + step;
      write(scope, out, String(step === 1 ? value : value - 1));
    },
  };
}

// A counter must not overwrite what the site gives.
const reserved = new Set(['page', 'site', 'jekyll', 'layout', 'content']);

function variables(scope: { bottom(): object }): Record<string, unknown> {
  return scope.bottom() as Record<string, unknown>;
}

function readOutput(source: string, token: MarkupToken, { engine, faults }: ParseState): Output {
  const output = parseOutput(source);
  for (const { name: filter } of output.filters) {
    if (engine.filters.has(filter)) continue;
    const near = nearest(filter, engine.filters.keys());
    faults.push(
      new Fault(
        {
          code: 'liquid-unknown-filter',
          severity: 'warning',
          message: `The filter "${filter}" does not exist; the value passes it unchanged, as in Jekyll.`,
          fix: near ? `Did you mean "${near}"?` : 'Remove it, or do its work in an include.',
        },
        token,
      ),
    );
  }
  return output;
}
