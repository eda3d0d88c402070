/** A permission, or a pattern in which `*` stands for any run of characters, that lets its holder change access or act as others. */
export interface Escalation {
  readonly permissions: readonly string[];
  /** For people, read after the permission: `iam.roles.update: can add …`. */
  readonly reason: string;
  /** Where the fact is published. */
  readonly source: string;
}

/**
 * Each permission here is enough on its own. Not complete: a match means dangerous, no match does not mean safe. Reading and
 * listing are not here, nor is what runs code only with `iam.serviceAccounts.actAs` beside it, unless the right to act as the
 * account is often held elsewhere.
 */
export const escalations: readonly Escalation[] = [
  {
    permissions: ['*.setIamPolicy'],
    reason: 'rewrites an allow policy, and so can grant any role on the resource',
    source: 'SonarSource RSPEC-6408; Google IAM: allow policies',
  },
  {
    permissions: ['iam.roles.create', 'iam.roles.update', 'iam.roles.undelete'],
    reason: 'can add permissions to a role that is already held',
    source: 'RhinoSecurityLabs, GCP IAM privilege escalation: UpdateIAMRole',
  },
  {
    permissions: [
      'iam.serviceAccounts.actAs',
      'iam.serviceAccounts.getAccessToken',
      'iam.serviceAccounts.getOpenIdToken',
      'iam.serviceAccounts.implicitDelegation',
      'iam.serviceAccounts.signBlob',
      'iam.serviceAccounts.signJwt',
    ],
    reason: 'acts as a service account',
    source: 'Google Cloud: roles for service account authentication; RhinoSecurityLabs, GCP IAM privilege escalation',
  },
  {
    permissions: ['iam.serviceAccountKeys.create', 'iam.serviceAccountKeys.enable', 'storage.hmacKeys.create'],
    reason: 'makes or revives a key that outlives the access',
    source: 'RhinoSecurityLabs, GCP IAM privilege escalation; google/iam/admin/v1/iam.proto',
  },
  {
    permissions: ['iam.serviceAccounts.enable', 'iam.serviceAccounts.undelete'],
    reason: 'brings a stopped service account back',
    source: 'google/iam/admin/v1/iam.proto',
  },
  {
    permissions: [
      'serviceusage.apiKeys.create',
      'serviceusage.apiKeys.list',
      'apikeys.keys.create',
      'apikeys.keys.getKeyString',
      'apikeys.keys.undelete',
    ],
    reason: 'hands out API keys, which need no identity',
    source: 'RhinoSecurityLabs, GCP IAM privilege escalation: CreateAPIKey, ViewExistingAPIKeys; Google Cloud: API keys',
  },
  {
    // Pools, their providers, keys, namespaces and subjects: all that follows the beginning of their names.
    permissions: [
      ...withVerbs(['iam.googleapis.com/workloadIdentityPool*'], ['create', 'update', 'undelete', 'setAttestationRules']),
      ...withVerbs(['iam.googleapis.com/workforcePool*'], ['create', 'update', 'undelete', 'patch', 'put']),
    ],
    reason: 'decides which outside tokens pass as which principal',
    source: 'google/iam/v1beta/workload_identity_pool.proto; Google IAM: workforce identity federation',
  },
  {
    permissions: [
      ...withVerbs(['iam.denypolicies', 'iam.accesspolicies', 'iam.principalaccessboundarypolicies'], ['create', 'update', 'delete']),
      ...withVerbs(['iam.accesspolicies', 'iam.principalaccessboundarypolicies'], ['bind', 'unbind']),
      'iam.*.createPolicyBinding',
      'iam.*.updatePolicyBinding',
      'iam.*.deletePolicyBinding',
    ],
    reason: 'changes what is denied, or where principals may reach',
    source: 'google/iam/v2/policy.proto; google/iam/v3/principal_access_boundary_policies_service.proto',
  },
  {
    permissions: [
      'orgpolicy.policy.set',
      ...withVerbs(['orgpolicy.policies', 'orgpolicy.customConstraints'], ['create', 'update', 'delete']),
    ],
    reason: 'lifts constraints of the organisation',
    source: 'google/cloud/orgpolicy/v2/orgpolicy.proto; RhinoSecurityLabs, GCP IAM privilege escalation: SetOrgPolicyConstraints',
  },
  {
    permissions: ['resourcemanager.projects.move', 'resourcemanager.folders.move'],
    reason: 'moves a resource away from the policies that it inherits',
    source: 'google/cloud/resourcemanager/v3/projects.proto, folders.proto',
  },
  {
    permissions: [
      'resourcemanager.tagValueBindings.create',
      'resourcemanager.tagValueBindings.delete',
      'resourcemanager.hierarchyNodes.*TagBinding',
    ],
    reason: 'changes tags, on which conditions and deny policies rest',
    source: 'Google IAM: tags and conditional access; Resource Manager: creating and managing tags',
  },
  {
    permissions: [
      ...withVerbs(
        ['accesscontextmanager.accessLevels', 'accesscontextmanager.servicePerimeters'],
        ['create', 'update', 'delete', 'replaceAll'],
      ),
      ...withVerbs(['accesscontextmanager.gcpUserAccessBindings'], ['create', 'update', 'delete']),
      'accesscontextmanager.servicePerimeters.commit',
    ],
    reason: 'changes the perimeter that keeps data in and strangers out',
    source: 'Google Cloud: VPC Service Controls, access control with IAM',
  },
  {
    permissions: [
      'privilegedaccessmanager.entitlements.create',
      'privilegedaccessmanager.entitlements.update',
      'privilegedaccessmanager.grants.approve',
      'privilegedaccessmanager.settings.update',
    ],
    reason: 'decides who may take which role for a time',
    source: 'google/cloud/privilegedaccessmanager/v1/privilegedaccessmanager.proto',
  },
  {
    permissions: [
      'compute.*.setMetadata',
      'compute.*.setCommonInstanceMetadata',
      'compute.*.setServiceAccount',
      'compute.*.osAdminLogin',
      'datafusion.namespaces.setServiceAccount',
      'notebooks.instances.update',
    ],
    reason: 'takes over machines, and the service accounts that they run as',
    source: 'DataDog Stratus Red Team: GCP attack techniques; google/cloud/compute/v1/compute.proto',
  },
  {
    permissions: [
      ...withVerbs(
        ['osconfig.guestPolicies', 'osconfig.osPolicyAssignments', 'osconfig.policyOrchestrators', 'osconfig.patchDeployments'],
        ['create', 'update'],
      ),
      'osconfig.patchDeployments.execute',
      'osconfig.patchJobs.exec',
      'run.*.sshRoot',
    ],
    reason: 'runs scripts on machines as root, and as the service accounts that they run as',
    source: 'Google Cloud: VM Manager, OS policies and patch jobs',
  },
  {
    permissions: ['cloudbuild.builds.create', 'deploymentmanager.deployments.create', 'deploymentmanager.deployments.update'],
    reason: 'runs steps as a service account of the service, without the right to act as it',
    source: 'RhinoSecurityLabs, GCP IAM privilege escalation: RCECloudBuildBuildServer, CreateDeploymentManagerDeployment',
  },
  {
    permissions: [
      'batch.jobs.create',
      'cloudfunctions.functions.sourceCodeSet',
      'dataflow.jobs.create',
      'dataproc.batches.create',
      'dataproc.sessions.create',
      'run.jobs.runWithOverrides',
      'container.clusters.create',
      'container.clusters.update',
      ...withVerbs(
        [
          'appengine.versions',
          'cloudfunctions.functions',
          'cloudscheduler.jobs',
          'composer.environments',
          'config.deployments',
          'dataproc.clusters',
          'notebooks.instances',
          'run.jobs',
          'run.services',
          'run.workerpools',
          'workflows.workflows',
          'workstations.workstationConfigs',
        ],
        ['create', 'update'],
      ),
    ],
    reason: 'runs code as a service account that the caller names or that is already attached',
    source:
      'RhinoSecurityLabs, GCP IAM privilege escalation; google/cloud/run/v2, google/cloud/functions/v2 and the like: the service account of a workload',
  },
  {
    permissions: [
      ...withVerbs(['container.clusterRoles', 'container.roles'], ['create', 'update', 'bind', 'escalate']),
      ...withVerbs(['container.clusterRoleBindings', 'container.roleBindings'], ['create', 'update']),
      'container.serviceAccounts.createToken',
      'container.*.impersonate',
    ],
    reason: 'changes access inside a cluster, or acts as an account of it',
    source: 'Kubernetes: RBAC good practices, privilege escalation risks',
  },
  {
    permissions: [
      'bigquery.datasets.update',
      'bigquery.rowAccessPolicies.create',
      'bigquery.rowAccessPolicies.update',
      'bigquery.rowAccessPolicies.delete',
    ],
    reason: 'changes who may see data, through the access list of a dataset or the policies of its rows',
    source: 'BigQuery: controlling access to datasets; introduction to row-level security',
  },
  {
    permissions: ['cloudsql.users.create', 'cloudsql.users.update'],
    reason: 'makes a login to the database, or sets the password of another',
    source: 'Cloud SQL: roles and permissions, instance users',
  },
  {
    permissions: ['edgecontainer.serviceaccounts.generatekey', 'baremetalsolution.sshKeys.create'],
    reason: 'makes a key of an account, or of the consoles of machines, that outlives the access',
    source:
      'Google Distributed Cloud connected: roles and permissions; google/cloud/baremetalsolution/v2/ssh_key.proto: keys for the interactive serial console',
  },
  {
    permissions: ['iap.tunnelDestGroups.create', 'iap.tunnelDestGroups.update'],
    reason: 'decides which hosts those may reach who are let into a tunnel',
    source: 'Identity-Aware Proxy: TCP forwarding with an IP address or hostname; google/cloud/iap/v1/service.proto: TunnelDestGroup',
  },
  {
    // To delete a bucket or to shorten how long it keeps; sinks and exclusions are found by their verbs.
    permissions: ['logging.buckets.delete', 'logging.buckets.update', 'logging.logs.delete'],
    reason: 'deletes logs, and with them what was done',
    source: 'google/logging/v2/logging_config.proto: DeleteBucket, UpdateBucket; google/logging/v2/logging.proto: DeleteLog',
  },
  {
    permissions: [
      'securitycenter.muteconfigs.create',
      'securitycenter.muteconfigs.update',
      'securitycenter.eventthreatdetectionsettings.update',
      'securitycentermanagement.securityCenterServices.update',
    ],
    reason: 'mutes findings to come or stops their detection, and so hides what is done',
    source:
      'Security Command Center: mute findings; google/cloud/securitycentermanagement/v1/security_center_management.proto: UpdateSecurityCenterService',
  },
];

function withVerbs(things: readonly string[], verbs: readonly string[]): readonly string[] {
  return things.flatMap((thing) => verbs.map((verb) => `${thing}.${verb}`));
}
