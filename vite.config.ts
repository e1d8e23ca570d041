import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Languages of the product in which React Aria has words of its own; it brings 34. */
const languages = /[\\/](en-US|fr-FR|ar-AE|sr-SP)\.mjs$/;

/** Leaves React Aria's words in other languages out: a third of its weight. */
function onlyOurLanguages(): Plugin {
  return {
    name: 'tessera-only-our-languages',
    enforce: 'pre',
    load: (id) => (/[\\/]intl[\\/][\w-]+[\\/][a-z]{2}-[A-Z]{2}\.mjs$/.test(id) && !languages.test(id) ? 'export default {};' : undefined),
  };
}

/** Builds the web product to dist/web; `src/shell/index.html` is its only page. */
export default defineConfig(({ command }) => {
  // A build is a build for people, also when a test asks for it (test runners set another value).
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: 'src/shell',
    plugins: [react(), onlyOurLanguages()],
    build: {
      outDir: '../../dist/web',
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // One stylesheet for all pages (13 kB compressed): what a page looks like cannot depend on the way one came to it.
      cssCodeSplit: false,
    },
    server: { proxy: { '/api': process.env['TESSERA_API'] ?? 'http://127.0.0.1:4321' } },
  };
});
