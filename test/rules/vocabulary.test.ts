import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, read, root } from './tree.ts';

type Entry = { word: string; where: string };

/** What the tables of a text say of words: what each means, and where it lives. */
const entriesIn = (text: string): Entry[] =>
  text.split(/^\| word \| meaning \| where \|\n\|[-|]+\|\n/m).slice(1).flatMap((table) =>
    [...table.split(/\n\n/)[0]!.matchAll(/^\| ([^|]+) \| [^|]{8,} \| ([^|]+) \|$/gm)].flatMap(([, words, where]) => words!.split(',').map((word) => ({ word: word.trim(), where: where! }))));

const page = read('docs/vocabulary.md');
const [things, rooms] = page.split('\n## Rooms\n').map(entriesIn) as [Entry[], Entry[]];

/** Folders of the sources in which git knows a file: their paths by their own name. */
function foldersOf(files: readonly string[]): Map<string, string[]> {
  const paths = new Set(files.filter((f) => f.startsWith('src/')).flatMap((f) => f.split('/').slice(1, -1).map((_, i, parts) => parts.slice(0, i + 1).join('/'))));
  const named = (path: string) => path.split('/').at(-1)!;
  return new Map([...paths].map((one) => [named(one), [...paths].filter((other) => named(other) === named(one)).sort()]));
}

function wrongRooms(folders: Map<string, string[]>, said: readonly Entry[]): string[] {
  const wrong = said.filter((e) => !folders.has(e.word)).map((e) => `${e.word}: there is no such folder`);
  for (const [name, paths] of folders) {
    const room = said.find((e) => e.word === name);
    const [, where, beside] = /^`([^`]+)`( and beside)?$/.exec(room?.where ?? '') ?? [];
    if (!room) wrong.push(`${paths[0]}: no word`);
    else if (!paths.includes(where!)) wrong.push(`${name}: lives in ${paths.join(', ')}`);
    else if (!beside && paths.length > 1) wrong.push(`${name}: one word for ${paths.join(', ')}`);
  }
  return wrong;
}

describe('the vocabulary', () => {
  test('holds the word of every folder, once, and none that does not exist', () => {
    expect(wrongRooms(foldersOf(projectFiles()), rooms)).toEqual([]);
    expect(rooms.map((e) => e.word)).toEqual([...new Set(rooms.map((e) => e.word))].sort());
  });

  test('the rule notices what is wrong', () => {
    const said = entriesIn(`| word | meaning | where |\n|---|---|---|\n| funds | which money, counted once | \`funds\` |\n| web | the pages of a slice | \`funds/web\` and beside |\n| ui | components of pages | \`ui\` |\n| gone | something that was there | \`gone\` |`);
    const files = ['src/funds/web/a.ts', 'src/places/web/b.ts', 'src/shell/funds/c.ts', 'src/shell/ui/d.ts'];
    expect(wrongRooms(foldersOf(files), said)).toEqual(['gone: there is no such folder', 'funds: one word for funds, shell/funds', 'places: no word', 'shell: no word', 'ui: lives in shell/ui']);
  });

  test('one word, one meaning', () => {
    const words = things.map((e) => e.word);
    expect(words.filter((w, i) => words.indexOf(w) !== i)).toEqual([]);
    expect(words.length).toBeGreaterThan(60);
  });

  test('where a word lives is there', () => {
    const told = [...things, ...rooms].flatMap((e) => [...e.where.matchAll(/`([^`]+)`/g)].map(([, path]) => path!));
    expect(told.filter((path) => !existsSync(join(root, 'src', path)))).toEqual([]);
    expect(told.length).toBeGreaterThan(90);
  });
});
