import type { AstroIntegration } from 'astro';

/** Pictures that pages may show, as the loader has found them. */
export interface PicturesInput {
  /** Post id → file of its picture, where Astro is to make it smaller. */
  files: ReadonlyMap<string, string>;
  /** Key → file, of pictures of posts and in texts. */
  places: ReadonlyMap<string, string>;
  /** Addresses on other hosts from which Astro may fetch pictures. */
  remote: ReadonlySet<string>;
  /** By file. */
  measures: ReadonlyMap<string, { width?: number; height?: number; colour?: string }>;
}

export const NO_PICTURES: PicturesInput = {
  files: new Map(),
  places: new Map(),
  remote: new Set(),
  measures: new Map(),
};

/**
 * The code of the module of pictures: what is known of each by its key, and imports of those that Astro has to make.
 * Astro's pictures bring their service into the bundle, so only sites that have some pay for it.
 *
 * @param content some post is MDX, whose pictures nobody knows before Astro reads it
 */
export function picturesCode({ pictures, content }: { pictures: PicturesInput; content: boolean }): string {
  const { files, places, remote, measures } = pictures;
  const names = new Map<string, string>();
  const imported = (file: string): string => {
    const name = names.get(file) ?? `picture${names.size}`;
    names.set(file, name);
    return name;
  };
  // A file that is no picture, whatever its name, is passed on as it is.
  const isReadable = (file: string): boolean => measures.get(file)?.width !== undefined;
  const known = [...places].map(([key, file]) => {
    const isOurs = isMade(file) ? isReadable(file) : !key.startsWith('/');
    const image = isOurs ? [`image: ${imported(file)}`] : [];
    const facts = Object.entries(measures.get(file) ?? {}).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return `[${JSON.stringify(key)}, { ${[...image, ...facts].join(', ')} }]`;
  });
  const fetched = [...remote].map((src) => `[${JSON.stringify(src)}, { remote: true }]`);
  const own = [...files]
    .filter(([, file]) => isReadable(file))
    .map(([id, file]) => `[${JSON.stringify(id)}, ${imported(file)}]`);
  const needed = content || names.size > 0 || remote.size > 0;
  return [
    needed
      ? `export { getImage, Picture } from 'astro:assets';`
      : 'export const Picture = undefined;\nexport const getImage = undefined;',
    ...[...names].map(([file, name]) => `import ${name} from ${JSON.stringify(file)};`),
    `export const pictures = new Map([${own.join(', ')}]);`,
    `export const known = new Map([${[...known, ...fetched].join(', ')}]);`,
  ].join('\n');
}

type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/**
 * In dev: has everything that knows pictures made anew when the pictures are others than before.
 *
 * @param input gives what the module is made of, as it is now
 */
export function watchPictures(input: () => Parameters<typeof picturesCode>[0]): (server: DevServer) => void {
  let before: string | undefined;
  return ({ environments }) => {
    const code = picturesCode(input());
    const isNew = code !== (before ?? picturesCode({ ...input(), pictures: NO_PICTURES }));
    before = code;
    if (!isNew) return;
    for (const { moduleGraph, hot } of Object.values(environments)) {
      const module = moduleGraph.getModuleById('\0virtual:redaktion/pictures');
      if (!module) continue;
      moduleGraph.invalidateModule(module);
      // What has been evaluated holds the old one; the environment lets go of all.
      hot.send({ type: 'full-reload' });
    }
  };
}

/** Kinds of picture that Astro makes smaller. */
function isMade(file: string): boolean {
  return /\.(?:avif|jpe?g|png|tiff?|webp)$/i.test(file);
}
