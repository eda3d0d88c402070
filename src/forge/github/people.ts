/** What GitHub tells of an account; null for one that was deleted. */
export type Account = { readonly login?: string; readonly type?: string } | null | undefined;

/** GitHub shows the deeds of deleted accounts as those of `ghost`. */
const GHOST = 'ghost';

export function loginOf(account: Account): string {
  return account?.login ?? GHOST;
}

/** Only what GitHub calls a user is a person: apps, organizations and whatever comes later are not. */
export function isBot(account: Account): boolean {
  return account?.type !== 'User';
}

/** Logins are the same in upper and lower case. */
export function sameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
