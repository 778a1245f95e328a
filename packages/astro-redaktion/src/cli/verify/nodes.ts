import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Elements whose text no reader sees. */
export const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg']);

export function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}
