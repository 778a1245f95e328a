import { CONTACT_NAMES, type ContactField } from './fields.ts';

/** What is put into the form of a page. All of it is plain text. */
export interface Filling {
  values: { [Field in ContactField]?: string | undefined };
  /** What is wrong, beside its field. */
  errors?: Partial<Record<ContactField, string>>;
  /** What is wrong with the whole. */
  summary?: string;
}

/**
 * Fills in the contact form of a built page, as the component prints it. The first wrong field gets the focus.
 *
 * @param html the page; one without the form comes back as it is
 */
export function fillForm(html: string, { values, errors = {}, summary }: Filling): string {
  const start = html.indexOf('<form class="rd-form"');
  const end = html.indexOf('</form>', start);
  if (start < 0 || end < 0) return html;
  const firstWrong = CONTACT_NAMES.find((name) => errors[name] !== undefined);
  let form = html.slice(start, end);
  for (const name of CONTACT_NAMES) {
    form = withControl(form, name, {
      value: values[name],
      isWrong: errors[name] !== undefined,
      focus: name === firstWrong,
    });
    form = withText(form, `form-message-${name}-error`, { text: errors[name], focus: false });
  }
  form = withText(form, 'form-message-summary', { text: summary, focus: firstWrong === undefined });
  return html.slice(0, start) + form + html.slice(end);
}

function withControl(
  form: string,
  name: ContactField,
  { value, isWrong, focus }: { value: string | undefined; isWrong: boolean; focus: boolean },
): string {
  const marks = `${isWrong ? ' aria-invalid="true"' : ''}${focus ? ' autofocus' : ''}`;
  const text = value === undefined ? undefined : safe(value);
  return form.replace(
    new RegExp(`<(input|textarea)\\b([^>]* name="${name}"[^>]*)>([^<]*</textarea>)?`),
    (_, tag: string, attributes: string, inner: string | undefined) => {
      if (inner !== undefined)
        return `<${tag}${attributes}${marks}>${text ?? inner.replace('</textarea>', '')}</textarea>`;
      const kept = text === undefined ? attributes : attributes.replace(/ value="[^"]*"/, '');
      return `<${tag}${kept}${text === undefined ? '' : ` value="${text}"`}${marks}>`;
    },
  );
}

/** Shows a text in the place that waits for it. */
function withText(form: string, id: string, { text, focus }: { text: string | undefined; focus: boolean }): string {
  if (text === undefined) return form;
  return form.replace(
    new RegExp(`<p\\b([^>]* id="${id}"[^>]*)></p>`),
    (_, attributes: string) =>
      `<p${attributes.replace(/ hidden(?:="[^"]*")?/, '')}${focus ? ' autofocus' : ''}>${safe(text)}</p>`,
  );
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
