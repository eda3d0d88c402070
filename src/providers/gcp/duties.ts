import type { Scope } from '../../domain/access.ts';
import { compare } from '../../domain/finding.ts';
import type { Duty, WantedRights } from '../provider.ts';
import { kindOf } from './kind.ts';
import { lockDuties } from './lock-duties.ts';
import { CONTAINERS, type ResourceKind } from './kinds.ts';
import { isContainer } from './scope.ts';

/** As many as a list in `hasOnly` may have (Google IAM: "Set limits on granting roles"). */
const MOST_IN_LIST = 10;

/**
 * What each identity needs: one that plans and only reads, one that gives the catalogue's roles, one that takes whatever is there. A
 * recall also looks where the tool does not write.
 */
export function dutiesOf({ reads, manages, grants, roles, recall: means, glass = [] }: WantedRights): readonly Duty[] {
  const at = paths(manages);
  const beyond = paths(reads).filter((path) => !at.includes(path));
  const writing = (scopes: readonly Scope[]) =>
    kindsOf(scopes).flatMap(({ permissions, also }) => [`${permissions}.setIamPolicy`, ...(also?.writing ?? [])]);
  const lists = manages.some(isContainer) ? LISTS : [];
  const plan: Duty = { name: 'plan', who: 'plan', permissions: sorted([...reading(grants), ...lists]), at };
  const apply: Duty = {
    name: 'apply',
    who: 'apply',
    permissions: sorted([...plan.permissions, ...writing(grants)]),
    at,
    limit: limitTo(roles),
  };
  const there = [...manages, ...grants];
  const searched = reads.some(({ path }) => at.includes(path)) ? SEARCH : [];
  const recall: Duty = {
    name: 'recall',
    who: 'recall',
    permissions: sorted([...reading(there), ...writing(there), ...lists, ...searched]),
    at,
  };
  const seen = policies(reads.filter(({ path }) => beyond.includes(path)));
  const look: Duty = { name: 'look', who: 'recall', permissions: sorted([...seen, ...SEARCH]), at: beyond };
  // Emergency access works under the person's own sign-in, and must not depend on what plan or apply may do.
  const access = sorted([...policies(grants), ...writing(grants)]);
  const emergency: Duty = { name: 'glass', who: 'glass', permissions: access, at, limit: limitTo(glass) };
  const more = [...(beyond.length === 0 ? [] : [look]), ...(means === undefined ? [] : lockDuties(means))];
  return [plan, apply, recall, ...more, ...(glass.length === 0 ? [] : [emergency])];
}

/** To find where else somebody holds something, and the ids of projects that are told by number (Cloud Asset Inventory: "Access control"). */
const SEARCH: readonly string[] = ['cloudasset.assets.searchAllIamPolicies', 'resourcemanager.projects.get'];

/** To learn at once what lies in one folder; without it each project is asked about alone (Resource Manager v3: projects.list). */
const LISTS: readonly string[] = ['resourcemanager.projects.list'];

/** Policies, the tree above them, and what a role contains; a bucket is asked where it lies. */
function reading(scopes: readonly Scope[]): readonly string[] {
  const kinds = kindsOf(scopes);
  const tree = kinds.includes(CONTAINERS.folders) ? ['resourcemanager.folders.get'] : [];
  const homes = kinds.some(({ home }) => home !== undefined) ? ['storage.buckets.get'] : [];
  return sorted(['iam.roles.get', 'resourcemanager.projects.get', ...tree, ...homes, ...policies(scopes)]);
}

function policies(scopes: readonly Scope[]): readonly string[] {
  return sorted(kindsOf(scopes).flatMap(({ permissions, also }) => [`${permissions}.getIamPolicy`, ...(also?.reading ?? [])]));
}

function paths(scopes: readonly Scope[]): readonly string[] {
  return sorted(scopes.map(({ path }) => path));
}

/** A folder or an organization stands for the projects in it too. */
function kindsOf(scopes: readonly Scope[]): readonly ResourceKind[] {
  return [...new Set(scopes.flatMap((scope) => (isContainer(scope) ? [kindOf(scope), CONTAINERS.projects] : [kindOf(scope)])))];
}

/**
 * Whoever steals the identity can give and take these roles and no others (Google IAM: "Set limits on granting roles"). One write may
 * touch roles of two lists; it is refused then, and the writer does each role alone.
 */
export function limitTo(roles: readonly string[]): string {
  const names = sorted(roles).map((role) => `'${role}'`);
  const lists = Array.from({ length: Math.max(1, Math.ceil(names.length / MOST_IN_LIST)) }, (_, at) =>
    names.slice(at * MOST_IN_LIST, (at + 1) * MOST_IN_LIST),
  );
  return lists.map((list) => `api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly([${list.join(', ')}])`).join(' || ');
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compare);
}
