import { scaleBand, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { datesOf } from './chart-dates.ts';
import type { NamedChart } from './chart-data.ts';

/** What an SVG of a chart is made of, in units of its view box. */
export interface ChartDrawing {
  width: number;
  height: number;
  bars: { x: number; y: number; width: number; height: number; series: number }[];
  paths: { d: string; series: number; kind: 'line' | 'area' }[];
  dots: { x: number; y: number; series: number }[];
  grid: { y: number; text: string; isZero: boolean }[];
  labels: { x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end' }[];
  /** Values and names beside what they name. */
  notes: { x: number; y: number; text: string; anchor: 'start' | 'middle'; series: number }[];
}

interface Canvas {
  width: number;
  height: number;
  /** Prints a number in the reader's language. */
  print: (value: number) => string;
  /** What stands on the axis for each label; the labels themselves if absent. */
  texts?: readonly string[];
}

/** Sizes that text of 14 units needs; measured at 7.5 units a character. */
const TEXT = { character: 7.5, line: 18 };

/** Draws a chart. Pure: the same numbers give the same drawing. */
export function drawChart(
  { type, labels, series }: NamedChart,
  { width, height, print, texts = labels }: Canvas,
): ChartDrawing {
  const stacks = stack(series, type === 'stacked');
  const all = stacks.flatMap((values) => values.flatMap(({ from, to }) => [from, to]));
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const scale = scaleLinear([low, high === low ? low + 1 : high], [0, 1]).nice(5);
  const ticks = scale.ticks(5);
  const named = series.length > 1 && (type === 'line' || type === 'area' || type === 'stacked');
  const longest = Math.max(...ticks.map((tick) => print(tick).length));
  const left = longest * TEXT.character + 10;
  const right = named
    ? Math.min(width * 0.3, Math.max(...series.map(({ name }) => name.length)) * TEXT.character + 14)
    : 8;
  const bottom = height - TEXT.line * 1.6;
  const y = scale.copy().range([bottom, TEXT.line * 1.4]);
  const x = scaleBand(
    labels.map((_, index) => index),
    [left, width - right],
  )
    .paddingInner(0.25)
    .paddingOuter(0.12);
  const middle = position({ type, labels, x, from: left + 24, to: width - right - 24 });
  const place = { stacks, x, y, middle };

  return {
    width,
    height,
    bars: type === 'bar' || type === 'stacked' ? bars(place, type === 'stacked') : [],
    paths: type === 'line' || type === 'area' ? paths(place, type) : [],
    dots: type === 'dot' || type === 'line' ? dots(place) : [],
    grid: ticks.map((tick) => ({ y: round(y(tick)), text: print(tick), isZero: tick === 0 })),
    labels: sparse(texts, { width, y: height - 6, middle }),
    notes: named
      ? names(series, place, type === 'stacked')
      : values(series, { ...place, print, isDrawn: series.length === 1 && type !== 'area' }),
  };
}

interface Span {
  from: number;
  to: number;
}

interface Place {
  stacks: Span[][];
  x: ReturnType<typeof scaleBand<number>>;
  y: (value: number) => number;
  middle: (index: number) => number;
}

function stack(series: NamedChart['series'], isStacked: boolean): Span[][] {
  const sums: number[] = [];
  return series.map(({ values }) =>
    values.map((value, index) => {
      const from = isStacked ? (sums[index] ?? 0) : 0;
      sums[index] = from + value;
      return { from, to: from + value };
    }),
  );
}

function bars({ stacks, x, y }: Place, isStacked: boolean): ChartDrawing['bars'] {
  const count = isStacked ? 1 : stacks.length;
  const width = x.bandwidth() / count;
  return stacks.flatMap((spans, series) =>
    spans.map(({ from, to }, index) => ({
      x: round((x(index) ?? 0) + (isStacked ? 0 : series * width)),
      y: round(Math.min(y(from), y(to))),
      width: round(width),
      height: round(Math.abs(y(from) - y(to))),
      series,
    })),
  );
}

function paths({ stacks, y, middle }: Place, type: 'line' | 'area'): ChartDrawing['paths'] {
  const lines = line<Span>(
    (_, index) => middle(index),
    ({ to }) => y(to),
  ).digits(1);
  const areas = area<Span>(
    (_, index) => middle(index),
    ({ from }) => y(from),
    ({ to }) => y(to),
  ).digits(1);
  return stacks.flatMap((spans, series) => [
    ...(type === 'area' ? [{ d: areas(spans) ?? '', series, kind: 'area' as const }] : []),
    { d: lines(spans) ?? '', series, kind: 'line' as const },
  ]);
}

function dots({ stacks, y, middle }: Place): ChartDrawing['dots'] {
  return stacks.flatMap((spans, series) =>
    spans.map(({ to }, index) => ({ x: middle(index), y: round(y(to)), series })),
  );
}

/** Where a label has its middle: dates of a line, an area or dots as far apart as they are, all else in equal steps. */
function position({ type, labels, x, from, to }: Axis): (index: number) => number {
  const times = type === 'bar' || type === 'stacked' ? undefined : datesOf(labels);
  if (!times) return (index) => round((x(index) ?? 0) + x.bandwidth() / 2);
  const scale = scaleLinear([times[0] ?? 0, times.at(-1) ?? 0], [from, to]);
  return (index) => round(scale(times[index] ?? 0));
}

interface Axis {
  type: NamedChart['type'];
  labels: readonly string[];
  x: Place['x'];
  from: number;
  to: number;
}

/** As many labels as there is room for, from the first on; one that would stand out of the drawing begins or ends there. */
function sparse(
  texts: readonly string[],
  { width, y, middle }: { width: number; y: number; middle: (index: number) => number },
): ChartDrawing['labels'] {
  const room = Math.max(...texts.map((text) => text.length)) * TEXT.character + 8;
  let last = Number.NEGATIVE_INFINITY;
  return texts.flatMap((text, index): ChartDrawing['labels'] | ChartDrawing['labels'][number] => {
    const at = Math.min(Math.max(middle(index), room / 2), width - room / 2);
    if (at - last < room) return [];
    last = at;
    if (at > middle(index)) return { x: 0, y, text, anchor: 'start' };
    if (at < middle(index)) return { x: width, y, text, anchor: 'end' };
    return { x: at, y, text, anchor: 'middle' };
  });
}

/** Names of series after their last value, moved apart where they would touch. */
function names(series: NamedChart['series'], { stacks, x, y, middle }: Place, beside: boolean): ChartDrawing['notes'] {
  const notes = series.map(({ name }, index) => {
    const end = (stacks[index]?.length ?? 1) - 1;
    const last = stacks[index]?.at(-1) ?? { from: 0, to: 0 };
    const height = last.from === 0 ? y(last.to) : (y(last.from) + y(last.to)) / 2;
    return {
      x: round(middle(end) + (beside ? x.bandwidth() / 2 : 0)),
      y: height + 5,
      text: name,
      anchor: 'start' as const,
      series: index,
    };
  });
  let above = Number.NEGATIVE_INFINITY;
  for (const note of notes.toSorted((a, b) => a.y - b.y)) {
    note.y = round(Math.max(note.y, above + TEXT.line));
    above = note.y;
  }
  return notes;
}

/** The values themselves, where one row of them has room. */
function values(
  series: NamedChart['series'],
  { x, y, middle, print, isDrawn }: Place & { print: (value: number) => string; isDrawn: boolean },
): ChartDrawing['notes'] {
  const only = series[0]?.values ?? [];
  const longest = Math.max(...only.map((value) => print(value).length)) * TEXT.character;
  if (!isDrawn || longest > x.step()) return [];
  return only.map((value, index) => ({
    x: middle(index),
    y: round(y(Math.max(value, 0)) - 6),
    text: print(value),
    anchor: 'middle' as const,
    series: 0,
  }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
