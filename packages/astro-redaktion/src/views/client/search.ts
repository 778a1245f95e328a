/**
 * `<rd-search>`: finds while one types, by Pagefind, which is loaded with the first letter. What is asked for stands in
 * the address (`?q=…&tag=…`), so that a search can be linked to. Without script the page's lists remain.
 */
class Search extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;
  #turn = 0;
  /** Results that are not shown yet. */
  #rest: Found[] = [];

  connectedCallback(): void {
    const form = this.#one('form');
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
    this.#more.addEventListener('click', () => void this.#showMore());
    if (asked.get('q')) void this.#search(asked);
  }

  /** The page's lists give way before the results come, so that nothing moves when they do. */
  #makeRoom(isAsked: boolean): void {
    this.toggleAttribute('data-asked', isAsked);
  }

  async #search(asked?: URLSearchParams): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#makeRoom(asked !== undefined || this.#wanted().size > 0);
    try {
      this.#pagefind ??= this.#load(asked);
      const pagefind = await this.#pagefind;
      const wanted = this.#wanted();
      const { q = '', ...filters } = Object.fromEntries(wanted);
      history.replaceState(null, '', wanted.size > 0 ? `?${wanted}` : location.pathname);
      const found = await pagefind.debouncedSearch(q === '' ? null : q, { filters }, 200);
      if (!found || turn !== this.#turn) return;
      this.#rest = [...found.results];
      const rows = await this.#next();
      if (turn !== this.#turn) return;
      this.#one('ol').replaceChildren(...rows);
      this.#tell(wanted.size === 0 ? undefined : found.results.length);
    } catch (error) {
      this.#say(this.dataset['failed'] ?? '');
      console.error(error);
    }
  }

  async #load(asked?: URLSearchParams): Promise<Pagefind> {
    const pagefind = (await import(/* @vite-ignore */ this.dataset['index'] ?? '')) as Pagefind;
    // The addresses in the index have the site's base already; Pagefind would set its folder's before them.
    await pagefind.options({ excerptLength: 30, baseUrl: '/' });
    await this.#addLanguages(pagefind);
    const filters = await pagefind.filters();
    const { lang } = document.documentElement;
    const names = new Intl.DisplayNames(lang, { type: 'language' });
    for (const select of this.querySelectorAll('select')) {
      const label = (value: string): string => (select.name === 'lang' ? (names.of(value) ?? value) : value);
      const values = Object.entries(filters[select.name] ?? {}).filter(([, count]) => count > 0);
      const order = select.name === 'year' ? -1 : 1;
      values.sort(([a], [b]) => order * label(a).localeCompare(label(b), lang));
      select.append(...values.map(([value, count]) => new Option(`${label(value)} (${count})`, value)));
      select.value = asked?.get(select.name) ?? '';
      const field = select.closest('label');
      if (field) field.hidden = values.length < 2;
    }
    return pagefind;
  }

  /** Pagefind loads the index of the page's language alone. */
  async #addLanguages(pagefind: Pagefind): Promise<void> {
    const own = document.documentElement.lang;
    const folder = new URL('.', new URL(this.dataset['index'] ?? '', location.href)).href;
    for (const language of (this.dataset['languages'] ?? '').split(' '))
      if (language !== '' && language !== own) await pagefind.mergeIndex(folder, { language, baseUrl: '/' });
  }

  #wanted(): URLSearchParams {
    const given = [...new FormData(this.#one('form'))].map(([name, value]) => [name, String(value).trim()] as const);
    return new URLSearchParams(given.filter(([, value]) => value !== '').map(([name, value]) => [name, value]));
  }

  /** The next results as rows. */
  async #next(): Promise<HTMLLIElement[]> {
    const results = await Promise.all(this.#rest.splice(0, PAGE).map((result) => result.data()));
    this.#more.hidden = this.#rest.length === 0;
    return results.map(({ url, meta, excerpt }) => {
      const link = element('a', meta['title'] ?? url);
      link.href = url;
      const date = element('p', meta['date'] ?? '');
      date.className = 'rd-search__date';
      return element('li', element('h2', link), date, element('p', ...marked(excerpt)));
    });
  }

  /** The button may go: whoever used it goes on at the first of the new results. */
  async #showMore(): Promise<void> {
    const turn = this.#turn;
    const rows = await this.#next();
    if (turn !== this.#turn) return;
    this.#one('ol').append(...rows);
    rows[0]?.querySelector('a')?.focus();
  }

  #tell(count: number | undefined): void {
    const text = this.dataset[count === 0 ? 'none' : 'count'] ?? '';
    if (count === 0) this.#makeRoom(false);
    this.#say(count === undefined ? '' : text.replace('{count}', String(count)));
  }

  get #more(): HTMLButtonElement {
    const button = this.querySelector<HTMLButtonElement>(':scope > button');
    if (!button) throw new Error('<rd-search> holds no <button> for more results.');
    return button;
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

/** Results shown at once. */
const PAGE = 20;

interface Result {
  url: string;
  meta: Record<string, string>;
  excerpt: string;
}

/** A result before it is fetched. */
interface Found {
  data: () => Promise<Result>;
}

/** What we use of https://pagefind.app/docs/api/. */
interface Pagefind {
  options: (options: { excerptLength: number; baseUrl: string }) => Promise<void>;
  filters: () => Promise<Record<string, Record<string, number>>>;
  debouncedSearch: (
    query: string | null,
    options: { filters: Record<string, string> },
    milliseconds: number,
  ) => Promise<{ results: Found[] } | null>;
  mergeIndex: (folder: string, options: { language: string; baseUrl: string }) => Promise<void>;
}

customElements.define('rd-search', Search);

export type { Search };
