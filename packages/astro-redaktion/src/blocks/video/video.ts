import { z } from 'astro/zod';
import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { fromRoot } from '../../model/from-root.ts';
import { markdownLabel } from '../markdown-label.ts';
import { withPoster } from './poster.ts';
import { videoSource } from './video-source.ts';

const address = z
  .string()
  .regex(/^(?:https:\/\/|\/(?!\/)|\.{1,2}\/)[^\s"<>]+$/, 'must be an address that begins with https:// or /');

const read = z.object({ link: address, provider: z.string().optional() });

export const videoProps = z
  .strictObject({
    /** Read once already: its page's address. Else YouTube id or address, Vimeo number (with `?h=…`) or address, or a file. */
    src: z.union([z.string(), z.number(), read]).transform((given, context) => {
      if (typeof given === 'object' && given.provider === 'link')
        return { provider: 'link' as const, id: '', embed: '', link: given.link };
      const source = videoSource(String(typeof given === 'object' ? given.link : given));
      if (source) return source;
      context.addIssue({
        code: 'custom',
        message: 'is no video: give a YouTube id, a Vimeo number, their address, or an .mp4 or .webm file',
      });
      return z.NEVER;
    }),
    /** What the video shows; names the frame. */
    title: z.string().min(1),
    /** Who made it. */
    source: z.string().optional(),
    /** Picture to show before the video plays: of the site's own, for nothing else is fetched unasked. */
    poster: z
      .string()
      .regex(/^\/(?!\/)[^\s"<>]+$/, 'must be a picture of your own, from the root: /assets/…')
      .optional(),
    /** Minutes and seconds, `3:20`. */
    length: z
      .string()
      .regex(/^(?:\d+:)?\d{1,2}:\d\d$/, 'must be minutes and seconds, as 3:20')
      .optional(),
    /** The day on which it was made public, `2024-05-01`. With a poster, search engines are told of the video. */
    uploaded: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d(?:T\S+)?$/, 'must be a day, as 2024-05-01')
      .refine((day) => !Number.isNaN(Date.parse(day)), 'must be a day that exists')
      .optional(),
    /** What it is about, for search engines. */
    description: z.string().min(1).optional(),
    /** A file without sound, which needs no captions. */
    silent: z.preprocess(
      (given) => (given === 'true' ? true : given === 'false' ? false : given),
      z.boolean().default(false),
    ),
    /** Address of a WebVTT file with captions; a file needs them (WCAG 2.2, 1.2.2). */
    captions: address.optional(),
  })
  .superRefine(({ src, captions, silent }, context) => {
    if (src.provider !== 'file' || silent || captions !== undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['captions'],
      message: 'must name a WebVTT file, for those who cannot hear the video; or say `silent` of one without sound',
    });
  });

/** What the component gets. */
export type VideoInput = z.input<typeof videoProps>;

/** A video whose props are checked. */
export type VideoProps = z.output<typeof videoProps>;

/**
 * A video that asks nobody before the reader says yes. Front matter: `video: {src, title, source}` or `{extern}`.
 *
 * @param fetchPosters fetch posters from YouTube and Vimeo when the site is built, and keep them in `public/`
 */
export function createVideo({ fetchPosters }: { fetchPosters: boolean }): Block {
  return defineBlock({
    name: 'video',
    ...(fetchPosters && { load: withPoster }),
    props: videoProps,
    component: new URL('../../views/components/Video.astro', import.meta.url),
    frontMatter: { key: 'video', place: 'before', props: fromFrontMatter },
    feed({ src, title, poster, length, source }, { t, site: { base } }) {
      const words = escapeHtml(t('videoLink', { title: length ? `${title} (${length})` : title }));
      const picture = poster ? `<img src="${escapeHtml(fromRoot(poster, base))}" alt=""><br>` : '';
      const by = source ? `<br>${escapeHtml(t('videoSource', { source }))}` : '';
      return `<p><a href="${escapeHtml(fromRoot(src.link, base))}">${picture}${words}</a>${by}</p>`;
    },
    text({ src, title, length, source }, { t, site: { base } }) {
      const words = markdownLabel(t('videoLink', { title: length ? `${title} (${length})` : title }));
      return `[${words}](<${fromRoot(src.link, base)}>)${source ? `. ${markdownLabel(t('videoSource', { source }))}` : ''}`;
    },
  });
}

/** `video: <address>` and `video: {extern: <address>}` are the address alone; the address is its title. */
function fromFrontMatter(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number') return { src: value, title: String(value) };
  if (typeof value !== 'object' || value === null || !('extern' in value)) return value;
  const { extern, ...rest } = value;
  const address = String(extern);
  const source = videoSource(address);
  // A file or a page elsewhere is a link: to play it here would ask its host.
  const src = source && source.provider !== 'file' ? address : { link: address, provider: 'link' };
  return { src, title: address.replace(/^https?:\/\/(?:www\.)?/, ''), ...rest };
}
