import type { ShareFacts, ShareNode, ShareStyle } from './share-node.ts';

/**
 * The share picture of the package: site, title, and below a line author, day and host, in the colours of the site.
 * The title is as large as its length and its longest word allow.
 */
export function sharePictureTemplate(facts: ShareFacts): ShareNode {
  const { title, site, host, authors, date, hue, direction } = facts;
  const edge = direction === 'rtl' ? 'borderRight' : 'borderLeft';
  const byLine = [authors.join(', '), date].filter(Boolean).join(' · ');
  return box(
    {
      width: '100%',
      height: '100%',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '64px 80px 56px',
      [edge]: `24px solid oklch(0.44 0.095 ${hue})`,
      backgroundColor: `oklch(0.988 0.003 ${hue})`,
      color: `oklch(0.24 0.018 ${hue})`,
      fontFamily: SANS,
    },
    [
      line(title === site ? host : site, { fontSize: 34, fontWeight: 600, color: `oklch(0.44 0.095 ${hue})` }),
      { type: 'text', text: title, style: { ...TITLE, fontSize: titleSize(title) } },
      box({ ...FOOT, color: `oklch(0.43 0.02 ${hue})`, borderTop: `2px solid oklch(0.885 0.008 ${hue})` }, [
        line(byLine || facts.description, { flexShrink: 1 }),
        line(title === site ? '' : host, { flexShrink: 0 }),
      ]),
    ],
    direction,
  );
}

/** Pixels. Swedish makes long words, and a word that does not fit on the line would be cut through. */
function titleSize(title: string): number {
  const longest = Math.max(...title.split(/[\s-]+/).map((word) => [...word].length), 1);
  const [, size] = SIZES.find(([length]) => [...title].length <= length) ?? [0, 56];
  return Math.max(40, Math.min(size, Math.floor(ROOM / (longest * WIDEST))));
}

function box(style: ShareStyle, children: ShareNode[], dir?: 'ltr' | 'rtl'): ShareNode {
  return { type: 'container', style: { display: 'flex', ...style }, children, ...(dir && { dir }) };
}

/** Text on one line. */
function line(text: string, style: ShareStyle): ShareNode {
  return { type: 'text', text, style: { lineClamp: 1, textOverflow: 'ellipsis', ...style } };
}

/** Families in the order in which a letter is looked for; the owner's own fonts come last. */
const SANS = 'Inter, "Source Serif 4", sans-serif';
const SERIF = '"Source Serif 4", Inter, serif';

const TITLE: ShareStyle = {
  fontFamily: SERIF,
  fontWeight: 600,
  lineHeight: 1.12,
  letterSpacing: '-0.015em',
  textWrap: 'balance',
  overflowWrap: 'anywhere',
  lineClamp: 5,
  textOverflow: 'ellipsis',
};

const FOOT: ShareStyle = {
  justifyContent: 'space-between',
  alignItems: 'baseline',
  gap: 40,
  paddingTop: 28,
  fontSize: 28,
};

/** Characters of the title → size. */
const SIZES: readonly [number, number][] = [
  [22, 120],
  [44, 100],
  [72, 84],
  [120, 68],
];

/** Width of a line in pixels, and of a letter in ems: no word of Swedish has more wide letters than that. */
const ROOM = 1200 - 24 - 160;
const WIDEST = 0.56;
