import type { Person } from '../../git/commit.ts';

/** The login under which this program opens requests and writes commits. */
export const BOT = 'grantkeeper[bot]';

const DOMAIN = '@users.local';

/** Letters, digits and hyphens, as GitHub has them, and the ending that marks a machine. */
const LOGIN = /^[a-z0-9](?:[a-z0-9-]{0,38})(?:\[bot\])?$/i;

export function isLogin(text: string): boolean {
  return LOGIN.test(text);
}

export function isBot(login: string): boolean {
  return login.endsWith('[bot]');
}

/** The address that the forge hands out: whoever commits with it is known by it. */
export function emailOf(login: string): string {
  return `${login}${DOMAIN}`;
}

export function personOf(login: string): Person {
  return { name: login, email: emailOf(login) };
}

/** The login behind an address; one of another kind stands for itself in lower case, because a writer nobody can name is still one. */
export function loginOf(email: string): string {
  const login = email.toLowerCase().endsWith(DOMAIN) ? email.slice(0, -DOMAIN.length) : '';
  return isLogin(login) ? login : email.toLowerCase();
}

/** Logins are the same whatever their case. */
export function sameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
