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
`;

const svg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="300" height="200"><rect width="300" height="200" fill="${colour}"/></svg>`;

export const WRITING_FILES = { 'public/bilder/ett.svg': svg('tan'), 'public/bilder/tva.svg': svg('teal') };
