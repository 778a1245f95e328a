/**
 * Copies the address of a post, or of a heading, when its link is followed, and says so. Whoever asks for a new tab or
 * has no clipboard (a page without TLS) follows the link.
 */
addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-rd-copy], .rd-anchor');
  const status = document.querySelector<HTMLElement>('.rd-share__status');
  if (!link || !status || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches('[data-rd-copy]')) event.preventDefault();
  const show = (done: boolean): void => {
    status.textContent = done ? (status.dataset['text'] ?? '') : '';
    link.classList.toggle('rd-copied', done);
  };
  navigator.clipboard.writeText(link.href).then(
    () => {
      show(true);
      setTimeout(show, 4000, false);
    },
    () => {},
  );
});
