import type { ListDefaults } from '../../config/resolve.ts';
import { isData } from './deep-merge.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * Where Jekyll's plugins put pages of lists, terms and days, by what `_config.yml` tells them, so that ours lie there too.
 * Whether a plugin is there is not asked: a theme brings its own, which the site need not name.
 *
 * @param data everything that `_config.yml` says
 * @param hasFile whether there is a file in the folder; its path begins with a slash
 */
export function listAddresses(data: Data, hasFile: (path: string) => boolean): ListDefaults {
  const terms = { ...octopress(data, hasFile), ...tagging(data), ...autopages(data), ...archives(data) };
  const { tag, category } = terms;
  return {
    ...pagination(data, hasFile),
    ...terms,
    // Else å is a in the slugs of ours.
    ...(tag === undefined && category === undefined ? {} : { slugs: 'jekyll' }),
  };
}

/** jekyll-paginate 1.1, and jekyll-paginate-v2 (https://github.com/sverrirs/jekyll-paginate-v2, its README). */
function pagination(data: Data, hasFile: (path: string) => boolean): ListDefaults {
  const v2 = dataOf(data['pagination']);
  const isV2 = v2['enabled'] === true;
  const size = isV2 ? (v2['per_page'] ?? 10) : data['paginate'];
  if (typeof size !== 'number' || size < 1) return {};
  const path = folder(isV2 ? (v2['permalink'] ?? '/page:num/') : (data['paginate_path'] ?? '/page:num'));
  const firstPage = path && firstPageOf(path, hasFile);
  return {
    postsPerPage: Math.min(Math.floor(size), 500),
    ...(path?.includes(':num') && firstPage ? { paginatePath: path, firstPage } : {}),
  };
}

/** The nearest folder above that has an `index.html`, whose list the pages go on with; without one Jekyll makes none. */
function firstPageOf(path: string, hasFile: (path: string) => boolean): string | undefined {
  const steps = path
    .replace(/[^/]*:num.*$/, '')
    .split('/')
    .filter(Boolean);
  if (steps.some((step) => /%|^\.\.$/.test(step))) return undefined;
  const folders = ['/'];
  for (const step of steps) folders.push(`${folders.at(-1)}${step}/`);
  return folders.findLast((each) => hasFile(`${each}index.html`));
}

/** jekyll-archives 2.2.1: its defaults are those of its README. */
function archives(data: Data): ListDefaults {
  const { enabled, permalinks } = dataOf(data['jekyll-archives']);
  const all = enabled === true || enabled === 'all';
  const own = dataOf(permalinks);
  const at = (kind: string, type: string, usual: string): string | undefined =>
    all || (Array.isArray(enabled) && enabled.includes(kind))
      ? pattern(own[type] ?? usual, { ':name': ':slug', ':type': type })
      : undefined;
  const dated = present({
    year: at('year', 'year', '/:year/'),
    month: at('month', 'month', '/:year/:month/'),
    day: at('day', 'day', '/:year/:month/:day/'),
  });
  return {
    ...termPatterns(at('tags', 'tag', '/tag/:name/'), at('categories', 'category', '/category/:name/')),
    ...(Object.keys(dated).length > 0 ? { dated } : {}),
  };
}

/** Pages of terms that jekyll-paginate-v2 makes; both kinds, once they are on at all. */
function autopages(data: Data): ListDefaults {
  const { enabled, tags, categories } = dataOf(data['autopages']);
  if (enabled !== true) return {};
  const at = (given: unknown, name: string, usual: string): string | undefined => {
    const { enabled: own, permalink } = dataOf(given);
    return own === false ? undefined : folder(pattern(permalink ?? usual, { [name]: ':slug' }));
  };
  return termPatterns(at(tags, ':tag', '/tag/:tag'), at(categories, ':cat', '/category/:cat'));
}

/** jekyll-tagging (https://github.com/pattex/jekyll-tagging, its README). */
function tagging({ tag_page_dir: dir, tag_permalink_style: style, permalink }: Data): ListDefaults {
  if (typeof dir !== 'string') return {};
  const isPretty = permalink === 'pretty' || style === 'pretty';
  return termPatterns(`/${bare(dir)}/:slug${isPretty ? '/' : '.html'}`, undefined);
}

/** The generator of categories that Octopress brought, and that sites still have. */
function octopress({ category_dir: given }: Data, hasFile: (path: string) => boolean): ListDefaults {
  const hasGenerator = ['category_generator', 'generate_categories'].some((name) => hasFile(`/_plugins/${name}.rb`));
  const dir = given ?? (hasGenerator ? 'categories' : undefined);
  return typeof dir === 'string' && bare(dir) !== '' ? { category: `/${bare(dir)}/:slug/` } : {};
}

function termPatterns(tag: string | undefined, category: string | undefined): ListDefaults {
  const isPattern = (text: string | undefined): boolean => text?.includes(':slug') === true;
  return present({ tag: isPattern(tag) ? tag : undefined, category: isPattern(category) ? category : undefined });
}

/** A permalink of a plugin's as a pattern of ours; `undefined` where it is no text. */
function pattern(permalink: unknown, words: Readonly<Record<string, string>>): string | undefined {
  if (typeof permalink !== 'string') return undefined;
  return `/${permalink.replace(/^\/+/, '').replace(/:[a-z]+/g, (word) => words[word] ?? word)}`;
}

/** With one slash at either end. */
function folder(path: unknown): string | undefined {
  return typeof path === 'string' ? `/${bare(path)}/`.replace('//', '/') : undefined;
}

function bare(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

function dataOf(value: unknown): Data {
  return isData(value) ? value : {};
}

function present<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
