import { contains, type Pattern } from './wildcard.ts';

/** One block of a role definition. Blocks add up; what a block takes away it takes from itself alone. */
export interface Permission {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly dataActions?: readonly string[];
  readonly notDataActions?: readonly string[];
}

/** A way to change access or to act as somebody else. All of its actions are needed. */
export interface Escalation {
  readonly actions: readonly Pattern[];
  /** True where they are data actions. */
  readonly data?: true;
  readonly reason: string;
  /** The published document that says so. */
  readonly source: string;
}

const GOVERNANCE = 'Azure permissions for Management and governance';
const CONTAINERS = 'Azure permissions for Containers';
const COMPUTE = 'Azure permissions for Compute';
const IDENTITY = 'Managed identity best practice recommendations';
const KEYS = 'reads keys that work without an identity';
const STRATUS = 'Stratus Red Team: Azure attack techniques';

const one = (reason: string, source: string, ...actions: readonly Pattern[]): readonly Escalation[] =>
  actions.map((action) => ({ actions: [action], reason, source }));
const data = (reason: string, source: string, ...actions: readonly Pattern[]): readonly Escalation[] =>
  one(reason, source, ...actions).map((entry) => ({ ...entry, data: true }));
const together = (reason: string, source: string, ...actions: readonly Pattern[]): readonly Escalation[] => [{ actions, reason, source }];

/** Where Kubernetes is reached by data actions: of a cluster of Azure's own, of one elsewhere, of a fleet and of its members. */
const CLUSTERS: readonly string[] = [
  'Microsoft.ContainerService/managedClusters',
  'Microsoft.Kubernetes/connectedClusters',
  'Microsoft.ContainerService/fleets',
  'Microsoft.ContainerService/fleets/members',
];

