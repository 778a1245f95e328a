import type { Abbreviation } from './glossary.ts';
import type { Text } from './localize.ts';
import { namesOf } from './names.ts';
import type { Guide, Localized, Service } from '../types.ts';

/** A service as `GovernmentService`: only what the catalogue knows. `url` is the absolute address of its page. */
export function serviceJsonLd(service: Service, { url, description }: { url: string; description: string }): string {
  const others = namesOf(service).filter((name) => name !== service.name);
  return script({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': `${url}#service`,
    name: service.name,
    ...(others.length > 0 ? { alternateName: others } : {}),
    description,
    provider: { '@type': 'Organization', name: service.owner },
    ...(service.serviceUrl === undefined ? {} : { url: service.serviceUrl }),
    ...(service.url === undefined ? {} : { sameAs: service.url }),
  });
}

/** The directory as an `ItemList` of its services. */
export function directoryJsonLd(
  services: readonly Service[],
  { url, name, urlOf }: { url: string; name: string; urlOf: (id: string) => string },
): string {
  return script({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    '@id': `${url}#services`,
    name,
    numberOfItems: services.length,
    itemListElement: services.map((service, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: service.name,
      url: urlOf(service.id),
    })),
  });
}

/** A guide as a `HowTo`. */
export function guideJsonLd(guide: Guide, { url, local }: { url: string; local: (value: Localized) => Text }): string {
  return script({
    '@context': 'https://schema.org',
    '@type': 'HowTo',
    '@id': `${url}#guide`,
    name: local(guide.title).text,
    inLanguage: local(guide.title).lang,
    ...(guide.intro === undefined ? {} : { description: local(guide.intro).text }),
    step: guide.steps.map((step, index) => ({
      '@type': 'HowToStep',
      position: index + 1,
      name: local(step.title).text,
      text: local(step.text).text,
      ...citations(step.sources.flatMap((source) => source.url ?? [])),
    })),
  });
}

/** Abbreviations as a `DefinedTermSet`; those whose meaning is not known are left out. `lang` is that of the terms. */
export function glossaryJsonLd(
  terms: readonly Abbreviation[],
  { url, name, lang }: { url: string; name: string; lang?: string },
): string {
  return script({
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': `${url}#terms`,
    name,
    ...(lang === undefined ? {} : { inLanguage: lang }),
    hasDefinedTerm: terms.flatMap(({ short, long }) =>
      long === undefined
        ? []
        : [{ '@type': 'DefinedTerm', name: short, description: long, inDefinedTermSet: `${url}#terms` }],
    ),
  });
}

function citations(urls: readonly string[]): { citation?: readonly string[] } {
  return urls.length > 0 ? { citation: urls } : {};
}

/** JSON that may stand in a script element whatever the texts hold. */
function script(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
