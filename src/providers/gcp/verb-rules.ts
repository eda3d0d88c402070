import { joined } from '../expression.ts';

/**
 * Rules that recognise, one permission at a time, what lets its holder change access or act as others on Google Cloud. They go by the verb
 * and by the thing it is about, so that permissions of services nobody listed are found as well. A permission is dangerous by the first
 * rule that fits both of its parts. What only looks (get, list, search, export) fits none, and neither does any permission of the basic
 * Viewer role: a few of those mint a token, but for the caller or for a machine that proves its own identity.
 *
 * They were written without a third of the published list of escalations, which shows what they find of what nobody listed. To keep that
 * so they are replaced as a whole or not at all: a single permission that they miss belongs into the list of escalation.ts.
 */
export interface VerbRule {
  /** Of what stands before the last dot of a permission, e.g. `run.services`, `iam.googleapis.com/workforcePools`. */
  readonly things: RegExp;
  /** Of what stands behind it, e.g. `setIamPolicy`. */
  readonly verbs: RegExp;
  /** For people, read after the permission: lower-case start, no full stop at the end. */
  readonly reason: string;
  /** The published document that says how such verbs work (title or proto path, no URL needed). */
  readonly source: string;
}

export const verbRules: readonly VerbRule[] = [
  // Deciding who may do what.
  {
    things: /./,
    verbs: /^(set\w*IamPolicy|(create|update|delete)PolicyBinding)$/,
    reason: 'rewrites who holds which role on the resource, or to which principals a policy applies',
    source: 'google/iam/v1/iam_policy.proto, google/iam/v3/policy_bindings_service.proto',
  },
  {
    things: /^iam\.(roles|denypolicies|principalaccessboundarypolicies|accesspolicies)$/,
    verbs: /^(create|update|delete|undelete|bind|unbind)$/,
    reason: 'changes what a custom role holds, or a policy that denies or bounds what principals may reach',
    source: 'google/iam/admin/v1/iam.proto, google/iam/v2/policy.proto, google/iam/v3/principal_access_boundary_policies_service.proto',
  },
  {
    things: /^(privilegedaccessmanager|accessapproval)\.(entitlements|grants|requests|settings)$/,
    verbs: /^(create|update|delete|approve|deny|revoke)$/,
    reason: 'decides who gets access for a time, or whose approval that takes',
    source: 'google/cloud/privilegedaccessmanager/v1/privilegedaccessmanager.proto, google/cloud/accessapproval/v1/accessapproval.proto',
  },
  {
    things: /(\.acls|\.acl(Policies|Configs)|\.(data|rowAccess)Policies|\.data(Access|Attribute)\w*|socRoles|MappingGroups|Memberships)$/,
    verbs: /^(create|update\w*|delete|attach|bind)$/,
    reason: 'changes a list of the product that says who may reach which data or who belongs to which group',
    source: 'google/cloud/managedkafka/v1/resources.proto, google/cloud/bigquery/datapolicies/v1/datapolicy.proto',
  },
  {
    things: /./,
    verbs: joined(
      String.raw`^(updateUserRoles|manageInternalACL|createMembership|import\w+Mappings|configure\w+Access|ownData|setCategory|`,
      String.raw`setColumn\w+|settingsShare|(attach|reconfigure)Trust)$`,
    ),
    reason: 'hands out rights in the product or on its data, or lifts the protection of single columns',
    source: 'Google Cloud documentation: IAM permissions reference; Introduction to column-level access control',
  },
  {
    // The access list is part of a data set, and Firebase answers its clients by the rules released last.
    things: /^(bigquery\.datasets|firebaserules\.releases)$/,
    verbs: /^update$/,
    reason: 'changes the access list or the security rules that are part of the resource',
    source:
      'Google Cloud documentation: Changes to dataset-level access controls; Firebase documentation: Manage and deploy security rules',
  },

  // Acting as a service account or another user.
  {
    things: /^(iam\.serviceAccounts|container\.clusters|firebasedataconnect\.connectors|workstations\.workstations)$/,
    verbs: /^(actAs|getAccessToken|getOpenIdToken|implicitDelegation|signBlob|signJwt|impersonate(Mutation)?|use|enable|undelete)$/,
    reason: 'acts as the account: attaches it to code, obtains its tokens or signatures, or brings it back to life',
    source: 'Google Cloud documentation: Roles for service account authentication',
  },
  {
    things: /(\.serviceAccountKeys|\.serviceAccountApiKeyBindings|\.hmacKeys|\.api[kK]eys|^apikeys\.keys)$/,
    verbs: /^(create|upload|enable|update|undelete|regenerate|revert)$/,
    reason: 'makes, widens or revives a long-lived key that works for whoever has it',
    source: 'Google Cloud documentation: Create and delete service account keys; Manage API keys; Manage HMAC keys',
  },
  {
    // A developer fetches only the token of their own consent (developerconnect.users).
    things: /^(?!developerconnect\.users$)/,
    verbs: joined(
      String.raw`^((fetch|access|create|retrieve|provision|show|reset)\w*(Token|Credentials?|[pP]assword|Secret)|`,
      String.raw`generateOfflineCredential|getAdminKubeconfig|\w+WithSecrets?|generateWallet|addSignedUrlKey|createAny)$`,
    ),
    reason: 'hands out or sets a token, password, key or secret of another identity',
    source: 'Google Cloud documentation: IAM permissions reference',
  },
  {
    things: /^((cloudsql|alloydb|firebaseauth)\.users|datastore\.userCreds)$/,
    verbs: /^(create|update|createSession)$/,
    reason: 'makes users or sets their passwords, administrators included, and so can sign in as any of them',
    source: 'google/cloud/alloydb/v1/resources.proto; Cloud SQL Admin API: users; Firebase documentation: Manage users',
  },
  {
    things: /(workforcePool|workloadIdentityPool|workspacePool|oauthClient|identityprovider|clientauthconfig\.client)\w*$/,
    verbs: /^(create|update|patch|put|undelete|setAttestationRules)$/,
    reason: 'decides which outside identities or applications pass as trusted principals',
    source: 'google/iam/v1beta/workload_identity_pool.proto',
  },

  // Guardrails: what holds whatever roles allow.
  {
    things: joined(
      String.raw`^(orgpolicy\.\w+|resourcesettings\.settings|securityposture\.postureDeployments|`,
      String.raw`cloudsecuritycompliance\.frameworkDeployments)$`,
    ),
    verbs: /^(set|create|update|delete)$/,
    reason: 'replaces or lifts constraints of the organisation that keep other ways to more access shut',
    source: 'google/cloud/orgpolicy/v2/orgpolicy.proto, google/cloud/securityposture/v1/securityposture.proto',
  },
  {
    things: /^(accesscontextmanager\.\w+|binaryauthorization\.(policy|platformPolicies|attestors)|iap\.(projects|web\w*))$/,
    verbs: /^(create|update|delete|replace|replaceAll|commit|updateSettings)$/,
    reason: 'changes a perimeter, an access level or a policy that decides who and what is let through',
    source: 'google/identity/accesscontextmanager/v1/access_context_manager.proto, google/cloud/iap/v1/service.proto',
  },
  {
    things: /^logging\.(sinks|exclusions)$/,
    verbs: /^(create|update|delete)$/,
    reason: 'diverts or drops audit logs',
    source: 'google/logging/v2/logging_config.proto',
  },
  {
    // To bind a tag takes a permission on its value besides the one on the resource; the one on the value decides.
    things: /^resourcemanager\.tagValueBindings$/,
    verbs: /^(create|delete)$/,
    reason: 'sets or removes tags on which conditions in policies rest',
    source: 'google/cloud/resourcemanager/v3/tag_bindings.proto',
  },
  {
    things: /^resourcemanager\./,
    verbs: /^(move|updateLiens|(create|delete)TagBinding)$/,
    reason: 'takes projects or folders out of the reach of inherited policies, tag conditions or liens',
    source: 'google/cloud/resourcemanager/v3/projects.proto',
  },

  // Code that runs as the account attached to it.
  {
    things: /./,
    verbs: joined(
      String.raw`^(setMetadata|setCommonInstanceMetadata|set(Default)?ServiceAccount|os(Admin)?Login|sshRoot|enableDebug|`,
      String.raw`enable\w+SerialConsole|updateExternalUser)$`,
    ),
    reason: 'gains a login or a start-up script on the machine, with the service account it runs as',
    source: 'Google Cloud documentation: About SSH connections; Set and remove custom metadata',
  },
  {
    things: /^osconfig\.(patchJobs|patchDeployments|guestPolicies|osPolicyAssignments|policyOrchestrators)$/,
    verbs: /^(create|update|exec|execute)$/,
    reason: 'runs scripts or installs software as administrator on VMs',
    source: 'google/cloud/osconfig/v1/patch_jobs.proto, google/cloud/osconfig/v1/os_policy.proto',
  },
  {
    things: joined(
      String.raw`^(container\.(pods|nodes|podTemplates|\w+Sets|deployments|replicationControllers|\w*[jJ]obs|\w*[rR]oles|`,
      String.raw`\w*[rR]oleBindings|\w+WebhookConfigurations)|gkehub\.\w+bindings)$`,
    ),
    verbs: /^(create|update|exec|attach|proxy|bind|escalate)$/,
    reason: 'grants rights in Kubernetes clusters, or runs commands and pods there with any account of the namespace or node',
    source: 'Google Cloud documentation: Authorize actions in clusters using role-based access control; Kubernetes: RBAC Good Practices',
  },
  {
    things: joined(
      String.raw`^((container|edgecontainer)\.clusters|gke(multicloud|onprem)\.\w+(Clusters|NodePools)|krmapihosting\.krmApiHosts|`,
      String.raw`gkehub\.(features|membershipfeatures|memberships))$`,
    ),
    verbs: /^(create|update|import|enroll)$/,
    reason: 'names the administrators or the node account of a cluster, or what is applied to the clusters of a fleet',
    source:
      'google/container/v1/cluster_service.proto, google/cloud/gkemulticloud/v1/aws_resources.proto, google/cloud/gkehub/v1/service.proto',
  },
  {
    things: joined(
      String.raw`^(run\.(services|jobs|workerpools|instances)|cloudfunctions\.functions|firebaseapphosting\.(backends|builds|rollouts)|`,
      String.raw`runapps\.\w+|firebaseextensions\.configs)$`,
    ),
    verbs: /^(create|update|sourceCodeSet|runWithOverrides)$/,
    reason: 'decides the code or command that runs as the service account of the application',
    source: 'google/cloud/run/v2/revision_template.proto, google/cloud/functions/v2/functions.proto',
  },
  {
    // Of these only the start counts: a change afterwards is about scaling, labels or progress.
    things: joined(
      String.raw`^(compute\.instances|appengine\.versions|cloudbuild\.builds|batch\.jobs|dataflow\.jobs|dataproc\.jobs|`,
      String.raw`ml\.(jobs|versions)|lifesciences\.workflows|genomics\.operations|remotebuildexecution\.actions|config\.previews|`,
      String.raw`clouddeploy\.releases|servicebroker\.bindings|`,
      String.raw`aiplatform\.(\w+TuningJobs|customJobs|pipelineJobs|nasJobs|trainingPipelines|persistentResources))$`,
    ),
    verbs: /^(create|run|updateContents)$/,
    reason: 'runs own code or build steps with the service account of the machine, the job or the build',
    source: 'google/devtools/cloudbuild/v1/cloudbuild.proto, google/cloud/batch/v1/job.proto, google/cloud/aiplatform/v1/custom_job.proto',
  },
  {
    things: joined(
      String.raw`^(deploymentmanager\.deployments|config\.deployment\w+|`,
      String.raw`clouddeploy\.(targets|deliveryPipelines|automations|customTargetTypes)|configdelivery\.\w+|`,
      String.raw`remotebuildexecution\.workerpools|servicebroker\.instances|saasservicemgmt\.(units|unitKinds|unitOperations)|`,
      String.raw`workloadmanager\.(deployments|actuations))$`,
    ),
    verbs: /^(create|update|provision)$/,
    reason: 'deploys resources with the service account of the deployment',
    source: 'google/cloud/config/v1/config.proto, google/cloud/deploy/v1/cloud_deploy.proto',
  },
  {
    things: joined(
      String.raw`^(dataproc\.(clusters|workflowTemplates)|datapipelines\.pipelines|datafusion\.(instances|pipelines)|`,
      String.raw`composer\.environments|dataplex\.(tasks|environments)|dataform\.workflow\w+|bigquery\.(transfers|connections)|`,
      String.raw`managedflink\.\w+|notebooks\.(instances|runtimes|executions|schedules)|aiplatform\.(schedules|reasoningEngines)|`,
      String.raw`tpu\.nodes|hypercomputecluster\.\w+|workstations\.workstationConfigs)$`,
    ),
    verbs: /^(create|update|updateConfig|instantiate\w*|execute\w*|delegate)$/,
    reason: 'sets up or works in an environment, notebook, pipeline or connection that works with its own service account',
    source:
      'google/cloud/dataproc/v1/clusters.proto, google/cloud/notebooks/v2/gce_setup.proto, google/cloud/workstations/v1/workstations.proto',
  },
  {
    things: joined(
      String.raw`^(cloudscheduler\.jobs|workflows\.workflows|eventarc\.(triggers|pipelines)|integrations\.\w*(Versions?|Vers)|`,
      String.raw`apigateway\.(gateways|apiconfigs))$`,
    ),
    verbs: /^(create|update|deploy)$/,
    reason: 'decides which calls are made with the service account of the schedule, workflow, trigger or gateway',
    source: 'google/cloud/scheduler/v1/target.proto, google/cloud/workflows/v1/workflows.proto, google/cloud/eventarc/v1/trigger.proto',
  },
];
