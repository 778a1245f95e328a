/** A list as writers give it: a list, JSON, or text with this sign between its parts. */
export function readList(given: unknown, sign: ',' | ';'): unknown {
  const list = fromJson(given);
  return typeof list === 'string' ? split(list, sign) : list;
}

/** `A: one; B: two`, JSON, or a list: records with a name and what belongs to it. What cannot be read stays as it is. */
export function readPairs(given: unknown, [name, value]: readonly [string, string]): unknown {
  const list = readList(given, ';');
  if (!Array.isArray(list)) return list;
  return list.map((item: unknown) => {
    const [, first, rest] = (typeof item === 'string' && /^(.*?):\s+(.*)$/s.exec(item)) || [];
    return first === undefined ? item : { [name]: first.trim(), [value]: rest };
  });
}

/** Text that is JSON's own list is read; any other value stays as it is, so that a schema can quote it. */
export function fromJson(given: unknown): unknown {
  if (typeof given !== 'string' || !/^\s*\[/.test(given)) return given;
  try {
    return JSON.parse(given) as unknown;
  } catch {
    return given;
  }
}

function split(text: string, sign: string): string[] {
  return text
    .split(sign)
    .map((part) => part.trim())
    .filter((part, index, all) => part !== '' || index < all.length - 1);
}
