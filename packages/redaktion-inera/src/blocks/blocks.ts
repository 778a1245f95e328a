import { type Block, type BlockContext, defineBlock } from 'astro-redaktion/block';
import type { PluginSite } from 'astro-redaktion/types';
import type { z } from 'astro/zod';
import { addressesOf, byLanguage, type ServicePaths } from '../model/addresses.ts';
import { servicesOf } from '../model/choose.ts';
import { PLUGIN } from '../plugin-name.ts';
import type { Catalogue, Guide, Service } from '../types.ts';
import { outlineHtml, outlineMarkdown, type Part } from './outline.ts';
import {
  cardOutline,
  factsOutline,
  guideOutline,
  linkRun,
  listOutline,
  mapOutline,
  type OutlineContext,
  tableOutline,
} from './outlines.ts';
import { createProps } from './props.ts';

/** What the blocks are made of. */
export interface BlocksInput {
  catalogue: Catalogue;
  guides: readonly Guide[];
  /** Where the pages of each language stand on a site. */
  paths: (site: PluginSite) => Readonly<Record<string, ServicePaths>>;
}

/** The components as blocks, for plain Markdown: `::service{#npo}`, `{% include service.md id="npo" %}`. */
export function serviceBlocks(input: BlocksInput): Block[] {
  const { catalogue, guides } = input;
  const props = createProps(catalogue, guides);
  const block = blockMaker(input);
  const service = (id: string): Service => {
    const [found] = servicesOf(catalogue, { ids: [id] });
    if (!found) throw new Error(`${PLUGIN}: there is no service ${id}.`);
    return found;
  };
  return [
    block('service', {
      schema: props.card,
      component: 'ServiceCard',
      outline: ({ id }, c) => cardOutline(service(id), c),
    }),
    block('service-facts', {
      schema: props.one,
      component: 'ServiceFacts',
      outline: ({ id }, c) => factsOutline(service(id), c),
    }),
    block('service-map', {
      schema: props.one,
      component: 'ServiceMap',
      outline: ({ id }, c) => mapOutline(service(id), c),
    }),
    block('service-link', {
      schema: props.one,
      component: 'ServiceLink',
      outline: ({ id }, c, inner) => [{ line: [linkRun(service(id), c, inner || undefined)] }],
    }),
    block('service-term', {
      schema: props.one,
      component: 'ServiceTerm',
      outline: ({ id }, c, inner) => [{ line: [linkRun(service(id), c, inner || shortName(service(id)))] }],
    }),
    block('service-list', {
      schema: props.list,
      component: 'ServiceList',
      // Which services a tag names is known of the whole site only; that is the page's to say.
      outline: ({ tag, ...choice }, c) =>
        tag === undefined
          ? listOutline(servicesOf(catalogue, choice), c)
          : [{ paragraph: [{ text: c.t('page.services'), href: c.hrefs.directory }] }],
    }),
    block('service-table', {
      schema: props.table,
      component: 'ServiceTable',
      outline: ({ ids, facts }, c) => tableOutline(servicesOf(catalogue, { ids }), { ...c, keys: facts }),
    }),
    block('service-cards', { schema: props.cards, component: 'ServiceNotes', outline: () => [] }),
    block('supplier-guide', {
      schema: props.guide,
      component: 'SupplierGuide',
      outline: ({ id }, c) => guides.filter((guide) => guide.id === id).flatMap((guide) => guideOutline(guide, c)),
    }),
  ];
}

/** What one of the blocks is made of. */
interface ServiceBlock<Schema extends z.ZodType> {
  schema: Schema;
  component: string;
  /** What feeds and Markdown say; `inner` is the text that stands inside. */
  outline: (props: z.output<Schema>, context: OutlineContext, inner: string) => Part[];
}

/** Makes blocks whose forms for feeds and as Markdown are printed from one outline. */
function blockMaker({ catalogue, paths }: BlocksInput) {
  const contextOf = ({ lang, t, site }: BlockContext): OutlineContext => {
    const own = byLanguage(paths(site), lang, site.lang);
    if (!own) throw new Error(`${PLUGIN}: no pages in ${lang}.`);
    const hrefs = addressesOf(own, site);
    return { catalogue, head: catalogue.head, lang, t: (key) => t(`${PLUGIN}.${key}`), hrefs };
  };
  return <Schema extends z.ZodType>(name: string, { schema, component, outline }: ServiceBlock<Schema>): Block =>
    defineBlock({
      name,
      props: schema,
      component: `${PLUGIN}/components/${component}.astro`,
      feed: (given, context) => outlineHtml(outline(given, contextOf(context), plain(context.html))),
      text: (given, context) => outlineMarkdown(outline(given, contextOf(context), context.markdown)),
    });
}

/** What a term stands for in a line: the short form if there is one. */
function shortName(service: Service): string {
  return service.abbreviation ?? service.name;
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
