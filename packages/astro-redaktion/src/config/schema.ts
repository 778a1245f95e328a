import { z } from 'astro/zod';
import { findLicence, unknownLicence } from '../model/licence.ts';
import { permalinkTemplate, placeholderNames, unknownPlaceholders } from '../model/permalink.ts';
import { contactFormSchema } from './contact-form.ts';
import { isLanguageTag, isTimeZone, unknownTimeZone } from './intl-names.ts';
import { MAPPED_LAYOUTS } from './post-layouts.ts';
import { slotAdditionsSchema, slotsSchema } from './slots.ts';
import { nearest } from './suggest.ts';

const registryFile = z.union([z.literal(false), z.string()], { error: 'must be the path of a file, or false' });

const ownAddress = z.string().regex(/^\/(?!\/)\S+$/, 'must be an address of your own, from the root: /map/map.js');

const termPattern = z.string().includes(':slug', { error: 'must contain :slug, the name in the address' });

const PIXELS_IN_REM = 16;

/** A width of the design, between two in rem. */
const width = (least: number, most: number) =>
  z.string().refine(
    (given) => {
      const [, number = '', unit] = /^(\d+(?:\.\d+)?)(rem|px)$/.exec(given) ?? [];
      const rem = unit === 'px' ? Number(number) / PIXELS_IN_REM : Number(number);
      return unit !== undefined && rem >= least && rem <= most;
    },
    { error: `must be a width from ${least}rem to ${most}rem, in rem or px, such as '36rem'` },
  );

const languageTag = z.string().refine(isLanguageTag, 'must be a language by BCP 47, such as sv or en-GB');

