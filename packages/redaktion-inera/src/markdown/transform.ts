import type { MarkdownTransform } from 'astro-redaktion/plugin';
import { servicePath } from '../model/address.ts';
import { localize } from '../model/localize.ts';
import type { Catalogue } from '../types.ts';
import { createMatcher } from './matcher.ts';
import { mentionLink, mentionTerm } from './mention-html.ts';
import { renderMentions, servicesByAddress } from './mentions.ts';
import { mentionPolicy, type MentionStyle } from './policy.ts';

export interface MentionTransformOptions {
  as: MentionStyle;
  /** Address of the directory page, without base and trailing slash. */
  path: string;
  /** The text of the link in a term, by language; `{name}` is filled in. */
  more: Readonly<Record<string, string>>;
}

/** Makes the first mention of each service in a post a link or a term, on whatever Markdown engine it was rendered. */
export function mentionTransform(catalogue: Catalogue, { as, path, more }: MentionTransformOptions): MarkdownTransform {
  const { head, services, byId } = catalogue;
  const matcher = createMatcher(services, { lang: head.lang });
  const descriptions = services.map(({ description }) => description);
  return {
    key: JSON.stringify([matcher.key, as, path, more, as === 'link' ? [] : descriptions]),
    html(html, { lang, data, base }) {
      const policy = mentionPolicy(data['mentions'], as);
      // A word that means nothing is left as it was; the check of front matter is the host's.
      if (policy === 'invalid' || policy.as === 'off') return html;
      const href = (id: string): string => servicePath({ base, path, id });
      const render = ({ id, text }: { id: string; text: string }): string => {
        const service = byId.get(id);
        if (policy.as === 'link' || !service) return mentionLink(text, { href: href(id) });
        const description = localize(service.description, lang, head.lang);
        return mentionTerm(text, {
          popoverId: `ri-term-${id}`,
          name: service.name,
          description: description.text,
          lang: description.lang === lang ? undefined : description.lang,
          href: href(id),
          more: (more[lang] ?? more['sv'] ?? '').replace('{name}', () => service.name),
        });
      };
      const serviceAt = servicesByAddress(matcher.ids, href);
      return renderMentions(html, { matcher, render, except: policy.except, serviceAt }).html;
    },
  };
}
