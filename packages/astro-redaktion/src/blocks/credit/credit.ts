import { z } from 'astro/zod';
import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { creditParts, licencePart } from '../../model/credit.ts';
import { findLicence, unknownLicence } from '../../model/licence.ts';
import type { CreditData } from '../../types.ts';
import { markdownLabel } from '../markdown-label.ts';

export const creditProps = z
  .strictObject({
    /** SPDX identifier or address; read once already: its name and address. */
    license: z
      .union([z.string(), z.strictObject({ name: z.string(), address: z.string() })])
      .transform((given, context) => {
        const found = typeof given === 'string' ? findLicence(given) : given;
        if (found) return found;
        context.addIssue({ code: 'custom', message: unknownLicence(String(given)) });
        return z.NEVER;
      })
      .optional(),
    /** A sentence of the author's own, in place of a work. */
    text: z.string().min(1).optional(),
    /** The picture, text or data that is credited. */
    work: z.string().min(1).optional(),
    creator: z.string().min(1).optional(),
    /** Where it comes from: an address, or words. */
    source: z.string().min(1).optional(),
    /** What was changed in it. */
    changes: z.string().min(1).optional(),
  })
  .superRefine(({ license, text, work, creator }, context) => {
    if (!license && !text && !work && !creator)
      context.addIssue({ code: 'custom', message: 'needs a `license`, a `text`, a `work` or a `creator`' });
  });

export type CreditInput = z.input<typeof creditProps>;
export type CreditProps = z.output<typeof creditProps>;

/** The licence and the creator of a work, where it stands. Those with a work or creator are gathered after the post. */
export const credit: Block = defineBlock({
  name: 'cc',
  props: creditProps,
  component: new URL('../../views/components/Credit.astro', import.meta.url),
  feed(props) {
    const parts = partsOf(props).map(({ text, href }) =>
      href ? `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>` : escapeHtml(text),
    );
    return `<p><small>${parts.join(', ')}</small></p>`;
  },
  text(props) {
    const parts = partsOf(props).map(({ text, href }) =>
      href ? `[${markdownLabel(text)}](<${href}>)` : markdownLabel(text),
    );
    return parts.join(', ');
  },
});

/** What a credit says, in order. */
export function partsOf({ text, license, ...props }: CreditProps): ReturnType<typeof creditParts> {
  const work = creditOf({ license, ...props });
  return [...(work ? creditParts(work) : license ? [licencePart(license)] : []), ...(text ? [{ text }] : [])];
}

/** The work that is credited; `undefined` where none is named. */
export function creditOf({ license, work, creator, source, changes }: CreditProps): CreditData | undefined {
  if (!work && !creator) return undefined;
  return {
    ...(work && { work }),
    ...(creator && { creator }),
    ...(source && { source }),
    ...(changes && { changes }),
    ...(license && { licence: license }),
  };
}
