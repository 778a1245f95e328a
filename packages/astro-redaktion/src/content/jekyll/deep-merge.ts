/**
 * Merges `over` into `base` as Jekyll does: maps merge key by key, every other value replaces, and a null leaves
 * what was there. Neither argument is changed; parts that need no merging are shared.
 */
export function deepMerge(base: Data, over: Data): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    // Assigning to this key would change the object's prototype, not its data.
    if (key === '__proto__') continue;
    const old = merged[key];
    if (value === null && old !== undefined) continue;
    merged[key] = isData(old) && isData(value) ? deepMerge(old, value) : value;
  }
  return merged;
}

/** A plain map: neither null nor a list nor a date. */
export function isData(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

type Data = Readonly<Record<string, unknown>>;
