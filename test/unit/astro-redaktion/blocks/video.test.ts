import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BlockFiles } from '../../../../packages/astro-redaktion/src/block.ts';
import { withPoster } from '../../../../packages/astro-redaktion/src/blocks/video/poster.ts';
import {
  createVideo,
  type VideoProps,
  videoProps,
} from '../../../../packages/astro-redaktion/src/blocks/video/video.ts';
import { videoData } from '../../../../packages/astro-redaktion/src/blocks/video/video-data.ts';

const read = (props: object): VideoProps => videoProps.parse({ src: 'dQw4w9WgXcQ', title: 'En film', ...props });
const at = { absolute: (address: string) => `https://exempel.se${address}`, page: '/a/' };
const told = { poster: '/p.jpg', uploaded: '2024-05-01' };

afterEach(() => vi.unstubAllGlobals());

describe('what search engines are told of a video', () => {
  test('is what they ask for', () => {
    expect(videoData(read({ ...told, length: '1:03:20', description: 'Om något' }), at)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'VideoObject',
      name: 'En film',
      description: 'Om något',
      thumbnailUrl: 'https://exempel.se/p.jpg',
      uploadDate: '2024-05-01',
      duration: 'PT1H3M20S',
      embedUrl: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
      isPartOf: { '@type': 'WebPage', '@id': 'https://exempel.se/a/#page' },
    });
    expect(videoData(read({ ...told, src: '/f.mp4', silent: true }), at)).toMatchObject({
      contentUrl: 'https://exempel.se/f.mp4',
    });
    expect(videoData(read({ ...told, src: '76979871?h=8272103f6e' }), at)).toMatchObject({
      embedUrl: 'https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1',
    });
  });

  test('is nothing where a fact is missing, or the site has no address', () => {
    expect(videoData(read({ poster: '/p.jpg' }), at)).toBeUndefined();
    expect(videoData(read({ uploaded: '2024-05-01' }), at)).toBeUndefined();
    expect(videoData(read(told), { ...at, absolute: () => undefined })).toBeUndefined();
  });
});

describe('front matter', () => {
  const props = (value: unknown): unknown => createVideo({ fetchPosters: false }).frontMatter?.props?.(value, false);
  test.each([
    ['a file elsewhere', { extern: 'https://www.exempel.se/f.mp4' }, 'link', 'exempel.se/f.mp4'],
    ['a page elsewhere', { extern: 'https://play.exempel.se/1', title: 'Film' }, 'link', 'Film'],
    ['an address at Vimeo', { extern: 'https://vimeo.com/76979871' }, 'Vimeo', 'vimeo.com/76979871'],
    ['a source', { src: '76979871?h=8272103f6e', title: 'A', source: 'lumen' }, 'Vimeo', 'A'],
    ['an id alone', 'dQw4w9WgXcQ', 'YouTube', 'dQw4w9WgXcQ'],
  ])('takes %s', (_, value, provider, title) => {
    expect(videoProps.parse(props(value))).toMatchObject({ src: { provider }, title });
  });

  test('takes no address that would run', () => {
    expect(videoProps.safeParse(props({ extern: 'javascript:alert(1)' })).success).toBe(false);
  });
});

describe('a poster', () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
  const kept = new Map<string, Uint8Array>();
  const files = {
    async publish(path: string, make: () => Promise<Uint8Array | undefined>) {
      const made = kept.get(path) ?? (await make());
      if (made) kept.set(path, made);
      return made && path;
    },
  } as BlockFiles;

  test('is fetched once, and asked for of nobody where there is one or the video is a file', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address);
      if (address.includes('maxres')) return new Response('', { status: 404 });
      if (address.includes('oembed')) return Response.json({ thumbnail_url: 'https://i.vimeocdn.com/1.jpg' });
      return new Response(jpeg);
    });
    const poster = async (given: object): Promise<unknown> => (await withPoster({ ...given }, files))['poster'];
    expect(await poster({ src: 'dQw4w9WgXcQ' })).toBe('/assets/video/youtube-dQw4w9WgXcQ.jpg');
    expect(await poster({ src: 'https://youtu.be/dQw4w9WgXcQ' })).toBe('/assets/video/youtube-dQw4w9WgXcQ.jpg');
    expect(await poster({ src: 76979871 })).toBe('/assets/video/vimeo-76979871.jpg');
    expect(await poster({ src: 'dQw4w9WgXcQ', poster: '/egen.jpg' })).toBe('/egen.jpg');
    expect(await poster({ src: '/f.mp4' })).toBeUndefined();
    expect(asked).toEqual([
      'https://i.ytimg.com/vi/dQw4w9WgXcQ/maxresdefault.jpg',
      'https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg',
      'https://vimeo.com/api/oembed.json?width=1280&url=https%3A%2F%2Fvimeo.com%2F76979871',
      'https://i.vimeocdn.com/1.jpg',
    ]);
  });

  test('that cannot be fetched is an error that says what to do', async () => {
    vi.stubGlobal('fetch', async () => new Response('<html>'));
    await expect(withPoster({ src: 'aaaaaaaaaaa' }, files)).rejects.toThrow(
      'the poster of https://www.youtube.com/watch?v=aaaaaaaaaaa cannot be fetched (https://i.ytimg.com/vi/aaaaaaaaaaa/hqdefault.jpg is no JPEG); give one of your own as `poster`',
    );
  });
});
