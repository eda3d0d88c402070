import type { Instant } from '../../domain/instant.ts';
import type { CloudSyntax } from '../../domain/cloud.ts';
import { commitOf, headCommit, type Repository } from '../../git/repository.ts';
import { moveBranch, refsBelow } from '../../git/branch.ts';
import { writeCommit } from '../../git/commit.ts';
import { committedAt } from '../../git/history.ts';
import { push } from '../../git/transfer.ts';
import { readTree } from '../../git/tree.ts';
import { readRecall } from '../../grants/read-recall.ts';
import { recallKey } from '../../ledger/standing.ts';
import type { RecallBranch } from '../../reconcile/recall-history.ts';
import type { RecallState } from '../../reconcile/recalls.ts';
import type { LedgerSight } from '../ledger/sight.ts';
import { RECALL_BRANCHES } from './recall-branches.ts';

/** A recall file that has no place on the forge yet. */
export interface RecallFile {
  /** Of the file and of its branch. */
  readonly stem: string;
  readonly path: string;
  readonly text: string;
}

const SELF = { name: 'grantkeeper[bot]', email: 'grantkeeper[bot]@users.noreply.github.com' };

/**
 * Keeps a recall that the forge did not take: on a branch of this clone, where every run of it finds it, and from there, past the API
 * of the forge, on the branch of the remote that counts. Answers why the remote has not got it; undefined where it has.
 */
export async function keepRecall(repo: Repository, file: RecallFile, at: Instant): Promise<string | undefined> {
  try {
    return await kept(repo, file, at);
  } catch (error) {
    // What was taken away is told all the same, and this beside it.
    return error instanceof Error ? error.message : String(error);
  }
}

async function kept(repo: Repository, { stem, path, text }: RecallFile, at: Instant): Promise<string | undefined> {
  const branch = `${RECALL_BRANCHES}${stem}`;
  const before = await commitOf(repo, `refs/heads/${branch}`);
  const parents = [before ?? (await headCommit(repo))];
  const commit = await writeCommit(repo, { message: `Recall ${stem}\n`, author: SELF, at, parents, changes: [{ path, content: text }] });
  if (!(await moveBranch(repo, branch, before, commit))) return `${branch} of this clone has moved meanwhile`;
  return (await push(repo, 'origin', { commit, branch })) ? undefined : `${branch} has moved on the remote`;
}

/** The recalls that this clone keeps. One whose file does not read recalls whom its name says; a lifting that is newer outweighs it. */
export async function keptRecalls(repo: Repository, clouds: readonly CloudSyntax[], now: Instant): Promise<readonly RecallBranch[]> {
  const refs = await refsBelow(repo, `refs/heads/${RECALL_BRANCHES}`);
  return Promise.all(
    [...refs].map(async ([name, commit]) => {
      const path = `recalls/${name}.yaml`;
      const [files, at] = await Promise.all([readTree(repo, commit, [path]), committedAt(repo, commit)]);
      const [file] = files;
      const read = file === undefined ? undefined : readRecall(path, file.bytes, clouds);
      return { name, at: at ?? now, ...(read?.ok === true ? { recall: read.value } : {}) };
    }),
  );
}

/** A recall as the ledger writes it down. */
export interface KeptOrder {
  readonly principal: string;
  readonly file: string;
  readonly reason: string;
}

/** Those that still stand and that no line of the ledger has: clones go, and with one the recall that it alone keeps. */
export function unrecorded(
  kept: readonly RecallBranch[],
  recalls: readonly Pick<RecallState, 'name' | 'principal' | 'standing'>[],
  sight: LedgerSight,
): readonly KeptOrder[] {
  const known = sight.ok ? sight.ledger.state.recalls : new Map();
  return kept.flatMap(({ name, recall }) => {
    if (recall === undefined) return [];
    const { principal, reason } = recall;
    const stands = recalls.some((one) => one.name === name && one.principal === principal && one.standing);
    const file = `recalls/${name}.yaml`;
    return stands && !known.has(recallKey({ file, principal })) ? [{ principal, file, reason }] : [];
  });
}
