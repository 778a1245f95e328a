import { z } from 'astro/zod';
import type { TextKey } from '../i18n/translate.ts';

/** What a reader fills in, in order, and what each field takes. The form's attributes and the schema both come from this. */
export const CONTACT_FIELDS = {
  message: { max: 5000, required: true },
  name: { max: 100, required: false },
  email: { max: 254, required: false },
  about: { max: 500, required: false },
} as const;

export type ContactField = keyof typeof CONTACT_FIELDS;

/** Names of the fields, in order. */
export const CONTACT_NAMES = Object.keys(CONTACT_FIELDS) as ContactField[];

/** A message that has been checked: plain text, trimmed, and on one line but for `message`. Empty fields are `''`. */
export interface ContactMessage {
  name: string;
  /** `''`, or an address that HTML's own `<input type="email">` takes. */
  email: string;
  /** Which post it is about: an address, or the reader's words. */
  about: string;
  message: string;
}

/** What the form checks in the browser, checked again where it is received. Messages of issues are keys of our texts. */
export const contactMessage: z.ZodType<ContactMessage> = z.object({
  name: words('name', oneLine),
  email: words('email', oneLine).refine(
    (email) => email === '' || z.regexes.html5Email.test(email),
    key('contactEmailWrong'),
  ),
  about: words('about', oneLine),
  message: words('message', lines).refine((message) => message !== '', key('contactMessageMissing')),
});

function words(field: ContactField, clean: (text: string) => string) {
  return z
    .string()
    .default('')
    .transform(clean)
    .refine((text) => text.length <= CONTACT_FIELDS[field].max, key('contactTooLong'));
}

/** Nothing that a mail program could read as a further header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(CONTROL, '').trim();
}

/** Line breaks as a `<textarea>` counts them. */
function lines(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(CONTROL, '').trim();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

function key(text: TextKey): TextKey {
  return text;
}
