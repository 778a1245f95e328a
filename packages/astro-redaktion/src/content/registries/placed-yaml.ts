import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { emptyItems } from '../jekyll/empty-items.ts';

/** A YAML text, read, and where its parts stand. */
export interface PlacedYaml {
  value: unknown;
  /** Why there is no value. */
  fault?: { message: string; line: number; column: number };
  /** 1-based line on which a map or list begins; absent for other values. */
  lineOf: (value: unknown) => number | undefined;
  /** 1-based line of a key (`['locales', 'en']`: of a key inside a key) at or below a line. Default: that line. */
  lineBelow: (from: number, keys: readonly string[]) => number;
}

/** Reads YAML 1.2 (JSON is a part of it). js-yaml tells of each node as it is read, which gives the lines for nothing. */
export function readPlacedYaml(text: string): PlacedYaml {
  const begun: number[] = [];
  const places = new Map<object, number>();
  const lines = text.split(/\r\n?|\n/);
  const listen = emptyItems(text);
  const rest = { lineOf: (value: unknown) => places.get(value as object), lineBelow: lineFinder(lines) };
  try {
    const value = load(text, {
      schema: CORE_SCHEMA,
      listener(event, state) {
        const { line, result } = state as { line: number; result: unknown };
        listen(event, state);
        if (event === 'open') begun.push(line + 1);
        else if (typeof result === 'object' && result !== null) places.set(result, begun.pop() ?? 1);
        else begun.pop();
      },
    });
    return { value, ...rest };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    return { value: undefined, fault: { message: reason, line: mark.line + 1, column: mark.column + 1 }, ...rest };
  }
}

function lineFinder(lines: readonly string[]): PlacedYaml['lineBelow'] {
  return (from, keys) => {
    let line = from;
    for (const key of keys) {
      const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const pattern = new RegExp(`(?:^|[{,])\\s*(?:- +)?["']?${escaped}["']?\\s*:`);
      const found = lines.findIndex((text, index) => index >= line - 1 && pattern.test(text));
      if (found === -1) return line;
      line = found + 1;
    }
    return line;
  };
}
