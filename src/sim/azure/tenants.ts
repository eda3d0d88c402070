import type { Answer } from './answer.ts';
import type { ArmCall } from './call.ts';
import { pageOf } from './page.ts';
import { methodRefusal } from './refusals.ts';
import type { AzureState } from './state.ts';

/** Tenants - List: the tenants of the caller, who needs no right for it. */
export function tenants(state: AzureState, call: ArmCall): Answer {
  if (call.method !== 'GET' || call.target.names.length > 0) return methodRefusal(call);
  const value = { id: `/tenants/${state.tenant}`, tenantId: state.tenant, displayName: 'Acme', tenantCategory: 'Home', tenantType: 'AAD' };
  return pageOf([{ key: state.tenant, show: () => value }], call.url, state.manner);
}
