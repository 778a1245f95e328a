import type { SiteOptions } from '../config/site-options.ts';

/** Whether the contact form stands on the home page. */
export function isContactPage({ contactForm }: Pick<SiteOptions, 'contactForm'>): boolean {
  return contactForm !== undefined && /^\/(?:index\.html)?(?:[?#]|$)/.test(contactForm.page);
}
