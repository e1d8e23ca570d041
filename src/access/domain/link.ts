/**
 * A one-time link carries its secret behind `#`: browsers keep that part to themselves, so it stands in no log of a
 * server or proxy and is not passed on to the next page.
 */
export function linkAddress(address: string, secret: string): string {
  return `${address}/link#${secret}`;
}

/** The secret of a link from the part behind `#` (with or without it); undefined: this is no link of ours. */
export function secretOfLink(hash: string): string | undefined {
  return /^#?([\w-]{43})$/.exec(hash)?.[1];
}
