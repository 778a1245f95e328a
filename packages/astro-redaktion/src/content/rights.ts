import { findLicence, unknownLicence } from '../model/licence.ts';
import type { CreditData, LicenceData, RightsData } from '../types.ts';
import { isMap, type Wrong } from './fields.ts';

type Data = Record<string, unknown>;

/**
 * On what terms a post may be used: `cc:` (`false`, a sentence, or `{license, text, attribution}`), else the licence that
 * `license:` names, else the site's.
 */
export function rightsOf(
  data: Data,
  { wrong, licence: own }: { wrong: Wrong; licence: LicenceData | undefined },
): RightsData | undefined {
  const { cc } = data;
  const licence = licenceByName(data['license'] ?? data['licence']) ?? own;
  const site = licence ? { licence } : {};
  if (cc === false) return undefined;
  if (cc === undefined || cc === null || cc === '') return licence ? { licence, credits: [] } : undefined;
  if (cc === true) {
    if (!licence)
      wrong('cc', 'a licence, for the site has none', 'Write `cc: {license: CC-BY-4.0}`, or set `licence`.');
    return licence ? { licence, credits: [] } : undefined;
  }
  if (typeof cc === 'string') {
    const named = findLicence(cc);
    // Too short for a sentence, and begins as the name of a licence does.
    if (!named && /^cc[ -]?(?:by|0|pdm)[\w .-]{0,20}$/i.test(cc))
      wrong('cc', 'a licence that exists', `${unknownLicence(cc)}.`);
    return named ? { licence: named, credits: [] } : { ...site, text: cc, credits: [] };
  }
  if (!isMap(cc)) {
    wrong('cc', 'false, a sentence, or a map with `license`, `text` and `attribution`');
    return undefined;
  }
  unknownKeys(cc, { known: ['license', 'text', 'attribution'], at: 'cc', wrong });
  const named = licenceOf(cc['license'], { key: 'cc.license', wrong });
  return {
    ...site,
    ...(named ? { licence: named } : {}),
    ...text(cc, 'text'),
    credits: creditsOf(cc['attribution'], wrong),
  };
}

/** The terms of a post's picture: `license`, `creator`, `source`, `changes` beside its `path`. */
export function pictureRights(image: Data, wrong: Wrong): { rights?: CreditData } {
  const licence = licenceOf(image['license'] ?? image['licence'], { key: 'image.license', wrong });
  const rest = { ...text(image, 'creator'), ...text(image, 'source'), ...text(image, 'changes') };
  if (!licence && Object.keys(rest).length === 0) return {};
  const work = text(image, 'caption').caption ?? text(image, 'alt').alt;
  const creator = text(image, 'creator').creator ?? text(image, 'credit').credit;
  return { rights: { ...rest, ...(work && { work }), ...(creator && { creator }), ...(licence ? { licence } : {}) } };
}

function creditsOf(value: unknown, wrong: Wrong): CreditData[] {
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((item, index) => {
    const at = `cc.attribution.${index}`;
    if (!isMap(item)) {
      wrong(at, 'a map with `work`, `creator`, `source`, `license` and `changes`');
      return [];
    }
    unknownKeys(item, { known: ['work', 'creator', 'source', 'license', 'changes'], at, wrong });
    const licence = licenceOf(item['license'], { key: `${at}.license`, wrong });
    const words = {
      ...text(item, 'work'),
      ...text(item, 'creator'),
      ...text(item, 'source'),
      ...text(item, 'changes'),
    };
    if (!words.work && !words.creator) wrong(at, 'of a work: give `work`, `creator` or both');
    return [{ ...words, ...(licence ? { licence } : {}) }];
  });
}

function licenceOf(value: unknown, { key, wrong }: { key: string; wrong: Wrong }): LicenceData | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const found = typeof value === 'string' ? findLicence(value) : undefined;
  if (!found) wrong(key, 'a licence that exists', `${unknownLicence(String(value))}.`);
  return found;
}

/** Any text may stand under `license:` in an old post: what names no licence says nothing. */
function licenceByName(value: unknown): LicenceData | undefined {
  return typeof value === 'string' ? findLicence(value) : undefined;
}

function unknownKeys(map: Data, { known, at, wrong }: { known: string[]; at: string; wrong: Wrong }): void {
  for (const key of Object.keys(map)) {
    if (!known.includes(key)) wrong(`${at}.${key}`, 'left out', `Here may stand: ${known.join(', ')}.`);
  }
}

function text<K extends string>(map: Data, key: K): { [P in K]?: string } {
  const value = map[key];
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [P in K]?: string }) : {};
}
