import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { htmlTable, markdownTable } from '../data-table.ts';
import { markdownLabel } from '../markdown-label.ts';
import { loadChart, namedChart } from './chart-data.ts';
import { chartProps } from './chart-props.ts';
import { chartRows } from './chart-table.ts';

/** A chart drawn when the site is built, with its numbers in a table. Front matter: `chart: {title, labels, series}`. */
export const chart: Block = defineBlock({
  name: 'chart',
  props: chartProps,
  component: new URL('../../views/components/Chart.astro', import.meta.url),
  load: loadChart,
  // `true`, as Jekyll themes have it, says that the text holds charts.
  frontMatter: { key: 'chart', place: 'after', props: (value) => (value === true ? undefined : value) },
  feed(given, { lang, t }) {
    const props = namedChart(given, t);
    const source = props.source ? `<p>${escapeHtml(t('chartSource', { source: props.source }))}</p>` : '';
    const unit = props.unit ? ` (${escapeHtml(props.unit)})` : '';
    return `<p><strong>${escapeHtml(props.title)}</strong>${unit}</p>${htmlTable(chartRows(props, lang))}${source}`;
  },
  text(given, { lang, t }) {
    const props = namedChart(given, t);
    const source = props.source ? `\n\n${markdownLabel(t('chartSource', { source: props.source }))}` : '';
    const unit = props.unit ? ` (${markdownLabel(props.unit)})` : '';
    return `**${markdownLabel(props.title)}**${unit}\n\n${markdownTable(chartRows(props, lang))}${source}`;
  },
});
