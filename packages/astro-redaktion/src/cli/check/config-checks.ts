import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gemfilePlugins } from '../../content/jekyll/gemfile.ts';
import { lineOfKey } from '../../content/jekyll/key-line.ts';
import { readSiteConfig } from '../../content/jekyll/site-config.ts';
import type { JekyllSite } from '../../content/jekyll-site.ts';
import type { Problem } from '../../types.ts';
import { type BuiltIn, pluginFate } from './plugins.ts';

type Place = Pick<Problem, 'file' | 'line'>;

/** Keys of `_config.yml` that have no effect here, and the plugins that it and the `Gemfile` name. */
export function checkConfig({ home, homeFolder: folder, config, hasConfig }: JekyllSite): {
  builtIn: BuiltIn[];
  problems: Problem[];
} {
  const at = fileURLToPath(home);
  const text = hasConfig ? readFileSync(join(at, '_config.yml'), 'utf8') : '';
  const gemfile = join(at, 'Gemfile');
  const gems = existsSync(gemfile) ? gemfilePlugins(readFileSync(gemfile, 'utf8')) : [];
  const place = (key: string): Place => {
    const line = lineOfKey(text, [key]);
    return { file: `${folder}_config.yml`, ...(line === undefined ? {} : { line }) };
  };
  const list = place(lineOfKey(text, ['plugins']) === undefined ? 'gems' : 'plugins');
  const { builtIn, problems } = checkPlugins([
    ...config.plugins.map((name) => ({ name, ...placeOfPlugin(text, name, list) })),
    ...gems.map(({ name, line }) => ({ name, file: `${folder}Gemfile`, line })),
  ]);
  const { ignored } = readSiteConfig([{ file: `${folder}_config.yml`, text }]);
  const keys = ignored.map(
    ({ key, reason }): Problem => ({
      code: 'config-ignored',
      severity: 'warning',
      ...place(key),
      message: `\`${key}\` has no effect here: ${reason}.`,
    }),
  );
  return { builtIn, problems: [...keys, ...problems] };
}

/** Each plugin once, where it is named first. */
function checkPlugins(named: readonly (Place & { name: string })[]): { builtIn: BuiltIn[]; problems: Problem[] } {
  const fates = [...Map.groupBy(named, ({ name }) => name).values()].flatMap(([first]) => {
    if (!first) return [];
    const { name, ...where } = first;
    return [{ name, where, ...pluginFate(name) }];
  });
  return {
    builtIn: fates.flatMap(({ name, by }) => (by === undefined ? [] : [{ name, by }])),
    problems: fates.flatMap(({ name, where, by, instead }): Problem[] =>
      by === undefined
        ? [
            {
              ...{ code: 'plugin', severity: 'warning', ...where, fix: instead },
              message: `the plugin \`${name}\` does not run here.`,
            },
          ]
        : [],
    ),
  };
}

/** The line of a plugin in the list of `_config.yml`, else that of the list. */
function placeOfPlugin(text: string, name: string, list: Place): Place {
  const { line: start = 0 } = list;
  const after = text.split(/\r?\n/).slice(start);
  const at = after.findIndex((line) => /^\s*- *["']?([^"'#]+?)["']?\s*(?:#.*)?$/.exec(line)?.[1] === name);
  return at < 0 ? list : { ...list, line: start + at + 1 };
}
