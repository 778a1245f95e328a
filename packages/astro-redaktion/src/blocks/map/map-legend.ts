import { formatNumber } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { classEdges, kindOf, UNKNOWN } from './draw-map.ts';
import type { MapProps } from './map-props.ts';

/** What a kind of fill means. */
export interface LegendRow {
  kind: number;
  text: string;
}

/** What the fills of a map mean, the lowest class first, then what has no value. */
export function mapLegend(
  props: Pick<MapProps, 'values' | 'classes' | 'breaks'>,
  { lang, t, hasGaps }: { lang: string; t: Translate; hasGaps: boolean },
): LegendRow[] {
  const edges = classEdges(props);
  const print = (value: number): string => formatNumber(value, lang);
  const rows = edges.map(([from, to], index) => {
    const key = index === edges.length - 1 ? 'mapRangeLast' : 'mapRange';
    const text = from === to ? print(from) : t(key, { from: print(from), to: print(to) });
    return { kind: kindOf(index, edges.length), text };
  });
  return hasGaps && rows.length > 0 ? [...rows, { kind: UNKNOWN, text: t('mapNoValue') }] : rows;
}
