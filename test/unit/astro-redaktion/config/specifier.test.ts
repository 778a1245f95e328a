import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { fileUrl, ownerPath } from '../../../../packages/astro-redaktion/src/config/specifier.ts';

const root = pathToFileURL('/srv/a site/');

test('a package stays a name, and a path of the owner’s starts at the project', () => {
  expect(ownerPath('my-package/Card.astro', root)).toBe('my-package/Card.astro');
  expect(String(ownerPath('./src/Card.astro', root))).toBe('file:///srv/a%20site/src/Card.astro');
  expect(String(ownerPath('/src/Card.astro', root))).toBe('file:///srv/a%20site/src/Card.astro');
  expect(String(ownerPath('../Card.astro', root))).toBe('file:///srv/Card.astro');
});

test('signs that mean something in addresses are letters of names', () => {
  expect(fileUrl('./100% #1?/å', root).href).toBe('file:///srv/a%20site/100%25%20%231%3F/%C3%A5');
  expect(fileUrl('/elsewhere', root).href).toBe('file:///elsewhere');
});
