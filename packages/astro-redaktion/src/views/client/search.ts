/**
 * `<rd-search>`: finds while one types, by Pagefind, which is loaded with the first letter. What is asked for stands in
 * the address (`?q=…&tag=…`), so that a search can be linked to. Without script the page's lists remain.
 */
class Search extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;
  #turn = 0;

  connectedCallback(): void {
    const form = this.#one('form');
    form.hidden = false;
    const asked = new URLSearchParams(location.search);
    for (const [name, value] of asked) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search();
    });
    form.addEventListener('input', () => void this.#search());
    if (asked.get('q')) void this.#search(asked);
  }

  async #search(asked?: URLSearchParams): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      this.#pagefind ??= this.#load(asked);
      const pagefind = await this.#pagefind;
      const wanted = this.#wanted();
      const { q = '', ...filters } = Object.fromEntries(wanted);
      history.replaceState(null, '', wanted.size > 0 ? `?${wanted}` : location.pathname);
      const found = await pagefind.debouncedSearch(q === '' ? null : q, { filters }, 200);
      if (!found || turn !== this.#turn) return;
      const results = await Promise.all(found.results.slice(0, 50).map((result) => result.data()));
      if (turn === this.#turn) this.#show(results, q === '' && wanted.size === 0 ? undefined : found.results.length);
    } catch (error) {
      this.#say(this.dataset['failed'] ?? '');
      console.error(error);
    }
  }

  async #load(asked?: URLSearchParams): Promise<Pagefind> {
    const pagefind = (await import(/* @vite-ignore */ this.dataset['index'] ?? '')) as Pagefind;
    await pagefind.options({ excerptLength: 30 });
    const filters = await pagefind.filters();
    for (const select of this.querySelectorAll('select')) {
      const values = Object.entries(filters[select.name] ?? {}).filter(([, count]) => count > 0);
      const order = select.name === 'year' ? -1 : 1;
      values.sort(([a], [b]) => order * a.localeCompare(b, document.documentElement.lang));
      select.append(...values.map(([value, count]) => new Option(`${value} (${count})`, value)));
      select.value = asked?.get(select.name) ?? '';
      const label = select.closest('label');
      if (label) label.hidden = values.length < 2;
    }
    return pagefind;
  }

  #wanted(): URLSearchParams {
    const given = [...new FormData(this.#one('form'))].map(([name, value]) => [name, String(value).trim()] as const);
    return new URLSearchParams(given.filter(([, value]) => value !== '').map(([name, value]) => [name, value]));
  }

  #show(results: readonly Result[], count: number | undefined): void {
    const rows = results.map(({ url, meta, excerpt }) => {
      const link = element('a', meta['title'] ?? url);
      link.href = url;
      const date = element('p', meta['date'] ?? '');
      date.className = 'rd-search__date';
      return element('li', element('h2', link), date, element('p', ...marked(excerpt)));
    });
    this.#one('ol').replaceChildren(...rows);
    const text = this.dataset[count === 0 ? 'none' : 'count'] ?? '';
    this.#say(count === undefined ? '' : text.replace('{count}', String(count)));
  }

  #say(text: string): void {
    this.#one('output').textContent = text;
  }

  #one<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
    const element = this.querySelector(name);
    if (!element) throw new Error(`<rd-search> holds no <${name}>.`);
    return element;
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/** Pagefind's excerpt is escaped HTML with `<mark>`; taken apart, so that nothing of it is ever read as HTML. */
function marked(excerpt: string): Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map(({ nodeName, textContent }) =>
    nodeName === 'MARK' ? element('mark', textContent ?? '') : document.createTextNode(textContent ?? ''),
  );
}

interface Result {
  url: string;
  meta: Record<string, string>;
  excerpt: string;
}

/** What we use of https://pagefind.app/docs/api/. */
interface Pagefind {
  options: (options: { excerptLength: number }) => Promise<void>;
  filters: () => Promise<Record<string, Record<string, number>>>;
  debouncedSearch: (
    query: string | null,
    options: { filters: Record<string, string> },
    milliseconds: number,
  ) => Promise<{ results: { data: () => Promise<Result> }[] } | null>;
}

customElements.define('rd-search', Search);

export type { Search };
