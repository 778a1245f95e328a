import type { SpawnSyncReturns } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { Fault } from '../fault.ts';
import { type LeftOut, likelyOwners } from './left-out.ts';

/** Why Jekyll built nothing, in its own words, and what to do. */
export function jekyllFault(
  source: string,
  { error, stdout, stderr }: SpawnSyncReturns<string>,
  list: readonly LeftOut[],
): Fault {
  if (error && 'code' in error && error.code === 'ENOENT') {
    return new Fault(
      `${source} is the source of a Jekyll site, and Jekyll is not installed here.`,
      'Install it (https://jekyllrb.com/docs/installation/), or build the site elsewhere and name the folder _site.',
    );
  }
  // Ruby's stack says nothing to an owner; the error itself may stand on its first line.
  const lines = stripVTControlCharacters(`${stdout ?? ''}${stderr ?? ''}`)
    .split('\n')
    .map((line) => line.replace(/^\S*\.rb:\d+:in `.*?': (?=.*\([\w:]+\)$)/, '').replace('(<unknown>)', '_config.yml'))
    .filter((line) => line.trim() && !/^\s*-+\s*$|^\s+from |--trace|backtrace|\.rb:\d+:in /.test(line));
  // What a plugin says of each post is said once, where it is said last: the error is at the end.
  const said = [...new Set(lines.reverse())].slice(0, 15).reverse().join('\n  ');
  const [, tag] = /Unknown tag '(.*?)'/.exec(said) ?? [];
  const owners = tag === undefined ? list.map(({ name }) => name) : likelyOwners(tag, list);
  return new Fault(
    `Jekyll could not build ${source}:\n\n  ${said || String(error ?? 'It said nothing.')}\n`,
    owners.length === 0
      ? 'Mend what it names, or name the folder of a site built before (_site), or its sitemap.xml.'
      : `${cause(tag, owners)} Install what is missing (\`bundle install\` there), or name the folder of a site built before (_site), or its sitemap.xml.`,
  );
}

function cause(tag: string | undefined, owners: readonly string[]): string {
  const names = owners.map((name) => `\`${name}\``).join(', ');
  if (tag === undefined) return `Not installed here, and perhaps the cause: ${names}.`;
  return owners.length === 1
    ? `\`{% ${tag} %}\` is most likely a tag of ${names}, which is not installed here.`
    : `\`{% ${tag} %}\` is most likely a tag of one of these, which are not installed here: ${names}.`;
}
