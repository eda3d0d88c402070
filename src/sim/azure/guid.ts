import { hash } from 'node:crypto';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
  return FORM.test(text);
}

/** A GUID that any run makes anew from the same words, so that worlds replay. */
export function guidOf(...words: readonly (string | number)[]): string {
  const hex = hash('sha256', words.join('|'));
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** How some error texts of Azure write ids. */
export function withoutDashes(guid: string): string {
  return guid.replaceAll('-', '').toLowerCase();
}
