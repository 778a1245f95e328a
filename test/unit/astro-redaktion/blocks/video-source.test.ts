import { describe, expect, test } from 'vitest';
import { videoSource } from '../../../../packages/astro-redaktion/src/blocks/video/video-source.ts';

describe('the place of a video', () => {
  test.each([
    ['dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1'],
    ['https://youtu.be/dQw4w9WgXcQ?si=x', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1'],
    [
      'https://www.youtube.com/watch?t=3&v=dQw4w9WgXcQ',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1',
    ],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1'],
    ['76979871', 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1'],
    ['76979871?h=8272103f6e', 'https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1&autoplay=1'],
    ['https://vimeo.com/76979871/8272103f6e', 'https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1&autoplay=1'],
    ['/film/a.mp4', '/film/a.mp4'],
  ])('%s', (given, embed) => {
    expect(videoSource(given)?.embed).toBe(embed);
  });

  test.each([
    '',
    'nej',
    'javascript:alert(1)//a.mp4',
    '//evil.se/a.mp4',
    'http://youtube.com/watch?v=dQw4w9WgXcQ',
    'https://evil.se/watch?v=dQw4w9WgXcQ',
    'https://vimeo.com/76979871"onload=x',
  ])('%j is none', (given) => {
    expect(videoSource(given)).toBeUndefined();
  });
});
