import { DEFAULT_SCHEMA, FAILSAFE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import { emptyItems } from './empty-items.ts';
import { readScalar } from './yaml-scalar.ts';

/**
 * YAML as Ruby reads it: js-yaml's parser with Ruby's plain values.
 *
 * js-yaml was taken because it reads what Ruby reads: of 8,669 real posts it refuses five (the same key twice,
 * handled here), where the package `yaml` refuses 121 (quoted text continued in the first column).
 *
 * Of a key that stands twice the last one wins, as in Ruby, and the fault says where the second one stands. Of several
 * documents Jekyll reads the first alone, whatever follows.
 */
export function parseYaml(text: string): YamlResult {
  const result = parseAll(text);
  const first = result.fault ? firstDocument(text) : text;
  const alone = first.length < text.length ? parseAll(first) : result;
  return alone.fault ? result : alone;
}

/** Many a `_config.yml` ends with the `---` that closes front matter. */
function firstDocument(text: string): string {
  const start = /^(?:(?:#.*|%.*|[ \t]*)\r?\n)*(?:---(?=\s).*)?/.exec(text)?.[0].length ?? 0;
  const end = text.slice(start).search(/^(?:---|\.\.\.)(?!\S)/m);
  return end === -1 ? text : text.slice(0, start + end);
}

function parseAll(text: string): YamlResult {
  try {
    return { value: read(text) };
  } catch (error) {
    const fault = faultOf(error, text);
    if (!fault.message.startsWith('duplicated mapping key')) return { fault };
    try {
      return { value: read(text, true), duplicate: fault };
    } catch (second) {
      return { fault: faultOf(second, text) };
    }
  }
}

/** @param repeated Whether a key may stand twice, as JSON has it. */
function read(text: string, repeated = false): unknown {
  return load(text, { schema: RUBY, json: repeated, listener: emptyItems(text) });
}

// js-yaml asks `resolve` and then `construct` for the same text: the value is kept between the two.
let last: unknown;

/** All of Ruby's plain values in one type: one call a value instead of js-yaml's five. */
const rubyScalar = new Type('tag:yaml.org,2002:ruby', {
  kind: 'scalar',
  resolve: (text: string | null) => {
    last = text === null ? null : readScalar(text);
    return last !== text;
  },
  construct: () => last,
});

// js-yaml's schemas hold their types in these two lists, which its type declarations leave out.
const defaults = DEFAULT_SCHEMA as unknown as { implicit: NamedType[]; explicit: NamedType[] };
const merge = defaults.implicit.filter(({ tag }) => tag.endsWith(':merge'));
/** The names of types that authors may write (`!!str`, `!!int`), which Ruby knows as well. */
const named = [...defaults.implicit.filter(({ tag }) => !tag.endsWith(':merge')), ...defaults.explicit];
const RUBY = FAILSAFE_SCHEMA.extend({ implicit: [rubyScalar, ...merge], explicit: named });

/** A type and its name, which the declarations leave out, too. */
type NamedType = Type & { tag: string };

function faultOf(error: unknown, text: string): YamlFault {
  if (!(error instanceof YAMLException)) return { message: String(error), line: 1, column: 1, quoted: '' };
  const line = (error.mark?.line ?? 0) + 1;
  const column = (error.mark?.column ?? 0) + 1;
  return { message: error.reason, line, column, quoted: text.split(/\r\n?|\n/)[line - 1]?.trim() ?? '' };
}

export interface YamlFault {
  /** What the parser says. */
  message: string;
  /** 1-based, in the YAML text. */
  line: number;
  /** 1-based. */
  column: number;
  /** The line as written, without the space around it. */
  quoted: string;
}

/** The value (`duplicate`: a key stood twice, and where), or why there is none. */
export type YamlResult =
  | { value: unknown; duplicate?: YamlFault; fault?: undefined }
  | { value?: undefined; fault: YamlFault };
