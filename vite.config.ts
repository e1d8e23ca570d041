import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the web product to dist/web; `src/shell/index.html` is its only page. */
export default defineConfig({
  root: 'src/shell',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The first page and the lazily loaded parts are measured by test/journeys/weight.test.ts.
    manifest: true,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': process.env['TESSERA_API'] ?? 'http://127.0.0.1:3000' } },
});
