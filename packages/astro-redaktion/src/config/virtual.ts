import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { hasFonts } from './fonts.ts';
import { pluginContext, pluginData } from './plugin-site.ts';
import type { Contributions } from './plugins.ts';
import type { ParsedOptions } from './schema.ts';
import type { SiteOptions } from './site-options.ts';
import { changedSlots, slotCode } from './slot-code.ts';
import { type PicturesInput, picturesCode } from './pictures-code.ts';
import { SLOTS } from './slots.ts';
import { ownerPath, quote } from './specifier.ts';

type VitePlugin = NonNullable<NonNullable<AstroConfig['vite']['plugins']>[number]>;

const PREFIX = 'virtual:redaktion/';

/**
 * The public door to a slot as this site has it: `astro-redaktion/slots/Shell.astro`, for pages of the owner's and the
 * plugins'. The package's exports give the same name the default's types.
 */
export const SLOT_DOOR = { find: /^astro-redaktion\/slots\/(.+)\.astro$/, replacement: `${PREFIX}components/$1` };

/** What the virtual modules are made of. */
export interface VirtualInput {
  options: SiteOptions;
  parsed: ParsedOptions;
  contributions: Contributions;
  /** Project root; relative paths of the owner start here. */
  root: URL;
  /** Folder in which the loader leaves posts and texts for the pages. */
  store: URL;
  /** Some post needs Astro's own renderer: MDX. */
  content: boolean;
  /** Absolute paths of the folders that blocks read. */
  folders: { project: string; root: string; dataDir: string; public: string };
  pictures: PicturesInput;
  /** Folder of the built site for style sheets and scripts: `_astro`. */
  assets: string;
}

