import { unsafe } from './failures.ts';

/** What GitHub tells of an account; null for one that was deleted. */
export type Account = { readonly login?: string; readonly type?: string } | null | undefined;

/** GitHub shows the deeds of deleted accounts as those of `ghost`. */
const GHOST = 'ghost';

/** Throws where what stands in the place of a login is none. */
export function loginOf(account: Account): string {
  const login: unknown = account?.login ?? GHOST;
  if (typeof login !== 'string') throw unsafe(`GitHub gives an account a login that does not read: ${JSON.stringify(login)}`);
  return login;
}

/** Only what GitHub calls a user is a person: apps, organizations and whatever comes later are not. */
export function isBot(account: Account): boolean {
  return account?.type !== 'User';
}

/** Logins are the same in upper and lower case. */
export function sameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
