import { type Directives, findDirectives } from './blocks/directives.ts';

/** An excerpt's source with its blocks as markers; one that the cut left open ends where the excerpt does. */
export function excerptText(source: string, place: Parameters<typeof findDirectives>[1]): string {
  const found = findDirectives(source, place);
  const open = openBlocks(found);
  return open === 0 ? found.text : findDirectives(source.trimEnd() + '\n:::'.repeat(open), place).text;
}

function openBlocks({ problems }: Directives): number {
  return problems.filter(({ code }) => code === 'block-not-closed').length;
}
