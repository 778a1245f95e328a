import type { CreditData, LicenceData, Post } from '../types.ts';

/** A stretch of a credit, with where it leads. */
export interface CreditPart {
  text: string;
  href?: string;
  /** A licence. */
  isLicence?: boolean;
}

/** Who is to be credited for a work, in order: the work, its creator, its source, its licence, what was changed. */
export function creditParts({ work, creator, source, licence, changes }: CreditData): CreditPart[] {
  const address = source !== undefined && /^https?:\/\//.test(source) ? source : undefined;
  const named: CreditPart[] = [work, creator].filter((text) => text !== undefined).map((text) => ({ text }));
  const [first] = named;
  if (address && first) first.href = address;
  return [
    ...named,
    ...(source !== undefined && !(address && first) ? [{ text: source, ...(address && { href: address }) }] : []),
    ...(licence ? [licencePart(licence)] : []),
    ...(changes === undefined ? [] : [{ text: changes }]),
  ];
}

export function licencePart({ name, address }: LicenceData): CreditPart {
  return { text: name, href: address, isLicence: true };
}

/** The same as a line of plain text. */
export function creditText(credit: CreditData): string {
  return creditParts(credit)
    .map(({ text }) => text)
    .join(', ');
}

/** Credits of a post that its front matter gives: for its picture, and for works in its text. */
export function postCredits({ data: { image, rights } }: Pick<Post, 'data'>): CreditData[] {
  return [...(image?.rights ? [image.rights] : []), ...(rights?.credits ?? [])];
}
