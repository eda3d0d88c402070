import { type Answer, ok, refusal } from './answer.ts';
import type { ArmCall } from './call.ts';
import { forbidden } from './caller.ts';
import { pageOf } from './page.ts';
import { unlicensed } from './pim-refusals.ts';
import { missing } from './places.ts';
import { methodRefusal } from './refusals.ts';
import { roleIdFor } from './role-id.ts';
import { assignableAt } from './role-scope.ts';
import { expandedRole } from './schedule-shape.ts';
import { foldScope, TENANT_ROOT, tidyScope } from './scope.ts';
import type { AzureState, RolePolicy } from './state.ts';

/** Configure Azure resource role settings in PIM: active assignments end after six months and want a justification, unless changed. */
const DEFAULT_HOURS = 180 * 24;

/** What holds for one role at one very scope. */
export function rolePolicyOf(state: AzureState, scope: string, role: string): RolePolicy {
  const own = state.rolePolicies?.find((one) => one.role === role && foldScope(one.scope) === foldScope(scope));
  return own ?? { scope, role, maximumHours: DEFAULT_HOURS, enabled: ['Justification'] };
}

/** Microsoft.Authorization/roleManagementPolicyAssignments 2020-10-01, to read: one for each role that can be assigned at the scope. */
export function rolePolicies(state: AzureState, call: ArmCall): Answer {
  const { scope, names } = call.target;
  if (call.method !== 'GET' || names.length > 1) return methodRefusal(call);
  const refused =
    forbidden(state, call.caller, 'Microsoft.Authorization/roleManagementPolicyAssignments/read', scope) ??
    missing(state, scope) ??
    unlicensed(state);
  if (refused !== undefined) return refused;
  const all = state.roleDefinitions.filter((role) => assignableAt(state, role, scope)).map(({ id }) => rolePolicyOf(state, scope, id));
  const [name] = names;
  if (name === undefined) {
    return pageOf(
      all.map((one) => ({ key: one.role, show: () => shapeOf(state, one, scope) })),
      call.url,
      state.manner,
    );
  }
  const found = all.find((one) => nameOf(one) === name.toLowerCase());
  return found === undefined
    ? refusal(404, 'RoleManagementPolicyAssignmentNotFound', `'${name}' is not found.`)
    : ok(shapeOf(state, found, scope));
}

/** As in the example GetRoleManagementPolicyAssignmentByName: the policy, an underscore and the role. */
function nameOf({ role }: RolePolicy): string {
  return `${role}_${role}`;
}

function shapeOf(state: AzureState, policy: RolePolicy, queried: string): unknown {
  const at = `${tidyScope(policy.scope) === TENANT_ROOT ? '' : tidyScope(policy.scope)}/providers/Microsoft.Authorization`;
  const name = nameOf(policy);
  const policyId = `${at}/roleManagementPolicies/${policy.role}`;
  const nobody = { id: null, displayName: 'Admin', type: null, email: null };
  return {
    properties: {
      scope: policy.scope,
      roleDefinitionId: roleIdFor(state, queried, policy.role),
      policyId,
      effectiveRules: rulesOf(policy),
      policyAssignmentProperties: {
        ...expandedRole(state, { scope: policy.scope, roleDefinition: policy.role }, queried),
        policy: { id: policyId, lastModifiedBy: nobody, lastModifiedDateTime: null },
      },
    },
    id: `${at}/roleManagementPolicyAssignments/${name}`,
    type: 'Microsoft.Authorization/RoleManagementPolicyAssignment',
    name,
  };
}

/** The rules for who assigns; a user who activates an eligibility stands under rules of his own, which are shown as they always are. */
function rulesOf({ maximumHours, enabled, approval = false }: RolePolicy): readonly unknown[] {
  const hours = maximumHours ?? DEFAULT_HOURS;
  const maximumDuration = hours % 24 === 0 ? `P${hours / 24}D` : `PT${hours}H`;
  const setting = { isApprovalRequired: approval, approvalMode: 'SingleStage', approvalStages: [] };
  return [
    ruleOf('Expiration', 'Admin', { isExpirationRequired: maximumHours !== null, maximumDuration }),
    ruleOf('Enablement', 'Admin', { enabledRules: enabled }),
    ruleOf('Approval', 'Admin', { setting }),
    ruleOf('Enablement', 'EndUser', { enabledRules: ['MultiFactorAuthentication', 'Justification'] }),
    ruleOf('Expiration', 'EndUser', { isExpirationRequired: true, maximumDuration: 'PT8H' }),
  ];
}

function ruleOf(kind: string, caller: string, settings: Readonly<Record<string, unknown>>): unknown {
  const target = {
    caller,
    operations: ['All'],
    level: 'Assignment',
    targetObjects: null,
    inheritableSettings: null,
    enforcedSettings: null,
  };
  return { ...settings, id: `${kind}_${caller}_Assignment`, ruleType: `RoleManagementPolicy${kind}Rule`, target };
}
