import type { Context } from 'liquidjs';
import { nearest } from '../../../../config/suggest.ts';
import { parseTemplate, renderToText, write } from '../body.ts';
import { badSyntax, Fault } from '../fault.ts';
import { relativeUrl } from '../filters/urls.ts';
import { clockOf, Moment } from '../moment.ts';
import type { Engine, TagMaker } from '../session.ts';
import { report, sessionOf } from '../session.ts';
import type { LiquidDocument } from '../types.ts';
import { toText } from '../value.ts';

/** `{% link _posts/2022-06-02-a.md %}`: the address of a file of the site, with baseurl. */
export const linkTag: TagMaker = (token, state) => {
  const { nodes } = parseTemplate(state.engine, token.args.trim());
  return {
    token,
    blank: false,
    render(scope, out) {
      const session = sessionOf(scope);
      session.site = true;
      const path = renderToText(nodes, scope);
      const url = session.engine.documents.targets().get(path);
      if (url === undefined) return report(scope, missingTarget(path, session.engine, token));
      write(scope, out, relativeUrl(url, session.engine.site.config));
    },
  };
};

/** `{% post_url folder/2022-06-02-a %}`: the address of a post, with baseurl. */
export const postUrlTag: TagMaker = (token) => {
  const name = token.args.trim();
  const [, folder = '', date, slug] = /^\/?(.+\/)?(\d+-\d+-\d+)-(.*)$/.exec(name) ?? [];
  if (date === undefined || slug === undefined) {
    throw badSyntax(`"${name}" is no name of a post.`, 'Write {% post_url 2022-06-02-name %}, without extension.');
  }
  return {
    token,
    blank: false,
    render(scope, out) {
      const session = sessionOf(scope);
      session.site = true;
      const post = findPost({ folder, date, slug }, scope);
      if (!post) return report(scope, missingPost(name, session.engine, token));
      write(scope, out, relativeUrl(post.url, session.engine.site.config));
    },
  };
};

/** `{% render %}` works in no Jekyll. */
export const renderTag: TagMaker = (token) => {
  throw badSyntax('{% render %} does not work in Jekyll.', 'Write {% include file.html name="value" %}.', token);
};

function findPost({ folder, date, slug }: PostName, scope: Context): LiquidDocument | undefined {
  const { documents, site } = sessionOf(scope).engine;
  const start = [`_posts/${folder}${date}-${slug}.`, `${folder}_posts/${date}-${slug}.`];
  const exact = documents
    .linkable()
    .find(({ path }) => start.some((name) => path.startsWith(name) && !path.slice(name.length).includes('.')));
  // Jekyll's older rule, which it still follows with a warning: slug and day, whatever the folder.
  return (
    exact ?? documents.linkable().find((post) => toText(post.data['slug']) === slug && isDay(post, date, site.timeZone))
  );
}

function isDay({ date }: LiquidDocument, text: string, timeZone: string): boolean {
  if (date === undefined) return false;
  const { year, month, day } = clockOf(new Moment(date, timeZone));
  const [y = 0, m = 0, d = 0] = text.split('-').map(Number);
  return (y < 100 ? y + 2000 : y) === year && m === month && d === day;
}

function missingPost(name: string, { documents }: Engine, token: Fault['token']): Fault {
  const names = documents.linkable().map(({ path }) =>
    path
      .replace(/(?:^|\/)_posts\//, '/')
      .replace(/^\//, '')
      .replace(/\.[^./]+$/, ''),
  );
  const near = names.find((known) => known === name.replace(/\.[^./]+$/, '')) ?? nearest(name, names);
  return missing({ tag: 'post_url', name, near, what: 'post' }, token);
}

function missingTarget(path: string, { documents }: Engine, token: Fault['token']): Fault {
  const paths = [...documents.targets().keys()];
  const near = paths.find((known) => known === path.replace(/^\//, '')) ?? nearest(path, paths);
  return missing({ tag: 'link', name: path, near, what: 'file of the site' }, token);
}

function missing({ tag, name, near, what }: Missing, token: Fault['token']): Fault {
  const fix = near
    ? `Did you mean {% ${tag} ${near} %}?`
    : `Name one that exists${tag === 'link' ? ', from the site’s root' : ', without extension'}.`;
  return new Fault(
    {
      code: 'liquid-missing-target',
      message: `There is no ${what} "${name}" for {% ${tag} %} to lead to.`,
      fix,
    },
    token,
  );
}

interface PostName {
  folder: string;
  date: string;
  slug: string;
}
interface Missing {
  tag: string;
  name: string;
  near: string | undefined;
  what: string;
}
