import { describe, expect, test } from 'vitest';
import { problemCatalogue } from '../../src/kernel/problem.ts';
import { projectFiles, read } from './tree.ts';

const files = projectFiles();
const web = files.filter((f) => /^src\/(shell|[^/]+\/web)\/|^src\/pages\.tsx$/.test(f));
const code = web.filter((f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$/.test(f));
const TOKENS = 'src/shell/style/tokens.css';
const colour = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklch)\(|(?<![-\w])(?:white|black|red|green|blue|yellow|orange|grey|gray|teal|brown|pink|purple)\b(?=\s*[;,)}])/i;
const catalogue = JSON.parse(read('src/shell/messages/en.json')) as Record<string, string>;

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;])\/\/.*$/gm, '');

/** Colours in a stylesheet or in the styles of a component. */
export const coloursIn = (file: string, text: string): string[] => {
  const css = file.endsWith('.css');
  return withoutComments(text)
    .split('\n')
    .filter((line) => (css ? colour.test(line.replace(/url\([^)]*\)/g, '')) : /(?:fill|stroke|color|background)\w*[=:]\s*\{?['"`](?:#[0-9a-f]{3,8}|rgb|hsl|white|black)/i.test(line)));
};

describe('the screens', () => {
  test('no colour stands outside the tokens', () => {
    const found = web.filter((f) => /\.(css|tsx)$/.test(f) && f !== TOKENS).flatMap((f) => coloursIn(f, read(f)).map((line) => `${f}: ${line.trim()}`));
    expect(found).toEqual([]);
  });

  test('the rule on colours finds planted ones', () => {
    expect(coloursIn('x.css', '.a { color: #fff; }\n.b { background: white; }\n.c { color: var(--white-ish); }')).toHaveLength(2);
    expect(coloursIn('x.tsx', '<path fill="#123456" />')).toHaveLength(1);
  });

  test('styles use logical properties, so that pages turn around for right-to-left', () => {
    const physical = /^\s*(?:margin|padding|border)-(?:left|right|top|bottom)\b|^\s*(?:width|height|min-width|max-width|min-height|max-height|text-align: (?:left|right)|float)\s*:/m;
    const found = web.filter((f) => f.endsWith('.css')).flatMap((f) => read(f).split('\n').filter((line) => physical.test(line)).map((line) => `${f}: ${line.trim()}`));
    expect(found).toEqual([]);
  });

  test('every text that is asked for is in the catalogue', () => {
    const asked = code.flatMap((f) => [...read(f).matchAll(/\btext(?:\.rich)?\(\s*'([^']+)'|\b(?:id|label|title|about)[=:]\s*"?'?((?:nav|counted|split|passport)\.[a-z-]+)['"]/g)].map((m) => [f, m[1] ?? m[2] ?? ''] as const));
    expect(asked.length).toBeGreaterThan(300);
    expect(asked.filter(([, id]) => !(id in catalogue)).map(([f, id]) => `${f}: ${id}`)).toEqual([]);
  });

  test('every text of the catalogue is asked for somewhere', () => {
    const all = code.map(read).join('\n');
    const families = new Set([...all.matchAll(/[`']([a-z][\w.-]*\.)\$\{/g)].map((m) => m[1] ?? ''));
    const unused = Object.keys(catalogue).filter((id) => !all.includes(`'${id}'`) && !all.includes(`"${id}"`) && ![...families].some((f) => id.startsWith(f)));
    expect(unused).toEqual([]);
  });

  test('every problem of the server and every reason of a passport has its words', () => {
    const problems = Object.keys(problemCatalogue).flatMap((code) => [`problem.${code}`, `problem.${code}.mend`]);
    const server = files.filter((f) => /^src\/.*\.ts$/.test(f) && !/\.test\.ts$/.test(f)).map(read).join('\n');
    // What findings and apportionment will give as reasons has its words with the pages that show them.
    const reasons = [...server.matchAll(/\breason\(\s*['`]((?:grade|freshness|publisher|activities|funds|ledger|intake|organisations)\.[a-z-]+)['`]/g)].map((m) => `reason.${m[1]}`);
    expect(reasons.length).toBeGreaterThan(10);
    expect([...problems, ...reasons].filter((id) => !(id in catalogue))).toEqual([]);
  });

  test('nobody is called illegal, and no person a burden', () => {
    const bad = Object.entries(catalogue).filter(([, text]) => /\billegal|\bburden|\bflood of|\bwaves? of|\binflux/i.test(text));
    expect(bad).toEqual([]);
  });

  test('numbers of the data go through Figure: no component formats money itself', () => {
    const found = code.filter((f) => f !== 'src/shell/ui/figure-words.ts' && /style:\s*'currency'/.test(read(f)));
    expect(found).toEqual([]);
  });
});
