import type { Emitter } from 'liquidjs';
import { Context, Liquid } from 'liquidjs';
import { parseTemplate, renderNodes } from './body.ts';
import type { Current } from './current.ts';
import { createCurrent } from './current.ts';
import { createDocuments } from './documents.ts';
import { createFilters } from './filters/all.ts';
import { faultOf, problemsOf } from './problems.ts';
import { postScope, siteScope } from './scope.ts';
import type { Engine, Session } from './session.ts';
import { startSession } from './session.ts';
import { tags } from './tags/all.ts';
import type { IncludeUse, LiquidLimits, LiquidPost, LiquidRenderer, LiquidResult, LiquidSite } from './types.ts';

/** A page may list every post, by each of its tags, with its text: what is too much depends on how many there are. */
function defaultLimits(size: number): LiquidLimits {
  return { parse: 5_000_000, time: 5_000 + 5 * size, work: 10_000_000 + 50_000 * size, depth: 100 };
}

/**
 * Liquid as Jekyll has it, for all posts of a folder. liquidjs renders: its scopes, its limits on work and time, its
 * places in errors. What text means is read here by Ruby Liquid's rules, because liquidjs reads names, quotes, blank
 * blocks and dates otherwise, and a quarter of real posts show it.
 */
export function createLiquid(site: LiquidSite): LiquidRenderer {
  const limits = { ...defaultLimits(site.size ?? 0), ...site.limits };
  const current = createCurrent();
  const liquid = new Liquid({
    ownPropertyOnly: true,
    renderLimit: limits.time,
    memoryLimit: limits.work,
    templates: {},
  });
  const documents = createDocuments(site, { used: current.useSite, reader: () => current.session()?.post });
  const engine: Engine = {
    site,
    limits,
    tags,
    filters: createFilters(site),
    renderer: liquid.renderer,
    cache: new Map(),
    documents,
  };
  const shared = siteScope(site, documents, current);
  return {
    render: (post) =>
      hasLiquid(post) ? render({ liquid, engine, current, shared }, post) : plain(post.body, post.components),
  };
}

/** The text has something for Liquid to do. */
export function hasLiquid({ body, data }: Pick<LiquidPost, 'body' | 'data'>): boolean {
  return data['render_with_liquid'] !== false && (body.includes('{{') || body.includes('{%'));
}

function plain(text: string, components: readonly IncludeUse[] = []): LiquidResult {
  return { text, includes: [], site: false, components: [...components], problems: [] };
}

function render({ liquid, engine, current, shared }: Workshop, post: LiquidPost): LiquidResult {
  // A list that shows its own excerpt: Jekyll stops at the second turn as well.
  if (current.depthOf(post.path) > 1) return plain('');
  const session = newSession(engine, post);
  const text = current.run(session, () => {
    const scope = new Context(postScope(engine, shared, post), liquid.options, { sync: true }, { liquid });
    startSession(scope, session);
    return renderBody(session, scope, post.body);
  });
  const { files, site, components } = session;
  return { text, includes: [...files], site, components, problems: problemsOf(session, post, engine.site) };
}

function renderBody(session: Session, scope: Context, body: string): string {
  const out: Emitter = {
    buffer: '',
    write(text: string) {
      this.buffer += text;
    },
  };
  try {
    const { nodes, faults } = parseTemplate(session.engine, body);
    session.faults.push(...faults.map((fault) => ({ fault })));
    renderNodes(nodes, scope, out);
  } catch (error) {
    const via = session.stack[0];
    session.faults.push({ fault: faultOf(error), ...(via && { via }) });
  }
  return out.buffer;
}

function newSession(engine: Engine, post: LiquidPost): Session {
  return {
    engine,
    post,
    faults: [],
    files: new Set(),
    site: false,
    components: [...(post.components ?? [])],
    bodyLine: post.bodyLine,
    stack: [],
    cycles: new Map(),
    offsets: new Map(),
    loops: [],
  };
}

interface Workshop {
  liquid: Liquid;
  engine: Engine;
  current: Current;
  shared: Record<string, unknown>;
}
