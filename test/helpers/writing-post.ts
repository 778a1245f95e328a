/** A text that uses each of the writer's blocks, and the files that it names. */
export const WRITING = `
:::notice
En **not**.
:::

:::notice{kind=tip title="Råd & dåd"}
Ett råd.
:::

{% include notice.html kind="important" text="Viktigt <här>" %}

{% include notice.html kind="warning" text="En varning" %}

::figure{src="/bilder/ett.svg" alt="Ett hus" width=300 height=200 caption="Huset" credit="Anna"}

:::figure{src="/bilder/ett.svg" alt=""}
Med [länk](/om/).
:::

:::gallery{title="Tre bilder"}
::figure{src="/bilder/ett.svg" alt="Första" caption="Bild ett"}
::figure{src="/bilder/tva.svg" large="/bilder/ett.svg" alt="" caption="Bild två"}
![Tredje](/bilder/tva.svg "Bild tre")
:::

:::details{title="Så räknade vi"}
Två **gånger**.
:::

:::pullquote{by="Karin Boye" source="I rörelse" sourceUrl="https://litteraturbanken.se/"}
Mödan värd.
:::

:::factbox{title="Fakta" source="SCB" sourceUrl="/kalla/"}
- Ett faktum.
:::

:::timeline{title="Historien"}
- **1999** Den börjar.
- **2008** Den fortsätter.
:::

{% include timeline.html events="2022-06-02: Publiceras; 2026-10: Ändras; Snart: Läses" %}

:::definitions
HSA
: Katalogen.

SITHS
e-tjänstekort
: Kortet.
: Finns i **telefonen**.
:::

{% include definitions.html title="Fler" items="NPÖ: Översikten; NLL: Listan" %}

:::comparison{title="Papper eller skärm"}
| | Papper | Skärm | Telefon |
|---|---|---|---|
| Gratis | Nej | Ja | Ja |
:::

{% include comparison.html title="Två till" columns="A, B" rows="Pris: 50 kr, 0 kr; Gratis: nej, ja" %}

:::code{title="a.ts"}
\`\`\`ts
const a = '::video';
\`\`\`
:::

{% include code.html title="b.html" code="<b>" lang="html" %}

En uppgift.[^not]

[^not]: Noten, med [länk](/om/).
`;

/** The same blocks as components in MDX. */
export const WRITING_MDX = `

${['Notice', 'Figure', 'Gallery', 'Details', 'PullQuote', 'FactBox', 'Timeline', 'Definitions', 'Comparison', 'Code']
  .map((name) => `import ${name} from 'astro-redaktion/components/${name}.astro';`)
  .join('\n')}

<Notice kind="tip" title="Rubrik">**Fet** text.</Notice>

<Figure src="/bilder/ett.svg" alt="Ett hus" credit="Anna" />

<Gallery images={[{ src: '/bilder/ett.svg', alt: 'Ett' }]}>
  ![Två](/bilder/tva.svg)
</Gallery>

<Details title="Mer" open>Text.</Details>

<PullQuote source="Boken">Ord.</PullQuote>

<FactBox title="Fakta">- Ett</FactBox>

<Timeline events={[{ date: 1993, text: 'Lagen' }]} />

<Definitions items={[{ term: 'HSA', text: 'Katalogen' }]} />

<Comparison title="Två" columns={['A', 'B']} rows={[{ name: 'Pris', values: ['1', '2'] }]} />

<Code code="let a" lang="ts" />

En not.[^1]

[^1]: I MDX.
`;

const svg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="300" height="200"><rect width="300" height="200" fill="${colour}"/></svg>`;

export const WRITING_FILES = { 'public/bilder/ett.svg': svg('tan'), 'public/bilder/tva.svg': svg('teal') };
