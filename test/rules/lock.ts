export type LockEntry = { version?: string; dev?: boolean; optional?: boolean; os?: string[]; cpu?: string[]; libc?: string[]; optionalDependencies?: Record<string, string>; resolved?: string };
export type Lock = { packages: Record<string, LockEntry> };
export type MissingPackage = { at: string; name: string; version: string; dev: boolean };

/** Optional packages that the lock names as a dependency and gives no entry: `npm ci` refuses such a lock. */
export function missingFromLock(lock: Lock): MissingPackage[] {
  return Object.entries(lock.packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).flatMap(([name, version]) => {
      const found = placesFrom(parent).some((place) => lock.packages[`${place}node_modules/${name}`]);
      return found ? [] : [{ at: `node_modules/${name}`, name, version, dev: entry.dev === true }];
    }));
}

/** Where Node looks for a package from a place in the tree, nearest first: `a/node_modules/b/` → itself, `a/`, the root. */
function placesFrom(parent: string): string[] {
  const places = [parent === '' ? '' : `${parent}/`];
  for (let at = parent; at.includes('node_modules/');) {
    at = at.slice(0, at.lastIndexOf('node_modules/')).replace(/\/$/, '');
    places.push(at === '' ? '' : `${at}/`);
  }
  return places;
}
