import type { Problem } from '../types.ts';

/** The owner's data files after their schema: plain JSON. An absent list means that there is no such file. */
export interface Registries {
  /** `_data/tags.yml` */
  tags?: TermRecord[];
  /** `_data/categories.yml` */
  categories?: TermRecord[];
  /** `_data/authors.yml` */
  authors?: AuthorRecord[];
}

/** Where a record stands, for problems. */
export interface RecordPlace {
  /** Its key in the file; the name by which others refer to it. */
  key: string;
  /** Other spellings that mean the same. */
  aliases?: string[];
  /** Path relative to the project's root. Default: the registry's usual file. */
  file?: string;
  /** 1-based. */
  line?: number;
  /** 1-based lines of its fields: `parent`, `aliases`. */
  lines?: Record<string, number>;
}

/** A tag or category that the owner has written down. */
export interface TermRecord extends RecordPlace, TermTexts {
  label: string;
  /** Key or name of the term above. */
  parent?: string;
  colour?: string;
  /** What differs in another language. */
  locales?: Record<string, Partial<TermTexts>>;
}

interface TermTexts {
  label: string;
  slug?: string;
  /** Trusted HTML. */
  description?: string;
  /** The same as plain text, for `<meta name="description">`. */
  summary?: string;
}

/** An author that the owner has written down. */
export interface AuthorRecord extends RecordPlace, AuthorTexts {
  name: string;
  slug?: string;
  /** The author's own address elsewhere. */
  link?: string;
  locales?: Record<string, AuthorTexts>;
}

interface AuthorTexts {
  /** Plain text. */
  description?: string;
  /** Trusted HTML. */
  bio?: string;
}

/** Where a record, or one of its fields, stands, for problems. */
export function recordPlace(record: RecordPlace, file: string, field?: string): Pick<Problem, 'file' | 'line'> {
  const line = (field === undefined ? undefined : record.lines?.[field]) ?? record.line;
  return { file: record.file ?? file, ...(line === undefined ? {} : { line }) };
}
