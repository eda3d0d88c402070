import { joined } from '../expression.ts';

/**
 * Rules that recognise, one action at a time, what lets its holder change access or act as others on Azure. They are held against the
 * actions as a role spells them, in lower case, so each of them names the stars as well that take a dangerous action with them. An action
 * is dangerous by the first rule that fits. What only reads fits none, and neither does a credential that carries the caller's own rights
 * (the user credential of a cluster, a user delegation key).
 *
 * They were written without a third of the published list of escalations, which shows what they find of what nobody listed. To keep that
 * so they are replaced as a whole or not at all: a single action that they miss belongs into the list of escalation.ts.
 */
export interface VerbRule {
  /** Of the whole action, in lower case, as a role spells it, stars included: `microsoft.maps/accounts/listkeys/action`, `*`. */
  readonly action: RegExp;
  /** True where it is about data actions. */
  readonly data?: true;
  /** For people, read after the action: lower-case start, no full stop at the end. */
  readonly reason: string;
  /** The published document that says how such actions work. */
  readonly source: string;
}

export const verbRules: readonly VerbRule[] = [
  // Deciding who may do what.
  {
    action: /^\*(\/(\*|write|delete|action))?$/,
    reason: 'takes in every service, what changes access and what runs as other identities included',
    source: 'Microsoft Learn: Understand Azure role definitions',
  },
  {
    action: joined(
      String.raw`^microsoft\.authorization/(\*|\*/(write|delete|action)|elevateaccess/(\*|action)|`,
      String.raw`(role|deny|classic|access)\w+/(|.*/)(\*|write|delete|action))$`,
    ),
    reason: 'gives, takes or defines roles, or decides who can activate them',
    source: 'Microsoft Learn: Azure permissions for Management and governance',
  },
  {
    action: /^microsoft\.authorization\/(polic|lock|diagnosticsetting)\w+\/(|.*\/)(\*|write|delete|action)$/,
    reason: 'changes policies and their managed identities, or lifts policies, locks or the export of logs',
    source: 'Microsoft Learn: Azure permissions for Management and governance; Remediate non-compliant resources with Azure Policy',
  },
  {
    action: joined(
      String.raw`^microsoft\.(managedservices|blueprint|management|subscription)/(\*(/(write|action))?|`,
      String.raw`(registration|blueprint|managementgroups)\w*/(|.*/)(\*|write|delete))$`,
    ),
    reason: 'delegates a subscription to another tenant, assigns a blueprint, or moves what inherits access and policies',
    source: 'Microsoft Learn: Azure Lighthouse; Azure Blueprints; What are Azure management groups',
  },
  {
    action: joined(
      String.raw`^microsoft\.resources/(\*|deploymentstacks/(\*|managedenysetting/action)|`,
      String.raw`subscriptions/resourcegroups/moveresources/action)$`,
    ),
    reason: 'lifts deny settings of a deployment stack, or moves resources out of the scope that protects them',
    source: 'Microsoft Learn: Create and deploy Azure deployment stacks; Move resources to a new resource group or subscription',
  },
  {
    action: joined(
      String.raw`^microsoft\.(customerlockbox|solutions/jitrequests|security/.*jitnetworkaccesspolicies|approvals|`,
      String.raw`mission/approvals)/(|.*/)(\*|write|updateapproval/action|approve/action|initiate/action)$`,
    ),
    reason: 'approves requests for access, or decides whose approval they take',
    source: 'Microsoft Learn: Customer Lockbox for Microsoft Azure; Approve just-in-time access for Azure Managed Applications',
  },
  {
    action: joined(
      String.raw`^(?!.*/list).*(roleassignments|rolebindings?|roledefinitions|accesspolic\w+|principalassignments|administrators|`,
      String.raw`authorizationrules)/(|[\w*]+/)(\*|write|delete|action)$`,
    ),
    reason: 'changes the access rules that the service itself keeps',
    source: 'Microsoft Learn: Azure permissions by service',
  },
  {
    action: /\/(assignworkspaceadmin|addrootcollectionadmin|addprincipals|galleries\/share)\/action$/,
    reason: 'makes somebody administrator inside the product, or shares the resource with others',
    source: 'Microsoft Learn: Azure permissions by service',
  },
  {
    action: /^microsoft\.keyvault\/(\*(\/(write|action))?|(vaults|managedhsms)\/(\*|write))$/,
    reason: 'sets access policies or administrators of the vault, and so opens its keys, secrets and certificates',
    source: 'Microsoft Learn: Azure role-based access control vs. access policies (Key Vault)',
  },
  {
    action: joined(
      String.raw`^microsoft\.(sql|dbfor\w+)/(\*(/(write|action))?|`,
      String.raw`(servers|managedinstances|flexibleservers)/(\*|write|`,
      String.raw`(azureadonlyauthentications|externalpolicybasedauthorizations)/(\*|write|delete)))$`,
    ),
    reason: 'sets the administrator of the database server or the password of that administrator',
    source: 'Microsoft Learn: Configure and manage Microsoft Entra authentication with Azure SQL',
  },
  {
    action: /^microsoft\.(insights|aadiam)\/(\*|(diagnosticsettings|logprofiles)\/(\*|write|delete))$/,
    reason: 'stops or diverts the logs of what is done',
    source: 'Microsoft Learn: Diagnostic settings in Azure Monitor',
  },

  // Identities and credentials.
  {
    action: /^microsoft\.managedidentity\/(|.*\/)(\*|assign\/action|federatedidentitycredentials\/write)$/,
    reason: 'attaches managed identities to resources, or lets outside tokens pass as them',
    source: 'Microsoft Learn: Managed identity best practice recommendations; Workload identity federation',
  },
  {
    // Not keys of licences, of log ingestion, of shipped devices or of backups.
    action: joined(
      String.raw`^(?!microsoft\.(softwareplan|operationalinsights|databox|recoveryservices|edgemarketplace|impact|saas)/).*/(list|`,
      String.raw`regenerate|generate(?!userdelegation))\w*(keys?|secrets?|connectionstrings?|sas|accesstoken)/action$`,
    ),
    reason: 'hands out keys, secrets or connection strings that work for whoever has them',
    source: 'Microsoft Learn: Manage storage account access keys; Azure permissions by service',
  },
  {
    action: joined(
      String.raw`^(?!microsoft\.databox/)(?!.*/(fleets|aimanagers|managednamespaces)/).*/((list|generate|regenerate)credentials?|`,
      String.raw`list\w*admin(credential|kubeconfig)s?|accessprofiles/.*listcredential|listconfigurations|getauthtoken|`,
      String.raw`(reset|regenerate)password|createapikey|publishxml|(get|update)gatewaysettings)/action$`,
    ),
    reason: 'hands out or sets administrator or publishing credentials',
    source: 'Microsoft Learn: Use role-based access control to limit access to kubeconfig; Azure permissions by service',
  },
  {
    action: joined(
      String.raw`^microsoft\.(appconfiguration|batch|cache|classicstorage|cognitiveservices|communication|devices|documentdb|eventgrid|`,
      String.raw`eventhub|maps|notificationhubs|relay|search|servicebus|signalrservice|`,
      String.raw`storage)/(|(\w*accounts|namespaces|configurationstores|iothubs|provisioningservices|redis|redisenterprise|`,
      String.raw`searchservices|topics|domains|signalr|webpubsub)/)\*(/action)?$`,
    ),
    reason: 'takes in the keys of the account, which work for whoever has them',
    source: 'Microsoft Learn: Azure permissions by service',
  },

  // Code that runs as the identity attached to it.
  {
    // A VM names the applications to be installed on it, a scale set its extensions and start-up data too.
    action: joined(
      String.raw`^microsoft\.(compute|classiccompute|hybridcompute|azurestackhci|scvmm|connectedvmwarevsphere|guestconfiguration|`,
      String.raw`networkcloud)/(\*(/(write|action))?|(virtualmachines|virtualmachinescalesets)/write|`,
      String.raw`(virtualmachine\w*|machines|domainnames|clusters)/\*|`,
      String.raw`(|.*/)(extensions|runcommands|guestconfigurationassignments|\w+keysets)/(\*|write)|`,
      String.raw`.*/(runcommand|addextensions)/action)$`,
    ),
    reason: 'runs commands, extensions or applications as administrator of the machine, with the managed identity it has',
    source: 'Microsoft Learn: Run scripts in your VM by using Run Command; Azure virtual machine extensions and features; VM Applications',
  },
  {
    action: /^microsoft\.(serialconsole|network)\/(\*|serialports\/connect\/action|bastionhosts\/(\*|createshareablelinks\/action))$/,
    reason: 'opens a console or a link through which the login of VMs can be reached',
    source: 'Microsoft Learn: Azure Serial Console; Create a shareable link for Bastion',
  },
  {
    action: joined(
      String.raw`^microsoft\.(containerservice|kubernetes|kubernetesconfiguration|hybridcontainerservice)/(\*(/(write|action))?|`,
      String.raw`connectedclusters/\*|(managedclusters|fleets|provisionedclusterinstances)/(\*|write|runcommand/action)|`,
      String.raw`(extensions|fluxconfigurations|sourcecontrolconfigurations)/(\*|write))$`,
    ),
    reason: 'runs commands in a cluster, installs software with administrator rights in it, or names its administrators',
    source: 'Microsoft Learn: Use command invoke to access a private AKS cluster; Deploy and manage Arc-enabled Kubernetes extensions',
  },
  {
    action: joined(
      String.raw`^microsoft\.web/(\*(/(write|action))?|`,
      String.raw`sites/(slots/)?(\*|write|publish/action|deployworkflowartifacts/action|config/(|.*/)(\*|write|action)|`,
      String.raw`(functions|hostruntime|extensions|sourcecontrols|workflows)/(|.*/)(\*|write)))$`,
    ),
    reason: 'changes the code, the settings or the keys of an app that works with its managed identity',
    source: 'Microsoft Learn: Managed identities for App Service and Azure Functions; Configure deployment credentials',
  },
  {
    action: joined(
      String.raw`^microsoft\.(logic/(\*(/(write|action))?|workflows/(\*|write))|`,
      String.raw`automation/(\*(/(write|action))?|`,
      String.raw`automationaccounts/(\*|(runbooks|jobs|jobschedules|webhooks)/(|.*/)(\*|write|publish/action|generateuri/action)))|`,
      String.raw`resources/deploymentscripts/(\*|write)|`,
      String.raw`containerregistry/(\*|registries/(\*|(tasks|taskruns|runs)/(\*|write)|schedulerun/action))|`,
      String.raw`virtualmachineimages/(\*|imagetemplates/(\*|write|run/action)))$`,
    ),
    reason: 'runs workflows, runbooks, scripts or build tasks with the managed identity of the account',
    source: 'Microsoft Learn: Managed identity best practice recommendations; Use deployment scripts in ARM templates',
  },
  {
    action: joined(
      String.raw`^microsoft\.(app/(\*(/(write|action))?|(containerapps|jobs|logicapps|agents)/(\*/)?(\*|write|action)|`,
      String.raw`jobs/start/action)|containerinstance/(\*(/(write|action))?|containergroups/(\*|write|containers/exec/action))|`,
      String.raw`appplatform/(\*|spring/\*)|servicefabric/(\*|\w+/\*))$`,
    ),
    reason: 'runs containers or applications with the managed identity attached to them',
    source: 'Microsoft Learn: Managed identities in Azure Container Apps; How to use managed identities with Azure Container Instances',
  },
  {
    action: joined(
      String.raw`^microsoft\.(datafactory|synapse|databricks|machinelearningservices|hdinsight|streamanalytics|batch|apimanagement|`,
      String.raw`chaos)/(\*(/(write|action))?|(\w*factories|workspaces|clusters|accounts|batchaccounts|service|experiments)/(\*|`,
      String.raw`\*/(write|action)|(computes|notebooks|jobs|\w*endpoints|pipelines|linkedservices|pools|scriptactions|`,
      String.raw`configurations)/(|.*/)(\*|write)|executescriptactions/action))$`,
    ),
    reason: 'runs pipelines, notebooks, jobs or scripts with the managed identity or the stored credentials of the workspace',
    source: 'Microsoft Learn: Managed identity for Azure Data Factory; Azure permissions for AI + machine learning and Analytics',
  },

  // Data actions.
  {
    action: /^microsoft\.(compute|hybridcompute|azurestackhci|connectedvmwarevsphere|scvmm)\/(|.*\/)(\*|(wac)?login(asadmin)?\/action)$/,
    data: true,
    reason: 'logs in to the machine, with the managed identity it has',
    source: 'Azure built-in role descriptions: Virtual Machine Administrator Login, Virtual Machine User Login',
  },
  {
    action: joined(
      String.raw`^microsoft\.(containerservice|kubernetes)/\w+/(members/)?(\*|.*/impersonate/action|`,
      String.raw`(|.*/)((cluster)?role(binding)?s|pods|deployments|\w+sets|replicationcontrollers|jobs|cronjobs)/(|.*/)(\*|write|`,
      String.raw`action))$`,
    ),
    data: true,
    reason: 'grants rights in the cluster, or runs pods in it with any account of the namespace and of the node',
    source: 'Microsoft Learn: Azure permissions for Containers; Kubernetes documentation: Role Based Access Control Good Practices',
  },
  {
    action: joined(
      String.raw`(/(runassuperuser|modifypermissions|takeownership|runasbuiltinfileadministrator|actasgrafanaadmin|exec|debug|`,
      String.raw`remotedebugging|deployments/connect|threads/approve)/action|containers/blobs/\*|fileshares/files/\*|`,
      String.raw`^microsoft\.(appplatform|batch)/(\*|batchaccounts/\w+/\*))$`,
    ),
    data: true,
    reason: 'changes access control lists, administers the product, or runs commands with the identity of the application',
    source: 'Microsoft Learn: Azure permissions for Storage; Connect to a container console in Azure Container Apps',
  },
];
