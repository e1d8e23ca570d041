// Runs before the first paint, so that a chosen theme never flashes. A file of its own: no inline script under the content security policy.
try {
  const theme = localStorage.getItem('tessera.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to us; the system's theme holds.
}
