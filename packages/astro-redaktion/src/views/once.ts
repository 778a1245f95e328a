const printed = new WeakMap<object, Set<string>>();

/** Whether this page has not asked for this before; the second time the answer is no. */
export function isFirstOnPage(locals: App.Locals, what: string): boolean {
  const known = printed.get(locals);
  if (known?.has(what)) return false;
  if (known) known.add(what);
  else printed.set(locals, new Set([what]));
  return true;
}
