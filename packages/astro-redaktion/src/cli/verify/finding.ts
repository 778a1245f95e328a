/** One thing that the old site had and the new one lacks (`lost`) or has otherwise (`changed`). */
export interface Finding {
  kind: 'url' | 'redirect' | 'anchor' | 'heading' | 'feed-id' | 'picture' | 'link' | 'title' | 'date' | 'words';
  /** `lost`: somebody's link breaks. `changed`: worth a look. */
  severity: 'lost' | 'changed';
  /** Address on the old site. */
  page: string;
  /** What is lost or changed, in a sentence's end: quoted, with the old and the new value. */
  detail: string;
  /** What to do. */
  fix: string;
}

/** A finding that breaks somebody's link. */
export function lost(kind: Finding['kind'], page: string, detail: string, fix: string): Finding {
  return { kind, severity: 'lost', page, detail, fix };
}

/** A finding that is worth a look. */
export function changed(kind: Finding['kind'], page: string, detail: string, fix: string): Finding {
  return { kind, severity: 'changed', page, detail, fix };
}

/** In the order in which they are printed. */
export const KINDS: Finding['kind'][] = [
  'url',
  'redirect',
  'anchor',
  'heading',
  'feed-id',
  'picture',
  'link',
  'title',
  'date',
  'words',
];

/** Losses first, then by kind and page. */
export function byWeight(a: Finding, b: Finding): number {
  return order(a) - order(b) || (a.page < b.page ? -1 : a.page > b.page ? 1 : 0);
}

function order({ severity, kind }: Finding): number {
  return (severity === 'lost' ? 0 : 100) + KINDS.indexOf(kind);
}
