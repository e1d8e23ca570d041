// Runs in the page: where the focus is, and whether people can see it there.
(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  return { what: element.outerHTML.slice(0, 90), name: element.getAttribute('aria-label') || (element.labels && element.labels.length > 0 ? element.labels[0].textContent : '') || element.textContent.trim().slice(0, 40), seen: seen || style.boxShadow !== 'none', there: box.width > 0 && box.height > 0 };
})();
