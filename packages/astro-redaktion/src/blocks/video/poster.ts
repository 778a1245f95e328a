import type { BlockFiles } from '../../block.ts';
import { type VideoSource, videoSource } from './video-source.ts';

/**
 * Gives a video of YouTube or Vimeo that has no poster the provider's own. It is fetched once, into `public/`, where it
 * is the owner's to keep: the next build asks nobody.
 *
 * @throws when it cannot be fetched
 */
export async function withPoster(given: Record<string, unknown>, files: BlockFiles): Promise<Record<string, unknown>> {
  const { src, poster } = given;
  const source = typeof src === 'string' || typeof src === 'number' ? videoSource(String(src)) : undefined;
  if (poster !== undefined || !source?.id) return given;
  const path = `/assets/video/${source.provider.toLowerCase()}-${source.id}.jpg`;
  return { ...given, poster: await files.publish(path, () => fetchPoster(source)) };
}

async function fetchPoster(source: VideoSource): Promise<Uint8Array> {
  let reason = '';
  for (const address of await addresses(source)) {
    try {
      return await fetchPicture(address);
    } catch (error) {
      reason = (error as Error).message;
    }
  }
  throw new Error(`the poster of ${source.link} cannot be fetched (${reason}); give one of your own as \`poster\``);
}

/** The best first. https://developer.vimeo.com/api/oembed/videos */
async function addresses({ provider, id, link }: VideoSource): Promise<string[]> {
  if (provider === 'YouTube')
    return ['maxresdefault', 'hqdefault'].map((size) => `https://i.ytimg.com/vi/${id}/${size}.jpg`);
  try {
    const response = await fetch(
      `https://vimeo.com/api/oembed.json?width=1280&url=${encodeURIComponent(link)}`,
      LIMITS,
    );
    const { thumbnail_url: address } = (await response.json()) as { thumbnail_url?: unknown };
    if (typeof address === 'string' && address.startsWith('https://')) return [address];
    throw new Error('Vimeo names none');
  } catch (error) {
    throw new Error(
      `the poster of ${link} cannot be fetched (${(error as Error).message}); give one of your own as \`poster\``,
    );
  }
}

async function fetchPicture(address: string): Promise<Uint8Array> {
  const response = await fetch(address, LIMITS);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Error(`${address} is no JPEG`);
  if (bytes.length > 3_000_000) throw new Error(`${address} is larger than 3 MB`);
  return bytes;
}

/** A host that says nothing must not hold the build. */
const LIMITS = {
  get signal() {
    return AbortSignal.timeout(10_000);
  },
};
