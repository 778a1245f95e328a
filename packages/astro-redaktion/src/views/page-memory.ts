/** A page as it was printed, with what is told of it. */
export interface PrintedPage {
  body: Buffer<ArrayBuffer>;
  /** Names the very bytes: `"…"`. */
  etag: string;
}

/** Printed pages by the model's key: a page of which something has changed has another. */
export interface PageMemory {
  get: (key: string) => PrintedPage | undefined;
  set: (key: string, page: PrintedPage) => void;
  /** Bytes of the pages kept. */
  readonly size: number;
}

/** What a page takes besides its body: key, tag, and their places. Bytes. */
const EXTRA = 300;

/**
 * Keeps as many pages as fit; those that nobody has asked for longest go first.
 *
 * @param limit in bytes; 0 keeps none
 */
export function createPageMemory(limit: number): PageMemory {
  const pages = new Map<string, PrintedPage>();
  let size = 0;
  const drop = (key: string): void => {
    const page = pages.get(key);
    if (page && pages.delete(key)) size -= page.body.length + EXTRA;
  };
  return {
    get(key) {
      const page = pages.get(key);
      if (page) {
        // A map lists its entries as they were set: the first is the one asked for longest ago.
        pages.delete(key);
        pages.set(key, page);
      }
      return page;
    },
    set(key, page) {
      drop(key);
      if (page.body.length + EXTRA > limit) return;
      pages.set(key, page);
      size += page.body.length + EXTRA;
      for (const oldest of pages.keys()) {
        if (size <= limit) return;
        drop(oldest);
      }
    },
    get size() {
      return size;
    },
  };
}
