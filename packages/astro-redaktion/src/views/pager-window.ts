/** Numbers to print of a pager: first, last and those around the page itself; `gap` where some are left out. */
export function pagerWindow(number: number, count: number): (number | 'gap')[] {
  const shown = [1, number - 1, number, number + 1, count].filter((page) => page >= 1 && page <= count);
  const pages = [...new Set(shown)].sort((a, b) => a - b);
  return pages.flatMap((page, index) => {
    const before = pages[index - 1] ?? 0;
    if (page - before === 2) return [page - 1, page];
    return page - before > 2 ? ['gap' as const, page] : [page];
  });
}
