/**
 * Share pictures: the template of the package and the types for one of your own.
 *
 * @example
 * // astro.config.ts
 * import { sharePictureTemplate, type ShareTemplate } from 'astro-redaktion/share-picture';
 *
 * const template: ShareTemplate = (facts) => sharePictureTemplate({ ...facts, hue: 150 });
 * redaktion({ sharePictures: { template } });
 */
export { sharePictureTemplate } from './outputs/share/share-template.ts';
export type { ShareFacts, ShareNode, ShareStyle, ShareTemplate } from './outputs/share/share-node.ts';
