import type { Instant } from '../../domain/instant.ts';
import type { Permission, RoleDefinition } from './state.ts';

/** One permission block; its lists are written as words with a space between. */
interface Block {
  readonly actions?: string;
  readonly notActions?: string;
  readonly dataActions?: string;
  readonly notDataActions?: string;
  readonly condition?: string;
  readonly conditionVersion?: string;
}

/** Azure built-in roles: GUIDs, names and rights as Azure's own listing had them in August 2026; the descriptions are ours. */
const ROLES: readonly (readonly [id: string, roleName: string, description: string, blocks: readonly Block[]])[] = [
  ['acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', 'Read everything; change nothing.', [{ actions: '*/read' }]],
  [
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
    'Contributor',
    'Change everything but access.',
    [
      {
        actions: '*',
        notActions:
          'Microsoft.Authorization/*/Delete Microsoft.Authorization/*/Write Microsoft.Authorization/elevateAccess/Action Microsoft.Blueprint/blueprintAssignments/write Microsoft.Blueprint/blueprintAssignments/delete Microsoft.Compute/galleries/share/action Microsoft.Purview/consents/write Microsoft.Purview/consents/delete Microsoft.Resources/deploymentStacks/manageDenySetting/action Microsoft.Subscription/cancel/action Microsoft.Subscription/enable/action',
      },
    ],
  ],
  ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', 'Do everything, give access too.', [{ actions: '*' }]],
  [
    '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
    'User Access Administrator',
    'Read everything and give access to it.',
    [{ actions: '*/read Microsoft.Authorization/* Microsoft.Support/*' }],
  ],
  [
    'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
    'Role Based Access Control Administrator',
    'Read everything and give access to it by role assignments.',
    [
      {
        actions: 'Microsoft.Authorization/roleAssignments/write Microsoft.Authorization/roleAssignments/delete */read Microsoft.Support/*',
      },
    ],
  ],
  [
    '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
    'Storage Blob Data Reader',
    'Read blobs.',
    [
      {
        actions:
          'Microsoft.Storage/storageAccounts/blobServices/containers/read Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
        dataActions: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
      },
    ],
  ],
  [
    'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
    'Storage Blob Data Contributor',
    'Read, write and delete blobs.',
    [
      {
        actions:
          'Microsoft.Storage/storageAccounts/blobServices/containers/delete Microsoft.Storage/storageAccounts/blobServices/containers/read Microsoft.Storage/storageAccounts/blobServices/containers/write Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
        dataActions:
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write Microsoft.Storage/storageAccounts/blobServices/containers/blobs/move/action Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action',
      },
    ],
  ],
  [
    'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
    'Storage Blob Data Owner',
    'Do everything with blobs, POSIX access control too.',
    [
      {
        actions:
          'Microsoft.Storage/storageAccounts/blobServices/containers/* Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
        dataActions: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*',
      },
    ],
  ],
  [
    '19e7f393-937e-4f77-808e-94535e297925',
    'Storage Queue Data Reader',
    'Read queues and peek at messages.',
    [
      {
        actions: 'Microsoft.Storage/storageAccounts/queueServices/queues/read',
        dataActions: 'Microsoft.Storage/storageAccounts/queueServices/queues/messages/read',
      },
    ],
  ],
  [
    '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
    'Storage Queue Data Contributor',
    'Read, write and delete queues and messages.',
    [
      {
        actions:
          'Microsoft.Storage/storageAccounts/queueServices/queues/delete Microsoft.Storage/storageAccounts/queueServices/queues/read Microsoft.Storage/storageAccounts/queueServices/queues/write',
        dataActions:
          'Microsoft.Storage/storageAccounts/queueServices/queues/messages/delete Microsoft.Storage/storageAccounts/queueServices/queues/messages/read Microsoft.Storage/storageAccounts/queueServices/queues/messages/write Microsoft.Storage/storageAccounts/queueServices/queues/messages/process/action',
      },
    ],
  ],
  [
    '17d1049b-9a84-46fb-8f53-869881c3d3ab',
    'Storage Account Contributor',
    'Manage storage accounts and read their keys.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Insights/alertRules/* Microsoft.Insights/diagnosticSettings/* Microsoft.Network/virtualNetworks/subnets/joinViaServiceEndpoint/action Microsoft.ResourceHealth/availabilityStatuses/read Microsoft.Resources/deployments/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Storage/storageAccounts/* Microsoft.Support/*',
      },
    ],
  ],
  [
    '81a9662b-bebf-436f-a333-f67b29880f12',
    'Storage Account Key Operator Service Role',
    'List and renew the keys of storage accounts.',
    [{ actions: 'Microsoft.Storage/storageAccounts/listkeys/action Microsoft.Storage/storageAccounts/regeneratekey/action' }],
  ],
  [
    'c12c1c16-33a1-487b-954d-41c89c60f349',
    'Reader and Data Access',
    'See storage accounts and reach all data by their keys.',
    [
      {
        actions:
          'Microsoft.Storage/storageAccounts/listKeys/action Microsoft.Storage/storageAccounts/ListAccountSas/action Microsoft.Storage/storageAccounts/read',
      },
    ],
  ],
  [
    '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
    'Monitoring Reader',
    'Read all monitoring data.',
    [{ actions: '*/read Microsoft.OperationalInsights/workspaces/search/action Microsoft.Support/*' }],
  ],
  [
    '73c42c96-874c-492b-b04d-ab87d138a893',
    'Log Analytics Reader',
    'Read and search all logs and monitoring settings.',
    [
      {
        actions:
          '*/read Microsoft.OperationalInsights/workspaces/analytics/query/action Microsoft.OperationalInsights/workspaces/search/action Microsoft.Support/*',
        notActions: 'Microsoft.OperationalInsights/workspaces/sharedKeys/read',
        dataActions: 'Microsoft.OperationalInsights/workspaces/jobs/export/action',
      },
    ],
  ],
  [
    '92aaf0da-9dab-42b6-94a3-d43ce8d16293',
    'Log Analytics Contributor',
    'Read all logs and change monitoring settings.',
    [
      {
        actions:
          '*/read Microsoft.ClassicCompute/virtualMachines/extensions/* Microsoft.ClassicStorage/storageAccounts/listKeys/action Microsoft.Compute/virtualMachines/extensions/* Microsoft.HybridCompute/machines/extensions/write Microsoft.Insights/alertRules/* Microsoft.Insights/diagnosticSettings/* Microsoft.OperationalInsights/* Microsoft.OperationsManagement/* Microsoft.Resources/deployments/* Microsoft.Resources/subscriptions/resourcegroups/deployments/* Microsoft.Storage/storageAccounts/listKeys/action Microsoft.Support/*',
        dataActions: 'Microsoft.OperationalInsights/workspaces/jobs/export/action',
      },
    ],
  ],
  [
    '21090545-7ca7-4776-b22c-e363652d74d2',
    'Key Vault Reader',
    'Read what vaults and their objects are called, no secret values.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Insights/alertRules/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Support/* Microsoft.KeyVault/checkNameAvailability/read Microsoft.KeyVault/deletedVaults/read Microsoft.KeyVault/locations/*/read Microsoft.KeyVault/vaults/*/read Microsoft.KeyVault/operations/read',
        dataActions: 'Microsoft.KeyVault/vaults/*/read Microsoft.KeyVault/vaults/secrets/readMetadata/action',
      },
    ],
  ],
  [
    '4633458b-17de-408a-b874-0445c86b69e6',
    'Key Vault Secrets User',
    'Read secret values.',
    [{ dataActions: 'Microsoft.KeyVault/vaults/secrets/getSecret/action Microsoft.KeyVault/vaults/secrets/readMetadata/action' }],
  ],
  [
    'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
    'Key Vault Secrets Officer',
    'Do everything with secrets but give access.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Insights/alertRules/* Microsoft.Resources/deployments/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Support/* Microsoft.KeyVault/checkNameAvailability/read Microsoft.KeyVault/deletedVaults/read Microsoft.KeyVault/locations/*/read Microsoft.KeyVault/vaults/*/read Microsoft.KeyVault/operations/read',
        dataActions: 'Microsoft.KeyVault/vaults/secrets/*',
      },
    ],
  ],
  [
    '00482a5a-887f-4fb3-b363-3b7fe8e74483',
    'Key Vault Administrator',
    'Do everything with the data of a vault.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Insights/alertRules/* Microsoft.Resources/deployments/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Support/* Microsoft.KeyVault/checkNameAvailability/read Microsoft.KeyVault/deletedVaults/read Microsoft.KeyVault/locations/*/read Microsoft.KeyVault/vaults/*/read Microsoft.KeyVault/operations/read',
        dataActions: 'Microsoft.KeyVault/vaults/*',
      },
    ],
  ],
  [
    'f25e0fa2-a7c8-4377-a976-54943a77a395',
    'Key Vault Contributor',
    'Manage vaults, but not their data.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Insights/alertRules/* Microsoft.KeyVault/* Microsoft.Resources/deployments/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Support/*',
        notActions:
          'Microsoft.KeyVault/locations/deletedVaults/purge/action Microsoft.KeyVault/hsmPools/* Microsoft.KeyVault/managedHsms/*',
      },
    ],
  ],
  [
    '8b54135c-b56d-4d72-a534-26097cfdc8d8',
    'Key Vault Data Access Administrator',
    'Give access to vaults, by a few roles only.',
    [
      {
        actions:
          'Microsoft.Authorization/roleAssignments/write Microsoft.Authorization/roleAssignments/delete Microsoft.Authorization/*/read Microsoft.Resources/deployments/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Resources/subscriptions/read Microsoft.Management/managementGroups/read Microsoft.Resources/deployments/* Microsoft.Support/* Microsoft.KeyVault/vaults/*/read',
        condition:
          "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{00482a5a-887f-4fb3-b363-3b7fe8e74483, a4417e6f-fecd-4de8-b567-7b0420556985, 14b46e9e-c2b7-41b4-b07b-48a6ebf60603, e147488a-f6f5-4113-8e2d-b22465e65bf6, 12338af0-0e69-4776-bea7-57ae8d297424, 21090545-7ca7-4776-b22c-e363652d74d2, b86a8fe4-44ce-4948-aee5-eccb2c155cd7, 4633458b-17de-408a-b874-0445c86b69e6})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{00482a5a-887f-4fb3-b363-3b7fe8e74483, a4417e6f-fecd-4de8-b567-7b0420556985, 14b46e9e-c2b7-41b4-b07b-48a6ebf60603, e147488a-f6f5-4113-8e2d-b22465e65bf6, 12338af0-0e69-4776-bea7-57ae8d297424, 21090545-7ca7-4776-b22c-e363652d74d2, b86a8fe4-44ce-4948-aee5-eccb2c155cd7, 4633458b-17de-408a-b874-0445c86b69e6}))",
        conditionVersion: '2.0',
      },
    ],
  ],
  [
    '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
    'Virtual Machine Contributor',
    'Manage virtual machines, but not sign in to them.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Compute/availabilitySets/* Microsoft.Compute/locations/* Microsoft.Compute/virtualMachines/* Microsoft.Compute/virtualMachineScaleSets/* Microsoft.Compute/cloudServices/* Microsoft.Compute/disks/write Microsoft.Compute/disks/read Microsoft.Compute/disks/delete Microsoft.Compute/hostgroups/write Microsoft.Compute/hostgroups/hosts/write Microsoft.DevTestLab/schedules/* Microsoft.Insights/alertRules/* Microsoft.Network/applicationGateways/backendAddressPools/join/action Microsoft.Network/loadBalancers/backendAddressPools/join/action Microsoft.Network/loadBalancers/inboundNatPools/join/action Microsoft.Network/loadBalancers/inboundNatRules/join/action Microsoft.Network/loadBalancers/probes/join/action Microsoft.Network/loadBalancers/read Microsoft.Network/locations/* Microsoft.Network/networkInterfaces/* Microsoft.Network/networkSecurityGroups/join/action Microsoft.Network/networkSecurityGroups/read Microsoft.Network/publicIPAddresses/join/action Microsoft.Network/publicIPAddresses/read Microsoft.Network/virtualNetworks/read Microsoft.Network/virtualNetworks/subnets/join/action Microsoft.RecoveryServices/locations/* Microsoft.RecoveryServices/Vaults/backupFabrics/backupProtectionIntent/write Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/*/read Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/read Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/write Microsoft.RecoveryServices/Vaults/backupPolicies/read Microsoft.RecoveryServices/Vaults/backupPolicies/write Microsoft.RecoveryServices/Vaults/read Microsoft.RecoveryServices/Vaults/usages/read Microsoft.RecoveryServices/Vaults/write Microsoft.ResourceHealth/availabilityStatuses/read Microsoft.Resources/deployments/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.SerialConsole/serialPorts/connect/action Microsoft.SqlVirtualMachine/* Microsoft.Storage/storageAccounts/listKeys/action Microsoft.Storage/storageAccounts/read Microsoft.Support/*',
      },
    ],
  ],
  [
    '1c0163c0-47e6-4577-8991-ea5c82e286e4',
    'Virtual Machine Administrator Login',
    'Sign in to virtual machines as administrator.',
    [
      {
        actions:
          'Microsoft.Network/publicIPAddresses/read Microsoft.Network/virtualNetworks/read Microsoft.Network/loadBalancers/read Microsoft.Network/networkInterfaces/read Microsoft.Compute/virtualMachines/*/read Microsoft.HybridCompute/machines/*/read Microsoft.HybridConnectivity/endpoints/listCredentials/action',
        dataActions:
          'Microsoft.Compute/virtualMachines/login/action Microsoft.Compute/virtualMachines/loginAsAdmin/action Microsoft.HybridCompute/machines/login/action Microsoft.HybridCompute/machines/loginAsAdmin/action',
      },
    ],
  ],
  [
    'fb879df8-f326-4884-b1cf-06f3ad86be52',
    'Virtual Machine User Login',
    'Sign in to virtual machines as user.',
    [
      {
        actions:
          'Microsoft.Network/publicIPAddresses/read Microsoft.Network/virtualNetworks/read Microsoft.Network/loadBalancers/read Microsoft.Network/networkInterfaces/read Microsoft.Compute/virtualMachines/*/read Microsoft.HybridCompute/machines/*/read Microsoft.HybridConnectivity/endpoints/listCredentials/action',
        dataActions: 'Microsoft.Compute/virtualMachines/login/action Microsoft.HybridCompute/machines/login/action',
      },
    ],
  ],
  [
    '7f951dda-4ed3-4680-a7ca-43fe172d538d',
    'AcrPull',
    'Pull images from a container registry.',
    [{ actions: 'Microsoft.ContainerRegistry/registries/pull/read' }],
  ],
  [
    '8311e382-0749-4cb8-b61a-304f252e45ec',
    'AcrPush',
    'Push images to a container registry and pull them.',
    [{ actions: 'Microsoft.ContainerRegistry/registries/pull/read Microsoft.ContainerRegistry/registries/push/write' }],
  ],
  [
    '4abbcc35-e782-43d8-92c5-2d3f1bd2253f',
    'Azure Kubernetes Service Cluster User Role',
    "Fetch a cluster's user credentials.",
    [
      {
        actions:
          'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action Microsoft.ContainerService/managedClusters/read',
      },
    ],
  ],
  [
    '0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8',
    'Azure Kubernetes Service Cluster Admin Role',
    "Fetch a cluster's admin credentials.",
    [
      {
        actions:
          'Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action Microsoft.ContainerService/managedClusters/accessProfiles/listCredential/action Microsoft.ContainerService/managedClusters/read Microsoft.ContainerService/managedClusters/runcommand/action',
      },
    ],
  ],
  [
    'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b',
    'Azure Kubernetes Service RBAC Cluster Admin',
    'Do everything inside a cluster.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Resources/subscriptions/operationresults/read Microsoft.Resources/subscriptions/read Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.ContainerService/managedClusters/listClusterUserCredential/action',
        dataActions: 'Microsoft.ContainerService/managedClusters/*',
      },
    ],
  ],
  [
    '72fafb9e-0641-4937-9268-a91bfd8191a3',
    'Cost Management Reader',
    'Read costs and their settings.',
    [
      {
        actions:
          'Microsoft.Consumption/*/read Microsoft.CostManagement/*/read Microsoft.Billing/billingPeriods/read Microsoft.Resources/subscriptions/read Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Support/* Microsoft.Advisor/configurations/read Microsoft.Advisor/recommendations/read Microsoft.Management/managementGroups/read Microsoft.Billing/billingProperty/read',
      },
    ],
  ],
  [
    'fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64',
    'Billing Reader',
    'Read billing data.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Billing/*/read Microsoft.Commerce/*/read Microsoft.Consumption/*/read Microsoft.Management/managementGroups/read Microsoft.CostManagement/*/read Microsoft.Support/*',
      },
    ],
  ],
  [
    '4d97b98b-1d4f-4787-a291-c67834d212e7',
    'Network Contributor',
    'Manage networks.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Insights/alertRules/* Microsoft.Network/* Microsoft.ResourceHealth/availabilityStatuses/read Microsoft.Resources/deployments/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Support/*',
      },
    ],
  ],
  [
    'f1a07417-d97a-45cb-824c-7a7467783830',
    'Managed Identity Operator',
    'Read and assign user-assigned identities.',
    [
      {
        actions:
          'Microsoft.ManagedIdentity/userAssignedIdentities/*/read Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action Microsoft.Authorization/*/read Microsoft.Insights/alertRules/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Resources/deployments/* Microsoft.Support/*',
      },
    ],
  ],
  [
    'e40ec5ca-96e0-45a2-b4ff-59039f2c2b59',
    'Managed Identity Contributor',
    'Make, change and delete user-assigned identities.',
    [
      {
        actions:
          'Microsoft.ManagedIdentity/userAssignedIdentities/read Microsoft.ManagedIdentity/userAssignedIdentities/write Microsoft.ManagedIdentity/userAssignedIdentities/delete Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/read Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/delete Microsoft.ManagedIdentity/userAssignedIdentities/revokeTokens/action Microsoft.Authorization/*/read Microsoft.Insights/alertRules/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Resources/deployments/* Microsoft.Support/*',
      },
    ],
  ],
  [
    '39bc4728-0917-49c7-9d2c-d95423bc2eb4',
    'Security Reader',
    'Read security findings and settings.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Insights/alertRules/read Microsoft.operationalInsights/workspaces/*/read Microsoft.Resources/deployments/*/read Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Security/*/read Microsoft.IoTSecurity/*/read Microsoft.Support/*/read Microsoft.Security/iotDefenderSettings/packageDownloads/action Microsoft.Security/iotDefenderSettings/downloadManagerActivation/action Microsoft.Security/iotSensors/downloadResetPassword/action Microsoft.IoTSecurity/defenderSettings/packageDownloads/action Microsoft.IoTSecurity/defenderSettings/downloadManagerActivation/action Microsoft.Management/managementGroups/read',
      },
    ],
  ],
  [
    'de139f84-1756-47ae-9be6-808fbbe84772',
    'Website Contributor',
    'Manage web sites, but not their plans.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Insights/alertRules/* Microsoft.Insights/components/* Microsoft.ResourceHealth/availabilityStatuses/read Microsoft.Resources/deployments/* Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Support/* Microsoft.Web/certificates/* Microsoft.Web/listSitesAssignedToHostName/read Microsoft.Web/register/action Microsoft.Web/serverFarms/join/action Microsoft.Web/serverFarms/read Microsoft.Web/sites/*',
      },
    ],
  ],
  [
    'd3881f73-407a-4167-8283-e981cbba0404',
    'Automation Operator',
    'Start, stop and resume automation jobs.',
    [
      {
        actions:
          'Microsoft.Authorization/*/read Microsoft.Automation/automationAccounts/hybridRunbookWorkerGroups/read Microsoft.Automation/automationAccounts/jobs/read Microsoft.Automation/automationAccounts/jobs/resume/action Microsoft.Automation/automationAccounts/jobs/stop/action Microsoft.Automation/automationAccounts/jobs/streams/read Microsoft.Automation/automationAccounts/jobs/suspend/action Microsoft.Automation/automationAccounts/jobs/write Microsoft.Automation/automationAccounts/jobSchedules/read Microsoft.Automation/automationAccounts/jobSchedules/write Microsoft.Automation/automationAccounts/linkedWorkspace/read Microsoft.Automation/automationAccounts/read Microsoft.Automation/automationAccounts/runbooks/read Microsoft.Automation/automationAccounts/schedules/read Microsoft.Automation/automationAccounts/schedules/write Microsoft.Insights/alertRules/* Microsoft.ResourceHealth/availabilityStatuses/read Microsoft.Resources/deployments/* Microsoft.Automation/automationAccounts/jobs/output/read Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Support/*',
      },
    ],
  ],
  [
    '516239f1-63e1-4d78-a4de-a74fb236a071',
    'App Configuration Data Reader',
    'Read configuration data.',
    [{ dataActions: 'Microsoft.AppConfiguration/configurationStores/*/read' }],
  ],
  [
    '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0',
    'Azure Service Bus Data Receiver',
    'Receive messages of Service Bus.',
    [
      {
        actions: 'Microsoft.ServiceBus/*/queues/read Microsoft.ServiceBus/*/topics/read Microsoft.ServiceBus/*/topics/subscriptions/read',
        dataActions: 'Microsoft.ServiceBus/*/receive/action',
      },
    ],
  ],
  [
    'cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e',
    'Support Request Contributor',
    'Open and manage support requests.',
    [{ actions: 'Microsoft.Authorization/*/read Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Support/*' }],
  ],
  [
    'ac63b705-f282-497d-ac71-919bf39d939d',
    'Management Group Reader',
    'Read management groups.',
    [
      {
        actions:
          'Microsoft.Management/managementGroups/read Microsoft.Management/managementGroups/subscriptions/read Microsoft.Authorization/*/read',
      },
    ],
  ],
];

export function builtInRoles(createdOn: Instant): RoleDefinition[] {
  return ROLES.map(([id, roleName, description, blocks]) => {
    const permissions = blocks.map(permissionOf);
    return { id, roleName, kind: 'BuiltInRole', description, assignableScopes: ['/'], permissions, createdOn };
  });
}

function permissionOf({ actions, notActions, dataActions, notDataActions, ...condition }: Block): Permission {
  return {
    actions: words(actions),
    notActions: words(notActions),
    dataActions: words(dataActions),
    notDataActions: words(notDataActions),
    ...condition,
  };
}

function words(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(' ');
}
