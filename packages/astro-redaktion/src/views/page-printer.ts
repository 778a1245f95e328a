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
 * Prints nothing. Stands on the page that Astro renders first in a build or on a server, and offers to print the others with what
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
  // A policy that travels as a header is for Astro to put together.
  if (result.shouldInjectCspMetaTags && result.cspDestination !== 'meta') return undefined;
  // Printing empties the first of them.
  const head = { styles: [...styles], links: [...links], scripts: [...scripts] };
  const notes = freshMetadata(result._metadata);
  const sample: object = result.createAstro({}, {});
  const [slots] = Object.getOwnPropertySymbols(sample);
  if (slots === undefined) return undefined;
  const createGlobal = globals(sample, slots);
  return (page, url) => {
    const redaktion = localsOf(page);
    if (!isPlain(redaktion)) return undefined;
    let request: Request | undefined;
    const own: Own = {
      locals: { redaktion },
      url,
      params: { path: routeParam(page) },
      request: () => (request ??= new Request(url)),
    };
    const printing = renderToString(
      {
        ...result,
        // That page's reader may have gone.
        cancelled: false,
        pathname: url.pathname,
        params: own.params,
        styles: new Set(head.styles),
        links: new Set(head.links),
        scripts: new Set(head.scripts),
        _metadata: freshMetadata(notes),
        createAstro: (props, given) => createGlobal(props, given, own) as ReturnType<Result['createAstro']>,
      },
      body,
      {},
      {},
      true,
    );
    return printing.then((printed) => {
      // Astro keeps each component's slots with the page that it rendered first, and with them all that they show.
      (result._metadata as { slotsByAstro?: unknown }).slotsByAstro = undefined;
      if (typeof printed === 'string') return printed;
      throw new Error(`${page.url} is printed by a component that answers with a response of its own.`);
    });
  };
}

/** What `Astro` says of one page only. */
interface Own {
  locals: { redaktion: RedaktionLocals };
  url: URL;
  params: Record<string, string | undefined>;
  request: () => Request;
}

const OWN = Symbol('own');

/**
 * Makes the `Astro` of a component on a page. All have one prototype: a prototype for each page, as Astro makes it, is
 * a new kind of object for the engine, in which it has to look for everything anew.
 */
function globals(sample: object, slots: symbol): (props: unknown, given: unknown, own: Own) => object {
  class Global {
    readonly props: unknown;
    readonly self = null;
    readonly [OWN]: Own;
    constructor(props: unknown, given: unknown, own: Own) {
      this.props = props;
      this[OWN] = own;
      (this as Record<symbol, unknown>)[slots] = given;
    }
    get locals(): Own['locals'] {
      return this[OWN].locals;
    }
    get url(): URL {
      return this[OWN].url;
    }
    get params(): Own['params'] {
      return this[OWN].params;
    }
    get request(): Request {
      return this[OWN].request();
    }
  }
  Object.setPrototypeOf(Global.prototype, Object.getPrototypeOf(sample));
  return (props, given, own) => new Global(props, given, own);
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
  // The home page shows the picture of its lead story.
  const photo = page.kind === 'home' ? page.posts[0]?.id : undefined;
  if (page.kind !== 'post') return LISTS.has(page.kind) && !(photo !== undefined && pictures.has(photo));
  const known = content?.components.every(({ name }) => name === 'toc');
  return known === true && content?.images.length === 0 && !pictures.has(page.post.id);
}

const LISTS: ReadonlySet<string> = new Set(['home', 'list', 'term', 'terms', 'archive', 'author', 'authors', 'series']);
