/**
 * Marks the section in view in a table of contents that stands beside the text, where the browser does not do it by
 * itself (`:target-current`). The line that a heading has to pass is a third down the window.
 */
if (!CSS.supports('scroll-target-group', 'auto')) {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('.rd-toc__list a')];
  const heads = rows.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  let marked: Element | undefined;
  const mark = (): void => {
    const passed = heads.findLastIndex((head) => head && head.getBoundingClientRect().top < innerHeight / 3);
    const row = rows[passed];
    if (row === marked) return;
    marked?.removeAttribute('aria-current');
    row?.setAttribute('aria-current', 'true');
    marked = row;
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
}
