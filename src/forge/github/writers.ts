import { compare } from '../../domain/finding.ts';
import type { Account } from './people.ts';
import type { PullCommit } from './pull.ts';

type Written = Pick<PullCommit, 'author' | 'committer' | 'commit'>;

/** `<id>+<login>@users.noreply.github.com`, and the older form without the id (GitHub docs: setting your commit email address). */
const NOREPLY = /^(?:\d+\+)?([a-z\d-]+(?:\[bot\])?)@users\.noreply\.[a-z\d.-]+$/i;

const CO_AUTHOR = /^co-authored-by:[^<\n]*<([^<>\s]+)>\s*$/gim;

/**
 * Who wrote, committed, co-wrote or pushed, by login. Somebody whose address belongs to no account that can be told stands
 * there with the address itself, in lower case: a writer that nobody can name is still a writer.
 */
export function writersOf(commits: readonly Written[], pushers: readonly string[]): readonly string[] {
  const logins = loginsByAddress(commits);
  const named = (account: Account, address: string | undefined): string[] => {
    const known = account?.login ?? (address === undefined ? undefined : loginFor(logins, address));
    return known === undefined ? [] : [known];
  };
  const all = commits.flatMap(({ author, committer, commit }) => [
    ...named(author, commit.author?.email),
    ...named(committer, commit.committer?.email),
    ...[...commit.message.matchAll(CO_AUTHOR)].flatMap(([, address]) => named(undefined, address)),
  ]);
  return [...new Set([...all, ...pushers])].toSorted(compare);
}

/** What the commits themselves tell of whose address is whose. */
function loginsByAddress(commits: readonly Written[]): ReadonlyMap<string, string> {
  const logins = new Map<string, string>();
  for (const { author, committer, commit } of commits) {
    for (const [account, signature] of [[author, commit.author] as const, [committer, commit.committer] as const]) {
      if (account?.login !== undefined && signature?.email !== undefined) logins.set(signature.email.toLowerCase(), account.login);
    }
  }
  return logins;
}

function loginFor(logins: ReadonlyMap<string, string>, address: string): string {
  const lower = address.toLowerCase();
  return logins.get(lower) ?? NOREPLY.exec(lower)?.[1] ?? lower;
}
