import { defineMiddleware } from 'astro:middleware';
import { pageLocals } from './page-locals.ts';

/** Gives every page `Astro.locals.redaktion`, made when it is first asked for. */
export const onRequest = defineMiddleware((context, next) => {
  let locals: ReturnType<typeof pageLocals> | undefined;
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
