import { z } from 'astro/zod';
import type { Translate } from './i18n/translate.ts';
import type { PluginSite } from './types.ts';

/** What a block is told beside its props. */
export interface BlockContext {
  /** Language of the post, BCP 47. */
  lang: string;
  /** Texts of the interface in that language; a plugin's own are `plugin-name.key`. */
  t: Translate;
  /** The post's address, root-relative, without the site's base. */
  url: string;
  site: PluginSite;
  /** What stands between the block's start and end, as HTML for feeds; `''` where it holds nothing. */
  html: string;
  /** The same as Markdown. */
  markdown: string;
}

/** Files that a block may use before its props are checked. A post is read anew when one of them has changed. */
export interface BlockFiles {
  /**
   * Reads a file of the site's data folder (`_data`) by its name: `waiting.csv`, `2024/waiting.json`.
   *
   * @throws when there is none, or it cannot be read
   */
  data: (name: string) => DataFile;
  /**
   * Text of a file of the project, by its path from the project's root.
   *
   * @throws when there is none
   */
  text: (path: string) => string;
  /**
   * Keeps a file in the public folder, made the first time that it is asked for.
   *
   * @param path root-relative, `/assets/x.jpg`
   * @returns the path, or `undefined` when the file is not there and was not made
   */
  publish: (path: string, make: () => Promise<Uint8Array | undefined>) => Promise<string | undefined>;
}

/** A file of the data folder. */
export interface DataFile {
  /** As the owner knows it, `_data/waiting.csv`. */
  path: string;
  /** What JSON or YAML holds; of CSV and TSV the rows as lists of cells, the first one the heads. */
  value: unknown;
  /** Lines (1-based) on which the rows of CSV and TSV begin. */
  lines?: number[];
}

/** A file of the finished site that a form of a block points at. */
export interface MadeFile {
  /**
   * Below the site's root: `maps/3f2a.png`. It has to change with what the file holds, for feed readers and hosts keep
   * files by their address, and so do builds.
   */
  path: string;
  /** Makes it: text or bytes. Asked only where no earlier build has left the file. */
  make: () => string | Uint8Array | Promise<string | Uint8Array>;
}

/** What `defineBlock()` is given. */
export interface BlockDefinition<Schema extends z.ZodType> {
  /** The name in texts: lower-case letters, digits and hyphens, with a letter first. */
  name: string;
  /**
   * Checked in the loader, with file and line of what is wrong. Attributes of directives and includes are strings,
   * an attribute without a value is `true`: let the schema turn them into numbers. What comes out must be plain JSON.
   */
  props: Schema;
  /**
   * The `.astro` that pages show, with the props and a slot for what stands inside: package specifier or `URL`.
   * Without one pages show what feeds do.
   */
  component?: string | URL;
  /**
   * Completes props as written before they are checked, e.g. by a file that they name. What it throws is told as a
   * problem, with file and line. Must give checked props back as they are, for components are given those.
   */
  load?: (props: Record<string, unknown>, files: BlockFiles) => unknown;
  /** The block as HTML without script and styles, for feeds. Pure. Text from props must be escaped. */
  feed: (props: z.output<Schema>, context: BlockContext) => string;
  /**
   * Files that `feed` points at, such as a picture of what a page draws. They are in the finished site where the post
   * is in its feeds, and are served in dev. Pure but for `make`. Default: none.
   */
  files?: (props: z.output<Schema>, context: BlockContext) => MadeFile[];
  /** The block as Markdown, for text twins, search and those who cannot see it. Pure. */
  text: (props: z.output<Schema>, context: BlockContext) => string;
  /** A key of front matter that places the block, as `video:` does, and where. Its value `false` places nothing. */
  frontMatter?: FrontMatterSwitch;
}

export interface FrontMatterSwitch {
  key: string;
  place: 'before' | 'after';
  /**
   * Turns the key's value into props; `undefined` places nothing. Default: an object is the props, `true` is none.
   *
   * @param placed whether the text itself has such a block
   */
  props?: (value: unknown, placed: boolean) => unknown;
}

/** A block, ready to be given to `redaktion({ blocks })` or by a plugin. Made by `defineBlock()`. */
export interface Block {
  name: string;
  component?: string | URL;
  load?: (props: Record<string, unknown>, files: BlockFiles) => unknown;
  frontMatter?: FrontMatterSwitch;
  /** Names of the props; empty where the schema is no object. */
  propNames: string[];
  /** Changes with the block's meaning; part of the key of cached posts. */
  key: string;
  /** Checks props. What comes back makes the forms. */
  read: (props: unknown) => BlockReading | { issues: z.core.$ZodIssue[] };
}

/** Checked props, the two forms that they give, and the files that these point at. */
export interface BlockReading {
  props: Record<string, unknown>;
  feed: (context: BlockContext) => string;
  text: (context: BlockContext) => string;
  files: (context: BlockContext) => MadeFile[];
}

/**
 * Makes a block: something that writers place in a text, as an include (`{% include name.html key="value" %}`), as a
 * directive (`::name{key="value"}`, `:::name … :::`, `:name[text]{}`), or as a component.
 *
 * @example
 * export default defineBlock({
 *   name: 'greeting',
 *   props: z.strictObject({ to: z.string() }),
 *   component: new URL('./Greeting.astro', import.meta.url),
 *   feed: ({ to }) => `<p>Hello ${escapeHtml(to)}</p>`,
 *   text: ({ to }) => `Hello ${to}`,
 * });
 *
 * @throws when the name is none that a text can use
 */
export function defineBlock<Schema extends z.ZodType>(definition: BlockDefinition<Schema>): Block {
  const { name, props: schema, component, load, feed, files, text, frontMatter } = definition;
  if (!/^[a-z][a-z\d-]*$/.test(name)) {
    throw new Error(
      `"${name}" is no name of a block. Use lower-case letters, digits and hyphens, with a letter first.`,
    );
  }
  return {
    name,
    ...(component && { component }),
    ...(load && { load }),
    ...(frontMatter && { frontMatter }),
    propNames: Object.keys((schema as { shape?: object }).shape ?? {}),
    key: [
      ...[name, load, feed, files, text],
      JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
    ].join('\n'),
    read(given) {
      const result = schema.safeParse(given);
      if (!result.success) return { issues: result.error.issues };
      const props = result.data;
      return {
        props: props as Record<string, unknown>,
        feed: (context) => feed(props, context),
        text: (context) => text(props, context),
        files: (context) => files?.(props, context) ?? [],
      };
    },
  };
}

/** Text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
