import PQueue from 'p-queue';
import type { Grant } from '../domain/grant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Control } from '../domain/policy.ts';
import type { MergedRequest, OpenRequest } from '../domain/request.ts';
import type { Forge } from '../forge/forge.ts';
import { judgeControl, judgeGrant, judgeLifting } from '../policy/approval.ts';
import { barredByGrants, barredByRequest } from '../policy/barred.ts';
import { formFaults } from '../policy/form.ts';
import { approvalNeed, type Need, people } from '../policy/need.ts';
import { approvalsOf, type Approvals } from '../policy/reviews.ts';
import type { Verdict } from '../policy/verdict.ts';
import type { ApprovalFacts } from '../report/request-facts.ts';

/** What somebody has to approve. */
export interface Wanted {
  /** Grants as the request would leave them, with their paths. */
  readonly grants: readonly Grant[];
  /** Control files that it changes. */
  readonly control: readonly string[];
  /** Recall files that it deletes, with whom they recall. */
  readonly liftings: readonly { readonly path: string; readonly principal: string }[];
}

type SameBlob = (path: string, commit: string) => boolean | undefined;

/** Whether an open request would be approved if it were merged now, by the control files of the default branch. */
export async function approvalFacts(
  request: OpenRequest,
  wanted: Wanted,
  control: Control,
  forge: Pick<Forge, 'blobAt'>,
  now: Instant,
): Promise<ApprovalFacts> {
  const merged = asIfMerged(request, now);
  const paths = [...wanted.grants.map((grant) => grant.source.file), ...wanted.control, ...wanted.liftings.map(({ path }) => path)];
  const sameBlob = await comparison(request, paths, forge);
  const parts = [
    ...wanted.grants.map((grant) => grantPart(merged, grant, control, sameBlob)),
    ...(wanted.control.length === 0 ? [] : [controlPart(merged, wanted.control, control, sameBlob)]),
    ...wanted.liftings.map((lifting) => liftingPart(merged, lifting, control, sameBlob)),
  ];
  return summed(parts, request, control);
}

/** Reviews count up to the merge. What was given just now must not fall behind a clock that is a little slow. */
function asIfMerged(request: OpenRequest, now: Instant): MergedRequest {
  const last = Math.max(now, ...request.reviews.map((review) => review.at)) as Instant;
  return { ...request, mergedAt: last, mergedBy: '' };
}

const IN_FLIGHT = 8;

/** Whether a file is the same at an earlier commit that somebody approved as at the last one. */
async function comparison(request: OpenRequest, paths: readonly string[], forge: Pick<Forge, 'blobAt'>): Promise<SameBlob> {
  const approved = request.reviews.filter((review) => review.state === 'approved' && !review.bot);
  const commits = [...new Set(approved.flatMap((review) => review.commit ?? []))].filter((commit) => commit !== request.head);
  const blobs = new Map<string, string | undefined>();
  const queue = new PQueue({ concurrency: IN_FLIGHT });
  const look = async (commit: string, path: string) => {
    const answer = await forge.blobAt(commit, path);
    if (answer.ok) blobs.set(`${commit} ${path}`, answer.value);
  };
  const asked = commits.length === 0 ? [] : [...commits, request.head];
  await queue.addAll(asked.flatMap((commit) => paths.map((path) => () => look(commit, path))));
  return (path, commit) => {
    if (commit === request.head) return true;
    const [one, head] = [`${commit} ${path}`, `${request.head} ${path}`];
    return blobs.has(one) && blobs.has(head) ? blobs.get(one) === blobs.get(head) : undefined;
  };
}

interface Part {
  readonly verdict: Verdict;
  readonly needs: readonly Need[];
  readonly barred: ReadonlyMap<string, string>;
  readonly approvals: Approvals;
  readonly faults: ApprovalFacts['faults'];
}

