import type { RecallMeans } from '../../domain/measure.ts';
import type { Duty } from '../provider.ts';
import { parseScope } from './scope.ts';

const READ = ['Microsoft.Authorization/denyAssignments/read'];
const WRITE = ['Microsoft.Authorization/denyAssignments/delete', ...READ, 'Microsoft.Authorization/denyAssignments/write'];

/**
 * What plan, apply and recall need for the quarantine of a recalled principal. What ends sessions and disables service principals are
 * rights of an application in the directory, which no role of Azure gives.
 */
export function lockDuties({ lockdown }: RecallMeans): readonly Duty[] {
  const scope = parseScope(lockdown ?? '');
  if (!scope.ok) return [];
  const at = [scope.value.path];
  return [
    { name: 'see', who: 'plan', permissions: READ, at },
    { name: 'keep', who: 'apply', permissions: WRITE, at },
    { name: 'lock', who: 'recall', permissions: WRITE, at },
  ];
}
