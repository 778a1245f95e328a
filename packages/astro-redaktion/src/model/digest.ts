/**
 * A short text that differs when the given one differs: 106 bits as two runs of cyrb53 (public domain,
 * bryc, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js).
 *
 * Not against attackers: it tells a page's last state from its present one. `node:crypto` is not for pure
 * code, and WebCrypto is asynchronous.
 */
export function digest(text: string): string {
  return run(text, 0).toString(36) + run(text, 0x9e3779b9).toString(36);
}

function run(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
