import type { SiteOptions } from '../config/site-options.ts';
import { creditParts, postCredits } from '../model/credit.ts';
import type { CreditData, Post } from '../types.ts';
import { absolute } from './address.ts';
import { licenceAddress } from './licence.ts';
import { cleanMarkdown } from './markdown-clean.ts';
import { modified } from './moment.ts';
import { legal } from '../model/legal.ts';
import { plain } from './plain.ts';
import { outputTexts } from './texts.ts';

/**
 * A post as clean Markdown, for readers that would rather have that: title, description, facts, and the text with
 * absolute links, without marks of Jekyll, kramdown or MDX.
 *
 * @param source the post's Markdown without front matter, after Liquid
 */
export function markdownTwin(post: Post, source: string, options: SiteOptions): string {
  const t = outputTexts(post.lang, options);
  const page = absolute(post.url, options);
  const [changed, licence] = [modified(post, options), licenceAddress(post)];
  const facts = [
    post.authors.length > 0 &&
      t('twinAuthor', { names: post.authors.map(({ name }) => markdownText(name)).join(', ') }),
    t('twinPublished', { day: post.date.day }),
    changed.day > post.date.day && t('twinUpdated', { day: changed.day }),
    post.tags.length > 0 && t('twinTags', { tags: post.tags.map(({ label }) => markdownText(label)).join(', ') }),
    licence && t('twinLicence', { url: `<${licence}>` }),
    t('twinSource', { url: `<${page}>` }),
  ];
  const corrections = post.data.corrections.map(
    ({ day, text }) => `**${t('feedCorrection', { day })}** ${markdownText(text)}`,
  );
  const parts = [
    `# ${markdownText(post.title)}`,
    post.data.ownDescription && post.description ? `> ${markdownText(post.description)}` : '',
    facts
      .filter(Boolean)
      .map((fact) => `- ${fact}`)
      .join('\n'),
    cleanMarkdown(source, {
      ...{ page, isMdx: post.data.ext === '.mdx' },
      ...{ pictures: post.data.pictures, base: options.base },
    }),
    ...corrections,
    plain(post.data.rights?.text ?? '') && markdownText(post.data.rights?.text ?? ''),
    postCredits(post)
      .map((credit) => `- ${creditMarkdown(credit)}`)
      .join('\n'),
  ];
  return `${legal(parts.filter(Boolean).join('\n\n'))}\n`;
}

function creditMarkdown(credit: CreditData): string {
  return creditParts(credit)
    .map(({ text, href }) => (href ? `[${markdownText(text)}](<${href}>)` : markdownText(text)))
    .join(', ');
}

/** Plain text in Markdown, on one line, meaning nothing but itself. */
export function markdownText(text: string): string {
  return plain(text)
    .replace(/[\\`*_[\]<>&]/g, '\\$&')
    .replace(/^(\d*)([#+\-.)])/, '$1\\$2');
}