/** Not complete and cannot be: a match means dangerous, no match does not mean safe. */
export const escalations: readonly Escalation[] = [
  ...one('gives roles to others', GOVERNANCE, 'Microsoft.Authorization/roleAssignments/write'),
  ...one('takes roles from others', GOVERNANCE, 'Microsoft.Authorization/roleAssignments/delete'),
  ...one(
    'changes what a role lets its holders do',
    GOVERNANCE,
    'Microsoft.Authorization/roleDefinitions/write',
    'Microsoft.Authorization/roleDefinitions/delete',
  ),
  // What Contributor has taken away so that it cannot give itself more, whatever kinds are added.
  ...one(
    'changes who may do what, or what holds them back',
    'Azure built-in roles for Privileged: Contributor',
    'Microsoft.Authorization/*/write',
    'Microsoft.Authorization/*/delete',
  ),
  ...one(
    'raises itself over the whole tenant',
    'Elevate access to manage all Azure subscriptions and management groups',
    'Microsoft.Authorization/elevateAccess/action',
  ),
  ...one(
    'appoints classic administrators',
    GOVERNANCE,
    'Microsoft.Authorization/classicAdministrators/write',
    'Microsoft.Authorization/classicAdministrators/delete',
  ),
  ...one(
    'gives roles through PIM',
    GOVERNANCE,
    'Microsoft.Authorization/roleAssignmentScheduleRequests/write',
    'Microsoft.Authorization/roleEligibilityScheduleRequests/write',
  ),
  ...one(
    'changes the rules under which PIM activates roles',
    GOVERNANCE,
    'Microsoft.Authorization/roleManagementPolicies/write',
    'Microsoft.Authorization/roleManagementPolicies/approvalRule/action',
    'Microsoft.Authorization/roleManagementPolicyAssignments/write',
  ),
  ...one(
    'sets or lifts deny assignments',
    GOVERNANCE,
    'Microsoft.Authorization/denyAssignments/write',
    'Microsoft.Authorization/denyAssignments/delete',
  ),
  ...one(
    'sets or lifts locks, which keep assignments from being ended',
    GOVERNANCE,
    'Microsoft.Authorization/locks/write',
    'Microsoft.Authorization/locks/delete',
  ),
  ...one(
    'changes or lifts what policy enforces',
    GOVERNANCE,
    'Microsoft.Authorization/policyAssignments/delete',
    'Microsoft.Authorization/policyExemptions/write',
    'Microsoft.Resources/deploymentStacks/manageDenySetting/action',
  ),
  ...one(
    'has templates deployed under the identity of a policy or blueprint',
    'Remediate non-compliant resources with Azure Policy',
    'Microsoft.Authorization/policyAssignments/write',
    'Microsoft.Authorization/policyDefinitions/write',
    'Microsoft.Authorization/policySetDefinitions/write',
    'Microsoft.Blueprint/blueprintAssignments/write',
  ),
  ...one('stops the export of logs', GOVERNANCE, 'Microsoft.Authorization/diagnosticSettings/delete'),
  ...one(
    'moves subscriptions, and with them what they inherit',
    'Manage your Azure subscriptions at scale with management groups',
    'Microsoft.Management/managementGroups/subscriptions/write',
  ),
  ...one('delegates to another tenant', 'Azure Lighthouse: onboard a customer', 'Microsoft.ManagedServices/registrationAssignments/write'),
  ...one(
    'acts as a managed identity',
    IDENTITY,
    'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
    // The built-in Managed Identity Operator spells the same right with a star in it.
    'Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action',
    'Microsoft.Logic/workflows/write',
  ),
  ...together(
    'runs scripts as a managed identity',
    'Use deployment scripts in ARM templates',
    'Microsoft.Resources/deploymentScripts/write',
    'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
  ),
  ...together(
    'runs scripts as a managed identity',
    'Azure Automation account authentication overview',
    'Microsoft.Automation/automationAccounts/jobs/write',
    'Microsoft.Automation/automationAccounts/runbooks/write',
  ),
  ...one(
    'makes a managed identity trust an outside issuer',
    STRATUS,
    'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
  ),
  ...one(
    'runs commands on machines, as whatever identity they have',
    COMPUTE,
    'Microsoft.Compute/virtualMachines/runCommand/action',
    'Microsoft.Compute/virtualMachines/runCommands/write',
    'Microsoft.Compute/virtualMachines/extensions/write',
    'Microsoft.Compute/virtualMachineScaleSets/extensions/write',
    'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action',
    'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommands/write',
    'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/extensions/write',
    'Microsoft.HybridCompute/machines/runCommands/write',
    'Microsoft.HybridCompute/machines/extensions/write',
  ),
  ...data(
    'signs in to machines as administrator',
    'Azure built-in roles for Compute: Virtual Machine Administrator Login',
    'Microsoft.Compute/virtualMachines/loginAsAdmin/action',
    'Microsoft.HybridCompute/machines/loginAsAdmin/action',
  ),
  ...one('opens a way to sign in to machines', STRATUS, 'Microsoft.Network/bastionHosts/createShareableLinks/action'),
  ...one(
    'administers clusters',
    'Azure built-in roles for Containers: Azure Kubernetes Service Cluster Admin Role',
    'Microsoft.ContainerService/managedClusters/runcommand/action',
    'Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action',
  ),
  // Where a cluster asks Microsoft Entra ID who comes, the file that these hand out carries no right of its own.
  ...one(
    'hands out a login to clusters, which is an administrator where the cluster does not use Entra ID',
    'Use Azure role-based access control to define access to the Kubernetes configuration file in AKS; Azure built-in roles for Containers',
    'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action',
    'Microsoft.ContainerService/managedClusters/managedNamespaces/listCredential/action',
  ),
  ...data(
    'gives roles inside a cluster',
    CONTAINERS,
    ...CLUSTERS.flatMap((cluster) => [
      `${cluster}/rbac.authorization.k8s.io/rolebindings/write`,
      `${cluster}/rbac.authorization.k8s.io/clusterrolebindings/write`,
    ]),
  ),
  ...data(
    'runs pods as any service account of a namespace',
    'Azure built-in roles for Containers: Azure Kubernetes Service RBAC Writer',
    ...CLUSTERS.map((cluster) => `${cluster}/pods/write`),
  ),
  ...data(
    'changes who may reach the files inside',
    'Azure permissions for Storage',
    'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/manageOwnership/action',
    'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/modifyPermissions/action',
    'Microsoft.Storage/storageAccounts/fileServices/fileshares/files/modifypermissions/action',
  ),
  ...data(
    'has an agent act as the user whom a request names',
    'Microsoft Foundry: isolate sessions per user; Azure built-in roles for AI + machine learning',
    'Microsoft.CognitiveServices/accounts/AIServices/agents/endpoints/UserIdentityImpersonation/action',
  ),
  ...one(
    KEYS,
    'Azure resource provider operations',
    '*/listKeys/action',
    '*/listAdminKeys/action',
    '*/regenerateKey/action',
    '*/listConnectionStrings/action',
    '*/listCredentials/action',
  ),
  ...one(
    KEYS,
    'Azure permissions for Storage',
    'Microsoft.Storage/storageAccounts/listKeys/action',
    'Microsoft.Storage/storageAccounts/regenerateKey/action',
    'Microsoft.Storage/storageAccounts/listAccountSas/action',
    'Microsoft.Storage/storageAccounts/listServiceSas/action',
  ),
  ...one(
    KEYS,
    'Azure permissions for AI + machine learning',
    'Microsoft.CognitiveServices/accounts/listKeys/action',
    'Microsoft.Search/searchServices/listAdminKeys/action',
  ),
  ...one(
    KEYS,
    'Azure permissions for Databases',
    'Microsoft.DocumentDB/databaseAccounts/listKeys/action',
    'Microsoft.DocumentDB/databaseAccounts/listConnectionStrings/action',
    'Microsoft.Cache/redis/listKeys/action',
  ),
  ...one(
    KEYS,
    CONTAINERS,
    'Microsoft.ContainerRegistry/registries/listCredentials/action',
    'Microsoft.ContainerRegistry/registries/generateCredentials/action',
  ),
  ...one(KEYS, 'Azure permissions for Integration', 'Microsoft.ServiceBus/namespaces/authorizationRules/listKeys/action'),
  ...one(KEYS, 'Azure permissions for Analytics', 'Microsoft.EventHub/namespaces/authorizationRules/listKeys/action'),
  ...one(KEYS, 'Azure permissions for Internet of Things', 'Microsoft.Devices/iotHubs/listKeys/action'),
  ...one(KEYS, COMPUTE, 'Microsoft.Batch/batchAccounts/listKeys/action'),
  ...one(KEYS, 'Azure permissions for Web and Mobile', 'Microsoft.Web/sites/publishxml/action', 'Microsoft.Web/sites/config/list/action'),
  ...one(
    KEYS,
    'Secure MCP servers on Azure Container Apps',
    'Microsoft.App/sessionPools/fetchMcpServerCredentials/action',
    'Microsoft.App/sessionPools/rotateMcpServerCredentials/action',
  ),
  ...one(KEYS, 'Azure REST API: Elastic, Organizations, Get Api Key', 'Microsoft.Elastic/getOrganizationApiKey/action'),
  ...one(
    KEYS,
    'Azure REST API: Datadog, Monitors, Get Default Application Key',
    'Microsoft.Datadog/monitors/getDefaultApplicationKey/action',
  ),
  ...one(
    KEYS,
    'Azure REST API: Hybrid Connectivity, Endpoints, List Ingress Gateway Credentials',
    'Microsoft.HybridConnectivity/endpoints/listIngressGatewayCredentials/action',
  ),
  ...one(
    'gives itself the keys and secrets of a vault',
    'Azure role-based access control vs. access policies (Key Vault)',
    'Microsoft.KeyVault/vaults/write',
    'Microsoft.KeyVault/vaults/accessPolicies/write',
  ),
  ...one(
    'appoints administrators of a database',
    'Azure permissions for Databases',
    'Microsoft.Sql/servers/administrators/write',
    'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments/write',
  ),
];

/** Why a role with these permissions is privileged, once for each reason; empty where nothing of the table fits. */
export function dangersOf(permissions: readonly Permission[]): readonly string[] {
  const found = escalations.filter((entry) =>
    entry.actions.every((action) => permissions.some((block) => grants(block, action, entry.data))),
  );
  return [...new Set(found.map((entry) => entry.reason))];
}

/**
 * Whether one block alone lets its holder do what the pattern names. A pattern with stars is looked for in what the block spells
 * out: that `Microsoft.Support/*` could one day cover an action that ends in listKeys is no reason to call it dangerous.
 */
export function grants(block: Permission, wanted: Pattern, isData?: true): boolean {
  const [given, taken] = isData ? [block.dataActions, block.notDataActions] : [block.actions, block.notActions];
  if (taken?.some((pattern) => contains(pattern, wanted)) === true) return false;
  return given?.some((pattern) => contains(pattern, wanted) || isSpelled(pattern, wanted, taken)) === true;
}

function isSpelled(pattern: Pattern, wanted: Pattern, taken: readonly Pattern[] | undefined): boolean {
  return wanted.includes('*') && contains(wanted, pattern) && taken?.some((not) => contains(not, pattern)) !== true;
}
