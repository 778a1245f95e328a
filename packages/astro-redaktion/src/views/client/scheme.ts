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
    // The radio buttons, and `theme-color`, whose media keep their own scheme at the end: always, never on a screen, or
    // as the system says. One loop for both is half the bytes.
    for (const one of document.querySelectorAll<HTMLInputElement & HTMLMetaElement>(`[name=${KEY}],[name|=theme]`)) {
      one.checked = one.value === chosen;
      one.media = one.media?.replace(
        /.*(?=\()/,
        chosen === 'system' ? '' : one.media.includes(chosen) ? 'all,' : 'print and ',
      );
    }
  };
  show();
  for (const event of ['DOMContentLoaded', 'pageshow', 'storage']) addEventListener(event, show);
  root.onchange = (({ target: { name, value } }: { target: HTMLInputElement }) => {
    if (name !== KEY) return;
    chosen = value;
    try {
      localStorage[KEY] = value;
    } catch {}
    show();
  }) as unknown as typeof root.onchange;
}
