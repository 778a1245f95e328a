import { createHash } from 'node:crypto';
import type { BlockAfterHeading, MarkdownTransform, TransformedPost } from 'astro-redaktion/plugin';
import { type Addresses, addressesOf, byLanguage, type ServicePaths } from '../model/addresses.ts';
import { localize } from '../model/localize.ts';
import type { Catalogue, Service } from '../types.ts';
import { headingServices } from './heading-services.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { mentionLink, mentionTerm, type TermHtml } from './mention-html.ts';
import { renderMentions, servicesByAddress } from './mentions.ts';
import { mentionPolicy, type MentionStyle } from './policy.ts';

export interface MentionTransformOptions {
  as: MentionStyle;
  /** Fact cards after headings that name services. */
  cards: boolean;
  /** Where the pages of each language stand on a site. */
  paths: (site: TransformedPost['site']) => Readonly<Record<string, ServicePaths>>;
  /** The text of the link in a term, by language; `{name}` is filled in. */
  more: Readonly<Record<string, string>>;
  /** Changes with anything that the forms of blocks print. */
  stamp?: unknown;
}

/**
 * Makes the first mention of each service in a post a link or a term, on whatever Markdown engine it was rendered, and
 * keeps which services the post names, in the order in which it first does.
 */
export function mentionTransform(catalogue: Catalogue, options: MentionTransformOptions): MarkdownTransform {
  const { as, cards, paths, more } = options;
  const { head, services, byId } = catalogue;
  const matcher = createMatcher(services, { lang: head.lang });
  const known = new Map<string, ReturnType<typeof placesFor>>();
  const placesOf = (post: TransformedPost): ReturnType<typeof placesFor> => {
    // One site a build; only its languages differ.
    const made = known.get(post.lang) ?? placesFor(post, { paths, ids: matcher.ids });
    known.set(post.lang, made);
    return made;
  };
  return {
    key: createHash('sha1')
      .update(JSON.stringify([matcher.key, as, cards, more, options.stamp]))
      .digest('hex'),
    html(html, post) {
      const policy = mentionPolicy(post.data['mentions'], as);
      // A word that means nothing leaves the text as it was; the check of front matter tells of it.
      const { as: style, except } = policy === 'invalid' ? { as: 'off', except: new Set<string>() } : policy;
      const { hrefs, serviceAt } = placesOf(post);
      const render = ({ id, text }: { id: string; text: string }): string => {
        const service = byId.get(id);
        const href = hrefs.service(id);
        return style === 'link' || !service
          ? mentionLink(text, { href })
          : mentionTerm(text, termOf(service, { post, href, own: head.lang, more }));
      };
      const made = renderMentions(html, { matcher, ...(style === 'off' ? {} : { render }), except, serviceAt });
      const named = [
        ...made.mentions.map(({ id }) => id),
        ...headingsOf(html).flatMap((text) => headingServices(matcher, text)),
      ];
      return { html: made.html, facts: [...new Set(named)] };
    },
    blocks: (headings, { data }) =>
      cards && data['service_cards'] !== false ? headings.flatMap((heading) => cardsUnder(heading, matcher)) : [],
  };
}

/** What a term says of a service. `own` is the catalogue's language. */
function termOf(
  service: Service,
  {
    post,
    href,
    own,
    more,
  }: { post: TransformedPost; href: string; own: string } & Pick<MentionTransformOptions, 'more'>,
): TermHtml {
  const description = localize(service.description, post.lang, own);
  return {
    popoverId: `ri-term-${service.id}-${stemOf(post.file)}`,
    service,
    nameLang: own === post.lang ? undefined : own,
    description: description.text,
    lang: description.lang === post.lang ? undefined : description.lang,
    href,
    more: (byLanguage(more, post.lang, 'en') ?? '').replace('{name}', () => service.name),
  };
}

/** The fact cards under a heading that consists of names of services. */
function cardsUnder({ slug, text }: { slug: string; text: string }, matcher: Matcher): BlockAfterHeading[] {
  const ids = headingServices(matcher, text);
  return ids.length > 0 ? [{ after: slug, name: 'service-cards', props: { ids } }] : [];
}

/** Addresses of a post's language, and the service that an address leads to. */
function placesFor(
  { lang, site }: TransformedPost,
  { paths, ids }: Pick<MentionTransformOptions, 'paths'> & { ids: readonly string[] },
): { hrefs: Addresses; serviceAt: (href: string) => string | undefined } {
  const own = byLanguage(paths(site), lang, site.lang);
  if (!own) throw new Error(`There are no pages of services in ${lang}.`);
  const hrefs = addressesOf(own, site);
  return { hrefs, serviceAt: servicesByAddress(ids, hrefs.service) };
}

/** Texts of headings: a service whose name is too common to be found in a text is the subject where it is a heading. */
function headingsOf(html: string): string[] {
  return [...html.matchAll(/<h([1-6])[ >][^]*?<\/h\1>/g)].map(([heading]) =>
    heading.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&'),
  );
}

/** Part of an id that posts on one page do not share: the file's name, without what differs between machines. */
function stemOf(file: string): string {
  const inside = file.replace(/^.*\/_(?:posts|drafts)\//, '').replace(/\.[^.]+$/, '');
  return inside
    .split('/')
    .slice(-2)
    .join('-')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
}
