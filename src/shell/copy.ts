/**
 * What is copied is exact: `€48.2 m` on the screen is `€48,213,402.17` in the clipboard, so that nobody calculates with
 * rounded numbers.
 */
export function copyExact(page: Document): void {
  page.addEventListener('copy', (e) => {
    const selection = page.getSelection();
    if (selection === null || selection.isCollapsed || e.clipboardData === null) return;
    const piece = page.createElement('div');
    for (let i = 0; i < selection.rangeCount; i += 1) piece.append(selection.getRangeAt(i).cloneContents());
    const figures = piece.querySelectorAll<HTMLElement>('[data-exact]');
    if (figures.length === 0) return;
    for (const figure of figures) figure.replaceChildren(figure.dataset['exact'] ?? '');
    // Line breaks and tabs of a copied table follow from its layout: it is laid out for a moment where nobody sees it.
    piece.className = 'unseen';
    page.body.append(piece);
    e.clipboardData.setData('text/html', piece.innerHTML);
    e.clipboardData.setData('text/plain', piece.innerText);
    piece.remove();
    e.preventDefault();
  });
}
