import type { CombinationPart, Permission } from '../../domain/permission.ts';
import { type Combination, partsOf } from '../combination.ts';
import { contains } from './wildcard.ts';

/** An action by its verb, or a pattern that reaches one that is named; what its role leaves out is not there. */
function action(verb: RegExp, ...named: readonly string[]): (permission: Permission) => boolean {
  return ({ name, data, except = [] }) => {
    if (data) return false;
    const reached = named.filter((one) => contains(name, one) && !except.some((pattern) => contains(pattern, one)));
    return reached.length > 0 || (verb.test(name.toLowerCase()) && !except.some((pattern) => contains(pattern, name)));
  };
}

/** The built-in Managed Identity Operator spells the right with a star in it. */
const ASSIGNS = action(
  /\/userassignedidentities\/(\*\/)?assign\/(action|\*)$/,
  'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
);

/** What runs as an identity that the caller names, by provider (Azure services that can use managed identities). */
const WORKLOADS =
  /^microsoft\.(compute\/virtualmachine(s|scalesets|scalesets\/virtualmachines)|web\/(sites|sites\/slots|staticsites)|containerinstance\/containergroups|app\/(containerapps|jobs|sessionpools)|containerservice\/managedclusters|batch\/batchaccounts(\/pools)?|datafactory\/factories|machinelearningservices\/workspaces(\/computes|\/batchendpoints|\/onlineendpoints)?|synapse\/workspaces|automation\/automationaccounts|virtualmachineimages\/imagetemplates|resources\/deploymentscripts|logic\/workflows|streamanalytics\/streamingjobs|appplatform\/spring(\/apps)?|hdinsight\/(clusters|clusterpools\/clusters)|kusto\/clusters|servicefabric\/(managed)?clusters)\/(write|\*)$/;

/** Ways to act as others that take more than one action. Source and reason of each are published facts. */
export const combinations: readonly Combination[] = [
  {
    name: 'attach',
    parts: [
      ASSIGNS,
      action(
        WORKLOADS,
        'Microsoft.Compute/virtualMachines/write',
        'Microsoft.Web/sites/write',
        'Microsoft.ContainerInstance/containerGroups/write',
        'Microsoft.App/containerApps/write',
        'Microsoft.Resources/deploymentScripts/write',
      ),
    ],
    // An identity may be assigned to a thing of any other subscription of the tenant.
    reach: 'anywhere',
    reason: 'have code run as a managed identity that its holder chooses',
    source: 'Managed identity best practice recommendations; Azure services that can use managed identities',
  },
  {
    name: 'runbook',
    parts: [
      action(
        /\/automationaccounts\/(runbooks|runbooks\/draft|runbooks\/draft\/content|modules|python\dpackages)\/(write|\*)$/,
        'Microsoft.Automation/automationAccounts/runbooks/write',
      ),
      action(
        /\/automationaccounts\/(jobs|schedules|jobschedules|webhooks|watchers|runbooks\/draft\/testjob)\/(write|\*)$/,
        'Microsoft.Automation/automationAccounts/jobs/write',
      ),
    ],
    reach: 'near',
    reason: 'write scripts and run them as the managed identity of an automation account',
    source: 'Azure Automation account authentication overview',
  },
];

/** What the permissions of a role bring to them. */
export function combinationParts(permissions: readonly Permission[]): readonly CombinationPart[] {
  return partsOf(permissions, combinations);
}
