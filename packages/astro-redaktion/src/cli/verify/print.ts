import type { Comparison } from './compare.ts';
import type { Finding } from './finding.ts';

const NAMES: Record<keyof Comparison['counts'], [string, Finding['kind'][]]> = {
  urls: ['addresses', ['url']],
  redirects: ['redirects', ['redirect']],
  anchors: ['links to anchors', ['anchor']],
  headings: ['heading ids', ['heading']],
  feedIds: ['feed ids', ['feed-id']],
  pictures: ['pictures', ['picture']],
  links: ['links', ['link']],
};

/** The comparison as a text for people: a table of counts, then every finding under its page, then what moved. */
export function formatComparison({ counts, findings, moved }: Comparison): string {
  const rows = Object.entries(NAMES).map(([key, [name, kinds]]) => {
    const bad = findings.filter(({ kind }) => kinds.includes(kind)).length;
    return [name, String(counts[key as keyof typeof NAMES]), bad === 0 ? '–' : String(bad)];
  });
  const table = columns([['', 'old site', 'not as it was'], ...rows]);
  const lists = (['lost', 'changed'] as const).map((severity) =>
    section(
      severity,
      findings.filter((finding) => finding.severity === severity),
    ),
  );
  const moves =
    moved.length === 0
      ? ''
      : `Likely moved (--map writes redirects):\n${moved.map(({ from, to }) => `  ${from} → ${to}`).join('\n')}`;
  return [table, ...lists, moves, verdict(findings)].filter((part) => part !== '').join('\n\n');
}

function section(severity: Finding['severity'], findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const byPage = Map.groupBy(findings, ({ page }) => page);
  const pages = [...byPage].map(
    ([page, list]) => `${page}\n${list.map(({ kind, detail, fix }) => `  ${kind}: ${detail}\n    ${fix}`).join('\n')}`,
  );
  return `${severity === 'lost' ? 'Lost' : 'Changed'}: ${findings.length}\n\n${pages.join('\n')}`;
}

function verdict(findings: readonly Finding[]): string {
  const lost = findings.filter(({ severity }) => severity === 'lost').length;
  const changed = findings.length - lost;
  const rest = changed === 0 ? '' : ` ${changed} changed.`;
  return lost === 0 ? `Nothing was lost.${rest}` : `${lost} lost.${rest}`;
}

function columns(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Redirects for what moved, as Netlify, Cloudflare and `redaktion verify` itself read them. */
export function formatMap(moved: Comparison['moved']): string {
  return moved.map(({ from, to }) => `${encodeURI(from)} ${encodeURI(to)} 301\n`).join('');
}
