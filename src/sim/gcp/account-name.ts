import { resourceNamed, type ResourceName } from './resources.ts';
import type { GcpServiceAccount, GcpState } from './state.ts';

export interface Found {
  readonly name: ResourceName;
  readonly email: string;
  readonly account: GcpServiceAccount;
}

/** By e-mail address or unique id; the project may be `-`, for whichever has the account (google.iam.admin.v1 GetServiceAccountRequest). */
export function accountNamed(state: GcpState, project: string, id: string): Found | undefined {
  const found = Object.entries(state.serviceAccounts).find(([email, account]) => email === id.toLowerCase() || account.uniqueId === id);
  if (found === undefined || found[1].deleted === true) return undefined;
  const [email, account] = found;
  const home = resourceNamed(state, 'projects', account.project);
  if (project !== '-' && resourceNamed(state, 'projects', project) !== home) return undefined;
  return { name: `${home}/serviceAccounts/${email}`, email, account };
}
