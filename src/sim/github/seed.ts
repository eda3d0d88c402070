import type { Instant } from '../../domain/instant.ts';
import { knownAccount, noreplyOf } from './accounts.ts';
import { moveRef } from './branches.ts';
import { commitAt, put, type Signature, textBlob } from './objects.ts';
import { type Account, type GithubState, type Level, nextId, type Repository, type Token } from './state.ts';
import { type Leaf, leaves, plant } from './trees.ts';

export interface SeedAccount {
  readonly login: string;
  readonly name?: string;
  readonly email?: string;
  readonly type?: Account['type'];
}

/** Adds an account; a bot's login ends in `[bot]`. */
export function seedAccount(state: GithubState, { login, name, email, type }: SeedAccount): Account {
  const account: Account = {
    login,
    id: nextId(state),
    type: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User'),
    name: name ?? login,
    email: email ?? `${login.replace('[bot]', '')}@example.com`,
  };
  state.accounts.push(account);
  return account;
}

/** Adds a token: of an app's installation when permissions are given, else of a user with all that the user may do. */
export function seedToken(state: GithubState, value: string, login: string, permissions?: Token['permissions'], limit = 5000): void {
  const kind = permissions === undefined ? 'user' : 'installation';
  state.tokens.push({ value, login: knownAccount(state, login).login, kind, permissions: permissions ?? {}, limit });
}

export interface SeedRepository {
  readonly owner: string;
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly at: Instant;
  readonly private?: boolean;
  readonly defaultBranch?: string;
  readonly collaborators?: Readonly<Record<string, Level>>;
}

/** Adds a repository whose default branch holds these files in one first commit by the owner. */
export function seedRepository(state: GithubState, seed: SeedRepository): Repository {
  const repository: Repository = {
    id: nextId(state),
    owner: seed.owner,
    name: seed.name,
    private: seed.private ?? true,
    createdAt: seed.at,
    defaultBranch: seed.defaultBranch ?? 'main',
    collaborators: { ...seed.collaborators },
    objects: {},
    refs: {},
    pulls: [],
    comments: [],
    labels: [],
    checks: [],
    activity: [],
    nextNumber: 1,
    pushedAt: seed.at,
  };
  state.repositories.push(repository);
  push(state, repository, { branch: repository.defaultBranch, files: seed.files, message: 'First commit', by: seed.owner, at: seed.at });
  return repository;
}

export interface Push {
  readonly branch: string;
  /** What the commit puts at paths; null takes a path away. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly message: string;
  /** The login that pushes. */
  readonly by: string;
  readonly at: Instant;
  /** Where a branch that is not there yet begins, or where a forced push begins anew; else the branch itself. */
  readonly from?: string;
  /** Who the commit says wrote and committed it; the one who pushes when absent. Git proves neither. */
  readonly author?: Omit<Signature, 'at'>;
  readonly committer?: Omit<Signature, 'at'>;
}

/** Commits and pushes, as somebody with git does, and answers the commit. A branch that does not stand on its old tip is forced. */
export function push(state: GithubState, repository: Repository, what: Push): string {
  const { objects, refs } = repository;
  const ref = `refs/heads/${what.branch}`;
  const parent = what.from ?? refs[ref];
  const all = parent === undefined ? new Map<string, Leaf>() : leaves(objects, commitAt(objects, parent)?.tree ?? '');
  for (const [path, text] of Object.entries(what.files)) {
    if (text === null) all.delete(path);
    else all.set(path, { mode: '100644', sha: put(objects, textBlob(text)) });
  }
  const account = knownAccount(state, what.by);
  const usual = { name: account.name, email: noreplyOf(account) };
  const sha = put(objects, {
    type: 'commit',
    tree: plant(objects, all),
    parents: parent === undefined ? [] : [parent],
    author: { ...(what.author ?? usual), at: what.at },
    committer: { ...(what.committer ?? what.author ?? usual), at: what.at },
    message: what.message,
  });
  moveRef(state, repository, ref, sha, { login: account.login, now: what.at });
  return sha;
}
