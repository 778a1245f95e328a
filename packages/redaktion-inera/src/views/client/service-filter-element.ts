/**
 * `<service-filter>`: links that choose among services become choices on the page itself. Choices of one kind are
 * alternatives, of several kinds they all count; the choice stands in the address. Without script the links lead to
 * pages of their own.
 */
class ServiceFilter extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => this.choose(event));
    if (!this.isWhole) return;
    window.addEventListener('popstate', () => this.show());
    if (location.search !== '') this.show();
  }

  /** The page has all services, not only those that its address chose. */
  private get isWhole(): boolean {
    return this.dataset['whole'] !== undefined;
  }

  private get links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('a[data-key]')];
  }

  private choose(event: MouseEvent): void {
    // A reader who wants a new tab or window gets it.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-key], a.ri-clear');
    if (!link) return;
    event.preventDefault();
    const query = link.matches('.ri-clear') ? new URLSearchParams() : this.toggled(link);
    const address = `${this.dataset['directory']}${query.size > 0 ? `?${query}` : ''}`;
    if (!this.isWhole) {
      location.assign(address);
      return;
    }
    history.pushState(null, '', address);
    this.show();
    if (link.hidden) this.links[0]?.focus();
  }

  /** What is chosen, with one word more or less. */
  private toggled(link: HTMLAnchorElement): URLSearchParams {
    const chosen = this.links.filter((other) => (other === link) !== (other.getAttribute('aria-current') === 'true'));
    return new URLSearchParams(chosen.map(({ dataset }) => [dataset['name'] ?? '', dataset['key'] ?? '']));
  }

  /** Shows what the address says. */
  private show(): void {
    const query = new URLSearchParams(location.search);
    const wanted = new Map<string, Set<string>>();
    for (const link of this.links) {
      const { facet = '', name = '', key = '' } = link.dataset;
      const isChosen = query.getAll(name).includes(key);
      if (isChosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      if (isChosen) wanted.set(facet, (wanted.get(facet) ?? new Set()).add(key));
    }
    let count = 0;
    for (const entry of this.querySelectorAll<HTMLElement>('.ri-entries > li')) {
      entry.hidden = ![...wanted].every(([facet, keys]) =>
        entry.dataset[facet]?.split(' ').some((key) => keys.has(key)),
      );
      if (!entry.hidden) count += 1;
    }
    for (const section of this.querySelectorAll<HTMLElement>('section'))
      section.hidden = section.querySelector('.ri-entries > li:not([hidden])') === null;
    for (const letter of this.querySelectorAll<HTMLAnchorElement>('.ri-letters a')) {
      const section = document.getElementById(decodeURIComponent(letter.hash.slice(1)))?.closest('section');
      letter.parentElement?.toggleAttribute('hidden', section?.hidden === true);
    }
    this.tell(count, wanted.size > 0);
  }

  private tell(count: number, isChosen: boolean): void {
    const { one = '', other = '', none = '' } = this.dataset;
    const status = this.querySelector('[role="status"]');
    const text = new Intl.PluralRules(document.documentElement.lang).select(count) === 'one' ? one : other;
    if (status) status.textContent = count === 0 ? none : text.replace('{count}', String(count));
    this.querySelector('.ri-clear')?.toggleAttribute('hidden', !isChosen);
  }
}

customElements.define('service-filter', ServiceFilter);
