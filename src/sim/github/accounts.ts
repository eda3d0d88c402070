import type { Account, GithubState } from './state.ts';

/** Logins are the same in upper and lower case. */
export function accountOf(state: GithubState, login: string): Account | undefined {
  return state.accounts.find((one) => one.login.toLowerCase() === login.toLowerCase());
}

/** `<id>+<login>@users.noreply.github.com`, the address that GitHub gives to every account. */
export function noreplyOf(account: Account): string {
  return `${account.id}+${account.login}@users.noreply.github.com`;
}

/** Whose commits carry this address: it says who wrote a commit to anybody who looks, and proves nothing. */
export function accountOfEmail(state: GithubState, email: string): Account | undefined {
  const wanted = email.toLowerCase();
  return state.accounts.find((one) => one.email.toLowerCase() === wanted || noreplyOf(one).toLowerCase() === wanted);
}

/** An account that is surely there: a login that the state itself holds. */
export function knownAccount(state: GithubState, login: string): Account {
  const account = accountOf(state, login);
  if (account === undefined) throw new Error(`the simulated GitHub has no account ${login}`);
  return account;
}
