import type { Abbreviation } from './glossary.ts';
import { namesOf } from './names.ts';
import type { Service } from '../types.ts';

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

/** Abbreviations as a `DefinedTermSet`; those whose meaning is not known are left out. */
export function glossaryJsonLd(terms: readonly Abbreviation[], { url, name }: { url: string; name: string }): string {
  return script({
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': `${url}#terms`,
    name,
    hasDefinedTerm: terms.flatMap(({ short, long }) =>
      long === undefined
        ? []
        : [{ '@type': 'DefinedTerm', name: short, description: long, inDefinedTermSet: `${url}#terms` }],
    ),
  });
}

/** JSON that may stand in a script element whatever the texts hold. */
function script(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