function grantPart(request: MergedRequest, grant: Grant, control: Control, sameBlob: SameBlob): Part {
  const path = grant.source.file;
  const landing = { path, request, grants: [grant], control, privileged: false, sameBlob: (commit: string) => sameBlob(path, commit) };
  const barred = barredByGrants(control.directory, request, [grant]);
  const approvals = approvalsOf(request, { directory: control.directory, barred, sameAt: (commit) => sameBlob(path, commit) === true });
  const faults = [...formFaults(landing), ...otherBase(request)];
  return { verdict: judgeGrant(landing), needs: [approvalNeed(grant, control, false)], barred, approvals, faults };
}

function controlPart(request: MergedRequest, paths: readonly string[], control: Control, sameBlob: SameBlob): Part {
  const barred = barredByRequest(control.directory, request);
  return securityPart(judgeControl({ paths, request, sameBlob, control }), request, control, barred);
}

function liftingPart(request: MergedRequest, lifting: Wanted['liftings'][number], control: Control, sameBlob: SameBlob): Part {
  const { path } = lifting;
  const verdict = judgeLifting({ ...lifting, request, control, sameBlob: (commit) => sameBlob(path, commit) });
  const barred = new Map(barredByRequest(control.directory, request));
  const person = control.directory.get(lifting.principal)?.person;
  if (person !== undefined) barred.set(person, 'is the one who was recalled');
  return securityPart(verdict, request, control, barred);
}

function securityPart(verdict: Verdict, request: MergedRequest, { directory, policy }: Control, barred: ReadonlyMap<string, string>): Part {
  const approvals = approvalsOf(request, { directory, barred, sameAt: () => false });
  const need: Need = { count: 1, from: people(directory, policy.security), besides: [] };
  return { verdict, needs: [need], barred, approvals, faults: otherBase(request) };
}

function otherBase({ base, defaultBranch }: MergedRequest): ApprovalFacts['faults'] {
  if (base === defaultBranch) return [];
  return [
    { reason: `this request goes to ${base}, and only what reaches ${defaultBranch} grants`, hint: `Change its base to ${defaultBranch}.` },
  ];
}

function summed(parts: readonly Part[], request: OpenRequest, control: Control): ApprovalFacts {
  const refused = parts.filter((part) => !part.verdict.approved);
  const entitled = new Set(parts.flatMap(({ needs }) => needs.flatMap((need) => [...need.from, ...need.besides])));
  const openers = new Set(barredByRequest(control.directory, { author: request.author, writers: [] }).keys());
  const barred = new Map(parts.flatMap((part) => [...part.barred]));
  return {
    met: refused.length === 0,
    by: distinct(
      parts.flatMap(({ verdict, approvals }) =>
        verdict.approved ? verdict.by : [...approvals.people].filter((person) => entitled.has(person)),
      ),
    ),
    open: distinctBy(refused.flatMap(stillOpen)),
    barred: [...barred].filter(([person]) => entitled.has(person) || openers.has(person)).map(([person, why]) => ({ person, why })),
    discounted: distinct(refused.flatMap(({ approvals }) => approvals.discounted)),
    against: distinct(refused.flatMap(({ approvals }) => [...approvals.against].filter((person) => entitled.has(person)))),
    faults: distinctBy(refused.flatMap(({ faults }) => faults)),
  };
}

/** What each need still lacks. */
function stillOpen({ needs, approvals }: Part): ApprovalFacts['open'] {
  return needs.flatMap(({ count, from, besides }) => {
    const free = from.filter((person) => !approvals.people.has(person));
    const lacking = count - (from.length - free.length);
    const missing = besides.filter((person) => !approvals.people.has(person));
    return [
      ...(lacking > 0 ? [{ count: lacking, from: free }] : []),
      ...(missing.length > 0 ? [{ count: missing.length, from: missing }] : []),
    ];
  });
}

function distinct(all: readonly string[]): readonly string[] {
  return [...new Set(all)];
}

function distinctBy<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
