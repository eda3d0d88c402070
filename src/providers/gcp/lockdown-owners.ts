import type { Scope } from '../../domain/access.ts';
import type { Failure } from '../../domain/outcome.ts';
import { denyPrincipal } from './deny-principal.ts';
import { lockMark } from './deny-rule.ts';
import { type LockdownDraft, without } from './lockdown-draft.ts';
import { memberOf } from './member.ts';
import { readScope } from './reader.ts';
import type { Session } from './session.ts';

/** Roles whose holders can give access again (Resource Manager: "Access control for organization resources with IAM"). */
const OWNERS: ReadonlySet<string> = new Set(['roles/owner', 'roles/resourcemanager.organizationAdmin']);

/**
 * Never locks out the last who can give access at the top: who that is is read fresh. What cannot be read refuses, since nobody could
 * undo it.
 */
export async function sparingOwners(session: Session, at: Scope, stamp: string, draft: LockdownDraft): Promise<LockdownDraft> {
  const fresh = draft.ours.filter(({ principal }) =>
    draft.measures.some(({ kind, member }) => kind === 'lock' && denyPrincipal(memberOf(member).id) === principal),
  );
  if (fresh.length === 0) return draft;
  const reading = await readScope(session, at);
  if (!reading.ok) return without(draft, fresh, unknown(at, reading.failure));
  const owners = reading.live
    .filter(({ binding, mark }) => mark === undefined && OWNERS.has(binding.role.id))
    .map(({ binding }) => binding.member.id);
  const principals = new Set(owners.filter((id) => !id.startsWith('deleted:')).map((id) => denyPrincipal(id) ?? id));
  const locked = new Set([
    ...draft.ours.map(({ principal }) => principal),
    ...draft.kept.flatMap((rule) => lockMark(stamp, rule)?.principal ?? []),
  ]);
  if (principals.size === 0 || [...principals].some((one) => !locked.has(one))) return draft;
  const last = fresh.filter(({ principal }) => principals.has(principal));
  return without(draft, last, {
    kind: 'unsafe',
    message: `${at.path} would be left without an owner who is not locked out`,
    hint: 'make somebody else owner first',
  });
}

function unknown({ path }: Scope, { message }: Failure): Failure {
  return { kind: 'unsafe', message: `who owns ${path} is not known, so nobody is locked out there: ${message}` };
}
