import type { VideoObject, WithContext } from 'schema-dts';
import type { VideoProps } from './video.ts';

/**
 * What search engines are told of a video. They want its name, a picture and the day on which it was made public, so
 * without one of these there is nothing to tell. https://developers.google.com/search/docs/appearance/structured-data/video
 *
 * @param absolute gives an address on the site its host; `undefined` where the site has none
 */
export function videoData(
  { src, title, description, poster, uploaded, length }: VideoProps,
  { absolute, page }: { absolute: (address: string) => string | undefined; page: string },
): WithContext<VideoObject> | undefined {
  const [thumbnail, post] = [poster && absolute(poster), absolute(page)];
  if (!thumbnail || !post || !uploaded || src.provider === 'link') return undefined;
  const file = src.provider === 'file' ? absolute(src.embed) : undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: title,
    description: description ?? title,
    thumbnailUrl: thumbnail,
    uploadDate: uploaded,
    ...(length && { duration: duration(length) }),
    ...(file ? { contentUrl: file } : { embedUrl: src.embed.replace(/[?&]autoplay=1$/, '') }),
    isPartOf: { '@type': 'WebPage', '@id': `${post}#page` },
  };
}

/** `3:20` as ISO 8601 has it, `PT3M20S`. */
function duration(length: string): string {
  const [seconds = 0, minutes = 0, hours = 0] = length.split(':').map(Number).reverse();
  return `PT${hours ? `${hours}H` : ''}${minutes}M${seconds}S`;
}
