import { defineMiddleware } from 'astro:middleware';
import { isMiddlewareAlone } from '../content/hand-over.ts';
import { pageLocals } from './page-locals.ts';
import { servedPage } from './served-page.ts';

/**
 * Gives every page `Astro.locals.redaktion`, made when it is first asked for. On a server it answers with our pages
 * at once where nothing of others would see them on their way.
 */
export const onRequest = defineMiddleware((context, next) => {
  let locals: ReturnType<typeof pageLocals> | undefined;
  if (context.routePattern === '/[...path]' && isMiddlewareAlone()) {
    const served = servedPage(context);
    if (served) return served;
  }
  Object.defineProperty(context.locals, 'redaktion', {
    get() {
      locals ??= pageLocals(context);
      return locals;
    },
    set: (value) => {
      locals = value;
    },
    configurable: true,
    enumerable: true,
  });
  return next();
});
