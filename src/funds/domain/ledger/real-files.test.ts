import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { moneyTable } from '../../../../scripts/money-table.ts';
import { realFiles } from '../../../../test/generators/iati-corpus.ts';

test('the table of every real file is what the method counts', ({ skip }) => {
  const files = realFiles(process.cwd());
  skip(files.length === 0, 'the folder shared, with the real files, is not beside this checkout');
  expect(readFileSync('docs/methods/money.md', 'utf8')).toContain(moneyTable(files));
}, 120_000);
