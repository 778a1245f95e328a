import { z } from 'astro/zod';
import type { ContactFormOptions } from './site-options.ts';

const ACTION = /^(?:https:\/\/|\/(?!\/))\S+$/;

/** The option `contactForm`. */
export const contactFormSchema = z
  .strictObject({
    /** Where the form is sent: `https://…` of a form service, or a path of your own server. */
    action: z.string().regex(ACTION, 'must be a path (/kontakt) or begin with https://').optional(),
    /** The editors' address. Without `action` letters go there; it is written in the page only if `showEmail` says so. */
    email: z.email('must be an e-mail address').optional(),
    /** Write the address out beside the form, as a link. @default false */
    showEmail: z.boolean().default(false),
    /** The page on which the form stands. @default '/#form-message', at the end of the home page */
    page: z.string().default('/#form-message'),
    /** Path of the page of thanks. @default '/tack/' (sv), '/thanks/' (en) */
    thanks: z.string().startsWith('/', 'must be a path, as /tack/').optional(),
    /** Fields that the service wants besides: `{ access_key: '…', _next: 'https://example.se/tack/' }`. @default {} */
    fields: z.record(z.string(), z.string()).default({}),
    /** Name of the field that only robots fill in, as the service calls it (`_gotcha`). @default 'website' */
    honeypot: z.string().min(1).default('website'),
    /** A form after each post, folded, that says which post it is about. @default false */
    inPosts: z.boolean().default(false),
  })
  .superRefine(({ action, email, showEmail }, context) => {
    const say = (key: string, message: string): void => context.addIssue({ code: 'custom', path: [key], message });
    if (action === undefined && email === undefined) say('action', 'must say where messages go, or `email` must');
    if (showEmail && email === undefined) say('email', 'must be the address to show');
  });

/** The option with its gaps filled. */
export function resolveContactForm(
  given: z.output<typeof contactFormSchema>,
  { isSwedish }: { isSwedish: boolean },
): ContactFormOptions {
  const { action, email, showEmail, thanks, ...rest } = given;
  return {
    ...rest,
    thanks: thanks ?? (isSwedish ? '/tack/' : '/thanks/'),
    ...(action === undefined ? {} : { action }),
    // What the pages are not to show does not reach them.
    ...(email !== undefined && showEmail ? { email } : {}),
    ...(email !== undefined && action === undefined ? { mailto: mailtoAddress(email) } : {}),
  };
}

/** Every letter as its code (RFC 6068 takes that), so that robots that look for addresses find none. */
function mailtoAddress(email: string): string {
  const bytes = [...new TextEncoder().encode(email)];
  return `mailto:${bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')}`;
}
