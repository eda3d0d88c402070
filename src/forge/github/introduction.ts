import type { Octokit } from '@octokit/rest';
import type { Home } from './client.ts';

/** What GitHub says of a token and of a repository; each part only where it is said whole. */
export interface Introduction {
  readonly login?: string;
  readonly home?: Home;
  /** The commit that the default branch points to. */
  readonly tip?: string;
}

interface Answered {
  readonly viewer?: { readonly login?: unknown } | null;
  readonly repository?: {
    readonly id?: unknown;
    readonly databaseId?: unknown;
    readonly defaultBranchRef?: { readonly name?: unknown; readonly target?: { readonly oid?: unknown } | null } | null;
  } | null;
}

const QUESTION = `query ($owner: String!, $repo: String!) {
  viewer { login }
  repository(owner: $owner, name: $repo) { id databaseId defaultBranchRef { name target { oid } } }
}`;

export const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** One question for what the REST API takes three for. Where it is not answered, whoever wants a part asks for that alone. */
export async function introduced(
  octokit: Pick<Octokit, 'graphql'>,
  at: { readonly owner: string; readonly repo: string },
): Promise<Introduction> {
  try {
    const { viewer, repository } = await octokit.graphql<Answered>(QUESTION, { ...at, request: { retries: 0 } });
    return { ...loginIn(viewer), ...homeIn(repository) };
  } catch {
    return {};
  }
}

function loginIn(viewer: Answered['viewer']): Pick<Introduction, 'login'> {
  const login = viewer?.login;
  return typeof login === 'string' && login !== '' ? { login } : {};
}

function homeIn(repository: Answered['repository']): Pick<Introduction, 'home' | 'tip'> {
  const id = repository?.databaseId;
  const { name, target } = repository?.defaultBranchRef ?? {};
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || typeof name !== 'string' || name === '') return {};
  const tip = target?.oid;
  const nodeId = repository?.id;
  const home = { id, defaultBranch: name, ...(typeof nodeId === 'string' && nodeId !== '' ? { nodeId } : {}) };
  return { home, ...(typeof tip === 'string' && COMMIT.test(tip) ? { tip } : {}) };
}
