import plugins from 'virtual:redaktion/plugins';

/** A post's text as HTML, for a plugin's pages; absent for MDX, which Astro renders itself. */
export { contentOf as postText } from './views/content.ts';

/** The locals of a plugin's page in the language that it says, for what it prints before the shell does. */
export { describePage } from './views/locals.ts';
/** Whether a component is the first on its page to ask for a style sheet, which it then links. */
export { isFirstOnPage } from './views/once.ts';
export { uniqueId } from './views/unique-id.ts';
export type { RedaktionLocals } from './views/locals.ts';

/**
 * The options that a plugin declared, for its own pages and components.
 *
 * @throws when no plugin of that name is in use, which means that its component stands on a site without it.
 */
export function pluginOptions<T>(name: string): T {
  if (plugins.has(name)) return plugins.get(name) as T;
  throw new Error(
    `The plugin \`${name}\` is not in use. Add it to the option \`plugins\` of redaktion() in astro.config.`,
  );
}
