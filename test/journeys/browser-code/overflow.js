// Runs in the page: what runs over the edge of the page, or is cut off without saying so.
(() => {
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth + 1) {
    const wide = [...document.querySelectorAll('body *')].filter((e) => {
      const box = e.getBoundingClientRect();
      return box.width > 0 && (box.right > page.clientWidth + 1 || box.left < -1) && !e.closest('.scroll-x, .tabs, .unseen, .skip-link, svg');
    });
    found.push('the page is wider than the screen: ' + page.scrollWidth + ' > ' + page.clientWidth + ' ' + wide.slice(-3).map((e) => e.outerHTML.slice(0, 100)).join(' | '));
  }
  for (const element of document.querySelectorAll('button, a, th, td, h1, h2, h3, label, p, dt, dd, legend, .tag')) {
    if (element.closest('.unseen, .scroll-x, svg, .skip-link') || element.matches('.unseen')) continue;
    const style = getComputedStyle(element);
    if (style.display === 'inline' || style.visibility === 'hidden') continue;
    const cut = element.scrollWidth > element.clientWidth + 2 && style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis';
    const over = element.scrollWidth > element.clientWidth + 2 && style.overflowX === 'visible' && element.children.length === 0;
    if (cut || over) found.push((cut ? 'cut off: ' : 'runs over: ') + element.textContent.trim().slice(0, 60) + ' @ ' + element.outerHTML.slice(0, 100));
  }
  return found;
})();
