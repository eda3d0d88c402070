import { compare } from '../../domain/finding.ts';
import type { RecallMeans } from '../../domain/measure.ts';
import type { Duty } from '../provider.ts';
import { kindOf } from './kind.ts';
import { parseScope } from './scope.ts';

/** google.iam.v2 Policies; an operation is read with the right to read its policy. */
const READ = ['iam.denypolicies.get'];
const WRITE = ['create', 'delete', 'update'].map((verb) => `iam.denypolicies.${verb}`);
const ACCOUNTS = ['disable', 'enable', 'get'].map((verb) => `iam.serviceAccounts.${verb}`);
/** A pool lies in an organization, whatever it is used for. */
const SUBJECTS = ['iam.workforcePoolSubjects.revokeSessions'];

/** What plan, apply and recall need for a lockdown, and a recall for the account that signs users out. */
export function lockDuties({ lockdown, disables, signOut }: RecallMeans): readonly Duty[] {
  const scope = parseScope(lockdown ?? '');
  const locking = scope.ok ? lockdownDuties(scope.value.path, `${kindOf(scope.value).permissions}.getIamPolicy`, disables) : [];
  return [...locking, ...(signOut === undefined ? [] : signingDuties(signOut.account, signOut.admin !== undefined))];
}

/** Whoever locks reads who owns the place, so that the last one is spared. */
function lockdownDuties(path: string, owners: string, disables: boolean): readonly Duty[] {
  const keeping = [...READ, ...WRITE, owners, ...(disables ? ACCOUNTS : [])].sort(compare);
  const revoking = path.startsWith('organizations/') ? SUBJECTS : [];
  return [
    { name: 'see', who: 'plan', permissions: READ, at: [path] },
    { name: 'keep', who: 'apply', permissions: keeping, at: [path] },
    { name: 'lock', who: 'recall', permissions: [...keeping, ...revoking].sort(compare), at: [path] },
  ];
}

/** At the project of the account; its role in the directory is given there. */
function signingDuties(account: string, delegated: boolean): readonly Duty[] {
  const project = /@([^.]+)\.iam\.gserviceaccount\.com$/.exec(account)?.[1];
  const permissions = [delegated ? 'iam.serviceAccounts.signJwt' : 'iam.serviceAccounts.getAccessToken'];
  return project === undefined ? [] : [{ name: 'sign', who: 'recall', permissions, at: [`projects/${project}`] }];
}
