/** `<rd-contact>`: a form that fills in which page its reader came from, and writes letters as mail programs read them. */
class RdContact extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>('#form-message-about');
    if (field?.value === '') field.value = cameFrom();
    this.querySelector('form')?.addEventListener('submit', (event) => {
      const form = event.currentTarget as HTMLFormElement;
      if (!form.action.startsWith('mailto:')) return;
      event.preventDefault();
      location.href = letter(form);
    });
  }
}

function cameFrom(): string {
  const asked = new URLSearchParams(location.search).get('page') ?? '';
  if (/^https?:\/\/|^\/(?!\/)/.test(asked)) return asked.slice(0, 500);
  const before = URL.canParse(document.referrer) ? new URL(document.referrer) : undefined;
  const isOther = before?.origin === location.origin && before.pathname !== location.pathname;
  return isOther ? before.href : '';
}

/** Chromium writes blanks as plus signs, which mail programs show as they are: https://www.rfc-editor.org/rfc/rfc6068#section-5 */
function letter(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].map(([name, value]) => {
    const text = String(value).replace(/\r?\n/g, '\r\n');
    return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
  });
  return `${form.action}?${fields.join('&')}`;
}

customElements.define('rd-contact', RdContact);
