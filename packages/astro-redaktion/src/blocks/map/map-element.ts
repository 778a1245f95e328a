/**
 * `<rd-map>`: a button that loads the owner's interactive map into its place. Until then nothing is requested; without
 * script there is no button.
 */
class RdMap extends HTMLElement {
  connectedCallback(): void {
    const { open = '', asks = '' } = this.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'rd-map__open';
    button.textContent = open;
    const note = document.createElement('p');
    note.className = 'rd-map__asks';
    note.textContent = asks;
    this.append(button, ...(asks ? [note] : []));
    button.addEventListener('click', () => void this.load(button));
  }

  private async load(button: HTMLButtonElement): Promise<void> {
    const { module = '', style, map = '{}', open = '', failed = '' } = this.dataset;
    button.disabled = true;
    try {
      if (style) await load(style);
      const { default: fill } = (await import(/* @vite-ignore */ module)) as {
        default: (element: Element, map: unknown) => unknown;
      };
      const place = document.createElement('div');
      place.className = 'rd-map__live';
      place.tabIndex = -1;
      place.setAttribute('role', 'region');
      place.setAttribute('aria-label', open);
      this.replaceChildren(place);
      await fill(place, JSON.parse(map));
      place.focus();
    } catch {
      const note = document.createElement('p');
      note.setAttribute('role', 'alert');
      note.textContent = failed;
      this.replaceChildren(note);
    }
  }
}

function load(href: string): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
    document.head.append(link);
  });
}

customElements.define('rd-map', RdMap);
