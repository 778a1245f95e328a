import { hash } from 'node:crypto';
import type { FontDetails, Node } from 'takumi-js/node';
import type { ShareFacts, ShareNode, ShareTemplate } from '../outputs/share/share-node.ts';
import { SHARE_SIZE } from '../outputs/share/share-picture.ts';

/** Draws share pictures. */
export interface SharePainter {
  /** Stands for the template and the fonts: pictures drawn under another key look different. */
  key: string;
  /** What the template makes of the facts, and a hash of all that decides how it looks. */
  plan: (facts: ShareFacts) => SharePlan;
  /** As PNG; the same plan gives the same bytes. */
  paint: (plan: SharePlan) => Promise<Uint8Array>;
}

export interface SharePlan {
  node: ShareNode;
  lang: string;
  digest: string;
}

/**
 * Draws with Takumi: flex layout and text in Rust, 5 ms a picture, where satori with sharp takes 30 and a browser
 * some hundred. Only its renderer is used, which fetches nothing: no picture, no font, no emoji.
 *
 * @param version of this package, which pins Takumi's
 */
export function createSharePainter({ template, fonts, version }: PainterInput): SharePainter {
  const base = hash(
    'sha1',
    JSON.stringify([version, SHARE_SIZE, fonts.map(({ data }) => hash('sha1', data as Buffer))]),
  );
  const plan: SharePainter['plan'] = (facts) => {
    const node = template(facts);
    return { node, lang: facts.lang, digest: hash('sha1', base + facts.lang + JSON.stringify(node, bytesByHash)) };
  };
  let renderer: ReturnType<typeof createRenderer> | undefined;
  return {
    key: plan(SAMPLE).digest,
    plan,
    async paint({ node, lang }) {
      renderer ??= createRenderer(fonts);
      return (await renderer).render(node as Node, { ...SHARE_SIZE, format: 'png', lang });
    },
  };
}

/** Knows these fonts, and fetches nothing. */
export async function createRenderer(fonts: readonly FontDetails[]) {
  const { Renderer } = await import('takumi-js/node');
  const renderer = new Renderer();
  for (const font of fonts) await renderer.registerFont(font);
  return renderer;
}

/** A picture inside a picture is known by its bytes. */
function bytesByHash(this: Record<string, unknown>, key: string, value: unknown): unknown {
  // What the tree itself holds: of a Buffer, JSON has made something else by now.
  const own = this[key];
  if (!(own instanceof Uint8Array)) return value;
  const known = hashes.get(own) ?? hash('sha1', own);
  hashes.set(own, known);
  return known;
}

/** A logo stands on all pictures, and is the same array on each. */
const hashes = new WeakMap<Uint8Array, string>();

export interface PainterInput {
  template: ShareTemplate;
  fonts: readonly FontDetails[];
  version: string;
}

/** A page that is no page, by which templates are told apart. */
const SAMPLE: ShareFacts = {
  kind: 'post',
  title: 'Åäö',
  description: 'Åäö',
  site: 'Åäö',
  host: 'example.se',
  authors: ['Åäö'],
  date: '2 juni 2022',
  tags: ['Åäö'],
  lang: 'sv',
  direction: 'ltr',
  hue: 230,
};
