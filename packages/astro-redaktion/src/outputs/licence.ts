import { type CreditPart, creditParts, licencePart, postCredits } from '../model/credit.ts';
import type { Post } from '../types.ts';
import type { Text } from './texts.ts';
import { escapeMarkup, plain } from './plain.ts';

/** Address of the licence of a post. */
export function licenceAddress(post: Post): string | undefined {
  return post.data.rights?.licence?.address;
}

/** What a feed says after a text: on what terms it may be used, and whom it credits; none where there is nothing to say. */
export function rightsHtml(post: Post, t: Text): string[] {
  const { licence, text } = post.data.rights ?? {};
  const terms = [
    licence && `${escapeMarkup(t('feedLicence'))} ${partsHtml([licencePart(licence)], ' rel="license"')}.`,
    text && escapeMarkup(plain(text)),
  ];
  const credits = postCredits(post).map((credit) => `<li>${partsHtml(creditParts(credit))}</li>`);
  return [
    terms.some(Boolean) ? `<p>${terms.filter(Boolean).join(' ')}</p>` : '',
    credits.length > 0 ? `<ul>${credits.join('')}</ul>` : '',
  ].filter(Boolean);
}

/** @param rel of a link to a licence: it is said of the post's own only */
function partsHtml(parts: readonly CreditPart[], rel = ''): string {
  return parts
    .map(({ text, href, isLicence }) => {
      const words = escapeMarkup(plain(text));
      return href ? `<a href="${escapeMarkup(href)}"${isLicence ? rel : ''}>${words}</a>` : words;
    })
    .join(', ');
}
