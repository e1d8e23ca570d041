// Runs in the page, in the pseudo-language (whose own digits are circled): numbers shown outside a Figure or another marked place.
(() => {
  const marked = [
    '[data-figure]', // a number of the data, with its passport
    '[data-passport]', // what a passport says about it
    'time', // days and years
    '[data-identifier]', // codes
    '[data-content]', // words of the data
    '[data-line]', // lines of a file
    '[data-page]', // how much a list or a choice holds: pagination, sizes of files
    '[data-scale]', // borders of a map's legend
    '[data-rate]', // rates of exchange, with their source in the same row
    'script, style, noscript, option[data-content], kbd',
  ].join(',');
  const found = [];
  // Between isolates stand names and values of the data inside a sentence.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/\d/.test(node.data.replace(/\u2068[^\u2069]*\u2069/g, ' ')) || node.parentElement.closest(marked)) continue;
    found.push(node.data.trim().slice(0, 80) + ' @ ' + node.parentElement.outerHTML.slice(0, 140));
  }
  for (const figure of document.querySelectorAll('[data-figure]')) {
    if (figure.getAttribute('aria-haspopup') !== 'dialog' || !figure.querySelector('.grade-mark')) found.push('figure without passport: ' + figure.outerHTML.slice(0, 120));
  }
  return found;
})();
