/** Where a video is, and where it is shown. */
export interface VideoSource {
  /** `link`: somewhere else, where readers go to see it. */
  provider: 'YouTube' | 'Vimeo' | 'file' | 'link';
  /** The provider's name of it; `''` for files and links. */
  id: string;
  /** Address of the frame, of the kind that sets no cookie before the video plays; of a file its own. */
  embed: string;
  /** Address of the video's page. */
  link: string;
}

/**
 * Reads what writers give: an address at YouTube or Vimeo, a YouTube id (11 characters), a Vimeo number
 * (`76979871`, `76979871?h=8272103f6e`), or the address of a file that ends in `.mp4`, `.webm` or `.ogv`.
 *
 * @returns `undefined` when it is none of these
 */
export function videoSource(given: string): VideoSource | undefined {
  const text = given.trim();
  if (/^(?:https:\/\/|\/(?!\/)|\.{1,2}\/)[^\s"<>]+\.(?:mp4|webm|ogv)$/i.test(text))
    return { provider: 'file', id: '', embed: text, link: text };
  const id =
    /^(?:https:\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:\S*&)?v=|embed\/|shorts\/)|youtu\.be\/))?([\w-]{11})(?:[?&]\S*)?$/.exec(
      text,
    )?.[1];
  // Eleven digits are a number at Vimeo only in a far future; a YouTube id of digits alone does not occur in practice.
  if (id !== undefined && !/^\d+$/.test(id)) return youtube(id);
  const [, number, hash] =
    /^(?:https:\/\/(?:player\.)?vimeo\.com\/(?:video\/)?)?(\d{5,12})(?:(?:\?h=|\/)([\da-f]{6,16}))?(?:[?&]\S*)?$/.exec(
      text,
    ) ?? [];
  return number === undefined ? undefined : vimeo(number, hash);
}

function youtube(id: string): VideoSource {
  return {
    provider: 'YouTube',
    id,
    embed: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
    link: `https://www.youtube.com/watch?v=${id}`,
  };
}

function vimeo(number: string, hash: string | undefined): VideoSource {
  return {
    provider: 'Vimeo',
    id: number,
    embed: `https://player.vimeo.com/video/${number}?${hash ? `h=${hash}&` : ''}dnt=1&autoplay=1`,
    link: `https://vimeo.com/${number}${hash ? `/${hash}` : ''}`,
  };
}
