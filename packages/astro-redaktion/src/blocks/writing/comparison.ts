import { z } from 'astro/zod';
import { type Block, defineBlock } from '../../block.ts';
import { htmlTable, markdownTable } from '../data-table.ts';
import { boldLine, paragraphs } from './held.ts';
import { fromJson, readList, readPairs } from './lists.ts';
import { line } from './props.ts';

const row = z.strictObject({
  name: line,
  values: z.preprocess((given) => readList(given, ','), z.array(z.string()).min(1)),
});

export const comparisonProps = z
  .strictObject({
    title: line,
    /** What is compared: `NPÖ, Journalen`, a list or JSON. Else a table in Markdown inside the block. */
    columns: z.preprocess((given) => readList(given, ','), z.array(line).min(1)).optional(),
    /** By what: `Målgrupp: vården, invånare; Gratis: ja, ja`, a list of `{name, values}` or JSON. */
    rows: z.preprocess((given) => readPairs(fromJson(given), ['name', 'values']), z.array(row).min(1)).optional(),
  })
  .superRefine(({ columns, rows }, context) => {
    const say = (key: string, message: string): void => context.addIssue({ code: 'custom', path: [key], message });
    if (columns === undefined && rows !== undefined) say('columns', 'must name what the rows compare');
    if (columns !== undefined && rows === undefined) say('rows', 'must say how the columns differ');
    for (const { name, values } of columns && rows ? rows : []) {
      if (values.length !== columns?.length)
        say('rows', `"${name}" has ${values.length} values for ${columns?.length} columns`);
    }
  });

export type ComparisonInput = z.input<typeof comparisonProps>;

/** A table that sets things side by side. */
export const comparison: Block = defineBlock({
  name: 'comparison',
  props: comparisonProps,
  component: new URL('../../views/components/Comparison.astro', import.meta.url),
  feed: (props, { html }) =>
    `${boldLine(props.title).html}${props.rows ? htmlTable(comparisonRows(props)) : ''}${html}`,
  text: (props, { markdown }) =>
    paragraphs(boldLine(props.title).markdown, props.rows && markdownTable(comparisonRows(props)), markdown),
});

/** Heads first; the first cell of a row is its name. */
export function comparisonRows({ columns = [], rows = [] }: z.output<typeof comparisonProps>): string[][] {
  return [['', ...columns], ...rows.map(({ name, values }) => [name, ...values])];
}

/**
 * Gives a table's columns and rows their heads.
 *
 * @param html trusted, as a Markdown engine writes it
 */
export function withRowHeads(html: string): string {
  return html
    .replace(/<table tabindex="0"(?: aria-label="[^"]*")?>/g, '<table>')
    .replace(/<th( class="[^"]*")?>\s*<\/th>/g, '<td></td>')
    .replace(/<tbody>[\s\S]*?<\/tbody>/g, (body) =>
      body.replace(/(<tr>\s*)<t[dh]([^>]*)>([\s\S]*?)<\/t[dh]>/g, '$1<th scope="row"$2>$3</th>'),
    )
    .replace(/<th(?=[ >])(?![^>]* scope)/g, '<th scope="col"');
}

/** Marks the cells that answer yes or no, so that a style can set them apart. The words stay. */
export function withAnswers(html: string, { yes, no }: { yes: string; no: string }): string {
  return html.replace(/<td(?: class="([^"]*)")?>([^<]*)<\/td>/g, (cell, classes: string | undefined, text: string) => {
    const word = text.trim().toLowerCase();
    const answer = word === yes.toLowerCase() ? 'rd-yes' : word === no.toLowerCase() ? 'rd-no' : undefined;
    return answer ? `<td class="${[classes, answer].filter(Boolean).join(' ')}">${text}</td>` : cell;
  });
}
