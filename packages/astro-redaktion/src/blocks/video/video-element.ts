/**
 * `<rd-video>`: a link to a video that becomes the video when the reader asks for it, or has asked that this
 * provider's videos always do. Until then nothing is requested; without script it stays a link.
 */
class RdVideo extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const { provider = '', always = '' } = this.dataset;
    if (remembers(provider)) {
      this.load(false);
      return;
    }
    const box = document.createElement('input');
    box.type = 'checkbox';
    const label = document.createElement('label');
    label.append(box, ` ${always}`);
    this.append(label);
    link?.addEventListener('click', (event) => {
      // A reader who wants a new tab or window gets it.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (box.checked) remember(provider);
      this.load(true);
    });
  }

  private load(asked: boolean): void {
    const frame = document.createElement('iframe');
    frame.src = asked ? (this.dataset['embed'] ?? '') : (this.dataset['embed'] ?? '').replace(/[?&]autoplay=1/, '');
    frame.title = this.dataset['title'] ?? '';
    frame.allow = 'autoplay; fullscreen; picture-in-picture';
    frame.allowFullscreen = true;
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    this.replaceChildren(frame);
    if (asked) frame.focus();
  }
}

const key = (provider: string): string => `rd-video-${provider}`;

function remembers(provider: string): boolean {
  try {
    return localStorage.getItem(key(provider)) === 'yes';
  } catch {
    return false; // Storage is switched off: the reader is asked each time.
  }
}

function remember(provider: string): void {
  try {
    localStorage.setItem(key(provider), 'yes');
  } catch {
    // Storage is switched off.
  }
}

customElements.define('rd-video', RdVideo);
