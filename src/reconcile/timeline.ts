import type { Grant } from '../domain/grant.ts';
import type { Instant } from '../domain/instant.ts';
import { endOf } from './end.ts';
import { wishesOf } from './wish.ts';

/** Whether a version was approved. Doubt is an answer that could not be had: it grants nothing and withdraws nothing. */
export type Proof =
  | {
      readonly kind: 'proved';
      readonly by: readonly string[];
      readonly request?: number;
      /** What a milder mode than `enforce` let pass. */ readonly warnings?: readonly string[];
      /** Of control files that landed beside the rules: why they must land again before anything is granted. */
      readonly aside?: { readonly reason: string; readonly hint: string };
    }
  | { readonly kind: 'unproved'; readonly code: string; readonly reason: string; readonly hint: string }
  | { readonly kind: 'doubt'; readonly reason: string };

/** What one first-parent commit made of a grant file. */
export interface Version {
  readonly id: string;
  readonly path: string;
  readonly commit: string;
  /** Of the commit in first-parent order, from the first; later commits have larger ones. */
  readonly position: number;
  /** The merge time of its request, or the commit's date; its landing, should it be one. */
  readonly at: Instant;
  /** What its commit claims, where that lies ahead, so that only a forge can tell when it landed; or what the forge tells, if that does. */
  readonly ahead?: Instant;
  readonly blob: string;
  readonly body: { readonly kind: 'grant'; readonly grant: Grant } | { readonly kind: 'unreadable' } | { readonly kind: 'deleted' };
  /** Absent where nobody asked, because every end that the id ever had is over. */
  readonly proof?: Proof;
}

/** Since when the present end of an id counts: the version that set it, with what it said and in which team's folder. */
interface Landing {
  readonly landing: Instant;
  readonly landed: Version;
  readonly landedGrant: Grant;
}

/** The newest proved content of an id. */
export interface Standing extends Landing {
  readonly grant: Grant;
  /** The newest proved version itself. */
  readonly version: Version;
  readonly by: readonly string[];
  readonly request?: number;
  /** What a milder mode than `enforce` let pass. */
  readonly warnings: readonly string[];
  /** What stood before the landing that counts. */
  readonly before?: Standing;
}

export interface GrantRefusal {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** The life of one id, read off its versions. */
export interface Timeline {
  readonly id: string;
  readonly versions: readonly Version[];
  readonly standing?: Standing;
  /** Its first approved content; a recall that is lifted after it leaves the id dead. */
  readonly firstLanded?: Version;
  /** What the newest version is. An unreadable one cuts nothing, a deleted one asks for nothing. */
  readonly tip: Version;
  /** Deleted once and there again: dead unless a binding of it is still ours. */
  readonly returned: boolean;
  /** Why the newest version is not what counts. */
  readonly refusal?: GrantRefusal;
  readonly doubt?: string;
  /** Every end that history gave it, to tell an old mark from a changed one. */
  readonly ends: ReadonlySet<Instant>;
  /** The latest end that approved content gave it. */
  readonly latestEnd?: Instant;
}

type Fold = { -readonly [K in 'standing' | 'firstLanded' | 'refusal' | 'doubt' | 'latestEnd']?: Timeline[K] } & {
  returned: boolean;
  deleted: boolean;
  readonly ends: Set<Instant>;
};

/** Versions come oldest first, all of one id, at least one. */
export function follow(versions: readonly [Version, ...Version[]]): Timeline {
  const fold: Fold = { returned: false, deleted: false, ends: new Set() };
  for (const version of versions) step(fold, version);
  const { deleted: _deleted, ...life } = fold;
  return { id: versions[0].id, versions, tip: versions.reduce((_, version) => version), ...life };
}

function step(fold: Fold, version: Version): void {
  delete fold.refusal;
  delete fold.doubt;
  if (version.body.kind === 'deleted') fold.deleted = true;
  if (version.body.kind !== 'grant') return;
  if (fold.deleted) fold.returned = true;
  fold.deleted = false;
  const grant = version.body.grant;
  const landing = landingOf(grant, version, fold.standing);
  const end = endOf(grant, landing.landing);
  fold.ends.add(end);
  // Content that nobody approved cuts what stands, and that is counted from the landing of what stands.
  if (fold.standing !== undefined) fold.ends.add(endOf(grant, fold.standing.landing));
  if (isSpentAt(fold, version)) fold.refusal = spent(version);
  else if (isSameFile(version, fold.standing?.version)) return; // a revert: this very file was approved before
  else if (version.proof?.kind === 'unproved') fold.refusal = unproved(version, version.proof);
  else if (version.proof?.kind === 'doubt') fold.doubt = version.proof.reason;
  else stand(fold, grant, version, landing, end);
}

/** The same bytes in another folder are another team's to approve. */
function isSameFile(version: Version, other: Version | undefined): boolean {
  return version.blob === other?.blob && version.path === other.path;
}

/** An end that has passed cannot be moved: the id is spent, whatever its file says later. */
function isSpentAt(fold: Fold, version: Version): boolean {
  return fold.standing !== undefined && version.at >= endOf(fold.standing.grant, fold.standing.landing);
}

function stand(fold: Fold, grant: Grant, version: Version, landing: Landing, end: Instant): void {
  const proof = version.proof?.kind === 'proved' ? version.proof : undefined;
  const request = proof?.request === undefined ? {} : { request: proof.request };
  const earlier = landing.landed === version ? fold.standing : fold.standing?.before;
  const before = earlier === undefined ? {} : { before: earlier };
  fold.standing = { ...landing, grant, version, by: proof?.by ?? [], warnings: proof?.warnings ?? [], ...request, ...before };
  fold.firstLanded ??= version;
  fold.latestEnd = Math.max(end, fold.latestEnd ?? end) as Instant;
}

/**
 * The landing that counts once this version is proved. The first proved content is one; so is content
 * that, with the landing before it, raises the end, adds a wish, or moves `starts`. Nothing else moves it.
 */
function landingOf(grant: Grant, version: Version, before: Standing | undefined): Landing {
  if (before === undefined || isLanding(grant, before)) return { landing: version.at, landed: version, landedGrant: grant };
  const { landing, landed, landedGrant } = before;
  return { landing, landed, landedGrant };
}

function isLanding(grant: Grant, before: Standing): boolean {
  const raised = endOf(grant, before.landing) > endOf(before.grant, before.landing);
  const moved = grant.starts !== before.grant.starts;
  return raised || moved || addsWish(grant, before.grant);
}

function addsWish(grant: Grant, before: Grant): boolean {
  const known = wishesOf(before);
  return [...wishesOf(grant)].some((wish) => !known.has(wish));
}

/** The code of an id whose time is over for good. */
export const SPENT = 'GK3101';

function spent(version: Version): GrantRefusal {
  const message = `the id ${version.id} is spent: its end had passed when ${version.commit.slice(0, 12)} brought it back`;
  return { code: SPENT, message, hint: 'Ask again under a name that was never used.' };
}

function unproved(version: Version, proof: Extract<Proof, { kind: 'unproved' }>): GrantRefusal {
  return { code: proof.code, message: `${version.path} at ${version.commit.slice(0, 12)}: ${proof.reason}`, hint: proof.hint };
}
