import { type Directory, humansBehind } from '../domain/directory.ts';
import type { Grant } from '../domain/grant.ts';
import type { Control } from '../domain/policy.ts';
import type { MergedRequest } from '../domain/request.ts';
import { barredByGrants, barredByRequest } from './barred.ts';
import { formFaults } from './form.ts';
import { landingFaults, type SameBlob, STRAIGHT, wayFaults } from './landing.ts';
import { approvalNeed, people } from './need.ts';
import { type Approvals, approvalsOf, withRenames } from './reviews.ts';
import { needFaults, objections, securityFaults } from './shortage.ts';
import { type Fault, settle, type Verdict } from './verdict.ts';

/** A version of a grant file that landed. `control` is that of the landing commit's first parent. */
export interface GrantLanding {
  readonly path: string;
  /** The merged request that brought it; undefined for a direct push. */
  readonly request: MergedRequest | undefined;
  /** True when a commit holds the bytes that landed; undefined when that could not be found out. */
  sameBlob(commit: string): boolean | undefined;
  /** What the file says at this version; none when it cannot be read. */
  readonly grants: readonly Grant[];
  readonly control: Control;
  /** What is known of its roles' permissions; the catalogue's own marks are added. */
  readonly privileged: boolean;
  /** The people as policy knows them now, for those who have another login today. */
  readonly people?: Directory;
}

/** Control files that landed together. A deleted file is the same where it is absent. */
export interface ControlLanding {
  readonly paths: readonly string[];
  readonly request: MergedRequest | undefined;
  readonly sameBlob: SameBlob;
  readonly control: Control;
  /** As for grants. */
  readonly people?: Directory;
}

/** The deletion of a recall file. `sameBlob` is true where the file is absent too. */
export interface Lifting {
  readonly path: string;
  /** Who was recalled, as the file said: a name, or a raw identity. */
  readonly principal: string;
  readonly request: MergedRequest | undefined;
  sameBlob(commit: string): boolean | undefined;
  readonly control: Control;
  /** As for grants. */
  readonly people?: Directory;
}

/**
 * Whether a grant may give access. By mode of policy.yaml:
 * `enforce`: a merged request into the default branch, that showed these very bytes, with enough approvals of the team's
 * approvers and all of the roles', none of whom asked, wrote or benefits, and no entitled person against it.
 * `warn`: the same, but who approved and how many is only warned about; one independent person of policy/people must still
 * have approved these bytes. A direct push never counts, nor does content that nobody saw.
 * `trust-branch-protection`: whatever reached the default branch counts, a direct push too, since the forge is trusted to have
 * kept out the rest; what `enforce` would refuse is warned about.
 * In every mode grants that came with control files are refused, and grants that a bot asked for in nobody's name.
 */
export function judgeGrant(landing: GrantLanding): Verdict {
  const { request, grants, path } = landing;
  const control = asNamedNow(landing);
  const { mode } = control.policy.approval;
  const form = formFaults({ path, request, grants, control });
  if (request === undefined) return settle({ mode, faults: [...form, STRAIGHT], by: [] });
  const { directory } = control;
  const barred = barredByGrants(directory, request, grants);
  const approvals = approvalsOf(request, { directory, barred, sameAt: (commit) => landing.sameBlob(commit) === true });
  const needs = grants.map((grant) => approvalNeed(grant, control, landing.privileged));
  const entitled = needs.flatMap((need) => [...need.from, ...need.besides]);
  const faults = [
    ...form,
    ...landingFaults(request, [path], (_, commit) => landing.sameBlob(commit)),
    ...objections(approvals, entitled),
    ...needs.flatMap((need) => needFaults(need, approvals, barred)),
    ...wayFaults(request),
  ];
  return settle({ mode, request, faults, by: approvers(approvals, entitled) });
}

/**
 * Whether control files count: at least one of policy.yaml's `security`, who neither opened nor wrote the request, approved its
 * last commit. `warn` softens nothing here; `trust-branch-protection` trusts as for grants.
 */
export function judgeControl(landing: ControlLanding): Verdict {
  return judgeSecurity({ ...landing, control: asNamedNow(landing) }, new Map(), []);
}

/** Whether a recall is lifted: as control files, never by whom it recalled, and never beside the rules. */
export function judgeLifting(lifting: Lifting): Verdict {
  const { path, principal, request } = lifting;
  const control = asNamedNow(lifting);
  const recalled = new Map(recalledPeople(control, principal).map((person) => [person, 'is the one who was recalled']));
  const ways = request === undefined ? [] : wayFaults(request);
  return judgeSecurity({ control, request, paths: [path], sameBlob: (_, commit) => lifting.sameBlob(commit) }, recalled, ways);
}

function judgeSecurity(
  { control, request, paths, sameBlob }: ControlLanding,
  excluded: ReadonlyMap<string, string>,
  ways: readonly Fault[],
): Verdict {
  const { approval, security } = control.policy;
  const { mode } = approval;
  if (request === undefined) return settle({ mode, faults: [STRAIGHT], by: [] });
  const { directory } = control;
  const barred = new Map([...barredByRequest(directory, request), ...excluded]);
  const approvals = approvalsOf(request, { directory, barred, sameAt: () => false });
  const entitled = people(directory, security);
  const faults = [
    ...landingFaults(request, paths, sameBlob),
    ...objections(approvals, entitled),
    ...securityFaults(entitled, approvals, barred),
    ...ways,
  ];
  return settle({ mode, request, faults, by: approvers(approvals, entitled) });
}

/** Policy as of the landing, with people who are also found by the logins that they have now. */
function asNamedNow({ control, people = control.directory }: Pick<GrantLanding, 'control' | 'people'>): Control {
  return people === control.directory ? control : { ...control, directory: withRenames(control.directory, people) };
}

/** Those who were asked for; where none of them approved, everybody who did. */
function approvers(approvals: Approvals, entitled: readonly string[]): readonly string[] {
  const asked = [...approvals.people].filter((person) => entitled.includes(person));
  return asked.length > 0 ? asked : [...approvals.people];
}

/** A raw identity is folded, as mail addresses and object ids are not told apart by case. */
function recalledPeople({ directory }: Control, principal: string): readonly string[] {
  const folded = principal.toLowerCase();
  const names = [...directory.values()].filter(
    (one) => one.name === principal || [...one.identities.values()].some((identity) => identity.toLowerCase() === folded),
  );
  return names.flatMap((one) => humansBehind(directory, one.name));
}