const layoutName = z.string().superRefine((name, context) => {
  if (MAPPED_LAYOUTS.includes(name)) return;
  const near = nearest(name, MAPPED_LAYOUTS);
  context.addIssue({
    code: 'custom',
    message: `must be a layout of ours (${MAPPED_LAYOUTS.join(', ')})${near ? `; did you mean \`${near}\`?` : ''}`,
  });
});

/**
 * All options of `redaktion()`, their defaults, and their reference text.
 *
 * Paths are relative to the Astro project's root. Addresses are root-relative, without `base`.
 */
export const optionsSchema = z.strictObject({
  /** Name of the site, plain text. @default 'title' of `_config.yml`, else 'Redaktion' */
  title: z.string().min(1).optional(),

  /** One sentence about the site, plain text, for search engines and feeds. @default `description` of `_config.yml`, else none */
  description: z.string().optional(),

  /**
   * Language of the site (BCP 47): texts, dates, sorting, hyphenation, direction. The interface speaks sv, en, de,
   * fr, da, nb, fi and ar; another language gets English, and `strings` to change it.
   * @default `lang`, `language` or `locale` of `_config.yml` (of several the first), else 'sv'
   */
  lang: languageTag.optional(),

  /**
   * Further languages that posts may have, each with a name in its own language. A post is in the language that
   * its `lang` says, else that of the folder that has its name (`_posts/en/`), else the site's. Posts with one
   * `translation_key`, or one slug, are translations. Where a page has no translation the language switch leads to
   * that language's home page, and nothing is shown in its stead. @default {}
   */
  locales: z
    .record(
      languageTag,
      z.strictObject({
        /** What the language is called in itself: `English`. */
        label: z.string(),
      }),
    )
    .optional(),

  /**
   * Time zone (IANA name) in which dates are printed and URLs made; never the build machine's.
   * @default `timezone` of `_config.yml` ('UTC' when that has none), else 'Europe/Stockholm'
   */
  timezone: z
    .string()
    .refine(isTimeZone, { error: ({ input }) => unknownTimeZone(String(input)) })
    .optional(),

  /** Author of posts that name none. @default `author` of `_config.yml`, else none */
  author: z.string().optional(),

  /**
   * Who answers for the site, for structured data. Posts by an author of the same name are by the publisher.
   * @default an organization with the site's title
   */
  publisher: z
    .strictObject({
      /** What the publisher is to search engines. @default 'organization' */
      type: z.enum(['organization', 'person']).default('organization'),
      /** What the publisher is called, plain text. @default the site's title */
      name: z.string().min(1).optional(),
      /** Address, or path below `public/`, of a logo or portrait. Google asks for at least 112 pixels a side. */
      logo: z.string().optional(),
      /** Addresses of the same elsewhere. @default [] */
      sameAs: z.array(z.url()).default([]),
    })
    .optional(),

  /** Folder that holds the posts. @default './_posts' */
  posts: z.string().optional(),

  /**
   * Root of a Jekyll site to publish unchanged: its `_config.yml`, `_posts`, `_drafts`, `_includes`, `_data`; below its
   * `source`, where `_config.yml` names one. Files that Jekyll copies (`assets/`, by its rules and `include`/`exclude`) are
   * copied; what `public/` or a page has wins.
   */
  jekyll: z.string().optional(),

  /**
   * Publish the pages of the Jekyll site, too: `about.md`, HTML with front matter, collections with `output: true`.
   * `true` takes all, a list those whose path from the folder matches: `['about.md', '_recipes/**']`. They go through
   * Liquid and kramdown, have Jekyll's addresses and the layout `Page`; what is no HTML, such as `search.json`, becomes
   * a file. A page that is front matter alone shows what its layout in `_layouts` makes, without scripts and styles of
   * the theme. The home page and `404.html` stay ours, and so does an index at the address of a page (`/tags/`), which the
   * build names.
   * @default false
   */
  jekyllPages: z.union([z.boolean(), z.array(z.string())]).default(false),

  /**
   * Address of a post: a style of Jekyll's (`date`, `pretty`, `ordinal`, `weekdate`, `none`)
   * or a pattern such as `/:year/:title/`.
   * @default `permalink` of `_config.yml`, else 'date'
   */
  permalink: z
    .string()
    .superRefine((template, context) => {
      const [unknown] = unknownPlaceholders(permalinkTemplate(template));
      const near = unknown === undefined ? undefined : nearest(unknown, placeholderNames());
      const hint = near ? `; did you mean :${near}?` : '';
      if (unknown !== undefined)
        context.addIssue({ code: 'custom', message: `has a placeholder :${unknown} that does not exist${hint}` });
    })
    .optional(),

  /**
   * How Markdown is read: `kramdown` as Jekyll does, `astro` as Astro does.
   * @default 'kramdown' with the option `jekyll` and where the folder has a `_config.yml`, else 'astro'
   */
  markdown: z.enum(['kramdown', 'astro']).optional(),

  /**
   * Set the texts of posts as a printer would: no line ends between a number and its unit, in a date, a number or an
   * abbreviation, or before a dash (`10 %`, `1 juni`, `10 000`, `t ex`). Where Astro reads the Markdown, quotation marks
   * are those of the text's language (”…”), and a hyphen between spaces is a dash; kramdown sets both by its own rules.
   * Titles and descriptions are set as well where pages show them, but stay as written in feeds and for search engines.
   * Code and addresses stay as written, and so does what a framework's component prints for the browser to take over.
   * @default true for texts in Swedish, false for others and with the option `jekyll`, whose texts stay as they were
   */
  typography: z.boolean().optional(),

  /**
   * Layouts of the Jekyll site → ours: `{ post: 'post', longread: 'wide', page: 'page' }`. Ours are `post`, `wide`, `note`
   * and `link`, for pages outside `_posts` `page`. A layout that is not named here is looked up by its own `layout`, up to
   * the outermost; one that leads to none of ours gets `post`. `redaktion check` lists the site's layouts. @default {}
   */
  layouts: z.record(z.string(), layoutName).default({}),

  /**
   * What ends the excerpt; `''` turns excerpts off. A post without it has its first block for an excerpt, with the option
   * `jekyll` all of its text, as in Jekyll.
   * @default `excerpt_separator` of `_config.yml`; '<!--more-->', with the option `jekyll` an empty line
   */
  excerptSeparator: z.string().optional(),

  /**
   * Photos in texts that are wider than the column open large when the reader asks: in a dialog, by a script of 1.3 kB on
   * pages that have such photos; without script the link leads to the large photo. @default false
   */
  zoom: z.boolean().default(false),

  /** Posts on a page of a list. @default `paginate` of `_config.yml` (`per_page` of jekyll-paginate-v2), else 10 */
  postsPerPage: z.int().min(1).max(500).optional(),

  /**
   * Path of the pages of the post list; `:num` is the page's number. `/artiklar/:num/` begins at `/artiklar/`,
   * `/page:num/` at `/page1/`; with `paginate_path` of `_config.yml` the first page lies where Jekyll has it.
   * @default `paginate_path` of a `_config.yml` with `paginate`, else '/artiklar/:num/' (sv), '/posts/:num/' (en)
   */
  paginatePath: z.string().includes(':num', { error: "must contain :num, the page's number" }).optional(),

  /** By which date lists are sorted. @default 'date' */
  sort: z.enum(['date', 'updated']).default('date'),

  /**
   * What a tag gets that the tag registry does not know: `strict` an error, `suggest` a warning, `free` nothing.
   * Both tell of every use with file, line and the nearest known tag. @default 'free'
   */
  tags: z.enum(['strict', 'suggest', 'free']).default('free'),

  /**
   * Registries: files that say what tags, categories and authors are called, YAML or JSON. `false` reads none.
   * Editors complete and check them with `# yaml-language-server: $schema=` and
   * `node_modules/astro-redaktion/schemas/tags.json` (`categories.json`, `authors.json`) in their first line.
   * With a registry of authors, an author whom it does not know is an error.
   * @default `tags.yml`, `categories.yml` and `authors.yml` in the Jekyll site's data folder, else in `_data/`
   */
  registries: z
    .strictObject({
      /** Path of the registry of tags. */
      tags: registryFile.optional(),
      /** Path of the registry of categories. */
      categories: registryFile.optional(),
      /** Path of the registry of authors. */
      authors: registryFile.optional(),
    })
    .prefault({}),

  /**
   * A post whose front matter does not say when it was updated takes the date of the last commit that changed it.
   * The dates belong to the history, so the same commit gives the same site; a shallow clone gives none and a
   * warning. `false` asks no git. @default true
   */
  gitDates: z.boolean().default(true),

  /**
   * Letters of slugs: `ascii` folds them by language (sv å→a), `keep` leaves them, `jekyll` makes slugs by Jekyll's rule.
   * @default 'ascii'; 'jekyll' for tags and categories whose pages lie where `_config.yml` has them
   */
  slugs: z.enum(['ascii', 'keep', 'jekyll']).optional(),

  /**
   * Patterns of pages that are made of posts; `false` makes none. Pages of tags and categories lie where `_config.yml` has
   * them, by the settings of jekyll-archives, jekyll-paginate-v2, jekyll-tagging or Octopress (`category_dir`); addresses
   * of jekyll-archives for years, months and days lead to the archive.
   */
  pages: z
    .strictObject({
      /** A page for each tag. @default as `_config.yml` says, else '/tags/:slug/' */
      tag: termPattern.optional(),
      /** The index of tags. @default '/tags/' */
      tags: z.string().default('/tags/'),
      /** A page for each category. @default as `_config.yml` says, else '/kategorier/:slug/' (sv), '/categories/:slug/' (en) */
      category: termPattern.optional(),
      /** A page for each of `tags_extra`. @default false */
      keyword: z
        .union([z.literal(false), termPattern], { error: 'must be a pattern such as /amne/:slug/, or false' })
        .default(false),
      /** All posts, and below it a page for each year and month. @default '/arkiv/' (sv), '/archive/' (en) */
      archive: z.union([z.literal(false), z.string()], { error: 'must be a path, or false' }).optional(),
      /** A page for each author, and above them the list of authors. @default '/av/:slug/' (sv), '/by/:slug/' (en) */
      author: z
        .union([z.literal(false), termPattern], { error: 'must be a pattern such as /av/:slug/, or false' })
        .optional(),
      /** A page for each series. @default '/serier/:slug/' (sv), '/series/:slug/' (en) */
      series: termPattern.optional(),
      /**
       * The search page; without the option `search` it only leads to tags and archive.
       * @default '/sok/' (sv), '/search/' (en) with the option `search`, else false
       */
      search: z.union([z.literal(false), z.string()], { error: 'must be a path, or false' }).optional(),
    })
    .prefault({}),

  /**
   * Which levels of headings, 1 to 6, the table of contents in or beside a text holds. A post's `toc: {from, to, exclude}`
   * goes before (`exclude` lists ids or texts of headings), and `toc: false` gives it none; `{:.no_toc}` leaves out a
   * single heading. The list under `## Innehåll` is Markdown's own and holds all levels. Beside a text, browsers that know
   * how (Chromium, as of 2026) mark the section in view by themselves; `script: true` does so in others.
   * @default { from: 1, to: 6, script: false }
   */
  toc: z
    .strictObject({
      /** First level. @default 1 */
      from: z.int().min(1).max(6).default(1),
      /** Last level. @default 6 */
      to: z.int().min(1).max(6).default(6),
      /** Marks the section in view where the browser does not, by a file of 0.4 kB. @default false */
      script: z.boolean().default(false),
    })
    .refine(({ from, to }) => from <= to, { error: '`from` must not be deeper than `to`' })
    .prefault({}),

  /** Links in the header, in this order. @default [] */
  navigation: z
    .array(
      z.strictObject({
        /** Plain text. */
        label: z.string(),
        /** Root-relative address without `base`, or a whole one. */
        href: z.string(),
      }),
    )
    .default([]),

  /** Links and lines in the footer. */
  footer: z
    .strictObject({
      /** Links, in this order. @default [] */
      links: z
        .array(
          z.strictObject({
            /** Plain text. */
            label: z.string(),
            /** Root-relative address without `base`, or a whole one. */
            href: z.string(),
          }),
        )
        .default([]),
      /** A line of plain text. @default none */
      text: z.string().optional(),
    })
    .prefault({}),

  /** Feeds. */
  feed: z
    .strictObject({
      /** Whole text or excerpt. @default 'full' */
      content: z.enum(['full', 'excerpt']).default('full'),
      /** Number of posts in a feed. @default 20 */
      limit: z.int().min(1).max(1000).default(20),
      /**
       * What readers' programs know a post by: `id`, as jekyll-feed writes it (`…/2022/06/02/hello`), or its `address`.
       * A post with another id than before is shown as new; `redaktion verify` tells of it.
       * @default what the template of the feed that the Jekyll folder brings makes of each post, else 'id'
       */
      ids: z.enum(['id', 'address']).optional(),
    })
    .prefault({}),

  /**
   * Search by Pagefind: an index of all posts in the language of each, made at the end of a build, and a search page.
   * Its script (about 50 kB, from the site itself) loads on that page with the first letter. Filters: tag, year, author,
   * and language where there are several. Costs about 6 ms a post;
   * an unchanged site takes its index from the cache. A content security policy needs `connect-src 'self'` and
   * `script-src 'self' 'wasm-unsafe-eval'` on that page.
   * @default false
   */
  search: z.boolean().default(false),

  /**
   * Make a picture for previews in chats and feeds (1200×630, PNG, `/share/…`) of each home page and of each post that
   * has no picture of its own: title, site, author and day in the site's colours. Needs `site` in astro.config. Costs
   * about 5 ms of processor time a picture, once: pictures stay in the cache as long as nothing on them changes.
   * `true` takes the template of the package, `false` makes none. @default false
   */
  sharePictures: z
    .union(
      [
        z.boolean(),
        z.strictObject({
          /**
           * Draws the picture: a pure function from what a page tells to a tree of boxes and text; types and the
           * package's own template are in `astro-redaktion/share-picture`. @default the package's own
           */
          template: z
            .custom<import('../share-picture.ts').ShareTemplate>((value) => typeof value === 'function', {
              error: 'must be a function from ShareFacts to ShareNode',
            })
            .optional(),
          /**
           * Font files (WOFF2, WOFF, TTF, OTF), known by the family name inside. Inter and Source Serif 4 (Latin, Greek,
           * Cyrillic) are always there. Without a font of yours no picture is made of a title in other letters. @default []
           */
          fonts: z.array(z.string()).default([]),
        }),
      ],
      { error: 'must be true, false, or { template, fonts }' },
    )
    .default(false),

  /** Write a `robots.txt` that opens the site and names the sitemap, unless `public/` has one. @default true */
  robots: z.boolean().default(true),

  /**
   * Hosts whose file of redirects is written besides the pages that lead on: `_redirects` (Netlify, Cloudflare),
   * `.htaccess` (Apache), `redirects.nginx.conf` (nginx).
   * @default []
   */
  redirects: z.array(z.enum(['netlify', 'cloudflare', 'apache', 'nginx'])).default([]),

  /**
   * Write every listed post as clean Markdown beside its page (`/2022/06/02/a.html` → `/2022/06/02/a.md`), with absolute
   * links and its blocks in their form for plain text. Written by builds, not in dev. Costs about 0.6 ms a post of
   * 4 kB. @default false
   */
  markdownFiles: z.boolean().default(false),

  /**
   * Write `llms.txt`, the site in one list (https://llmstxt.org), and `llms-full.txt`, all posts as Markdown.
   * Written by builds, not in dev. @default false
   */
  llms: z.boolean().default(false),

  /** Publish posts, and documents of a Jekyll site's collections, dated in the future. @default `future` of `_config.yml`, else false */
  future: z.boolean().optional(),

  /**
   * Publish drafts in builds too. In dev they are always shown, marked. A draft without a date has that of its
   * file, as in Jekyll, which differs between machines: give it one before it is published. @default false
   */
  drafts: z.boolean().optional(),

  /**
   * Folder for `schedule.json` and `schedule.ics`, which say what is held back and when the site should be built
   * again. Keep it out of what is published. `false` writes none. @default './redaktion'
   */
  schedule: z.union([z.literal(false), z.string()], { error: 'must be a folder, or false' }).default('./redaktion'),

  /**
   * Render pages when they are asked for instead of at build time: for sites too large to build at once. Posts, lists
   * and terms come from the same code and have the same bytes; feeds, sitemap, search and plugins' pages are built as
   * ever. Needs an adapter that runs on Node, such as `@astrojs/node`. Answers carry times and tags for Astro's route
   * cache (`cache.provider`), or as headers for a CDN. A page has the tags `site`, `lists` where it lists posts, and
   * `post:` with the address of each post that it shows, such as `post:/2022/06/02/a.html`.
   *
   * The server reads the posts from `redaktion/` beside it, or from the folder that the environment variable
   * `REDAKTION_STORE` names, and reads them again when they change.
   * @default false
   */
  onDemand: z
    .union([
      z.boolean(),
      z.strictObject({
        /** How long an answer is fresh, in seconds. @default 300 */
        maxAge: z.int().min(0).default(300),
        /** How long after that it may be sent while a new one is made, in seconds. @default 86400 */
        swr: z.int().min(0).default(86_400),
        /**
         * How much memory the server may take for pages that it has printed, in MiB: a page that is asked for again is
         * sent as it is, until it changes. A page takes 10 to 20 KiB. `0` keeps none. @default 64
         */
        memory: z.number().min(0).default(64),
      }),
    ])
    .default(false),

  /** Own components in place of ours: slot name → path of an `.astro` file. */
  components: slotsSchema,

  /**
   * Components before, after or around a slot, whoever fills it: slot name → `{ before, after, around }`, each a path or a
   * list of paths. They get the slot's props; one around it has the slot as its default slot. Additions lie in layers:
   * what a later plugin adds stands outside of what an earlier one added, and the owner's stand outermost. `plugins`
   * names the plugins whose additions to the slot stay, innermost first: `[]` takes all of them away.
   * A slot that prints a whole page (`Shell`, `Home`, `Post` …) takes only `around`.
   * @default {}
   */
  slots: slotAdditionsSchema,

  /** Style sheets of the owner's own, loaded after ours. Paths, or package specifiers. @default [] */
  styles: z.array(z.string()).default([]),

  /**
   * Module whose default export, made by `defineHead()` of `astro-redaktion/head`, changes what the head of every page
   * tells machines: title, meta elements, links, structured data. Elements of other kinds: slot `Head`.
   */
  head: z.string().optional(),

  /** Texts of the interface to change, by language: `{ sv: { readMore: 'Läs hela' } }`. @default {} */
  strings: z.record(z.string(), z.record(z.string(), z.string())).default({}),

  /** Colours and fonts. */
  theme: z
    .strictObject({
      /** Accent colour as a hue on the OKLCH wheel, in degrees. @default 230 */
      accentHue: z.number().min(0).max(360).default(230),
      /**
       * Width of the text's column, in `rem` or `px`: `'36rem'`. Shorter lines than the 60 to 75 characters of the default,
       * never longer. @default 34 letters' height: 36 to 42.5rem, growing with the screen
       */
      textWidth: width(20, 42.5).optional(),
      /**
       * Width that header, lists and what stands beside a text have together, in `rem` or `px`: `'72rem'`.
       * @default the text's, and 15rem with a gap for what stands beside it
       */
      pageWidth: width(20, 120).optional(),
      /**
       * Let readers choose light, dark or their system's scheme: a switch in the header and a file of 0.5 kB, the only
       * script of such a site. Without it, pages follow the system. @default false
       */
      schemeSwitch: z.boolean().default(false),
      /**
       * Faces of Fontsource's npm packages, installed by you: `{ text: '@fontsource/source-serif-4' }`. Served by the
       * site itself, with fallbacks of the same measure; one that comes too late for a page waits for the next. Of a
       * package with a file for each weight, two at most of a style are taken: 400 and 700 of text, 700 of titles, 400
       * and 600 of interface and code, or the nearest. A variable one (`@fontsource-variable/…`) has all weights in a
       * file as large as two or three. A role that is left out keeps the system's own face; other files go by CSS:
       * `:root { --rd-serif: … }`.
       * @default {}
       */
      fonts: z
        .strictObject({
          /** Body text, and titles unless they have their own. */
          text: z.string().optional(),
          /** Titles, and the site's name. */
          titles: z.string().optional(),
          /** Navigation, dates, captions, tables. */
          interface: z.string().optional(),
          /** Code. */
          code: z.string().optional(),
          /** Ranges of letters; a browser loads those only that a page uses. @default ['latin', 'latin-ext'] */
          subsets: z.array(z.string()).min(1).default(['latin', 'latin-ext']),
        })
        .prefault({}),
    })
    .prefault({}),

  /**
   * Ways to pass a post on, after its text: `mail`, `bluesky`, `linkedin`, `facebook`, `copy`. Plain links: nothing is
   * asked of anybody before one is followed. `copy` brings a file of 0.5 kB, which copies the links of headings, too.
   * @default []
   */
  share: z.array(z.enum(['mail', 'bluesky', 'linkedin', 'facebook', 'copy'])).default([]),

  /**
   * Pictures in texts as Astro makes them: AVIF and WebP in several sizes, with measures, and a title as caption. Those
   * that are missing stop the build. `false` leaves the texts' own tags as they are.
   * @default true; false with the option `jekyll`, whose texts stay as they were
   */
  textPictures: z.boolean().optional(),

  /**
   * Put a link to itself beside each heading of a text, for readers to copy.
   * @default true; false with the option `jekyll`, whose texts stay as they were
   */
  headingLinks: z.boolean().optional(),

  /**
   * `popover`: beside the number of a footnote stands a button that shows the note where the reader is, by HTML's own
   * popover, without script. Numbers stay links, and the notes stand at the end as ever. @default 'list'
   */
  footnotes: z.enum(['list', 'popover']).default('list'),

  /** Where readers report an error: an address of a page or `mailto:`. @default where `contactForm` stands, if there is one */
  contact: z.string().optional(),

  /**
   * Licence of posts that name none: an SPDX identifier (`CC-BY-SA-4.0`) or an address. A post's own `cc:` wins;
   * `cc: false` takes it away.
   */
  licence: z
    .string()
    .refine((given) => findLicence(given) !== undefined, { error: ({ input }) => unknownLicence(String(input)) })
    .optional(),

  /**
   * A form for readers, at the end of the home page (`/#form-message`) or where you put `ContactForm`, which works
   * without script. With `action` it is sent to a form service or a server of your own (`astro-redaktion/contact`);
   * else it opens the reader's mail program with a letter to `email`.
   *
   * A strict content security policy needs `form-action` with the address of the service, or `mailto:`.
   */
  contactForm: contactFormSchema.optional(),

  /** Videos (the block `video`). */
  video: z
    .strictObject({
      /**
       * Fetch the posters of videos without one from YouTube and Vimeo when the site is built. Each is asked for once
       * and kept in `public/assets/video/`: commit it. One that cannot be fetched stops the build. Readers ask nobody.
       * @default false
       */
      fetchPosters: z.boolean().default(false),
    })
    .prefault({}),

  /** Maps (the block `karta`). */
  map: z
    .strictObject({
      /**
       * Maps beside Sweden's regions (`lan`): name → path of a TopoJSON file whose shapes have names (`name`), for
       * `::karta{map="kommuner"}`. @default {}
       */
      files: z.record(z.string(), z.string()).default({}),
      /**
       * A button under each map that loads an interactive one, with the library and the tiles of your choice. Nothing
       * of it is loaded before a reader presses it; a policy must then allow the hosts of the tiles (`img-src`).
       *
       * `module` is called as `export default (element, { points, bounds, tiles, attribution, lang }) => void` and
       * fills the element. With Leaflet's files in `public/leaflet/`:
       *
       * ```js
       * import { map, marker, tileLayer } from '/leaflet/leaflet-src.esm.js';
       * export default (element, { points, bounds: [west, south, east, north], tiles, attribution }) => {
       *   const view = map(element).fitBounds([[south, west], [north, east]]);
       *   tileLayer(tiles, { attribution }).addTo(view);
       *   for (const { name, lat, lon } of points) marker([lat, lon], { alt: name }).bindPopup(name).addTo(view);
       * };
       * ```
       */
      interactive: z
        .strictObject({
          /** Root-relative address of a JavaScript module of yours. */
          module: ownAddress,
          /** The same of a style sheet that it needs. */
          style: ownAddress.optional(),
          /** Address of tiles, `https://tiles.example/{z}/{x}/{y}.png`. */
          tiles: z.string().optional(),
          /** Whom the tiles are to be credited to, plain text. */
          attribution: z.string().optional(),
        })
        .optional(),
    })
    .prefault({}),

  /** Jekyll includes that are Astro components: include name → slot, block or path of a component. @default {} */
  includes: z.record(z.string(), z.string()).default({}),

  /** Blocks of the owner's own, made by `defineBlock()`; they win over ours and the plugins' of the same name. @default [] */
  blocks: z
    .array(
      z.custom<import('../block.ts').Block>(
        (value) =>
          typeof value === 'object' && value !== null && typeof (value as { read?: unknown }).read === 'function',
        { error: 'must be a block made by defineBlock() of astro-redaktion/block' },
      ),
    )
    .default([]),

  /** Plugins, made by `definePlugin()`. @default [] */
  plugins: z
    .array(
      z.custom<import('../plugin.ts').RedaktionPlugin>(
        (value) =>
          typeof value === 'object' && value !== null && typeof (value as { name?: unknown }).name === 'string',
        { error: 'must be a plugin made by definePlugin(): call its function, e.g. plugins: [inera()]' },
      ),
    )
    .default([]),
});

/** What an owner writes. */
export type RedaktionOptions = z.input<typeof optionsSchema>;

/** Options after parsing, before `_config.yml` and the language's defaults have filled the gaps. */
export type ParsedOptions = z.output<typeof optionsSchema>;
