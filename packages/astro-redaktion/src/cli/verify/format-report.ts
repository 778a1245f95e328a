import { columns } from '../output.ts';
import { KINDS } from './compare.ts';
import type { LeftOut } from './left-out.ts';
import type { Finding, Kind, Report } from './types.ts';

/** The report as a person reads it. */
export function formatReport(report: Report, { all }: { all: boolean }): string {
  const lost = report.findings.filter(({ severity }) => severity === 'lost').length;
  const differs = report.findings.length - lost;
  return [
    `${report.old} → ${report.ours}`,
    ...(report.leftOut.length > 0 ? [leftOut(report)] : []),
    ...KINDS.flatMap((kind) => section(kind, report, all)),
    columns([
      ['compared', 'checked', 'lost', 'differs'],
      ...KINDS.filter((kind) => report.checked[kind] > 0).map((kind) => row(kind, report)),
    ]),
    ...(report.settings.length > 0 ? [settings(report)] : []),
    lost > 0
      ? `${lost} lost, ${differs} to look at.`
      : `Nothing was lost${differs > 0 ? `; ${differs} to look at` : ''}.`,
    ...(report.leftOut.length > 0
      ? [`Not all of the old site could be built here (${report.leftOut.length} left out, see the top).`]
      : []),
  ].join('\n\n');
}

const NAMES: Record<Kind, [string, string]> = {
  address: [
    'addresses',
    'Give the page its old address (slug, permalink), or a redirect (redirect_from); --map writes redirects. Pages outside `_posts` are published by the option `jekyllPages`.',
  ],
  redirect: [
    'redirects',
    'Add the address to redirect_from of the post that it led to; `redirect_to` names another site in full.',
  ],
  file: ['files', 'Copy the file to public/, at the same path.'],
  feed: ['feeds', 'Readers subscribe to this address: redirect it to a feed of ours.'],
  'feed-id': [
    'feed ids',
    "Feed readers show the post as new. Where the old id is the address of the post, set the option `feed: { ids: 'address' }`; else check `site` in astro.config, and that the post keeps its address.",
  ],
  anchor: ['anchors that pages link to', 'Give the heading its old id: {#id} behind it.'],
  heading: ['heading ids', 'Give the heading its old id: {#id} behind it.'],
  link: ['link targets', 'See what became of the link in the source.'],
  picture: ['pictures', 'Copy the file to public/, at the same path, or see what became of the picture in the source.'],
  date: ['dates', 'Check `timezone`, and the zone of the date in front matter.'],
  title: ['titles', 'Check the title in front matter.'],
  words: ['texts', 'Look at both pages: a part of the text may be missing.'],
};

/** At the top: whoever reads what follows must know with what it was compared. */
function leftOut({ leftOut: list }: Report): string {
  return [
    'Left out of the old build, since they are not installed here',
    columns(
      list.map(({ kind, name, why, meaning }) => [
        PARTS[kind],
        name,
        `${meaning}${why === undefined ? '' : ` (Ruby says: ${why})`}`,
      ]),
    ),
    '  → To compare these too, install them (`bundle install` there), or name the folder of a site built before (_site).',
  ].join('\n');
}

const PARTS: Record<LeftOut['kind'], string> = {
  plugin: 'plugin',
  file: 'plugin',
  theme: 'theme',
  markdown: 'markdown',
};

const SHOWN = 20;

function section(kind: Kind, { findings, moved }: Report, all: boolean): string[] {
  const own = findings.filter((finding) => finding.kind === kind);
  if (own.length === 0) return [];
  const [name, fix] = NAMES[kind];
  const shown = all ? own : own.slice(0, SHOWN);
  const rest = own.length - shown.length;
  return [
    [
      `${own.length} ${name}`,
      columns(shown.map((finding) => [finding.address, finding.message + guess(finding, moved)])),
      ...(rest > 0 ? [`  … and ${rest} more; --all shows them`] : []),
      `  → ${fix}`,
    ].join('\n'),
  ];
}

function guess({ kind, address }: Finding, moved: Report['moved']): string {
  const move = kind === 'address' ? moved.find(({ from }) => from === address) : undefined;
  return move?.to === undefined ? '' : `; now perhaps ${move.to} (same ${move.by})`;
}

function row(kind: Kind, { findings, checked }: Report): string[] {
  const count = (severity: string): string =>
    String(findings.filter((finding) => finding.kind === kind && finding.severity === severity).length);
  return [NAMES[kind][0], String(checked[kind]), count('lost'), count('differs')];
}

function settings({ settings: list }: Report): string {
  const given = list.filter(({ from }) => from !== 'default');
  return `Settings in use\n${columns([
    ...given.map(({ key, from, value, overruled }) => [
      key,
      `${JSON.stringify(value)} from ${from === 'option' ? 'the option' : from}${overruled === undefined ? '' : `; _config.yml says ${JSON.stringify(overruled)}`}`,
    ]),
    [
      'default',
      list
        .filter(({ from }) => from === 'default')
        .map(({ key }) => key)
        .join(', ') || '–',
    ],
  ])}`;
}
