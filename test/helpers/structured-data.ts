/**
 * Rules for structured data, one table: for each type that we print, the properties that schema.org or Google require,
 * those that Google recommends and we always can give, and those that may stand there besides. All properties are
 * ones that schema.org lists for the type (https://schema.org/<type>).
 *
 * Google's pages, all below https://developers.google.com/search/docs/appearance/structured-data/: article, breadcrumb,
 * carousel (ItemList), profile-page, organization, sitelinks-searchbox (SearchAction), image-license-metadata; and
 * https://developers.google.com/search/docs/appearance/site-names (WebSite).
 */
interface Rule {
  required: readonly string[];
  /** Missing where we do not know it, so only told. */
  optional: readonly string[];
}

const PAGE: Rule = {
  required: ['@id', 'url', 'name', 'inLanguage', 'isPartOf'],
  optional: ['description', 'breadcrumb', 'mainEntity', 'hasPart'],
};

const RULES: Readonly<Record<string, Rule>> = {
  WebSite: {
    required: ['@id', 'url', 'name', 'inLanguage', 'publisher'],
    optional: ['description', 'potentialAction'],
  },
  SearchAction: { required: ['target', 'query-input'], optional: [] },
  EntryPoint: { required: ['urlTemplate'], optional: [] },
  Organization: { required: ['@id', 'name', 'url'], optional: ['logo', 'sameAs'] },
  Person: { required: ['@id', 'name'], optional: ['url', 'description', 'sameAs', 'image'] },
  WebPage: PAGE,
  SearchResultsPage: PAGE,
  CollectionPage: { ...PAGE, required: [...PAGE.required, 'mainEntity'] },
  ProfilePage: { ...PAGE, required: [...PAGE.required, 'mainEntity'] },
  BlogPosting: {
    required: [
      '@id',
      'url',
      'headline',
      'datePublished',
      'dateModified',
      'author',
      'publisher',
      'inLanguage',
      'isPartOf',
      'mainEntityOfPage',
      'timeRequired',
    ],
    optional: [
      'description',
      'image',
      'wordCount',
      'keywords',
      'articleSection',
      'license',
      'creditText',
      'position',
      'expires',
      'workTranslation',
      'correction',
    ],
  },
  CreativeWorkSeries: { required: ['@id', 'name', 'url'], optional: [] },
  CorrectionComment: { required: ['datePublished', 'text'], optional: [] },
  ImageObject: {
    required: ['url', 'contentUrl'],
    optional: [
      'width',
      'height',
      'encodingFormat',
      'caption',
      'creditText',
      'license',
      'creator',
      'acquireLicensePage',
    ],
  },
  BreadcrumbList: { required: ['@id', 'itemListElement'], optional: [] },
  ItemList: { required: ['@id', 'numberOfItems', 'itemListElement'], optional: [] },
  ListItem: { required: ['position', 'name'], optional: ['item', 'url'] },
};

/** What a value must look like, by property. Dates are ISO 8601, durations too; addresses are whole. */
const VALUES: Readonly<Record<string, RegExp>> = {
  '@id': /^https?:\/\/[^\s#]+#[^\s#]+$/,
  url: /^https?:\/\/\S+$/,
  contentUrl: /^https?:\/\/\S+$/,
  item: /^https?:\/\/\S+$/,
  license: /^https?:\/\/\S+$/,
  urlTemplate: /^https?:\/\/\S+\?\w+=\{search_term_string\}$/,
  'query-input': /^required name=search_term_string$/,
  datePublished: /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$/,
  dateModified: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/,
  expires: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/,
  timeRequired: /^PT\d+M$/,
  width: /^\d+$/,
  height: /^\d+$/,
  encodingFormat: /^image\/[\w+.-]+$/,
  inLanguage: /^[a-z]{2,3}(-[A-Za-z\d]+)*$/,
};

export interface Thing {
  '@id'?: string;
  '@type'?: string;
  [property: string]: unknown;
}

/** Every object in a graph, however deep. */
export function thingsIn(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(thingsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Thing, ...Object.values(value).flatMap(thingsIn)];
}

/**
 * What is wrong with the graph of one page, a line each; nothing when it follows the rules.
 *
 * @param elsewhere ids of nodes on other pages, which a post may name as its translations
 */
export function faultsOf(graph: unknown, elsewhere: (id: string) => boolean = () => false): string[] {
  const things = thingsIn(graph).filter((thing) => !('@graph' in thing));
  const typed = things.filter((thing) => thing['@type'] !== undefined);
  const ids = typed.flatMap((thing) => (thing['@id'] === undefined ? [] : [thing['@id']]));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const lost = things
    .filter((thing) => thing['@type'] === undefined)
    .map((thing) => thing['@id'] ?? 'a node without name and type')
    .filter((id) => !ids.includes(id) && !elsewhere(id));
  return [
    ...typed.flatMap(thingFaults),
    ...twice.filter((id) => !sameNode(typed, id)).map((id) => `${id} is defined twice, differently`),
    ...lost.map((id) => `${id} is named but defined nowhere`),
    ...typed.filter((thing) => /List$/.test(thing['@type'] ?? '')).flatMap(listFaults),
  ];
}

function thingFaults(thing: Thing): string[] {
  const type = thing['@type'] ?? '';
  const rule = RULES[type];
  if (!rule) return [`there is no rule for the type ${type}`];
  const names = Object.keys(thing).filter((name) => name !== '@type');
  return [
    ...rule.required.filter((name) => !names.includes(name)).map((name) => `${type} has no ${name}`),
    ...names
      .filter((name) => !rule.required.includes(name) && !rule.optional.includes(name))
      .map((name) => `${type} has ${name}, which the rules do not know`),
    ...names.flatMap((name) => valueFaults(name, thing[name]).map((fault) => `${type}.${name} ${fault}`)),
  ];
}

function valueFaults(name: string, value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.length === 0 ? ['is an empty list'] : value.flatMap((item) => valueFaults(name, item));
  }
  if (value === null || value === undefined) return ['has no value'];
  if (typeof value === 'object') return Object.keys(value).length === 0 ? ['is an empty object'] : [];
  const text = String(value);
  if (text.trim() === '' || /\bundefined\b|\bNaN\b|\[object /.test(text)) return [`is ${JSON.stringify(value)}`];
  return VALUES[name]?.test(text) === false ? [`is ${JSON.stringify(value)}`] : [];
}

/** Positions count from 1; a trail names the page of each step. */
function listFaults(list: Thing): string[] {
  const items = (list['itemListElement'] ?? []) as Thing[];
  const wrong = items.filter((item, index) => item['position'] !== index + 1);
  const address = list['@type'] === 'BreadcrumbList' ? 'item' : 'url';
  return [
    ...wrong.map(({ position }) => `position ${position} is out of order in ${list['@id']}`),
    ...items.filter((item) => item[address] === undefined).map(({ name }) => `${name} leads nowhere in ${list['@id']}`),
    ...(list['numberOfItems'] !== undefined && list['numberOfItems'] !== items.length
      ? [`${list['@id']} does not have as many items as it says`]
      : []),
  ];
}

function sameNode(typed: readonly Thing[], id: string): boolean {
  return new Set(typed.filter((thing) => thing['@id'] === id).map((thing) => JSON.stringify(thing))).size === 1;
}
