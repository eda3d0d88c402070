import type { CloudSyntax } from '../../domain/cloud.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Answer, Forge } from '../../forge/forge.ts';
import { readRecall } from '../../grants/read-recall.ts';
import type { RecallBranch } from '../../reconcile/recall-history.ts';

export const RECALL_BRANCHES = 'grantkeeper/recall/';

/** Recalls that stand on branches of their own. */
export interface RecallBranches {
  readonly found: readonly RecallBranch[];
  /** What could not be read: somebody may be recalled of whom this run does not know. */
  readonly trouble?: string;
}

/** What is known here of a commit of a branch, and of the recall files that have landed. */
export interface Landings {
  /** Whether a recall file of that name ever held this very text on the default branch. */
  landed(name: string, text: string): boolean;
  /** Undefined where the commit is not in this clone. */
  committedAt(commit: string): Promise<Instant | undefined>;
}

export async function recallBranches(
  forge: Forge | string,
  clouds: readonly CloudSyntax[],
  now: Instant,
  landings: Landings,
): Promise<RecallBranches> {
  if (typeof forge === 'string') return { found: [] };
  const branches = await forge.branches(RECALL_BRANCHES);
  if (!branches.ok) return { found: [], trouble: `the recall branches could not be read: ${branches.failure.message}` };
  const read = await Promise.all(
    [...branches.value].map(async ([branch, commit]) => {
      const name = branch.slice(RECALL_BRANCHES.length);
      const path = `recalls/${name}.yaml`;
      const text = await forge.textAt(commit, path);
      const since = await sinceWhen(name, commit, text, now, landings);
      return { found: recallOf(name, path, text, clouds, since), trouble: troubleOf(branch, text) };
    }),
  );
  const trouble = read.find((one) => one.trouble !== undefined)?.trouble;
  return { found: read.map((one) => one.found), ...(trouble === undefined ? {} : { trouble }) };
}

/**
 * When the branch was made, to tell whether a lifting is newer; what its file says of that is a record and decides nothing. A file
 * that has landed was lifted with the one on the default branch. One that has not, and whose commit nobody can date, stands.
 */
async function sinceWhen(
  name: string,
  commit: string,
  text: Answer<string | undefined>,
  now: Instant,
  landings: Landings,
): Promise<Instant> {
  const gone = text.ok ? text.value === undefined || landings.landed(name, text.value) : !isContent(text);
  return gone ? (0 as Instant) : ((await landings.committedAt(commit)) ?? now);
}

/** A file that does not read recalls whom its name says. */
function recallOf(name: string, path: string, text: Answer<string | undefined>, clouds: readonly CloudSyntax[], at: Instant): RecallBranch {
  const recall = text.ok && text.value !== undefined ? readRecall(path, new TextEncoder().encode(text.value), clouds) : undefined;
  return recall?.ok === true ? { name, recall: recall.value, at } : { name, at };
}

function troubleOf(branch: string, text: Answer<string | undefined>): string | undefined {
  return text.ok || isContent(text) ? undefined : `the recall on ${branch} could not be read: ${text.failure.message}`;
}

/** A link, or bytes that are no text: the forge answered, and the file is to blame. */
function isContent(text: Extract<Answer<unknown>, { ok: false }>): boolean {
  return text.failure.kind === 'invalid';
}
