import type { RoleManagementPolicyAssignment } from '@azure/arm-authorization';
import type { Scope } from '../../domain/access.ts';
import { field } from '../answer.ts';
import { type Answer, askAll } from './arm.ts';
import type { Connection } from './client.ts';
import { lastOf } from './scope.ts';

/** What PIM demands of who gives a role for a time at one scope. */
export interface Demands {
  /** The longest assignment, in milliseconds; absent: of any length. */
  readonly longest?: number;
  /** Rules that no application can satisfy, by the names that PIM refuses with. */
  readonly barred: readonly string[];
}

/** By the GUID of the role. A role that is not in it has no policy at the scope. */
export type RolePolicies = ReadonlyMap<string, Demands>;

/** Role Management Policy Assignments - List For Scope. A policy holds for one scope and is not inherited. */
export async function rolePoliciesAt({ access, client }: Connection, scope: Scope): Promise<Answer<RolePolicies>> {
  const purpose = `read what PIM demands at ${scope.path}`;
  const listed = await askAll(access, purpose, (options) =>
    client.roleManagementPolicyAssignments.listForScope(scope.path.slice(1), options),
  );
  if (!listed.ok) return listed;
  return { ...listed, value: new Map(listed.value.map((one) => [lastOf(one.roleDefinitionId ?? '').toLowerCase(), demandsOf(one)])) };
}

/** Of the rules those for an administrator who makes an active assignment; what users who activate must do is not our matter. */
function demandsOf({ effectiveRules = [] }: RoleManagementPolicyAssignment): Demands {
  const rules = effectiveRules.filter(({ target }) => target?.caller === 'Admin' && target.level === 'Assignment');
  const longest = rules.map(longestOf).find((length) => length !== undefined);
  return { barred: rules.flatMap(barredBy), ...(longest === undefined ? {} : { longest }) };
}

/** Where an assignment need not end, its length is free. */
function longestOf(rule: unknown): number | undefined {
  if (field(rule, 'isExpirationRequired') !== true) return undefined;
  const text = field(rule, 'maximumDuration');
  return typeof text === 'string' ? lengthOf(text) : undefined;
}

/** Configure Azure resource role settings in PIM: a second factor and a ticket are for people; a justification we give. */
const BARRED = new Map([
  ['MultiFactorAuthentication', 'MfaRule'],
  ['Ticketing', 'TicketingRule'],
]);

function barredBy(rule: unknown): readonly string[] {
  const enabled: unknown = field(rule, 'enabledRules');
  const names: readonly unknown[] = Array.isArray(enabled) ? enabled : [];
  const found = names.flatMap((name) => BARRED.get(String(name)) ?? []);
  return field(field(rule, 'setting'), 'isApprovalRequired') === true ? [...found, 'ApprovalRule'] : found;
}

const HOUR = 3600_000;
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS = [365 * 24 * HOUR, 30 * 24 * HOUR, 7 * 24 * HOUR, 24 * HOUR, HOUR, 60_000, 1000];

/** A duration of ISO 8601 in milliseconds; years and months as the shortest that they are told to be. */
function lengthOf(text: string): number | undefined {
  const parts = ISO.exec(text)?.slice(1);
  return parts?.reduce((sum, part, at) => sum + Number(part ?? 0) * (UNITS[at] ?? 0), 0);
}
