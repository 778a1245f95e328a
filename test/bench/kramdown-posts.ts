import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Posts of the example article's kind, each a little different, so that nothing is read twice from a cache. */
export interface Corpus {
  /** Headings, paragraphs, links, emphasis, lists: what kramdown and CommonMark read alike. */
  plain: string[];
  /** The same as a Jekyll blog has it: a table of contents, two attribute lists, two footnotes, a definition list. */
  typical: string[];
  /** Two pages of text after a page of nothing but what only kramdown has. */
  dense: string[];
}

const ARTICLE = join(import.meta.dirname, '../../example-site/_posts/2022-06-02-ineras-tjanster.md');

const LISTS = `## Vem gör vad, nummer N?

- **Regionerna** äger sina journaler
- *Kommunerna* läser dem
- Inera sköter [trafiken](https://www.inera.se/)

1. Logga in
2. Välj en tjänst
3. Läs

> Samtycke krävs. Det ges en gång och gäller tills det tas tillbaka.
`;

const TYPICAL = `## Innehåll
{:.no_toc}

* TOC
{:toc}

## Bakgrund N {#bakgrund-N}

Sedan 2015 har "journalen" nått alla regioner[^regioner]. Det är *inte* en självklarhet -- se
[katalogen](https://www.inera.se/){: rel="external"} för detaljer, eller skriv till oss[^oss].
{: .ingress}

NPÖ
: Nationell patientöversikt, för personal.

HSA
: Katalog över personal.

`;

const NOTES = `
[^regioner]: Gotland kom sist, "som vanligt".
[^oss]: Adressen står på [kontaktsidan](/kontakt/).
`;

const DENSE = `* innehåll
{:toc}

## Tjänsten N {#tjanst-N}

En "rapport" om NPÖ och HSA -- kort sagt[^not]. Läs *mer*{: .viktigt} i [katalogen][hsa]{: rel="external"}.
{: .ingress #ingress-N}

NPÖ
: Nationell patientöversikt, för personal.

HSA
: Katalog över personal.
: Ägs av regionerna.

| Tjänst | För vem
|:-------|--------:
| NPÖ    | vården
| 1177   | alla

<div class="ruta" markdown="1">
Det här är *viktigt*, och ...

- en punkt
- en till
</div>

<figure>
  <img src="https://www.inera.se/a-N.png" alt="En bild">

  <figcaption>En bild</figcaption>
</figure>

### Utan plats i innehållet
{: .no_toc}

- ett
- två
{: .lista}

[^not]: En not om ämne N, med en [länk](https://www.inera.se/).

[hsa]: https://www.inera.se/hsa "HSA"

*[NPÖ]: Nationell patientöversikt
*[HSA]: Katalogtjänst
`;

/** @param count posts of each kind */
export function corpus(count: number): Corpus {
  const article = readFileSync(ARTICLE, 'utf8')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^\{% include .*\n/m, '')
    .trimStart();
  const numbered = (text: string, n: number): string => text.replace(/\bN\b/g, String(n));
  return {
    plain: Array.from({ length: count }, (_, n) => numbered(`${article}\n${LISTS}`, n)),
    typical: Array.from({ length: count }, (_, n) => numbered(`${TYPICAL}${article}\n${LISTS}${NOTES}`, n)),
    dense: Array.from({ length: count }, (_, n) => numbered(`${DENSE}\n${article}`, n)),
  };
}
