import { isVersion, LATEST, type Version } from './schema/versions.ts';
import { attributeOf, childOf, type XmlElement } from './xml-element.ts';

/** By which version a record is read, and how we know. */
export type Chosen = { version: Version; by: 'record' | 'file' | 'content' | 'default'; unknown: string | null };

/**
 * The version of a record: what stands at it (D-Portal writes `iati-activities:version`, the old datastore
 * `iati-extra:version`, 1.0x `version`), else at the root, else what its form betrays.
 */
export function versionOf(record: XmlElement, root: string | null): Chosen {
  const own = ownVersion(record);
  if (own !== null && isVersion(own)) return { version: own, by: 'record', unknown: null };
  if (root !== null && isVersion(root)) return { version: root, by: 'file', unknown: own };
  const betrayed = betrayedBy(record);
  return { version: betrayed ?? LATEST, by: betrayed === null ? 'default' : 'content', unknown: own ?? root };
}

function ownVersion(record: XmlElement): string | null {
  const a = record.attributes;
  for (let i = 0; i < a.length; i += 2) {
    const name = a[i]!;
    if (name === 'version' || (name.endsWith(':version') && !name.startsWith('xmlns'))) return a[i + 1]!.trim();
  }
  return null;
}

/** Narratives stand in 2.0x alone, text in a title and words for kinds of dates in 1.0x alone. */
function betrayedBy(record: XmlElement): Version | null {
  for (const name of ['title', 'reporting-org', 'description']) {
    const element = childOf(record, name);
    if (element === null) continue;
    if (childOf(element, 'narrative') !== null) return LATEST;
    if (element.text !== '') return '1.05';
  }
  for (const child of record.children) {
    if (child.name === 'activity-date' && /^(start|end)-/.test(attributeOf(child, 'type') ?? '')) return '1.05';
    if (child.name === 'transaction') {
      const type = childOf(child, 'transaction-type');
      if (type !== null && /^[A-Za-z]{1,2}$/.test(attributeOf(type, 'code') ?? '')) return '1.05';
    }
  }
  return null;
}
