import { nearest } from '../../config/suggest.ts';
import { placeholderNames, unknownPlaceholders } from '../../model/permalink.ts';
import { slugify } from '../../model/slugify.ts';
import type { Problem } from '../../types.ts';
import type { PostPath } from './file-name.ts';
import { explainIgnored } from './file-name.ts';
import type { FrontMatter } from './front-matter.ts';
import { isOddTerms } from './taxonomy.ts';

/** A file that Jekyll passes over in silence. */
export function notAPost(file: string, why: string = whyNot(file)): Problem {
  return {
    code: 'file-name',
    severity: 'warning',
    file,
    message: `The file is no post: ${why}. Jekyll passes over it in silence.`,
    fix: 'Name it like 2022-06-02-the-title.md, or move it out of the folder.',
  };
}

function whyNot(file: string): string {
  return explainIgnored(file) ?? 'it does not lie in a folder _posts or _drafts';
}

/** The title, or the words of the slug, capitalised, as Jekyll makes one. */
export function readTitle({ data, name, ...at }: At & { name: PostPath }): ReadTitle {
  const title = data['title'];
  if (typeof title === 'string' || typeof title === 'number' || title === true) {
    return { title: String(title), untitled: false };
  }
  const made = titleOf(name.slug);
  if (typeof title === 'object' && title !== null) {
    const message = 'The title is a list or a map, not a text.';
    return {
      title: made,
      untitled: true,
      problem: problemAt(at, 'title', {
        code: 'title-no-text',
        severity: 'error',
        message,
        fix: 'Put it in quotes: title: "…"',
      }),
    };
  }
  const message = `The post has no title; "${made}" was made from the file's name, as Jekyll does.`;
  const fix = `Add "title: ${made}" to the front matter.`;
  return {
    title: made,
    untitled: true,
    problem: problemAt(at, 'title', { code: 'post-without-title', severity: 'warning', message, fix }),
  };
}

/** The post's own permalink, if it has one. */
export function ownPermalink({ data, ...at }: At): { template?: string; problem?: Problem } {
  const template = data['permalink'];
  if (template === undefined || template === null || template === false) return {};
  if (typeof template !== 'string' && typeof template !== 'number') {
    const message = 'The permalink is not a text.';
    return {
      problem: problemAt(at, 'permalink', {
        code: 'permalink-no-text',
        severity: 'error',
        message,
        fix: 'Write a path: /some/path/',
      }),
    };
  }
  const text = String(template);
  const problem = text.includes(':') ? permalinkProblem(text, { ...at, line: at.lineOf('permalink') }) : undefined;
  return problem ? { template: text, problem } : { template: text };
}

/** A placeholder that Jekyll does not know, in a post's permalink or in `_config.yml`. */
export function permalinkProblem(
  template: string,
  { file, line }: { file: string; line?: number | undefined },
): Problem | undefined {
  const [name] = unknownPlaceholders(template);
  if (name === undefined) return undefined;
  const near = nearest(name, placeholderNames());
  return {
    code: 'permalink-placeholder',
    severity: 'error',
    file,
    ...(line === undefined ? {} : { line }),
    message: `The permalink "${template}" has a placeholder ":${name}" that does not exist.`,
    fix: near
      ? `Did you mean ":${near}"?`
      : `These exist: ${placeholderNames()
          .map((known) => `:${known}`)
          .join(' ')}`,
  };
}

/** A name of which nothing is left in the address, as one of emoji alone. */
export function emptySlug({
  template,
  slug,
  file,
  lineOf,
}: { template: string; slug: string } & Where): Problem | undefined {
  if (HAS_LETTER.test(slug) || !/:(?:title|slug)(?![a-z])/.test(template)) return undefined;
  if (slugify(slug, template.includes(':slug') ? 'default' : 'pretty') !== '') return undefined;
  const message = `Nothing is left of the name "${slug}" in an address.`;
  return problemAt({ file, lineOf }, 'slug', {
    code: 'slug-empty',
    severity: 'error',
    message,
    fix: 'Give the post a name of its own: slug: some-words',
  });
}

/** Values that Jekyll gives no meaning, and keys that it does not see because of their case. */
export function oddKeys({ data, front, file }: { data: Data; front: FrontMatter; file: string }): Problem[] {
  const problems: Problem[] = [];
  const at = { file, lineOf: front.lineOf };
  for (const key of ['tags', 'categories']) if (isOddTerms(data[key])) problems.push(oddTerms(at, key, data[key]));
  for (const key in front.data) {
    const code = key.charCodeAt(0);
    if (code > 0x5a || code < 0x41 || !KNOWN.has(key.toLowerCase())) continue;
    const message = `Jekyll does not see the key "${key}": keys are written in lower case.`;
    problems.push(
      problemAt(at, key, { code: 'key-case', severity: 'warning', message, fix: `Write "${key.toLowerCase()}".` }),
    );
  }
  if (Object.hasOwn(front.data, 'date') && (front.data['date'] === null || front.data['date'] === '')) {
    const message = 'The date is empty; the day in the file name counts. Jekyll stops here.';
    problems.push(
      problemAt(at, 'date', {
        code: 'date-empty',
        severity: 'warning',
        message,
        fix: 'Remove the key or give it a date.',
      }),
    );
  }
  return problems;
}

/** A file name's words, each with a capital first letter. */
export function titleOf(slug: string): string {
  return slug.replace(/-+$/, '').split('-').map(capitalise).join(' ');
}

const KNOWN = new Set([
  'title',
  'date',
  'tags',
  'tag',
  'categories',
  'category',
  'layout',
  'permalink',
  'published',
  'draft',
  'slug',
  'excerpt',
]);
const HAS_LETTER = /[\p{M}\p{L}\p{Nd}]/u;

function oddTerms(at: Where, key: string, value: unknown): Problem {
  const kind = typeof value === 'object' ? 'a map' : `"${String(value)}", not a text or a list,`;
  const outcome =
    key === 'tags' ? 'gives no tag, as in Jekyll' : 'cannot be read by Jekyll; a number counts here as a name';
  const fix =
    typeof value === 'object' ? `Write a list: ${key}: [one, two]` : `Put it in quotes: ${key}: "${String(value)}"`;
  return problemAt(at, key, {
    code: `${key}-value`,
    severity: 'warning',
    message: `${key} is ${kind} and ${outcome}.`,
    fix,
  });
}

function capitalise(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length).toLowerCase();
}

function problemAt(
  { file, lineOf }: Where,
  key: string,
  fault: Pick<Problem, 'code' | 'severity' | 'message' | 'fix'>,
): Problem {
  // What is missing is told of where the post begins.
  return { ...fault, file, line: lineOf(key) ?? 1 };
}

type Data = Readonly<Record<string, unknown>>;

interface Where {
  file: string;
  lineOf: (...keys: string[]) => number | undefined;
}

interface At extends Where {
  /** Front matter after defaults. */
  data: Data;
}

interface ReadTitle {
  title: string;
  untitled: boolean;
  problem?: Problem;
}
