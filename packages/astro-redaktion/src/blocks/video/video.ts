import { z } from 'astro/zod';
import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { markdownLabel } from '../markdown-label.ts';
import { videoSource } from './video-source.ts';

const address = z
  .string()
  .regex(/^(?:https:\/\/|\/(?!\/)|\.{1,2}\/)[^\s"<>]+$/, 'must be an address that begins with https:// or /');

export const videoProps = z
  .strictObject({
    /** Read once already: its page's address. Else YouTube id or address, Vimeo number (with `?h=…`) or address, or a file. */
    src: z.union([z.string(), z.number(), z.object({ link: z.string() })]).transform((given, context) => {
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
    /** Address of a WebVTT file with captions; a file needs them (WCAG 2.2, 1.2.2). */
    captions: address.optional(),
  })
  .superRefine(({ src, captions }, context) => {
    if (src.provider !== 'file' || captions !== undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['captions'],
      message: 'must name a WebVTT file, for those who cannot hear the video',
    });
  });

/** What the component gets. */
export type VideoProps = z.input<typeof videoProps>;

/** A video that asks nobody before the reader says yes. Front matter: `video: {src, title, source}`. */
export const video: Block = defineBlock({
  name: 'video',
  props: videoProps,
  component: new URL('../../views/components/Video.astro', import.meta.url),
  frontMatter: { key: 'video', place: 'before', props: fromFrontMatter },
  feed({ src, title, poster, length, source }, { t }) {
    const words = escapeHtml(t('videoLink', { title: length ? `${title} (${length})` : title }));
    const picture = poster ? `<img src="${escapeHtml(poster)}" alt=""><br>` : '';
    const by = source ? `<br>${escapeHtml(t('videoSource', { source }))}` : '';
    return `<p><a href="${escapeHtml(src.link)}">${picture}${words}</a>${by}</p>`;
  },
  text({ src, title, length, source }, { t }) {
    const words = markdownLabel(t('videoLink', { title: length ? `${title} (${length})` : title }));
    return `[${words}](<${src.link}>)${source ? `. ${markdownLabel(t('videoSource', { source }))}` : ''}`;
  },
});

/** `video: <address>` and `video: {extern: <address>}` are the address alone; the address is its title. */
function fromFrontMatter(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number') return { src: value, title: String(value) };
  if (typeof value !== 'object' || value === null || !('extern' in value)) return value;
  const { extern, ...rest } = value;
  return { src: extern, title: String(extern), ...rest };
}
