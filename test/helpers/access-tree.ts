import type { Page } from 'playwright-core';

/** A node of what a browser tells assistive technology. */
interface AccessNode {
  role: string;
  name: string;
  level?: number;
  url?: string;
  /** Role and name of the landmark that it lies in. */
  landmark: string;
}

const LANDMARKS = ['banner', 'main', 'contentinfo', 'navigation', 'complementary', 'search', 'region', 'form'];
const CONTROLS = [
  ...['link', 'button', 'textbox', 'searchbox', 'combobox', 'listbox', 'radio', 'checkbox', 'slider', 'spinbutton'],
  ...[
    'DisclosureTriangle',
    'switch',
    'tab',
    'dialog',
    'img',
    'image',
    'Iframe',
    'Video',
    'radiogroup',
    'table',
    'figure',
  ],
];
/** Those that may do without a name: a table's caption or a figure's is its author's choice. */
const UNNAMED = ['table', 'figure'];

/** Chromium's accessibility tree, flat, in the order of reading; what is ignored is left out. */
export async function accessTree(page: Page): Promise<AccessNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const flat: AccessNode[] = [];
  const visit = (id: string, landmark: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const role = String(node.role?.value ?? '');
    const name = String(node.name?.value ?? '').trim();
    const property = (wanted: string): unknown => node.properties?.find((one) => one.name === wanted)?.value.value;
    const within = !node.ignored && LANDMARKS.includes(role) ? `${role} “${name}”` : landmark;
    if (!node.ignored && !['StaticText', 'InlineTextBox', 'none', 'generic'].includes(role)) {
      const level = property('level');
      const url = property('url');
      flat.push({
        role,
        name,
        landmark: within,
        ...(typeof level === 'number' ? { level } : {}),
        ...(typeof url === 'string' ? { url } : {}),
      });
    }
    for (const child of node.childIds ?? []) visit(child, within);
  };
  const root = nodes.find((node) => !node.parentId);
  if (root) visit(root.nodeId, '');
  return flat;
}

/**
 * What a page's accessibility tree lacks: the landmarks of a page, once each; names of controls, pictures and
 * landmarks of which there are several; one first heading, and no level left out; links of a navigation that say where
 * they lead.
 */
export function treeFaults(tree: readonly AccessNode[]): string[] {
  return [...landmarkFaults(tree), ...nameFaults(tree), ...headingFaults(tree), ...linkFaults(tree)];
}

function landmarkFaults(tree: readonly AccessNode[]): string[] {
  const of = (role: string): AccessNode[] => tree.filter((node) => node.role === role);
  const once = ['banner', 'main', 'contentinfo'].flatMap((role) =>
    of(role).length === 1 ? [] : [`There are ${of(role).length} ${role} landmarks`],
  );
  const alike = ['navigation', 'region', 'search', 'form', 'complementary'].flatMap((role) => {
    const names = of(role).map(({ name }) => name);
    return names.flatMap((name, index) =>
      names.length > 1 && (name === '' || names.indexOf(name) !== index)
        ? [`${role} “${name}” is named like another`]
        : [],
    );
  });
  return [...once, ...alike];
}

const nameFaults = (tree: readonly AccessNode[]): string[] =>
  tree
    .filter(({ role, name }) => CONTROLS.includes(role) && !UNNAMED.includes(role) && name === '')
    .map(({ role, landmark }) => `A ${role} in ${landmark} has no name`);

function headingFaults(tree: readonly AccessNode[]): string[] {
  const headings = tree.filter(({ role }) => role === 'heading');
  const first = headings.filter(({ level }) => level === 1).length;
  const skipped = headings.flatMap(({ level = 0, name }, index) =>
    level > (headings[index - 1]?.level ?? 0) + 1
      ? [`“${name}” is of level ${level}, after ${headings[index - 1]?.level ?? 0}`]
      : [],
  );
  const empty = headings.filter(({ name }) => name === '').map(({ level }) => `A heading of level ${level} is empty`);
  return [...(first === 1 ? [] : [`There are ${first} headings of level 1`]), ...skipped, ...empty];
}

/** Within one navigation a name leads to one place. */
function linkFaults(tree: readonly AccessNode[]): string[] {
  const seen = new Map<string, string>();
  return tree
    .filter(({ role, landmark }) => role === 'link' && landmark.startsWith('navigation'))
    .flatMap(({ name, url = '', landmark }) => {
      const key = `${landmark}: ${name}`;
      const other = seen.get(key) ?? url;
      seen.set(key, other);
      return other === url ? [] : [`In ${landmark} “${name}” leads to ${other} and to ${url}`];
    });
}

/**
 * Text on an English page that is Swedish by its letters, and that no `lang` says to be. Names are left out: a word
 * with a capital needs no language (WCAG 3.1.2).
 */
export function unmarkedSwedish(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent ?? '';
      const isSwedish = text.split(/[^\p{L}]+/u).some((word) => /^\p{Ll}/u.test(word) && /[åäö]/.test(word));
      if (!parent || !isSwedish || parent.closest('script, style, [aria-hidden="true"]')) continue;
      if (parent.closest('[lang]')?.getAttribute('lang') === 'en') found.push(`<${parent.localName}> ${text.trim()}`);
    }
    return found;
  });
}
