/** `<rd-gallery>`: its links to pictures open them in a box over the page. Without script they stay links. */
class RdGallery extends HTMLElement {
  private readonly links: HTMLAnchorElement[] = [];
  private readonly box = document.createElement('dialog');
  private readonly picture = document.createElement('img');
  private readonly words = document.createElement('figcaption');
  private readonly count = document.createElement('output');
  private at = 0;

  connectedCallback(): void {
    for (const link of this.querySelectorAll('a')) if (link.querySelector('img')) this.links.push(link);
    for (const [index, link] of this.links.entries())
      link.addEventListener('click', (event) => {
        // A reader who wants a new tab or window gets it.
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        this.show(index);
        this.box.showModal();
      });
    this.build();
  }

  private build(): void {
    const { close = '', previous = '', next = '' } = this.dataset;
    const figure = document.createElement('figure');
    const row = document.createElement('div');
    figure.append(this.picture, this.words);
    if (this.links.length > 1)
      row.append(
        button('rd-gallery__back', previous, () => this.show(this.at - 1)),
        this.count,
        button('rd-gallery__on', next, () => this.show(this.at + 1)),
      );
    row.append(button('rd-gallery__close', close, () => this.box.close()));
    this.box.className = 'rd-gallery__box';
    this.box.ariaLabel = this.parentElement?.ariaLabel ?? '';
    this.box.append(figure, row);
    this.box.addEventListener('keydown', (event) => {
      const isRight = event.key === 'ArrowRight';
      if (!isRight && event.key !== 'ArrowLeft') return;
      const isRtl = getComputedStyle(this).direction === 'rtl';
      this.show(this.at + (isRight === isRtl ? -1 : 1));
    });
    this.box.addEventListener('click', (event) => {
      if (event.target === this.box) this.box.close();
    });
    // Back to the picture that was last looked at, not to the one that was opened first.
    this.box.addEventListener('close', () => this.links[this.at]?.focus());
    this.append(this.box);
  }

  private show(index: number): void {
    const { links } = this;
    this.at = (index + links.length) % links.length;
    const link = links[this.at];
    const small = link?.querySelector('img');
    if (!link || !small) return;
    this.picture.src = link.href;
    this.picture.alt = small.alt;
    const caption = link.closest('figure')?.querySelector('figcaption');
    this.words.replaceChildren(...(caption?.cloneNode(true).childNodes ?? [small.title]));
    this.count.textContent = (this.dataset['count'] ?? '')
      .replace('{number}', String(this.at + 1))
      .replace('{count}', String(links.length));
  }
}

function button(name: string, label: string, onclick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  Object.assign(made, { type: 'button', className: name, ariaLabel: label, title: label, onclick });
  return made;
}

customElements.define('rd-gallery', RdGallery);
