import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import type { SiteOptions } from '../config/site-options.ts';
import { permalinkTemplate } from '../model/permalink.ts';
import { createFeedIds } from './feed-id.ts';
import { postContext, type PostContext } from './jekyll/post.ts';
import type { PostFile } from './jekyll/read-folder.ts';
import { layoutChain } from './layout-names.ts';
import { lenience } from './lenient.ts';
import { liquidDocuments } from './liquid-documents.ts';
import type { LoaderInput } from './loader-input.ts';
import type { Outside } from './outside.ts';
import type { Reading } from './read-source.ts';
import { createRenderer } from './renderer.ts';

/** Makes everything that turns the sources of posts into posts; once a build, and in dev once a change. */
export async function createReading(
  files: readonly PostFile[],
  { parsed, jekyll, contributions }: LoaderInput,
  { context, options, outside }: { context: LoaderContext; options: SiteOptions; outside: Outside },
): Promise<Reading & { renderer: Awaited<ReturnType<typeof createRenderer>> }> {
  const posts = contextOf({ parsed, jekyll }, options);
  const renderer = await createRenderer({
    ...{ parsed, jekyll, contributions, options, outside },
    config: context.config,
    size: files.length,
    posts: (otherText) => liquidDocuments(files, posts, options.publish, otherText),
  });
  return {
    ...{ posts, renderer },
    // An option says otherwise than the folder's own feed.
    feedIds:
      parsed.feed.ids === undefined
        ? createFeedIds(jekyll, { site: options.site, timeZone: options.timezone, time: options.publish.now })
        : undefined,
    layouts: layoutChain(jekyll, parsed.layouts),
    project: fileURLToPath(context.config.root),
    timeZone: options.timezone,
    jekyll: jekyll.asJekyll,
    licence: options.licence,
    hidesDrafts: !options.publish.drafts && !options.publish.preview,
    lenient: lenience(jekyll),
  };
}

function contextOf({ parsed, jekyll }: Pick<LoaderInput, 'parsed' | 'jekyll'>, { timezone }: SiteOptions): PostContext {
  const { config, asJekyll, whole } = jekyll;
  const { permalink } = parsed;
  return postContext(
    {
      ...config,
      excerptSeparator: parsed.excerptSeparator ?? (asJekyll ? config.excerptSeparator : '<!--more-->'),
      markdownExtensions: [...config.markdownExtensions, '.mdx'],
    },
    {
      // A whole Jekyll site keeps Jekyll's address for 31 June, 1 July, and is told of it.
      impossibleDay: whole ? 'warning' : 'error',
      timeZone: timezone,
      ...(permalink === undefined ? {} : { permalink: permalinkTemplate(permalink) }),
    },
  );
}
