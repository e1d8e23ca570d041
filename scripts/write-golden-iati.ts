/** Writes test/golden/iati/*.expected.json anew from what the reader says now. Read the difference before you commit it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expectedOf } from '../test/golden/iati/expected.ts';

const folder = new URL('../test/golden/iati/', import.meta.url);
for (const name of readdirSync(folder).filter((file) => file.endsWith('.xml'))) {
  const expected = expectedOf(readFileSync(new URL(name, folder), 'utf8'));
  writeFileSync(new URL(name.replace('.xml', '.expected.json'), folder), `${JSON.stringify(expected, null, 1)}\n`);
}
