import { gripsOf } from '../../../src/providers/azure/grips.ts';
import type { Duty } from '../../../src/providers/provider.ts';
import { madeByHand, roleNamed } from '../../../src/sim/azure/by-hand.ts';
import { SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { guidOf } from '../../../src/sim/azure/guid.ts';
import type { AzureState } from '../../../src/sim/azure/state.ts';
import type { Call } from '../../../src/sim/service.ts';
import { NOW } from './samples.ts';

/** From here on the tool's own identity holds these duties, by custom roles as they are printed, and nothing else. */
export function hold(state: AzureState, duties: readonly Duty[]): void {
  const principal = { principalId: SERVICES.grantkeeper, principalType: 'ServicePrincipal' };
  const others = state.roleAssignments.filter(({ principalId }) => principalId !== SERVICES.grantkeeper);
  const grips = gripsOf(duties).map((grip) => ({
    ...grip,
    id: grip.isBuiltIn ? roleNamed(state, grip.title) : guidOf('custom role', grip.title),
  }));
  const custom = grips.filter(({ isBuiltIn }) => !isBuiltIn);
  const roles = custom.map(({ id, title, nodes, duty }) => ({
    id,
    roleName: title,
    kind: 'CustomRole' as const,
    description: '',
    assignableScopes: nodes,
    permissions: [{ actions: duty.permissions, notActions: [], dataActions: [], notDataActions: [] }],
    createdOn: NOW,
  }));
  const given = grips.flatMap(({ id, nodes, duty }) =>
    nodes.map((scope) => {
      const limit = duty.limit === undefined ? {} : { condition: duty.limit, conditionVersion: '2.0' };
      return madeByHand({ ...principal, scope, role: id }, NOW, limit);
    }),
  );
  state.roleDefinitions = [...state.roleDefinitions.filter(({ roleName }) => !roleName.startsWith('Grantkeeper')), ...roles];
  state.roleAssignments = [...others, ...given];
  state.callers = state.callers.map((one) => (one.principalId === SERVICES.grantkeeper ? { ...one, byAssignments: true } : one));
}

const VERBS: Readonly<Record<string, string>> = { GET: 'read', PUT: 'write', DELETE: 'delete' };

/**
 * The action that Azure asks for before it answers a call (Azure resource provider operations): the types in the path behind the last
 * provider, and the verb. Entities - List needs none of its own and shows what may be read.
 */
export function actionsOf({ method, url }: Call): readonly string[] {
  const { pathname, hostname } = new URL(url);
  if (hostname !== 'management.azure.com') return [`${method} ${hostname}`];
  if (/^\/subscriptions(?:\/[^/]+)?$/.test(pathname)) return ['Microsoft.Resources/subscriptions/read'];
  const [namespace = '', type = '', , deed] = pathname.slice(pathname.lastIndexOf('/providers/') + '/providers/'.length).split('/');
  if (type === 'getEntities') return ['Microsoft.Management/managementGroups/read', 'Microsoft.Resources/subscriptions/read'];
  // A query of Resource Graph is a POST that reads.
  if (namespace === 'Microsoft.ResourceGraph') return [`${namespace}/${type}/read`];
  // A request to PIM is tried by who may make it, and cancelled by who may do just that.
  if (deed !== undefined && method === 'POST') return [`${namespace}/${type}/${deed === 'validate' ? 'write' : `${deed}/action`}`];
  return [`${namespace}/${type}/${VERBS[method] ?? 'action'}`];
}
