import {
  type AstroComponentFactory,
  createComponent,
  renderTemplate,
  renderToString,
} from 'astro/runtime/server/index.js';
import changedSlots from 'virtual:redaktion/changed-slots';
import { pictures } from 'virtual:redaktion/pictures';
import { offerPrinter, type Printer } from '../content/hand-over.ts';
import { routeParam } from '../model/page-of.ts';
import type { RedaktionLocals } from './locals.ts';
import { localsOf } from './page-locals.ts';

type Result = Parameters<AstroComponentFactory>[0];

/**
 * Prints nothing. Stands on the page that Astro renders first in a build, and offers to print the others with what
 * Astro made ready for that one: its renderer and components are the same, but request, route, response and body of
 * each page, a third of the cost, are left out. For pages of our own components alone.
 *
 * Props: `body`, the component that prints the page of which the locals tell.
 */
export default createComponent((result, props) => {
  const { body } = props as { body: AstroComponentFactory };
  if (changedSlots.size === 0) offerPrinter(() => createPrinter(result, body));
  return renderTemplate``;
});

function createPrinter(result: Result, body: AstroComponentFactory): Printer | undefined {
  const { styles, links, scripts } = result;
  // Printing empties the first of them.
  const head = { styles: [...styles], links: [...links], scripts: [...scripts] };
  const notes = freshMetadata(result._metadata);
  const sample: object = result.createAstro({}, {});
  const [slots] = Object.getOwnPropertySymbols(sample);
  if (slots === undefined) return undefined;
  return async (page, url) => {
    const redaktion = localsOf(page);
    if (!isPlain(redaktion)) return undefined;
    let request: Request | undefined;
    const own = {
      locals: { value: { redaktion } },
      url: { value: url },
      params: { value: { path: routeParam(page) } },
      request: { get: () => (request ??= new Request(url)) },
    };
    const partial: object = Object.create(Object.getPrototypeOf(sample), own);
    const printed = await renderToString(
      {
        ...result,
        pathname: url.pathname,
        params: own.params.value,
        styles: new Set(head.styles),
        links: new Set(head.links),
        scripts: new Set(head.scripts),
        _metadata: freshMetadata(notes),
        createAstro: (props, given) => Object.assign(Object.create(partial), { props, self: null, [slots]: given }),
      },
      body,
      {},
      {},
      true,
    );
    return typeof printed === 'string' ? printed : undefined;
  };
}

/** What Astro notes of a page while it prints it. */
function freshMetadata(first: Result['_metadata']): Result['_metadata'] {
  return {
    ...first,
    hasHydrationScript: false,
    rendererSpecificHydrationScripts: new Set(),
    hasRenderedHead: false,
    renderedScripts: new Set(),
    hasDirectives: new Set(),
    hasRenderedServerIslandRuntime: false,
    extraHead: [],
    extraStyleHashes: [...first.extraStyleHashes],
    extraScriptHashes: [...first.extraScriptHashes],
    propagators: new Set(),
    pendingSlotEvaluations: [],
    templateDepth: 0,
  };
}

/** Nothing on the page is for Astro to make, or a component's that may ask for the page's request. */
function isPlain({ page, content }: RedaktionLocals): boolean {
  if (page.kind !== 'post') return LISTS.has(page.kind);
  const known = content?.components.every(({ name }) => name === 'toc');
  return known === true && content?.images.length === 0 && !pictures.has(page.post.id);
}

const LISTS: ReadonlySet<string> = new Set(['home', 'list', 'term', 'terms', 'archive', 'author', 'authors', 'series']);
