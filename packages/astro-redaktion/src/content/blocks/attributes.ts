/** Attributes of a directive in braces, with line breaks if need be. Quoted values may hold braces. */
export const ATTRIBUTES: string = String.raw`\{(?:[^{}"']|"[^"]*"|'[^']*')*\}`;

const ATTRIBUTE =
  /\s*(?:#([\p{L}\p{N}][\p{L}\p{N}_-]*)|([A-Za-z_][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))?)(?=\s|$)/uy;

/**
 * Reads `{key="value" other='value' number=3 flag #id}`: values are strings, an attribute without one is `true`,
 * `#npo` is `id="npo"`.
 *
 * @returns `undefined` when something in it cannot be read
 */
export function readAttributes(source: string): Record<string, string | true> | undefined {
  const inner = source.slice(1, -1).trim();
  const attributes: Record<string, string | true> = Object.create(null);
  ATTRIBUTE.lastIndex = 0;
  for (let at = 0; at < inner.length; at = ATTRIBUTE.lastIndex) {
    const match = ATTRIBUTE.exec(inner);
    if (!match) return undefined;
    const [, id, key = 'id', ...values] = match;
    attributes[key] = id ?? values.find((value) => value !== undefined) ?? true;
  }
  return { ...attributes };
}
