import type { Instant } from '../domain/instant.ts';
import type { Recall } from '../domain/recall.ts';
import type { RecallState } from './recalls.ts';
import type { Proof } from './timeline.ts';

/** What one first-parent commit made of recalls/<name>.yaml. Of one commit deletions come last: a file that moves was not deleted. */
export interface RecallVersion {
  readonly name: string;
  /** More than one file may have the stem, such as `x.yaml` and `x.yml`. */
  readonly path: string;
  /** Of the commit in first-parent order. */
  readonly position: number;
  readonly at: Instant;
  readonly body: { readonly kind: 'recall'; readonly recall: Recall } | { readonly kind: 'unreadable' } | { readonly kind: 'deleted' };
  /** Of a deletion only: lifting a recall needs approval, making one does not. */
  readonly proof?: Proof;
  /** Of a file with a lockdown only, which reaches what is not ours. */
  readonly lockProof?: Proof;
}

/** A recall on a branch of its own, which counts before anything is merged. */
export interface RecallBranch {
  readonly name: string;
  readonly recall?: Recall;
  /** Whether the command that orders it had its lockdown confirmed. */
  readonly confirmed?: boolean;
  /** The date of the commit that put it there. */
  readonly at: Instant;
}

/** What is known of one stem. */
interface Life {
  readonly files: Set<string>;
  /** Everybody whom its files named since the last lifting: an edit needs no approval, so it lifts nobody. */
  readonly standing: Set<string>;
  /** Those of them who are locked out. */
  readonly locked: Set<string>;
  /** By principal: the position of the lifting. */
  readonly lifted: Map<string, number>;
  /** The newest readable principal. */
  newest?: string;
  /** The date of the last lifting, which branches are compared with: they have no place in first-parent history. */
  liftedAt?: Instant;
}

/** Versions of all recall files, oldest first, and the recall branches there are now: one state for each principal of a file. */
export function recallStates(versions: readonly RecallVersion[], branches: readonly RecallBranch[]): readonly RecallState[] {
  const lives = new Map<string, Life>();
  const lifeOf = (name: string): Life => {
    const life = lives.get(name) ?? { files: new Set(), standing: new Set(), locked: new Set(), lifted: new Map() };
    lives.set(name, life);
    return life;
  };
  for (const version of versions) follow(lifeOf(version.name), version);
  for (const { name, recall, at, confirmed } of branches) {
    const life = lifeOf(name);
    // An approved deletion outweighs every branch that is older.
    if (life.liftedAt === undefined || at >= life.liftedAt) stand(life, name, recall, confirmed === true);
  }
  return [...lives].flatMap(([name, life]) => statesOf(name, life));
}

function follow(life: Life, { name, path, position, at, body, proof, lockProof }: RecallVersion): void {
  if (body.kind !== 'deleted') {
    life.files.add(path);
    return stand(life, name, body.kind === 'recall' ? body.recall : undefined, lockProof?.kind === 'proved');
  }
  life.files.delete(path);
  if (proof?.kind !== 'proved' || life.files.size > 0) return;
  for (const principal of life.standing) life.lifted.set(principal, position);
  life.standing.clear();
  life.locked.clear();
  life.liftedAt = at;
}

/** A file that does not read recalls whom its stem names, and whom it named when it was last readable. */
function stand(life: Life, name: string, recall: Recall | undefined, agreed: boolean): void {
  if (recall !== undefined) life.newest = recall.principal;
  if (recall?.lockdown === true && agreed) life.locked.add(recall.principal);
  const principals = recall === undefined ? [name, life.newest ?? name] : [recall.principal];
  for (const principal of principals) life.standing.add(principal);
}

function statesOf(name: string, { standing, locked, lifted }: Life): readonly RecallState[] {
  return [...new Set([...standing, ...lifted.keys()])].map((principal) => {
    const at = lifted.get(principal);
    const locks = locked.has(principal) ? { locks: true } : {};
    return { name, principal, standing: standing.has(principal), ...locks, ...(at === undefined ? {} : { liftedAt: at }) };
  });
}
