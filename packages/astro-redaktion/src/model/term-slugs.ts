import type { Problem } from '../types.ts';
import { problemPlace } from './locate.ts';
import { recordPlace } from './records.ts';
import { codePoints, slugFault, termSlug } from './slug.ts';
import { labelOf, type TermGroup, type TermsSetup } from './term-groups.ts';

/** A slug for every term, each its own, and what is wrong with those that names gave. */
export interface Slugs {
  slugOf: (group: TermGroup) => string;
  problems: Problem[];
}

/**
 * Gives each term its slug. Two on one slug, one without letters, and one that no address or file can have
 * are errors; such a term gets a spare slug all the same, so that the rest of the site can be made and every
 * problem is found in one run.
 */
export function createSlugs(groups: Iterable<TermGroup>, setup: TermsSetup): Slugs {
  const taken = new Map<string, TermGroup>();
  const slugs = new Map<TermGroup, string>();
  const problems: Problem[] = [];
  for (const group of groups) {
    const wanted = wantedSlug(group, setup);
    const other = taken.get(wanted);
    const fault = other ? sameSlug(group, other, { slug: wanted, setup }) : badSlug(wanted, group, setup);
    if (fault) problems.push(fault);
    const slug = fault ? spareSlug(fault.code, { group, wanted, taken, setup }) : wanted;
    taken.set(slug, group);
    slugs.set(group, slug);
  }
  return { slugOf: (group) => slugs.get(group) ?? '', problems };
}

function wantedSlug(group: TermGroup, { context: { options, locale } }: TermsSetup): string {
  const { record } = group;
  return (
    record?.locales?.[locale.lang]?.slug ??
    record?.slug ??
    termSlug(labelOf(group, locale.lang), { lang: locale.lang, mode: options.termSlugs })
  );
}

function badSlug(slug: string, group: TermGroup, setup: TermsSetup): Problem | undefined {
  const fault = slugFault(slug);
  if (!fault) return undefined;
  const label = labelOf(group, setup.context.locale.lang);
  const messages = {
    'without-slug': `the ${setup.taxonomy} “${label}” has neither letter nor digit, so it can have no address.`,
    'bad-slug': `the slug “${slug}” of the ${setup.taxonomy} “${label}” can be no part of an address.`,
    'long-slug': `the ${setup.taxonomy} “${label.slice(0, 60)}…” is too long for a file's name.`,
  };
  return problem(fault, { group, setup }, messages[fault]);
}

function sameSlug(group: TermGroup, other: TermGroup, { slug, setup }: { slug: string; setup: TermsSetup }): Problem {
  const [first, second] = [other, group].map((side) => `“${labelOf(side, setup.context.locale.lang)}”${seenIn(side)}`);
  return problem(
    'same-slug',
    { group, setup, slug: `${slug}-2` },
    `the ${setup.taxonomy} names ${first} and ${second} would both have the address of \`${slug}\`.`,
  );
}

function seenIn({ uses }: TermGroup): string {
  return uses[0] ? ` (${uses[0].post.data.source.file})` : '';
}

function problem(
  code: string,
  { group, setup, slug }: { group: TermGroup; setup: TermsSetup; slug?: string },
  message: string,
): Problem {
  const { register, taxonomy, context } = setup;
  const {
    record,
    uses: [use],
  } = group;
  const place =
    record && register
      ? recordPlace(record, register.file)
      : problemPlace(
          {
            file: use?.post.data.source.file ?? '',
            key: FIELD[taxonomy],
            ...(use ? { value: use.value } : {}),
          },
          context.locate,
        );
  const label = labelOf(group, context.locale.lang);
  const proposal = proposed(label, setup) || slug || codePoints(label);
  const where =
    taxonomy === 'keyword' ? 'Write it otherwise' : `Give it a slug of its own in ${register?.file ?? FILES[taxonomy]}`;
  return {
    code: `${taxonomy}-${code}`,
    severity: 'error',
    ...place,
    message,
    fix: taxonomy === 'keyword' ? `${where}.` : `${where}, such as \`${proposal}\`.`,
  };
}

/** The slug with its symbols in words (`C++` → `c-plus-plus`); empty when there are none. */
function proposed(label: string, { context: { options, locale } }: TermsSetup): string {
  const spelt = label.replace(/[+#&@%*!?.=]/g, (symbol) => ` ${SYMBOLS[symbol] ?? ''} `);
  return spelt === label ? '' : termSlug(spelt, { lang: locale.lang, mode: options.termSlugs }).slice(0, 60);
}

function spareSlug(
  code: string,
  {
    group,
    wanted,
    taken,
    setup,
  }: { group: TermGroup; wanted: string; taken: Map<string, TermGroup>; setup: TermsSetup },
): string {
  const label = labelOf(group, setup.context.locale.lang);
  const stem = code.endsWith('same-slug') ? wanted : codePoints(label);
  let slug = code.endsWith('same-slug') ? `${stem}-2` : stem;
  for (let number = 2; taken.has(slug); number++) slug = `${stem}-${number}`;
  return slug;
}

const FIELD = { tag: 'tags', category: 'categories', keyword: 'tags_extra' } as const;
const FILES = { tag: '_data/tags.yml', category: '_data/categories.yml', keyword: '' } as const;
const SYMBOLS: Readonly<Record<string, string>> = {
  '+': 'plus',
  '#': 'sharp',
  '&': 'and',
  '@': 'at',
  '%': 'percent',
  '*': 'star',
  '!': 'bang',
  '?': 'what',
  '.': 'dot',
  '=': 'equals',
};
