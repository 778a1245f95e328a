import type { Block, BlockContext, BlockReading, MadeFile } from '../../block.ts';
import { nearest } from '../../model/nearest.ts';
import type { PlacedComponent, Problem } from '../../types.ts';
import type { IncludeUse } from '../jekyll/liquid/types.ts';
import { type Piece, splitAtMarkers } from './marker.ts';

interface Input {
  uses: readonly IncludeUse[];
  blocks: ReadonlyMap<string, Block>;
  /** The post with markers, as HTML and as Markdown. */
  html: string;
  markdown: string;
  context: Omit<BlockContext, 'html' | 'markdown'>;
  file: string;
}

/** What blocks make of a post. */
export interface BlockForms {
  components: PlacedComponent[];
  /** What the forms for feeds point at; each path once. */
  files: MadeFile[];
  problems: Problem[];
}

/** Checks the props of every block that stands in a post, and makes its forms for feeds and text twins. */
export function blockForms(input: Input): BlockForms {
  const { uses, blocks, file } = input;
  if (uses.length === 0) return { components: [], files: [], problems: [] };
  const problems: Problem[] = [];
  const readings = uses.map((use) => {
    const block = blocks.get(use.name);
    if (!block) return undefined;
    const reading = block.read(use.props);
    if (!('issues' in reading)) return reading;
    problems.push(...reading.issues.map((issue) => wrongProps(issue, { block, use, file })));
    return undefined;
  });
  const html = printer(input, { text: input.html, form: 'feed', readings });
  const markdown = printer(input, { text: input.markdown, form: 'text', readings });
  const files = new Map<string, MadeFile>();
  const components = uses.map((use, index) => {
    const { name, props, block } = use;
    const inner = { ...input.context, html: html(index), markdown: markdown(index) };
    const reading = readings[index];
    for (const made of reading?.files(inner) ?? []) {
      if (isBelowRoot(made.path)) files.set(made.path, made);
      else problems.push(wrongPath(made.path, { use, file }));
    }
    return {
      name,
      props: reading?.props ?? props,
      block,
      feed: reading?.feed(inner) ?? '',
      text: reading?.text(inner) ?? '',
    };
  });
  return { components, files: [...files.values()], problems };
}

/** A path that stays in the site's folder, and is the same name to every file system and in every address. */
function isBelowRoot(path: string): boolean {
  return /^(?:[a-z\d][\w-]*\/)*[a-z\d][\w-]*(?:\.[a-z\d]+)+$/i.test(path) && path.length < 200;
}

function wrongPath(path: string, { use, file }: { use: IncludeUse; file: string }): Problem {
  return {
    code: 'block-file-path',
    severity: 'error',
    file,
    ...(use.line !== undefined && { line: use.line }),
    message: `the block \`${use.name}\` makes a file ${JSON.stringify(path)}, which is no path below the site's root.`,
    fix: 'Name folders and file with letters, digits, hyphens and underscores, as in maps/3f2a.png.',
  };
}

/** Gives what stands inside a component, with the components in it in the given form; each is made once. */
function printer(
  { uses, context }: Input,
  { text, form, readings }: { text: string; form: 'feed' | 'text'; readings: readonly (BlockReading | undefined)[] },
): (index: number) => string {
  const inside = new Map<number, string>();
  const print = (pieces: readonly Piece[]): string =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const inner = print(piece.children);
        inside.set(piece.index, inner);
        return readings[piece.index]?.[form]({ ...context, html: inner, markdown: inner }) ?? inner;
      })
      .join('');
  print(splitAtMarkers(text, uses.length));
  return (index) => inside.get(index)?.trim() ?? '';
}

type Issue = Extract<ReturnType<Block['read']>, { issues: unknown }>['issues'][number];

function wrongProps(issue: Issue, { block, use, file }: { block: Block; use: IncludeUse; file: string }): Problem {
  const place = { file, severity: 'error' as const, ...(use.line !== undefined && { line: use.line }) };
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const near = nearest(key, block.propNames);
    return {
      ...place,
      code: 'unknown-block-prop',
      message: `the block \`${block.name}\` takes no \`${[...issue.path, key].join('.')}\`.`,
      fix: near ? `Did you mean \`${near}\`?` : `It takes: ${block.propNames.join(', ')}.`,
    };
  }
  const value = issue.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    use.props,
  );
  const got = value === undefined ? 'it is missing' : `it is ${JSON.stringify(value)}`;
  const at = issue.path.length > 0 ? ` \`${issue.path.join('.')}\`` : '';
  return {
    ...place,
    code: 'wrong-block-prop',
    message: `the block \`${block.name}\`:${at} ${issue.message}; ${got}.`,
    fix: `It takes: ${block.propNames.join(', ')}.`,
  };
}
