import { defined, type ListDefaults } from '../../config/resolve.ts';
import { isData } from './deep-merge.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * Where Jekyll's plugins put pages of lists, terms and days, by what `_config.yml` tells them, so that ours lie there too.
 * Whether a plugin is there is not asked: a theme brings its own, which the site need not name.
 *
 * @param data everything that `_config.yml` says
 * @param textOf the text of a file in the folder, whose path begins with a slash; `undefined` where there is none
 */
export function listAddresses(data: Data, textOf: TextOf): ListDefaults {
  const terms = { ...octopress(data, textOf), ...tagging(data), ...autopages(data), ...archives(data) };
  const { tag, category, ...others } = terms;
  // Two kinds of terms in one place would want the same addresses.
  const isShared = category !== undefined && category === (tag ?? '/tags/:slug/');
  return {
    ...pagination(data, textOf),
    ...others,
    ...(tag === undefined ? {} : { tag }),
    ...(category === undefined || isShared ? {} : { category }),
  };
}

type TextOf = (path: string) => string | undefined;

function pagination(data: Data, textOf: TextOf): ListDefaults {
  const v2 = dataOf(data['pagination']);
  const isV2 = v2['enabled'] === true;
  const size = Number(isV2 ? (v2['per_page'] ?? 10) : (data['paginate'] ?? 0));
  if (!(size >= 1)) return {};
  const place = isV2 ? placeOfV2(v2['permalink'], textOf) : placeOfV1(data['paginate_path'], textOf);
  return { postsPerPage: Math.min(Math.floor(size), 500), ...place };
}

type Place = Pick<ListDefaults, 'paginatePath' | 'firstPage'>;

/**
 * jekyll-paginate 1.1 goes on with the list in the nearest folder above its pages that has an `index.html`; without one it
 * makes none.
 */
function placeOfV1(given: unknown, textOf: TextOf): Place {
  const path = folder(given ?? '/page:num') ?? '';
  const steps = path
    .replace(/[^/]*:num.*$/, '')
    .split('/')
    .filter(Boolean);
  if (!path.includes(':num') || steps.some((step) => /%|^\.\.$/.test(step))) return {};
  const folders = ['/'];
  for (const step of steps) folders.push(`${folders.at(-1)}${step}/`);
  const firstPage = folders.findLast((each) => textOf(`${each}index.html`) !== undefined);
  return firstPage === undefined ? {} : { paginatePath: path, firstPage };
}

/**
 * jekyll-paginate-v2 3.0 goes on with any page whose front matter asks for it, below that page's address: here those that
 * are the index of the site or of `blog/`.
 */
function placeOfV2(given: unknown, textOf: TextOf): Place {
  const path = folder(given ?? '/page:num/') ?? '';
  const firstPage = ['/', '/blog/'].find((each) =>
    ['html', 'md', 'markdown'].some((ext) =>
      /^---\n(?:(?!---).*\n)*pagination:/.test(textOf(`${each}index.${ext}`)?.replaceAll('\r\n', '\n') ?? ''),
    ),
  );
  if (firstPage === undefined || !path.includes(':num')) return {};
  return { paginatePath: `${firstPage}${path.slice(1)}`, firstPage };
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
  const dated = defined({
    year: at('year', 'year', '/:year/'),
    month: at('month', 'month', '/:year/:month/'),
    day: at('day', 'day', '/:year/:month/:day/'),
  });
  return {
    ...termPatterns(at('tags', 'tag', '/tag/:name/'), at('categories', 'category', '/category/:name/')),
    ...(Object.keys(dated).length > 0 ? { dated } : {}),
  };
}

/** Pages of terms that jekyll-paginate-v2 3.0 makes; both kinds, once they are on at all. It leaves signs and spaces in slugs. */
function autopages(data: Data): ListDefaults {
  const { enabled, tags, categories } = dataOf(data['autopages']);
  if (enabled !== true) return {};
  const at = (given: unknown, name: string, usual: string): string | undefined => {
    const { enabled: own, permalink } = dataOf(given);
    return own === false ? undefined : folder(pattern(permalink ?? usual, { [name]: ':slug' }));
  };
  return termPatterns(at(tags, ':tag', '/tag/:tag'), at(categories, ':cat', '/category/:cat'));
}

/** jekyll-tagging (https://github.com/pattex/jekyll-tagging, its README), whose slugs have no marks on their letters. */
function tagging({ tag_page_dir: dir, tag_permalink_style: style, permalink }: Data): ListDefaults {
  if (typeof dir !== 'string' || bare(dir) === '') return {};
  const isPretty = permalink === 'pretty' || style === 'pretty';
  return { tag: `/${bare(dir)}/:slug${isPretty ? '/' : '.html'}` };
}

/** The generator of categories that Octopress brought, and that sites still have. */
function octopress({ category_dir: given }: Data, textOf: TextOf): ListDefaults {
  const generators = ['category_generator', 'generate_categories'].map((name) => textOf(`/_plugins/${name}.rb`));
  const hasGenerator = generators.some((text) => text !== undefined);
  const dir = given ?? (hasGenerator ? 'categories' : undefined);
  return typeof dir === 'string' && bare(dir) !== '' ? { category: `/${bare(dir)}/:slug/`, slugs: 'jekyll' } : {};
}

/** By Jekyll's own slugs. */
function termPatterns(tag: string | undefined, category: string | undefined): ListDefaults {
  const isPattern = (text: string | undefined): boolean => text?.includes(':slug') === true;
  const made = defined({ tag: isPattern(tag) ? tag : undefined, category: isPattern(category) ? category : undefined });
  return Object.keys(made).length > 0 ? { ...made, slugs: 'jekyll' } : {};
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
