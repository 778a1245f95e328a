import type { PluginContext, PluginRoute, RedaktionPlugin } from '../plugin.ts';
import type { PluginSite } from '../types.ts';
import type { SiteOptions } from './site-options.ts';

/** What plugins may know of the site. */
export function pluginSite({ lang, locales, timezone, base, ending }: SiteOptions): PluginSite {
  return { lang, locales, timezone, base, ending };
}

/** The same with the time of the build. */
export function pluginContext(options: SiteOptions): PluginContext {
  return { ...pluginSite(options), now: options.publish.now };
}

/** The pages that plugins add to this site. */
export function pluginRoutes(plugins: readonly RedaktionPlugin[], site: PluginSite): PluginRoute[] {
  return plugins.flatMap(({ routes = [] }) => (typeof routes === 'function' ? routes(site) : routes));
}

/** What a plugin hands to its views. */
export function pluginData({ options = {} }: RedaktionPlugin, context: PluginContext): object {
  return typeof options === 'function' ? (options as (context: PluginContext) => object)(context) : options;
}
