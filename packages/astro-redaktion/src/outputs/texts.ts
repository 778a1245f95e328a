import type { SiteOptions } from '../config/site-options.ts';
import { createT } from '../i18n/translate.ts';
import { translated } from './texts-translated.ts';

/** Gives a text of an output in a language, `{name}` filled in. */
export type Text = (key: OutputText, values?: Record<string, string | number>) => string;

export type OutputText = keyof typeof sv;

/** Texts that outputs print and no page does, in a language; an owner changes them in `strings` as `outputs.<key>`. */
export function outputTexts(lang: string, options: Pick<SiteOptions, 'strings'>): Text {
  const known = made.get(options) ?? new Map<string, Text>();
  made.set(options, known);
  const text = known.get(lang) ?? createTexts(lang, options);
  known.set(lang, text);
  return text;
}

function createTexts(lang: string, { strings }: Pick<SiteOptions, 'strings'>): Text {
  const ours = Object.fromEntries(Object.entries(TABLES).map(([code, table]) => [code, prefixed(table)]));
  const languages = new Set([...Object.keys(ours), ...Object.keys(strings)]);
  const merged = [...languages].map((key) => [key, { ...ours[key], ...strings[key] }] as const);
  const t = createT(lang, Object.fromEntries(merged));
  return (key, values) => t(`outputs.${key}`, values);
}

function prefixed(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`outputs.${key}`, text]));
}

const made = new WeakMap<object, Map<string, Text>>();

const sv = {
  titlePattern: '{page} – {site}',
  termDescription: 'Artiklar om {page} på {site}. {description}',
  listDescription: '{page} på {site}. {description}',
  feedTitle: '{site}: {name}',
  feedCorrection: 'Rättelse {day}:',
  feedLicence: 'Licens:',
  feedReadMore: 'Läs hela ”{title}”',
  feedIntro: 'Det här är ett webbflöde. Kopiera adressen till en flödesläsare för att få nya artiklar.',
  feedVisit: 'Till webbplatsen',
  feedPosts: 'Artiklar',
  redirectTitle: 'Sidan har flyttat',
  redirectText: 'Sidan finns nu på',
  twinAuthor: 'Av: {names}',
  twinPublished: 'Publicerad: {day}',
  twinUpdated: 'Uppdaterad: {day}',
  twinSource: 'Källa: {url}',
  twinTags: 'Ämnen: {tags}',
  twinLicence: 'Licens: {url}',
  llmsPosts: 'Artiklar',
  llmsTopics: 'Ämnen',
  llmsFull: 'Alla artiklar i en fil',
  llmsFeed: 'Webbflöde',
} as const;

const en: Record<OutputText, string> = {
  titlePattern: '{page} – {site}',
  termDescription: 'Posts about {page} on {site}. {description}',
  listDescription: '{page} on {site}. {description}',
  feedTitle: '{site}: {name}',
  feedCorrection: 'Correction {day}:',
  feedLicence: 'Licence:',
  feedReadMore: 'Read all of “{title}”',
  feedIntro: 'This is a web feed. Copy its address to a feed reader to get new posts.',
  feedVisit: 'Visit the site',
  feedPosts: 'Posts',
  redirectTitle: 'This page has moved',
  redirectText: 'The page is now at',
  twinAuthor: 'By: {names}',
  twinPublished: 'Published: {day}',
  twinUpdated: 'Updated: {day}',
  twinSource: 'Source: {url}',
  twinTags: 'Topics: {tags}',
  twinLicence: 'Licence: {url}',
  llmsPosts: 'Posts',
  llmsTopics: 'Topics',
  llmsFull: 'All posts in one file',
  llmsFeed: 'Web feed',
};

const TABLES: Record<string, Record<OutputText, string>> = { sv, en, ...translated };
