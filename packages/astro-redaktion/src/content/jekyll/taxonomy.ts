/**
 * Tags as Jekyll takes them: `tag` (one tag, or a list) wins over `tags` (a text split at white space, or a list
 * whose items are kept whole). Nested lists are flattened, empty items dropped, repeats kept; a lone number,
 * `yes` or a map gives no tag.
 *
 * Items are returned as text (`1177` as "1177"), where Jekyll keeps numbers.
 */
export function readTags(data: Data): string[] {
  return readTerms(data, 'tag', 'tags');
}

/**
 * Categories as Jekyll takes them: the folders above `_posts`, then those of the defaults, then `categories`,
 * then `category`, each name once. Case is kept here; the URL has it lower.
 *
 * A lone number is a category here; Jekyll cannot read a post that has one.
 */
export function readCategories({ folders, defaults, own, data }: CategorySources): string[] {
  const names = new Set(folders);
  for (const source of [defaults, own]) for (const name of readCategoryList(source['categories'])) names.add(name);
  const single = data['category'];
  for (const name of isGiven(single) ? readSingular(single) : []) names.add(name);
  return [...names];
}

/** A text split at white space, or a list: how Jekyll reads `tags`, `tags_extra`, `categories`. */
export function readPlural(value: unknown): string[] {
  if (typeof value === 'string') return value.split(WHITE).filter((part) => part !== '');
  return Array.isArray(value) ? readItems(value) : [];
}

/** A value that Jekyll gives no meaning as tags or categories: a lone number, a truth value, a map. */
export function isOddTerms(value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return true;
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ruby's white space: a no-break space holds words together. */
const WHITE = /[ \t\n\v\f\r\0]+/;

function readTerms(data: Data, singular: string, plural: string): string[] {
  const own = data[singular];
  return isGiven(own) ? readSingular(own) : readPlural(data[plural]);
}

/** Ruby's truth: everything but null and false. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function readSingular(value: unknown): string[] {
  return readItems(Array.isArray(value) ? value : [value]);
}

function readItems(items: readonly unknown[]): string[] {
  return items.flat(Number.POSITIVE_INFINITY).flatMap((item) => {
    if (item === null || item === undefined || typeof item === 'object' || item === '') return [];
    return [String(item)];
  });
}

function readCategoryList(value: unknown): string[] {
  return typeof value === 'number' ? [String(value)] : readPlural(value);
}

type Data = Readonly<Record<string, unknown>>;

/** Where categories come from, from the outermost to the innermost. */
export interface CategorySources {
  /** Folders above `_posts`. */
  folders: readonly string[];
  /** Front-matter defaults that hold for the post. */
  defaults: Data;
  /** The post's own front matter. */
  own: Data;
  /** Both, merged. */
  data: Data;
}
