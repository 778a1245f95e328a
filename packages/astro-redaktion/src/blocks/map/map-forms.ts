import { escapeHtml } from '../../block.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { PluginSite } from '../../types.ts';
import { fromRoot } from '../../model/from-root.ts';
import type { Translate } from '../../i18n/translate.ts';
import { htmlTable, markdownTable } from '../data-table.ts';
import { markdownLabel } from '../markdown-label.ts';
import { DENSITY, type MapPicture } from './map-picture.ts';
import type { MapProps } from './map-props.ts';

interface Reader {
  lang: string;
  t: Translate;
  site: Pick<PluginSite, 'base'>;
}

/** What the map is called where its writer has not named it. */
export function mapTitle({ title, map }: MapProps, t: Translate): string {
  return title ?? t(map === 'lan' ? 'mapRegions' : 'map');
}

/** Regions and their values in rows; the first row is the heads. */
export function mapRows({ values, unit, ...props }: MapProps, { lang, t }: Omit<Reader, 'site'>): string[][] {
  return [
    ['', unit ?? mapTitle({ values, unit, ...props }, t)],
    ...values.map(({ region, value }) => [region, formatNumber(value, lang)]),
  ];
}

/**
 * The map for feeds: a picture that leads to it, and for those who do not see that its values in a table and its points
 * in a list.
 */
export function mapFeed(props: MapProps, reader: Reader, picture?: MapPicture): string {
  const { t, site } = reader;
  const unit = props.unit ? ` (${escapeHtml(props.unit)})` : '';
  const points = props.points.map(({ name, url }) =>
    url
      ? `<li><a href="${escapeHtml(fromRoot(url, site.base))}">${escapeHtml(name)}</a></li>`
      : `<li>${escapeHtml(name)}</li>`,
  );
  return [
    `<p><strong>${escapeHtml(mapTitle(props, t))}</strong>${unit}</p>`,
    `<p><a href="#${MAP_ID}">${picture ? `${pictureHtml(props, reader, picture)}<br>` : ''}${escapeHtml(t('mapLink'))}</a></p>`,
    props.values.length > 0 ? htmlTable(mapRows(props, reader)) : '',
    points.length > 0 ? `<ol>${points.join('')}</ol>` : '',
    props.source ? `<p>${escapeHtml(t('chartSource', { source: props.source }))}</p>` : '',
  ].join('');
}

function pictureHtml(props: MapProps, { t, site }: Reader, { path, width, height }: MapPicture): string {
  const [kind, title] = [t('map'), mapTitle(props, t)];
  const alt = `${title === kind ? kind : `${kind} – ${title}`}${props.unit ? ` (${props.unit})` : ''}`;
  const measures = `width="${width / DENSITY}" height="${height / DENSITY}"`;
  return `<img src="${escapeHtml(site.base + path)}" alt="${escapeHtml(alt)}" ${measures}>`;
}

/** The map as Markdown: the same. */
export function mapText(props: MapProps, reader: Reader): string {
  const { t, site } = reader;
  const points = props.points.map(({ name, lat, lon, url }, index) => {
    const label = markdownLabel(name);
    return `${index + 1}. ${url ? `[${label}](<${fromRoot(url, site.base)}>)` : label} (${lat}, ${lon})`;
  });
  return [
    `**${markdownLabel(mapTitle(props, t))}**${props.unit ? ` (${markdownLabel(props.unit)})` : ''}`,
    props.values.length > 0 ? markdownTable(mapRows(props, reader)) : '',
    points.join('\n'),
    props.source ? markdownLabel(t('chartSource', { source: props.source })) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Stem of the id of a map on its page. */
export const MAP_ID = 'karta-bild';
