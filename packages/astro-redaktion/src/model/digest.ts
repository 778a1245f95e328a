/**
 * A short text that differs when the given one differs: 106 bits as two runs of cyrb53 (public domain,
 * bryc, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js).
 *
 * Not against attackers: it tells a page's last state from its present one. `node:crypto` is not for pure
 * code, and WebCrypto is asynchronous.
 */
export function digest(text: string): string {
  // Both runs at once: reading the text's characters is most of the work.
  let [high, low, higher, lower] = [HIGH, LOW, HIGH ^ SEED, LOW ^ SEED];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
    higher = Math.imul(higher ^ code, 2654435761);
    lower = Math.imul(lower ^ code, 1597334677);
  }
  return mixed(high, low).toString(36) + mixed(higher, lower).toString(36);
}

const [HIGH, LOW, SEED] = [0xdeadbeef, 0x41c6ce57, 0x9e3779b9];

function mixed(first: number, second: number): number {
  const high = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  const low = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
