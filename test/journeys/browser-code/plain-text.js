// Runs in the page, in the pseudo-language: texts with plain English letters that are neither data nor from the catalogue.
(() => {
  const data = '[data-content], [data-identifier], time, option[data-content], script, style, noscript, kbd, svg title, [aria-hidden="true"] kbd';
  const found = [];
  const plain = (text) => /[A-Za-z]{3,}/.test(text.replace(/\u2068[^\u2069]*\u2069/g, ' '));
  const code = (node) => (node.parentElement.closest('[data-figure]') ? node.data.replace(/\b[A-Z]{3}\b/, '') : node.data);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!plain(code(node)) || node.parentElement.closest(data)) continue;
    found.push(node.data.trim().slice(0, 80) + ' @ ' + node.parentElement.outerHTML.slice(0, 120));
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (element.closest(data) && !element.matches('input')) continue;
    for (const name of ['aria-label', 'placeholder', 'alt']) {
      const said = element.getAttribute(name);
      // A label may hold data: what counts is that some of it came from the catalogue.
      if (said && plain(said) && !said.includes('⟦')) found.push(name + '=' + said.slice(0, 80));
    }
  }
  if (!document.title.includes('⟦')) found.push('title=' + document.title);
  return found;
})();
