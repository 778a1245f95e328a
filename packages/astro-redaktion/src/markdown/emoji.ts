import { SKIPPED, type Typesetter } from './typeset.ts';

/** Writes signs for their names: 🎉 for `:tada:`. */
export interface Emoji {
  /** In trusted HTML; code, addresses and all that stands inside tags are passed by. */
  html: Typesetter;
  /** In plain text. */
  line: Typesetter;
}

/**
 * @param signs by GitHub's names for them. What is a picture there and no sign, such as `:octocat:`, stays as it is
 * written
 */
export function createEmoji(signs: ReadonlyMap<string, string>): Emoji {
  const written = String.raw`:(?<name>[\w+-]+):`;
  return {
    html: setter(new RegExp(`${SKIPPED}|${written}`, 'gi'), signs),
    line: setter(new RegExp(written, 'g'), signs),
  };
}

function setter(pattern: RegExp, signs: ReadonlyMap<string, string>): Typesetter {
  return (text) => {
    let [made, from] = ['', 0];
    if (!ANY.test(text)) return text;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const name = found.groups?.['name'];
      if (name === undefined) continue;
      const sign = signs.get(name);
      if (sign === undefined) {
        // In `12:30:tada:` the colon that ends what is no name begins one.
        pattern.lastIndex -= 1;
        continue;
      }
      made += text.slice(from, found.index) + sign;
      from = pattern.lastIndex;
    }
    return made + text.slice(from);
  };
}

/** Few texts have any. */
const ANY = /:[\w+-]+:/;
