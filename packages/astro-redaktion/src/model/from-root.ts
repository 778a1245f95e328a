/**
 * An address from the site's root as linked: with the site's base, once. Any other address (of another host, of the page,
 * a fragment) stays as it is.
 *
 * @param base begins and ends with a slash
 */
export function fromRoot(address: string, base: string): string {
  const isBelow = address.startsWith(base) || `${address}/` === base;
  return /^\/(?!\/)/.test(address) && !isBelow ? base + address.slice(1) : address;
}
