// Runs in the page: what runs over the edge of the page, or is cut off without saying so.
(() => {
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    const wide = [...document.querySelectorAll('body *')].filter((e) => {
      const box = e.getBoundingClientRect();
      return box.width > 0 && (box.right > page.clientWidth + 1 || box.left < -1) && !e.closest('.scroll-x, .tabs, .unseen, .skip-link, svg');
    });
    found.push('the page is wider than the screen: ' + page.scrollWidth + ' > ' + page.clientWidth + ' ' + wide.slice(-3).map((e) => e.outerHTML.slice(0, 100)).join(' | '));
  }
  // What stands in a cell stays in it: an amount that runs over the next one cannot be read.
  for (const cell of document.querySelectorAll('td, th, dd, .panel, .task, .boundary, .note')) {
    if (cell.closest('.unseen, .scroll-x, thead') && !cell.matches('.panel')) continue;
    const edge = cell.getBoundingClientRect();
    if (edge.width === 0) continue;
    for (const inner of cell.querySelectorAll('*')) {
      if (inner.closest('.unseen, .scroll-x, svg, .source, .chain__sheet') || getComputedStyle(inner).visibility === 'hidden') continue;
      const box = inner.getBoundingClientRect();
      if (box.width <= 1 || (box.right <= edge.right + 1 && box.left >= edge.left - 1)) continue;
      let clipped = false;
      for (let above = inner.parentElement; above !== cell && above !== null; above = above.parentElement) clipped ||= getComputedStyle(above).overflowX !== 'visible';
      if (!clipped) {
        found.push('runs out of its cell: ' + inner.textContent.trim().slice(0, 50) + ' @ ' + cell.outerHTML.slice(0, 90));
        break;
      }
    }
  }
  for (const element of document.querySelectorAll('button, a, th, td, h1, h2, h3, label, p, dt, dd, legend, .tag')) {
    if (element.closest('.unseen, .scroll-x, svg, .skip-link') || element.matches('.unseen')) continue;
    const style = getComputedStyle(element);
    // Two lines and three dots are an end, not a cut.
    if (style.display === 'inline' || style.visibility === 'hidden' || style.webkitLineClamp !== 'none') continue;
    const cut = element.scrollWidth > element.clientWidth + 2 && style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis';
    const over = element.scrollWidth > element.clientWidth + 2 && style.overflowX === 'visible' && element.children.length === 0;
    if (cut || over) found.push((cut ? 'cut off: ' : 'runs over: ') + element.textContent.trim().slice(0, 60) + ' @ ' + element.outerHTML.slice(0, 100));
  }
  return found;
})();
