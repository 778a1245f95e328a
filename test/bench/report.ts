import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Measure, median } from './measure.ts';
import { type Peer, PEERS, type Scenario } from './sites.ts';

/** All that a table tells of. */
export interface Report {
  posts: number;
  rounds: number;
  scenarios: readonly Scenario[];
  peers: readonly Peer[];
  /** `peer/scenario` → one measure a round. */
  results: ReadonlyMap<string, Measure[]>;
  /** How the pages of the two Astro sites differ. */
  unlike: readonly string[];
  machine: string;
}

const INTRO = `# Build cost

Written by \`npm run bench -- --posts N --write\`. The posts have 600 to 1,200 words, made of the article's sentences, and one to
four of 50 tags. The hand-written site (\`peers/astro\`) has the same pages as astro-redaktion, but for feeds: one of 20 posts,
where astro-redaktion writes three formats and archives of all posts, and the same for each tag. Every warm build has
what the one before it left. Sites lie in memory where the machine lets them. CPU is user and system time of all processes; memory is the largest process's peak.
`;

/** Puts a table in its place in the file of results, which holds one for each number of posts. */
export function keepResults(path: string, posts: number, table: string): void {
  const old = existsSync(path)
    ? readFileSync(path, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
    : [];
  const others = old.filter((part) => !part.startsWith(`## ${posts} posts`)).map((part) => part.trimEnd());
  const parts = [...others, table.trimEnd()].sort(
    (a, b) => Number.parseInt(a.slice(3), 10) - Number.parseInt(b.slice(3), 10),
  );
  writeFileSync(path, `${[INTRO.trimEnd(), ...parts].join('\n\n')}\n`);
}

/** The results as Markdown: medians of the rounds; in brackets, how many times plain Astro's figure. */
export function writeTable({ posts, rounds, scenarios, peers, results, unlike, machine }: Report): string {
  const of = (peer: Peer, scenario: string, field: keyof Measure): number =>
    median((results.get(`${peer.name}/${scenario}`) ?? []).map((each) => each[field]));
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (peer: Peer, scenario: string, field: keyof Measure, digits: number): string => {
    const [value, base] = [of(peer, scenario, field), of(PEERS.astro, scenario, field)];
    const ratio = peer !== PEERS.astro && base > 0 ? ` (${(value / base).toFixed(2)})` : '';
    return `${value.toFixed(digits)}${ratio}`;
  };
  const lines = (field: keyof Measure, label: string, digits: number, some = scenarios): string[] =>
    some.map(({ name }) => row([`${label}, ${name}`, ...peers.map((peer) => cell(peer, name, field, digits))]));
  const cold = scenarios.filter(({ name }) => name === 'cold');
  return [
    `## ${posts} posts`,
    '',
    `${machine}. Medians of ${rounds} interleaved rounds; in brackets the ratio to plain Astro${peers.includes(PEERS.astro) ? '' : ', which was not built'}.`,
    '',
    row(['', ...peers.map(({ name }) => name)]),
    row(['---', ...peers.map(() => '---:')]),
    ...lines('cpu', 'CPU s', 2),
    ...lines(
      'memory',
      'peak MiB',
      0,
      scenarios.filter(({ name }) => /cold|text/.test(name)),
    ),
    ...lines('wall', 'wall s', 1, cold),
    row(['HTML pages', ...peers.map((peer) => String(of(peer, 'cold', 'pages')))]),
    row(['all files', ...peers.map((peer) => String(of(peer, 'cold', 'files')))]),
    row(['MiB written', ...peers.map((peer) => of(peer, 'cold', 'size').toFixed(1))]),
    '',
    !peers.includes(PEERS.astro) || !peers.includes(PEERS.redaktion)
      ? 'No pages were compared.'
      : unlike.length === 0
        ? 'Both Astro sites have the same pages, with the same number of words and the same links.'
        : `The two Astro sites differ:\n\n${unlike
            .slice(0, 12)
            .map((line) => `- ${line}`)
            .join('\n')}${unlike.length > 12 ? `\n- and ${unlike.length - 12} more` : ''}`,
    '',
  ].join('\n');
}
