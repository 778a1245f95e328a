import type { CatalogueHead, Grade, Localized, Service } from '../types.ts';
import { printDate } from './dates.ts';
import { localize, type Text, wordFor } from './localize.ts';

/** Names of facts; texts have them as `field.<key>`. */
export type FactKey =
  | 'abbreviation'
  | 'expansion'
  | 'formerNames'
  | 'aliases'
  | 'category'
  | 'kind'
  | 'audience'
  | 'whoMayUse'
  | 'access'
  | 'accessNote'
  | 'openApi'
  | 'route'
  | 'status'
  | 'statusNote'
  | 'owner'
  | 'url'
  | 'serviceUrl'
  | 'note'
  | 'evidence'
  | 'checked';

/** One value of a fact; `href` where it is an address. */
export type FactValue = Text & { href?: string };

/** A row of facts. A fact that is not known has no values. */
export interface Fact {
  /** Key of its name among the plugin's texts. */
  key: FactKey;
  values: FactValue[];
  grade?: Grade | undefined;
}

/** The language that is asked for, and the plugin's texts in it. */
export interface FactContext {
  head: CatalogueHead;
  lang: string;
  t: (key: string) => string;
}

/** What is known of a service, in order. */
export function serviceFacts(service: Service, context: FactContext): Fact[] {
  const words = createWords(context);
  return ROWS.map(({ key, show, grade, optional }) => ({
    key,
    values: show(service, words),
    grade: grade?.(service),
    optional,
  }))
    .filter(({ values, optional }) => values.length > 0 || optional !== true)
    .map(({ optional: _optional, ...fact }) => fact);
}

/** The same facts of several services: a row each, unknown ones too. */
export function compareFacts(
  services: readonly Service[],
  { keys, ...context }: FactContext & { keys: readonly FactKey[] },
): { key: FactKey; cells: FactValue[][] }[] {
  const words = createWords(context);
  return ROWS.filter(({ key }) => keys.includes(key)).map(({ key, show }) => ({
    key,
    cells: services.map((service) => show(service, words)),
  }));
}

interface Row {
  key: FactKey;
  show: (service: Service, words: Words) => FactValue[];
  grade?: (service: Service) => Grade | undefined;
  /** Most services have none; a row that says "unknown" would be noise. */
  optional?: true;
}

const ROWS: readonly Row[] = [
  { key: 'abbreviation', show: (s, w) => w.plain(s.abbreviation), grade: (s) => s.grades.abbreviation, optional: true },
  { key: 'expansion', show: (s, w) => w.plain(s.expansion), grade: (s) => s.grades.expansion, optional: true },
  { key: 'formerNames', show: (s, w) => s.formerNames.flatMap(w.plain), optional: true },
  { key: 'aliases', show: (s, w) => s.aliases.flatMap(w.plain), grade: (s) => s.grades.aliases, optional: true },
  { key: 'category', show: (s, w) => w.listed('categories', [s.category]), grade: (s) => s.grades.category },
  { key: 'kind', show: (s, w) => w.listed('kinds', [s.kind]) },
  { key: 'audience', show: (s, w) => w.listed('audiences', s.audience), grade: (s) => s.grades.audience },
  { key: 'whoMayUse', show: (s, w) => w.local(s.whoMayUse), grade: (s) => s.grades.whoMayUse },
  { key: 'access', show: (s, w) => w.listed('access', s.access), grade: (s) => s.grades.access },
  { key: 'accessNote', show: (s, w) => w.local(s.accessNote) },
  { key: 'openApi', show: (s, w) => w.told('openApi', s.integration?.openApi), grade: (s) => s.grades.integration },
  { key: 'route', show: (s, w) => w.local(s.integration?.route), grade: (s) => s.grades.integration },
  { key: 'status', show: (s, w) => w.told('status', s.status), grade: (s) => s.grades.status },
  { key: 'statusNote', show: (s, w) => w.local(s.statusNote), optional: true },
  { key: 'owner', show: (s, w) => w.plain(s.owner) },
  { key: 'url', show: (s, w) => w.link(s.url), grade: (s) => s.grades.url },
  { key: 'serviceUrl', show: (s, w) => w.link(s.serviceUrl) },
  { key: 'note', show: (s, w) => w.local(s.note), optional: true },
  { key: 'evidence', show: (s, w) => w.date(s.evidence?.date), grade: (s) => s.evidence?.grade },
  { key: 'checked', show: (s, w) => w.date(s.checked) },
];

/** Keys of facts, in the order in which they are shown. */
export const FACT_KEYS: readonly FactKey[] = ROWS.map(({ key }) => key);

type Words = ReturnType<typeof createWords>;

/** How each kind of fact is put into words. What is not known gives nothing. */
function createWords({ head, lang, t }: FactContext) {
  const own = (text: string | undefined): FactValue[] => (text === undefined ? [] : [{ text, lang }]);
  return {
    /** In the catalogue's own language, as names are. */
    plain: (text: string | undefined): FactValue[] => (text ? [{ text, lang: head.lang }] : []),
    local: (value: Localized | undefined): FactValue[] =>
      value === undefined ? [] : [localize(value, lang, head.lang)],
    listed: (list: 'categories' | 'kinds' | 'audiences' | 'access', keys: readonly string[]): FactValue[] =>
      keys.map((key) => wordFor(head[list], key, { lang, head })),
    told: (group: string, key: string | undefined): FactValue[] => own(key && t(`${group}.${key}`)),
    date: (date: string | undefined): FactValue[] => own(date && printDate(date, lang)),
    link: (href: string | undefined): FactValue[] => (href ? [{ text: href, lang, href }] : []),
  };
}
