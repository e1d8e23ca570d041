/**
 * The key of a source: what one institution brings under one name (docs/decisions/0002-sources-and-versions.md).
 * A browser's second download (`activities (1).xml`), packing and the folder make no other source.
 */
export function sourceKey(name: string): string {
  let key = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).normalize('NFC').toLowerCase().trim();
  for (let before = ''; before !== key; ) {
    before = key;
    key = key.replace(/\.(gz|gzip|zip|xml)$/, '').replace(/\s*\(\d{1,3}\)$/, '').trim();
  }
  // Doubled, so that no file's name looks like a repeated record's source.
  return key.slice(0, 200).replaceAll('#', '##') || 'unnamed';
}

/** The source of the second, third … record of one identifier inside one source: kept as a version of its own. */
export function repeatedSourceKey(key: string, occurrence: number): string {
  return occurrence <= 1 ? key : `${key}#${occurrence}`;
}
