import type { Scope } from '../../domain/access.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import type { CloudReader, RoleFacts } from '../provider.ts';
import { getRole } from './api.ts';
import { mayLackConditions, withoutConditions } from './bucket.ts';
import { combinationParts } from './combinations.ts';
import { projectOf } from './kind.ts';
import { reasonsFor } from './reasons.ts';
import { homeOf, parseRole } from './role-name.ts';
import type { Session } from './session.ts';

/** What a role lets its holder do, looked up once a run; what could not be looked up is tried again. */
export function roleReader(session: Session): Required<Pick<CloudReader, 'role' | 'told'>> {
  const known = new Map<string, Promise<RoleFacts>>();
  const told = new Map<string, RoleFacts>();
  const role: CloudReader['role'] = async (scope, text) => {
    const parsed = parseRole(text);
    if (!parsed.ok) return parsed;
    const stranger = misplaced(scope, parsed.value);
    if (stranger !== undefined) return stranger;
    const pending = known.get(parsed.value) ?? lookUp(session, parsed.value);
    known.set(parsed.value, pending);
    const facts = await pending;
    if (facts.ok) told.set(parsed.value, facts);
    else known.delete(parsed.value);
    const unfit = facts.ok ? await withoutConditions(session, scope) : undefined;
    return unfit === undefined ? facts : { ok: false, problem: unfit, hint: 'turn it on, or ask at the project' };
  };
  return {
    role,
    told: (scope, text) => {
      const parsed = parseRole(text);
      if (!parsed.ok) return parsed;
      return misplaced(scope, parsed.value) ?? (mayLackConditions(scope) ? undefined : told.get(parsed.value));
    },
  };
}

/** A custom role exists in its own project or organisation only (Google IAM: "Creating and managing custom roles"). */
function misplaced(scope: Scope, role: string): RoleFacts | undefined {
  const home = homeOf(role);
  const project = projectOf(scope)?.key ?? '';
  if (home === undefined || home.startsWith('organizations/') || home === project) return undefined;
  const byNumber = /^projects\/\d+$/.test(project);
  return byNumber ? undefined : { ok: false, problem: `${role} can be granted in ${home} only, not on ${scope.path}` };
}

async function lookUp(session: Session, name: string): Promise<RoleFacts> {
  const reply = await getRole(session, name);
  if (!reply.ok) return unreadable(name, reply.failure);
  const permissions = field(reply.body, 'includedPermissions');
  if (field(reply.body, 'name') !== name || field(reply.body, 'deleted') === true)
    return { ok: false, problem: `${name} does not exist any more` };
  if (!Array.isArray(permissions) || permissions.length === 0) {
    return { ok: false, problem: `${name} names no permissions, so nobody can tell what it does`, hint: 'ask for another role' };
  }
  const included = permissions.map(String);
  const reasons = reasonsFor(included);
  const given = included.map((permission) => ({ name: permission }));
  return {
    ok: true,
    role: { id: name, name },
    privileged: reasons.length > 0,
    reasons,
    permissions: given,
    parts: combinationParts(given),
  };
}

function unreadable(name: string, failure: Failure): RoleFacts {
  if (failure.kind === 'not-found' || failure.kind === 'invalid')
    return { ok: false, problem: `there is no role ${name}`, hint: 'check its spelling' };
  const hint = failure.kind === 'forbidden' ? { hint: 'the tool needs iam.roles.get to judge a custom role' } : {};
  return { ok: false, problem: failure.message, ...hint, failure };
}
