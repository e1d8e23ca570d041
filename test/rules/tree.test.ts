import { describe, expect, test } from 'vitest';
import { projectFiles, read, wrongArrows } from './tree.ts';

const files = projectFiles();
const source = files.filter((f) => /^(src|test|bench|scripts|demo)\/.*\.(ts|tsx)$/.test(f));
/** Tables of facts transcribed from a standard, and nothing else, may be long. */
const factTables = /^src\/(standards\/iati\/(codelists|schema)\/|funds\/domain\/annual-rates|places\/domain\/)/;
const isTest = (f: string) => /\.test\.tsx?$/.test(f) || f.startsWith('test/');

describe('the tree', () => {
  test('files stay under 300 lines, tests under 400; fact tables are named exceptions', () => {
    const long = source.filter((f) => !factTables.test(f)).map((f) => [f, read(f).split('\n').length] as const).filter(([f, n]) => n > (isTest(f) ? 401 : 301));
    expect(long).toEqual([]);
  });

  test('no room is called index, utils, helpers, common, misc, manager, service or types', () => {
    const bad = source.filter((f) => /(^|\/)(index|utils?|helpers?|common|misc|managers?|services?|types)(\/|\.tsx?$)/.test(f));
    expect(bad).toEqual([]);
  });

  test('arrows go kernel ← domain ← standards, server, web; other slices only through their domain', () => {
    const wrong = source.filter((f) => f.startsWith('src/') && !isTest(f)).flatMap((f) => wrongArrows(f, read(f)));
    expect(wrong).toEqual([]);
  });

  test('the rule on arrows really fails on seeded violations', () => {
    const seeded: [string, string][] = [
      ['src/kernel/x.ts', "import '../funds/domain/model.ts'"],
      ['src/kernel/x.ts', "import { readFile } from 'node:fs'"],
      ['src/funds/domain/x.ts', "import '../server/store.ts'"],
      ['src/funds/domain/x.ts', "import pg from 'pg'"],
      ['src/standards/iati/x.ts', "import '../../platform/db/pool.ts'"],
      ['src/funds/server/x.ts', "import '../../activities/server/store.ts'"],
      ['src/funds/web/X.tsx', "import '../server/store.ts'"],
      ['src/shell/x.tsx', "import { join } from 'node:path'"],
      ['src/intake/server/x.ts', "import '../../appliers.ts'"],
    ];
    for (const [file, text] of seeded) expect(wrongArrows(file, text), `${file}: ${text}`).not.toEqual([]);
    expect(wrongArrows('src/funds/server/x.ts', "import '../../activities/domain/model.ts'")).toEqual([]);
  });

  test('kernel, domain and standards read no clock, randomness or environment', () => {
    const pure = source.filter((f) => /^src\/(kernel|standards)\/|^src\/[^/]+\/domain\//.test(f) && !isTest(f));
    const unclean = pure.filter((f) => /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bprocess\.env\b|\bfetch\(/.test(read(f).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
    expect(unclean).toEqual([]);
  });

  test('nothing is left for later', () => {
    const left = source.filter((f) => f !== 'test/rules/tree.test.ts' && /\b(TODO|FIXME)\b|not implemented/i.test(read(f)));
    expect(left).toEqual([]);
  });

  test('no test is switched off or alone (a skip must give its reason at run time)', () => {
    const bad = source.filter((f) => f !== 'test/rules/tree.test.ts' && /\b(it|test|describe)\.(only|todo)\b|\b(it|test|describe)\.skip\(/.test(read(f)));
    expect(bad).toEqual([]);
  });

  test('no path of a machine and no secret stands in the project', () => {
    const text = files.filter((f) => /\.(ts|tsx|md|json|sql|css|html|yml|csv|xml|mjs)$|^\.ci\/run$/.test(f) && f !== 'package-lock.json' && f !== 'test/rules/tree.test.ts');
    const bad = text.filter((f) => /\/(home|Users|root|work)\/[a-z]|BEGIN (RSA |EC )?PRIVATE KEY|registry\.npmjs|_authToken/.test(read(f)));
    expect(bad).toEqual([]);
  });

  test('a slice says in its README which question it answers', () => {
    const slices = new Set(files.flatMap((f) => /^src\/(access|organisations|places|intake|activities|funds)\//.exec(f)?.[1] ?? []));
    expect([...slices].filter((s) => !files.includes(`src/${s}/README.md`))).toEqual([]);
  });
});
