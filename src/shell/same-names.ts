/** Keys of those whose name somebody else carries too: their identifier is shown beside it, or nobody could tell them apart. */
export function sameNames(all: readonly { key: string; name: string | null }[]): ReadonlySet<string> {
  const folded = (name: string) => name.normalize('NFKC').toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const keys = new Map<string, Set<string>>();
  for (const { key, name } of all) {
    if (name === null || name === '' || key.startsWith('name:')) continue;
    const alike = keys.get(folded(name)) ?? new Set();
    alike.add(key);
    keys.set(folded(name), alike);
  }
  return new Set([...keys.values()].filter((k) => k.size > 1).flatMap((k) => [...k]));
}