/** The Vite plugin that hands options, slots, blocks and styles to the views; the list is `modules()`. */
export function virtualModules(input: () => VirtualInput): VitePlugin {
  return {
    name: 'astro-redaktion:virtual',
    resolveId: {
      filter: { id: /^virtual:redaktion\// },
      // A style sheet keeps its plain name, so that Vite treats it as CSS.
      handler: (id: string) => (id.endsWith('.css') ? id : `\0${id}`),
    },
    load: {
      filter: { id: /^\0?virtual:redaktion\// },
      handler: (id: string) => moduleCode(id.replace(/^\0/, '').slice(PREFIX.length), input()),
    },
  } as VitePlugin;
}

/** The code of one virtual module, or `undefined` when there is none of that name. */
export function moduleCode(name: string, input: VirtualInput): string | undefined {
  const [kind = '', ...rest] = name.split('/');
  const argument = rest.join('/');
  switch (kind) {
    case 'options':
      return optionsCode(input);
    case 'store':
      return `export default ${JSON.stringify(fileURLToPath(input.store))};`;
    case 'styles':
      return stylesCode(input);
    case 'theme.css':
      return themeCode(input);
    case 'components':
      return slotCode(argument, input);
    case 'changed-slots':
      return `export default new Set(${JSON.stringify(changedSlots(input))});`;
    case 'astro-content':
      return astroContentCode(input);
    case 'pictures':
      return picturesCode(input);
    case 'fonts':
      return fontsCode(input);
    case 'head':
      return headCode(input);
    case 'blocks':
      return blocksCode(input);
    case 'maps':
      return mapsCode(input);
    case 'block-folders':
      return `export default ${JSON.stringify(input.folders)};`;
    case 'collections':
      return collectionsCode(input);
    case 'plugins':
      return pluginsCode(input);
    default:
      return undefined;
  }
}

/** Without the clock: a module that changed with every build would make every page new. */
function optionsCode({ options }: VirtualInput): string {
  return `export default ${JSON.stringify({ ...options, publish: { ...options.publish, now: 0 } })};`;
}

/** Whether components that are not ours stand on our pages: the owner's, or a plugin's. */
export function hasForeign(
  { components, slots, includes, blocks, head }: ParsedOptions,
  { components: filled, layers, plugins, heads }: Contributions,
): boolean {
  const own = [components, slots, includes].some((names) => Object.keys(names).length > 0);
  const added = plugins.some((plugin) => plugin.blocks && plugin.blocks.length > 0);
  return (
    own || added || head !== undefined || heads.length > 0 || blocks.length > 0 || filled.size > 0 || layers.size > 0
  );
}

function stylesCode({ parsed, contributions, root, options }: VirtualInput): string {
  const styles = [
    new URL('../views/styles/index.css', import.meta.url),
    // For sites alone that have such things; all others' pages are lighter without.
    ...(options.theme.schemeSwitch ? [new URL('../views/styles/scheme.css', import.meta.url)] : []),
    ...(options.zoom ? [new URL('../views/styles/zoom.css', import.meta.url)] : []),
    ...(options.share.length > 0 ? [new URL('../views/styles/share.css', import.meta.url)] : []),
    ...contributions.styles,
    ...parsed.styles.map((path) => ownerPath(path, root)),
  ];
  // Unlayered, so it wins over the tokens' default; before the owner's own, which then wins over it.
  const { textWidth, pageWidth } = parsed.theme;
  const isDefault = options.theme.accentHue === 230 && textWidth === undefined && pageWidth === undefined;
  const theme = isDefault ? [] : [`import 'virtual:redaktion/theme.css';`];
  return [...theme, ...styles.map((style) => `import ${quote(style)};`)].join('\n');
}

/** Paper has a width of its own. */
function themeCode({ parsed, options }: VirtualInput): string {
  const { textWidth, pageWidth } = parsed.theme;
  const widths = [
    ...(textWidth === undefined ? [] : [`--rd-measure: ${textWidth};`]),
    ...(pageWidth === undefined ? [] : [`--rd-page: ${pageWidth};`]),
  ].join(' ');
  const wide = widths && ` @media not print { :root { ${widths} } }`;
  return `:root { --rd-hue: ${options.theme.accentHue}; }${wide}`;
}

/** Astro's content module brings its whole data store into the bundle; only sites that need it pay for it. */
function astroContentCode({ content }: VirtualInput): string {
  if (!content) return 'export const content = undefined;';
  const astroHtml = quote(new URL('../views/astro-html.js', import.meta.url));
  return [
    `import { getEntry, render } from 'astro:content';`,
    // Read late: it asks for pages' locals, which ask for this module.
    `const astroHtml = async (...given) => (await import(${astroHtml})).astroHtml(...given);`,
    'export const content = { getEntry, render, astroHtml };',
  ].join('\n');
}

/** Astro's fonts bring its container into the bundle; only sites that chose some pay for it. */
function fontsCode({ parsed, options, assets }: VirtualInput): string {
  if (!hasFonts(parsed.theme.fonts)) return 'export const fonts = undefined;';
  return [
    `import { fontStyles } from ${quote(new URL('../views/font-styles.js', import.meta.url))};`,
    `const folder = ${JSON.stringify(`${options.base}${assets}`)};`,
    'const { hash, preloads } = await fontStyles();',
    'export const fonts = { preloads, href: folder + "/fonts." + hash + ".css" };',
  ].join('\n');
}

function blocksCode({ contributions, parsed, root }: VirtualInput): string {
  const blocks = [
    ...[...contributions.blocks].flatMap(([name, { component }]) => (component ? [[name, component] as const] : [])),
    ...Object.entries(parsed.includes)
      .filter(([, path]) => !(path in SLOTS) && path !== 'toc' && !contributions.blocks.has(path))
      .map(([, path]) => [path, ownerPath(path, root)] as const),
  ];
  const imports = blocks.map(([, path], index) => `import block${index} from ${quote(path)};`);
  const entries = blocks.map(([name], index) => `[${JSON.stringify(name)}, block${index}]`);
  return `${imports.join('\n')}\nexport default new Map([${entries.join(', ')}]);`;
}

/** Maps as text: a page reads one when it first shows it. */
function mapsCode({ parsed, root }: VirtualInput): string {
  const sweden = new URL('../../geo/lan.topo.json', import.meta.url);
  const maps = [
    ['lan', sweden] as const,
    ...Object.entries(parsed.map.files).map(([name, path]) => [name, ownerPath(path, root)] as const),
  ];
  const imports = maps.map(([, path], index) => `import map${index} from ${quote(path, '?raw')};`);
  const entries = maps.map(([name], index) => `[${JSON.stringify(name)}, map${index}]`);
  return `${imports.join('\n')}\nexport default new Map([${entries.join(', ')}]);`;
}

function headCode({ contributions, parsed, root }: VirtualInput): string {
  const paths = [...contributions.heads, ...(parsed.head === undefined ? [] : [ownerPath(parsed.head, root)])];
  const imports = paths.map((path, index) => `import hook${index} from ${quote(path)};`);
  return `${imports.join('\n')}\nexport default [${paths.map((_, index) => `hook${index}`).join(', ')}];`;
}

function collectionsCode({ contributions }: VirtualInput): string {
  const list = [...contributions.collections];
  const imports = list.map(([, module], index) => `import collection${index} from ${quote(module)};`);
  const entries = list.map(([name], index) => `${JSON.stringify(name)}: collection${index}`);
  return `${imports.join('\n')}\nexport default { ${entries.join(', ')} };`;
}

function pluginsCode({ contributions, options }: VirtualInput): string {
  const context = pluginContext(options);
  const data = contributions.plugins.map((plugin) => [plugin.name, pluginData(plugin, context)]);
  return `export default new Map(${JSON.stringify(data)});`;
}
