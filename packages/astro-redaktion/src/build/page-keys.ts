import { hash } from 'node:crypto';
import type { Site } from '../types.ts';
import type { PageJob } from './page-job.ts';

/** Says under which keys a page may be kept from build to build. */
export interface Keeper {
  /** Keys under which the last build may have kept the page. */
  keys: (job: PageJob) => string[];
  /** To be called before a page is rendered. */
  begin: () => void;
  /** The key under which the page that was just rendered may be kept; `undefined`: not at all. */
  keyOf: (job: PageJob, body: Buffer) => string | undefined;
}

/**
 * A page is kept under the model's key, which tells of all that our own components print. A component of others
 * may print more: a page on which something read lists of the site is kept under a key of the whole site.
 * A page with pictures that Astro makes is not kept, for they are made only when it is rendered.
 */
export function createKeeper(
  site: Site,
  { foreign, takeTouched, assets }: { foreign: boolean; takeTouched: () => boolean; assets: string },
): Keeper {
  const whole = hash(
    'sha1',
    JSON.stringify([
      [...site.pages.values()].map(({ key }) => key),
      site.allPosts.map(({ data }) => data.digest),
      site.held,
      site.schedule,
    ]),
  );
  const hasPicture = createPictureTest(assets);
  return {
    keys: ({ key }) => (key === undefined ? [] : foreign ? [key, key + whole] : [key]),
    begin: () => void takeTouched(),
    keyOf: ({ key }, body) => {
      const touched = takeTouched();
      if (key === undefined || hasPicture(body)) return undefined;
      return foreign && touched ? key + whole : key;
    },
  };
}

/** Whether HTML names a picture among Astro's assets, whose folder may stand under another host. */
function createPictureTest(assets: string): (body: Buffer) => boolean {
  const folder = Buffer.from(`${assets}/`);
  return (body) => {
    for (let at = body.indexOf(folder); at >= 0; at = body.indexOf(folder, at + 1)) {
      const from = at + folder.length;
      if (PICTURE.test(body.toString('latin1', from, from + LONGEST_NAME))) return true;
    }
    return false;
  };
}

const PICTURE = /^[^"'\s)]+\.(?:avif|webp|png|jpe?g|gif|svg|tiff)\b/;
/** Bytes in which a name and its hash find room. */
const LONGEST_NAME = 1024;
