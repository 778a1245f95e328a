/// <reference types="astro/client" />

declare module '*?url&no-inline' {
  /** Address of the file in the built site. */
  const url: string;
  export default url;
}

declare module 'virtual:redaktion/options' {
  const options: import('./config/site-options.ts').SiteOptions;
  export default options;
}
declare module 'virtual:redaktion/store' {
  /** Absolute path of the folder with posts and texts; ends with a slash. */
  const folder: string;
  export default folder;
}
declare module 'virtual:redaktion/styles' {}
declare module 'virtual:redaktion/changed-slots' {
  /** Slots that others fill, or to which they added something. */
  const names: ReadonlySet<import('./config/slots.ts').SlotName>;
  export default names;
}
declare module 'virtual:redaktion/blocks' {
  const blocks: Map<string, import('astro/runtime/server/index.js').AstroComponentFactory>;
  export default blocks;
}
declare module 'virtual:redaktion/maps' {
  /** TopoJSON by the map's name. */
  const maps: ReadonlyMap<string, string>;
  export default maps;
}
declare module 'virtual:redaktion/block-folders' {
  const folders: import('./content/blocks/block-files.ts').BlockFolders;
  export default folders;
}
declare module 'virtual:redaktion/collections' {
  const collections: Record<string, ReturnType<typeof import('astro/content/config').defineCollection>>;
  export default collections;
}
declare module 'virtual:redaktion/astro-content' {
  /** `undefined` where no post needs Astro's own renderer (MDX). */
  export const content:
    | (Pick<typeof import('astro:content'), 'getEntry' | 'render'> & {
        astroHtml: typeof import('./views/astro-html.ts').astroHtml;
      })
    | undefined;
}
declare module 'virtual:redaktion/pictures' {
  /** `undefined` where no post has a picture that Astro makes smaller. */
  export const Picture: typeof import('astro:assets').Picture | undefined;
  export const getImage: typeof import('astro:assets').getImage | undefined;
  /** By the post's id. */
  export const pictures: ReadonlyMap<string, import('astro').ImageMetadata>;
  /** Pictures of posts and in texts, by `pictureKey()`. */
  export const known: ReadonlyMap<string, import('./views/known-picture.ts').KnownPicture>;
}
declare module 'virtual:redaktion/fonts' {
  /** Address of the faces' style sheet, and of the files to ask for early; `undefined` where the system's faces are used. */
  export const fonts: { href: string; preloads: string[] } | undefined;
}
declare module 'virtual:redaktion/head' {
  /** The plugins' in their order, then the owner's. */
  const hooks: readonly import('./outputs/head-hook.ts').HeadHook[];
  export default hooks;
}
declare module 'virtual:redaktion/plugins' {
  /** Options by plugin name. */
  const plugins: Map<string, unknown>;
  export default plugins;
}
declare module 'virtual:redaktion/components/*' {
  const component: (props: Record<string, unknown>) => unknown;
  export default component;
}
