/**
 * Opens pictures large, over the page. Links of pictures work without it; a click that asks for another tab is left alone.
 * The browser's own dialog keeps the focus inside, closes with Escape and gives the focus back.
 */
{
  const dialog = document.createElement('dialog');
  const button = document.createElement('button');
  const picture = new Image();
  dialog.className = 'rd-zoomed';
  button.type = 'button';
  button.append('×');
  dialog.append(button, picture);
  // On the button, on the picture, or beside it.
  dialog.onclick = () => dialog.close();
  dialog.onclose = () => dialog.remove();

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a.rd-zoom');
    if (
      !link ||
      event.defaultPrevented ||
      event.button ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    const alt = link.querySelector('img')?.alt ?? '';
    button.ariaLabel = link.dataset['close'] ?? '';
    dialog.ariaLabel = alt;
    picture.src = link.href;
    picture.alt = alt;
    document.body.append(dialog);
    dialog.showModal();
  });
}
