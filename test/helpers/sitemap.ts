import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const ours = (fileName: string) => ({
  fileName,
  contents: readFileSync(join(import.meta.dirname, 'schemas', fileName), 'utf8'),
});

/** The schema of sitemaps.org, from the package `sitemap`, and those of what it may hold besides, all of them strict. */
const SCHEMAS = [
  {
    fileName: 'sitemap.xsd',
    contents: readFileSync(
      createRequire(import.meta.url)
        .resolve('sitemap/package.json')
        .replace('package.json', 'schema/sitemap.xsd'),
      'utf8',
    ),
  },
  ours('sitemap-image.xsd'),
  ours('xhtml-link.xsd'),
];

const ALL = `<schema xmlns="http://www.w3.org/2001/XMLSchema">
  <import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd" />
  <import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="sitemap-image.xsd" />
  <import namespace="http://www.w3.org/1999/xhtml" schemaLocation="xhtml-link.xsd" />
</schema>`;

/** What the schemas, and the protocol's limits on a file, have against a sitemap or a sitemap index. */
export async function sitemapFaults(xml: string): Promise<string[]> {
  const isIndex = /<sitemapindex\b/.test(xml.slice(0, 400));
  const { errors } = await validateXML({
    xml: { fileName: 'given.xml', contents: xml },
    ...(isIndex
      ? { schema: [ours('siteindex.xsd')] }
      : { schema: [{ fileName: 'all.xsd', contents: ALL }], preload: SCHEMAS }),
    initialMemoryPages: 1024,
    maxMemoryPages: 16384,
  });
  const entries = xml.match(/<(?:url|sitemap)>/g)?.length ?? 0;
  return [
    ...errors.map(({ message }) => message),
    ...(entries > 50_000 ? [`${entries} entries, of which 50,000 are allowed`] : []),
    ...(Buffer.byteLength(xml) > 52_428_800 ? ['more than 50 MB'] : []),
  ];
}
