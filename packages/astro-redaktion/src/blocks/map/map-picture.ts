import { digest } from '../../model/digest.ts';
import type { Translate } from '../../i18n/translate.ts';
import { HATCH_MARKS } from '../hatch-marks.ts';
import { drawMap, type MapDrawing, UNKNOWN } from './draw-map.ts';
import { type LegendRow, mapLegend } from './map-legend.ts';
import type { MapProps } from './map-props.ts';
import type { RegionMap } from './topology.ts';

/** A picture as boxes, text and SVGs, for a renderer that lays them out as CSS does. */
export type PictureNode =
  | { type: 'container'; style: Style; children: PictureNode[] }
  | { type: 'text'; text: string; style: Style }
  | { type: 'image'; src: Uint8Array; width: number; height: number; style: Style };

/** A picture before it is drawn. */
export interface Picture {
  node: PictureNode;
  /** Of the file, in pixels. */
  width: number;
  height: number;
}

/** A map as a picture that stands alone, and its file. */
export interface MapPicture extends Picture {
  /** Below the site's root; the same drawing has the same file, whatever post it stands in. */
  path: string;
}

/** Draws pictures, as PNG. */
export type Paint = (picture: Picture) => Promise<Uint8Array>;

/** Pixels of the file for a pixel of the page: screens have two. */
export const DENSITY = 2;

/**
 * A map for those who show neither SVG nor style sheets: light paper, fixed colours, its legend beside it. Pure.
 *
 * @param reader tells the legend's language
 */
export function mapPicture(map: RegionMap, props: MapProps, reader: { lang: string; t: Translate }): MapPicture {
  const drawing = drawMap(map, props);
  const hasValues = props.values.length > 0;
  const svg = mapSvg(drawing, hasValues);
  const hasGaps = drawing.groups[0]?.kind === UNKNOWN;
  const rows = mapLegend(props, { ...reader, hasGaps });
  const isPlain = rows.every(({ text }) => DRAWN.test(text));
  const legend = isPlain ? rows : mapLegend(props, { lang: 'en', t: (key, values) => SIGNS(key, values), hasGaps });
  const width = drawing.width + (hasValues ? LEGEND : 0);
  // Even, so that it is a whole number of the page's pixels.
  const height = Math.ceil(Math.max(drawing.height, legend.length * ROW + 2 * GAP) / DENSITY) * DENSITY;
  const parts = [sheet(svg, drawing), ...(hasValues ? [legendBox(legend)] : [])];
  const node = box({ width: '100%', height: '100%', alignItems: 'center', backgroundColor: PAPER }, parts);
  const path = `maps/${digest(JSON.stringify([svg, drawing.points.map(({ x, y }) => [x, y]), legend]))}.png`;
  return { node, width, height, path };
}

/** The regions as an SVG of their own: nothing of it hangs on a page. */
export function mapSvg({ width, height, groups }: Omit<MapDrawing, 'points'>, hasValues: boolean): string {
  const patterns = hasValues ? groups.map(({ kind }) => pattern(kind)).join('') : '';
  const shapes = groups.map(({ kind, shapes: own }) => {
    const fill = hasValues ? `url(#k${kind})` : FILLS[0];
    return `<g fill="${fill}">${own.map(({ d }) => `<path d="${d}"/>`).join('')}</g>`;
  });
  const outline = `stroke="${SOFT}" stroke-width="1.5" stroke-linejoin="round"`;
  return svgOf(width, height, `<defs>${patterns}</defs><g ${outline}>${shapes.join('')}</g>`);
}

function sheet(svg: string, { width, height, points }: MapDrawing): PictureNode {
  const marks = points.map(({ x, y, number }) =>
    box({ ...MARK, left: x - MARK_SIZE / 2, top: y - MARK_SIZE / 2 }, [
      {
        type: 'text',
        text: String(number),
        style: { color: PAPER, fontSize: 24, fontWeight: 700, fontFamily: 'Inter' },
      },
    ]),
  );
  return box({ position: 'relative', width, height, flexShrink: 0 }, [image(svg, width, height), ...marks]);
}

function legendBox(rows: readonly LegendRow[]): PictureNode {
  const style = { flexDirection: 'column', gap: GAP, width: LEGEND, paddingRight: GAP };
  return box(
    style,
    rows.map(({ kind, text }) =>
      box({ alignItems: 'center', gap: GAP }, [
        image(swatch(kind), 56, 36),
        { type: 'text', text, style: { color: INK, fontSize: 26, lineHeight: 1.2, fontFamily: 'Inter' } },
      ]),
    ),
  );
}

function swatch(kind: number): string {
  const frame = `<rect x="1" y="1" width="54" height="34" fill="url(#k${kind})" stroke="${SOFT}" stroke-width="2"/>`;
  return svgOf(56, 36, `<defs>${pattern(kind)}</defs>${frame}`);
}

function pattern(kind: number): string {
  const mark = HATCH_MARKS[kind];
  const lines = mark ? `<path d="${mark}" fill="none" stroke="${INK}" stroke-opacity=".32"/>` : '';
  return `<pattern id="k${kind}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="scale(2)"><rect width="8" height="8" fill="${FILLS[kind]}"/>${lines}</pattern>`;
}

function svgOf(width: number, height: number, inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inner}</svg>`;
}

function image(svg: string, width: number, height: number): PictureNode {
  return { type: 'image', src: new TextEncoder().encode(svg), width, height, style: { width, height, flexShrink: 0 } };
}

function box(style: Style, children: PictureNode[]): PictureNode {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

/** Ranges without words, for letters that the font has not (Arabic). */
function SIGNS(key: string, { from = '', to = '' }: Record<string, string | number> = {}): string {
  return key === 'mapNoValue' ? '–' : `${from}–${to}`;
}

/** What Inter draws of the languages that there are texts in. */
const DRAWN = /^[\u0020-\u024f\u0370-\u052f\u2000-\u206f\u2212]*$/;

const LEGEND = 400;
const ROW = 56;
const GAP = 16;
const MARK_SIZE = 50;

/** The light colours of `map.css`. */
const FILLS: readonly string[] = ['#dcebf3', '#bdd9e8', '#8fbfd8', '#559cc0', '#1f729c', '#094668', '#ffffff'];
const PAPER = '#ffffff';
const INK = '#1b2226';
const SOFT = '#55626b';

const MARK: Style = {
  position: 'absolute',
  width: MARK_SIZE,
  height: MARK_SIZE,
  alignItems: 'center',
  justifyContent: 'center',
  borderRadius: MARK_SIZE / 2,
  border: `3px solid ${PAPER}`,
  backgroundColor: INK,
};

type Style = Record<string, string | number>;
