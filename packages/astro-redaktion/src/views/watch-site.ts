import type { LocaleSite, Site } from '../types.ts';

/**
 * The site as components see it. Reading any list of it calls `touch`: a page that shows such a list, or how long
 * it is, has to be made anew whenever the site changes, for its key tells only of what our own components print.
 * Free are the addresses of the header and footer, which stand in every key, and the question whether a page exists.
 */
export function watchSite(site: Site, touch: () => void): Site {
  for (const group of [site.tags, site.categories, site.keywords ?? [], site.authors]) {
    for (const item of group) {
      const { posts } = item as { posts: unknown };
      Object.defineProperty(item, 'posts', { get: touching(posts, touch), enumerable: true, configurable: true });
    }
  }
  const locales = new Map<LocaleSite, LocaleSite>();
  const locale = (lang: string): LocaleSite => {
    const found = site.locale(lang);
    const known = locales.get(found) ?? watch(found, { free: FREE, touch });
    locales.set(found, known);
    return known;
  };
  const pages = watchMap(site.pages, touch);
  return watch({ ...site, locale, pages }, { free: new Set(['locale', 'pages']), touch });
}

const FREE = new Set(['lang', 'home', 'links', 'label']);

function watch<T extends object>(target: T, { free, touch }: { free: ReadonlySet<string>; touch: () => void }): T {
  return new Proxy(target, {
    get(from, name) {
      if (typeof name === 'string' && !free.has(name)) touch();
      return Reflect.get(from, name);
    },
  });
}

/** A map of which only `has` is free. */
function watchMap<K, V>(map: Map<K, V>, touch: () => void): Map<K, V> {
  return new Proxy(map, {
    get(from, name) {
      if (name !== 'has') touch();
      const value: unknown = Reflect.get(from, name, from);
      return typeof value === 'function' ? value.bind(from) : value;
    },
  });
}

function touching<T>(value: T, touch: () => void): () => T {
  return () => {
    touch();
    return value;
  };
}
