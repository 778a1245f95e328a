/** `<rd-code>`: a button that copies the code inside. */
class RdCode extends HTMLElement {
  connectedCallback(): void {
    const { copy = '', copied = '' } = this.dataset;
    const code = this.querySelector('pre');
    if (!code || !navigator.clipboard) return;
    const button = document.createElement('button');
    const status = document.createElement('output');
    button.type = 'button';
    button.append(copy);
    // Before the code, as it is seen: the focus comes to it first.
    this.prepend(button, status);
    button.onclick = async () => {
      await navigator.clipboard.writeText(code.textContent ?? '');
      status.textContent = copied;
      setTimeout(() => status.replaceChildren(), 2000);
    };
  }
}

customElements.define('rd-code', RdCode);
