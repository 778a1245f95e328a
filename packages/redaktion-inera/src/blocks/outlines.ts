import type { Addresses } from '../model/addresses.ts';
import { compareFacts, type FactContext, type FactKey, type FactValue, serviceFacts } from '../model/facts.ts';
import { localize } from '../model/localize.ts';
import { relationsByType } from '../model/map.ts';
import { fullName } from '../model/names.ts';
import type { Catalogue, Guide, Localized, Service } from '../types.ts';
import type { Part, Run } from './outline.ts';

/** What the forms of blocks are printed with. */
export interface OutlineContext extends FactContext {
  catalogue: Catalogue;
  hrefs: Addresses;
}

/** Facts that a comparison shows unless it is told others. */
export const COMPARED: readonly FactKey[] = [
  'audience',
  'whoMayUse',
  'access',
  'openApi',
  'owner',
  'status',
  'checked',
];

/** A link to a service's page. */
export function linkRun(service: Service, { hrefs, head, lang }: OutlineContext, text?: string): Run {
  const own = head.lang === lang || text !== undefined ? {} : { lang: head.lang };
  return { text: text ?? fullName(service), href: hrefs.service(service.id), ...own };
}

export function cardOutline(service: Service, context: OutlineContext): Part[] {
  const keys: FactKey[] = ['audience', 'access', 'owner', 'status', 'checked'];
  return [
    {
      paragraph: [
        { ...linkRun(service, context), strong: true },
        { text: ': ' },
        localRun(service.description, context),
      ],
    },
    factList(service, context, keys),
  ];
}

export function factsOutline(service: Service, context: OutlineContext): Part[] {
  return [{ paragraph: [{ ...linkRun(service, context), strong: true }] }, factList(service, context)];
}

export function listOutline(services: readonly Service[], context: OutlineContext): Part[] {
  return [
    {
      list: services.map((service) => [
        linkRun(service, context),
        { text: ': ' },
        localRun(service.description, context),
      ]),
    },
  ];
}

export function tableOutline(
  services: readonly Service[],
  { keys = COMPARED, ...context }: OutlineContext & { keys?: readonly FactKey[] | undefined },
): Part[] {
  const rows = compareFacts(services, { ...context, keys }).map(({ key, cells }) => [
    [{ text: context.t(`field.${key}`) }],
    ...cells.map((values) => valueRuns(values, context)),
  ]);
  return [{ head: ['', ...services.map(fullName)], rows }];
}

export function mapOutline(service: Service, context: OutlineContext): Part[] {
  const { catalogue, t } = context;
  const lines = [...relationsByType(service.relations)].map(([type, members]): Run[] => [
    { text: `${t(`relation.${type}`)}: ` },
    ...members.flatMap(({ to }, index): Run[] => {
      const other = catalogue.byId.get(to);
      return [...(index > 0 ? [{ text: ', ' }] : []), other ? linkRun(other, context) : { text: to }];
    }),
  ]);
  return [{ paragraph: [{ ...linkRun(service, context), strong: true }] }, { list: lines }];
}

export function guideOutline(guide: Guide, context: OutlineContext): Part[] {
  const steps = guide.steps.map(({ title, text, sources }): Run[] => [
    { ...localRun(title, context), strong: true },
    { text: ': ' },
    localRun(text, context),
    { text: ` ${context.t('field.sources')}: ` },
    ...sources.flatMap(({ url, note }, index): Run[] => [
      ...(index > 0 ? [{ text: '; ' }] : []),
      { ...localRun(note, context), href: url },
    ]),
  ]);
  return [{ paragraph: [{ ...localRun(guide.title, context), strong: true }] }, { list: steps, ordered: true }];
}

function factList(service: Service, context: OutlineContext, keys?: readonly FactKey[]): Part {
  const facts = serviceFacts(service, context).filter(({ key }) => keys === undefined || keys.includes(key));
  return {
    list: facts.map(({ key, values }) => [{ text: `${context.t(`field.${key}`)}: ` }, ...valueRuns(values, context)]),
  };
}

function valueRuns(values: readonly FactValue[], context: OutlineContext): Run[] {
  if (values.length === 0) return [{ text: context.t('unknown') }];
  return values.flatMap(({ text, lang, href }, index): Run[] => [
    ...(index > 0 ? [{ text: '; ' }] : []),
    { text, href, lang: lang === context.lang ? undefined : lang },
  ]);
}

function localRun(value: Localized, { lang, head }: OutlineContext): Run {
  const { text, lang: own } = localize(value, lang, head.lang);
  return { text, lang: own === lang ? undefined : own };
}
