export { createContactHandler } from './contact/handler.ts';
export type { ContactHandler, ContactHandlerOptions } from './contact/handler.ts';
export { contactMessage } from './contact/fields.ts';
export type { ContactMessage } from './contact/fields.ts';
