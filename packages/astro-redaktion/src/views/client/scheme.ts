/**
 * The reader's scheme, told to the style sheet by `data-rd-scheme` on the root before anything is painted, and to the
 * radio buttons of `SchemeSwitch` when they are there. Read again for pages that come back from the browser's memory
 * and for other tabs. A browser that keeps nothing keeps it for the page. A classic script: modules come too late.
 */
{
  const root = document.documentElement;
  const KEY = 'rd-scheme';
  let chosen = 'system';
  const show = (): void => {
    try {
      chosen = localStorage[KEY] || chosen;
    } catch {}
    root.dataset['rdScheme'] = chosen;
    for (const radio of document.getElementsByName(KEY) as NodeListOf<HTMLInputElement>)
      radio.checked = radio.value === chosen;
  };
  show();
  for (const event of ['DOMContentLoaded', 'pageshow', 'storage']) addEventListener(event, show);
  root.onchange = ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    if (name !== KEY) return;
    chosen = value;
    try {
      localStorage[KEY] = value;
    } catch {}
    show();
  };
}
