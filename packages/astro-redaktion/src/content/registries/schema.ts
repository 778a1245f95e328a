import { z } from 'astro/zod';

/** What `_data/tags.yml`, `categories.yml` and `authors.yml` may hold. The published JSON Schemas are made of this. */

const text = z
  .union([z.string(), z.number()], { error: 'must be a text' })
  .transform(String)
  .pipe(z.string().min(1, { error: 'must not be empty' }));

const slug = text
  .refine((value) => !/[\s/\\?#%]/.test(value), { error: 'must be one step of an address, such as medicinteknik' })
  .describe('Step of the address. Default: made from the label.');

const aliases = z
  .union([text.transform((alias) => [alias]), z.array(text)], { error: 'must be a text, or a list of texts' })
  .describe('Other spellings that mean the same. Case, `_`, `-` and space make no difference anyway.');

const colour = text
  .refine(
    (value) => /^(?:#(?:[\da-f]{3}|[\da-f]{6})|[a-z]+|(?:rgb|hsl|oklch|oklab|lab|lch)\([\d\s.,%/a-z]+\))$/i.test(value),
    {
      error: "must be a colour of CSS, such as '#0a7d57' in quotation marks",
    },
  )
  .describe("A colour of CSS: '#0a7d57' (in quotation marks), `teal`, `oklch(60% 0.1 200)`.");

const termTexts = {
  label: text.optional().describe('Printed form. Default: the key.'),
  slug: slug.optional(),
  description: text.optional().describe('What the term is about, in Markdown; stands on its page.'),
};

/** One tag or category. */
export const termSchema = z.strictObject({
  ...termTexts,
  aliases: aliases.optional(),
  parent: text.optional().describe('Key or label of the term above.'),
  colour: colour.optional(),
  locales: z
    .record(z.string(), z.strictObject(termTexts), { error: 'must be a map of languages' })
    .optional()
    .describe('What differs in another language, by its BCP 47 code.'),
});

const authorTexts = {
  description: text.optional().describe('A sentence about the author, plain text.'),
  bio: text.optional().describe("The author's biography, in Markdown; stands on the author's page and after posts."),
};

const link = text
  .refine((value) => /^(?:https?:\/\/|mailto:|\/(?!\/))/.test(value), {
    error: 'must be an address such as https://example.se/ or /om/',
  })
  .describe("The author's own address elsewhere.");

/** One author. Other keys, such as a Jekyll theme's, are let through. */
export const authorSchema = z.looseObject({
  name: text.optional().describe('Printed name. Default: the key.'),
  slug: slug.optional(),
  aliases: aliases.optional(),
  ...authorTexts,
  link: link.optional(),
  url: link.optional().describe('The same as `link`, as Jekyll themes call it.'),
  locales: z
    .record(z.string(), z.strictObject(authorTexts), { error: 'must be a map of languages' })
    .optional()
    .describe('What differs in another language, by its BCP 47 code.'),
});

/** The JSON Schema (draft 2020-12) of a registry file, for completion and checks in editors. */
export function registryJsonSchema(kind: 'tags' | 'categories' | 'authors'): Record<string, unknown> {
  const [record, name] = kind === 'authors' ? [authorSchema, 'name'] : [termSchema, 'label'];
  const listed = record.extend({ key: text.optional().describe(`What others name it by. Default: its \`${name}\`.`) });
  const file = z.union([
    z.record(z.string(), z.union([record, z.string(), z.null()])),
    z.array(z.union([listed, z.string()])),
  ]);
  return { ...z.toJSONSchema(file, { io: 'input' }), title: `_data/${kind}.yml of astro-redaktion` };
}
