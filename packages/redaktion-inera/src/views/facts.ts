import { localize, type Text, wordFor } from '../model/localize.ts';
import type { CatalogueHead, Grade, Localized, Service, Vocabulary } from '../types.ts';

/** A row of facts. A fact that is not known has no values. */
export interface Fact {
  /** Key of its name among the plugin's texts. */
  key: string;
  values: (Text & { href?: string })[];
  grade?: Grade | undefined;
}

/** What a page of a service says of it, in order. `t` gives the plugin's own texts. */
export function serviceFacts(
  service: Service,
  { head, lang, t }: { head: CatalogueHead; lang: string; t: (key: string) => string },
): Fact[] {
  const { grades, integration } = service;
  const plain = (text: string | undefined): Fact['values'] => (text ? [{ text, lang: head.lang }] : []);
  const own = (text: string | undefined): Fact['values'] => (text ? [{ text, lang }] : []);
  const local = (value: Localized | undefined): Fact['values'] =>
    value === undefined ? [] : [localize(value, lang, head.lang)];
  const words = (list: Vocabulary, keys: readonly string[]): Fact['values'] =>
    keys.map((key) => wordFor(list, key, { lang, head }));
  const link = (href: string | undefined): Fact['values'] => (href ? [{ text: href, lang, href }] : []);
  const openApi = integration?.openApi;
  // Most services have none of these; a row that says "unknown" would be noise.
  const ifAny = (fact: Fact): Fact[] => (fact.values.length > 0 ? [fact] : []);
  return [
    ...ifAny({ key: 'abbreviation', values: plain(service.abbreviation), grade: grades.abbreviation }),
    ...ifAny({ key: 'expansion', values: plain(service.expansion), grade: grades.expansion }),
    ...ifAny({ key: 'formerNames', values: service.formerNames.flatMap(plain) }),
    ...ifAny({ key: 'aliases', values: service.aliases.flatMap(plain), grade: grades.aliases }),
    { key: 'category', values: words(head.categories, [service.category]), grade: grades.category },
    { key: 'kind', values: words(head.kinds, [service.kind]) },
    { key: 'audience', values: words(head.audiences, service.audience), grade: grades.audience },
    { key: 'whoMayUse', values: local(service.whoMayUse), grade: grades.whoMayUse },
    { key: 'access', values: words(head.access, service.access), grade: grades.access },
    { key: 'accessNote', values: local(service.accessNote) },
    { key: 'openApi', values: own(openApi && t(`openApi.${openApi}`)), grade: grades.integration },
    { key: 'route', values: local(integration?.route), grade: grades.integration },
    { key: 'status', values: own(t(`status.${service.status}`)), grade: grades.status },
    ...ifAny({ key: 'statusNote', values: local(service.statusNote) }),
    { key: 'owner', values: plain(service.owner) },
    { key: 'url', values: link(service.url), grade: grades.url },
    { key: 'serviceUrl', values: link(service.serviceUrl) },
    ...ifAny({ key: 'note', values: local(service.note) }),
    {
      key: 'evidence',
      values: own(service.evidence?.date),
      grade: service.evidence?.grade,
    },
    { key: 'checked', values: own(service.checked) },
  ];
}
