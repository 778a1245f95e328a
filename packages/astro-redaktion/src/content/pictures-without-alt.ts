import type { Problem } from '../types.ts';
import { picturesIn } from './text-pictures.ts';

/**
 * A warning for each picture of a text that says nothing to those who do not see it. `![](a.jpg)` is taken for forgotten;
 * one who means a decoration can say so: `<img src="a.jpg" alt="">`.
 */
export function picturesWithoutAlt(
  html: string,
  { file, body, bodyLine }: { file: string; body: string; bodyLine: number },
): Problem[] {
  const silent = picturesIn(html).filter(({ alt }) => !alt?.trim());
  if (silent.length === 0) return [];
  const lines = body.split('\n');
  let from = 0;
  return silent.flatMap(({ src, alt }) => {
    const [name] = names(src);
    const sign = alt === undefined ? /<img\b(?![^>]*\balt=)/i : /!\[\s*\](?:\(|\[)/;
    const at = lines.findIndex(
      (line, index) => index >= from && sign.test(line) && names(src).some((form) => line.includes(form)),
    );
    if (at < 0 && alt !== undefined) return [];
    from = Math.max(from, at);
    return {
      code: 'picture-without-alt',
      severity: 'warning',
      file,
      line: bodyLine + Math.max(0, at),
      message: `the picture "${name}" has no alt text.`,
      fix: 'Say what it shows: ![a lighthouse at dusk](…). One that only decorates is written <img src="…" alt="">.',
    };
  });
}

/** An address as it may stand in the source. */
export function names(src: string): string[] {
  try {
    return [src, decodeURI(src), encodeURI(decodeURI(src))];
  } catch {
    return [src];
  }
}
