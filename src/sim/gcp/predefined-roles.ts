/** A role as iam.roles.get tells it. */
export interface GcpRole {
  readonly title: string;
  /** Launch stage: GA, BETA, ALPHA, DEPRECATED, DISABLED or EAP. */
  readonly stage: string;
  readonly includedPermissions: readonly string[];
  /** Says so for a custom role that was deleted and may still be restored. */
  readonly deleted?: boolean;
}

/** `permissions` are separated by white space. */
function role(title: string, permissions: string, stage = 'GA'): GcpRole {
  return { title, stage, includedPermissions: permissions.split(/\s+/) };
}

/**
 * Some of Google's predefined roles (Google IAM: predefined roles, as listed in August 2026).
 * Lists of more than thirty permissions are shortened; what lets a holder change access, act as others or make keys is kept.
 */
export const PREDEFINED_ROLES: Readonly<Record<string, GcpRole>> = {
  'roles/artifactregistry.reader': role(
    'Artifact Registry Reader',
    `artifactregistry.attachments.get artifactregistry.attachments.list artifactregistry.dockerimages.get
     artifactregistry.dockerimages.list artifactregistry.files.download artifactregistry.files.get artifactregistry.files.list
     artifactregistry.locations.get artifactregistry.locations.list artifactregistry.mavenartifacts.get
     artifactregistry.mavenartifacts.list artifactregistry.npmpackages.get artifactregistry.packages.get
     artifactregistry.projectconfigs.get artifactregistry.projectsettings.get artifactregistry.pythonpackages.get
     artifactregistry.repositories.downloadArtifacts artifactregistry.repositories.get artifactregistry.rules.get
     artifactregistry.tags.get artifactregistry.versions.get resourcemanager.projects.get`,
  ),
  'roles/artifactregistry.writer': role(
    'Artifact Registry Writer',
    `artifactregistry.aptartifacts.create artifactregistry.attachments.create artifactregistry.attachments.get
     artifactregistry.dockerimages.get artifactregistry.files.download artifactregistry.files.get artifactregistry.kfpartifacts.create
     artifactregistry.locations.get artifactregistry.mavenartifacts.get artifactregistry.npmpackages.get artifactregistry.packages.get
     artifactregistry.packages.update artifactregistry.projectconfigs.get artifactregistry.projectsettings.get
     artifactregistry.pythonpackages.get artifactregistry.repositories.downloadArtifacts artifactregistry.repositories.get
     artifactregistry.rules.get artifactregistry.tags.create artifactregistry.tags.get artifactregistry.versions.get
     resourcemanager.projects.get`,
  ),
  'roles/bigquery.admin': role(
    'BigQuery Admin',
    `bigquery.bireservations.get bigquery.bireservations.update bigquery.capacityCommitments.create bigquery.capacityCommitments.get
     bigquery.config.get bigquery.config.update bigquery.connections.create bigquery.connections.setIamPolicy
     bigquery.dataPolicies.setIamPolicy bigquery.datasets.setIamPolicy bigquery.reservations.setIamPolicy
     bigquery.rowAccessPolicies.setIamPolicy bigquery.tables.setIamPolicy bigquery.transfers.update dataform.folders.setIamPolicy
     dataform.repositories.setIamPolicy dataform.teamFolders.setIamPolicy dataform.workflowInvocations.create
     dataform.workspaces.setIamPolicy dataplex.datascans.setIamPolicy resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/bigquery.dataEditor': role(
    'BigQuery Data Editor',
    `bigquery.datasets.create bigquery.datasets.get bigquery.datasets.getIamPolicy bigquery.datasets.updateTag
     bigquery.tables.create bigquery.tables.delete bigquery.tables.get bigquery.tables.getData bigquery.tables.list
     bigquery.tables.update bigquery.tables.updateData`,
  ),
  'roles/bigquery.dataOwner': role(
    'BigQuery Data Owner',
    `bigquery.datasets.create bigquery.datasets.createTagBinding bigquery.datasets.delete bigquery.datasets.deleteTagBinding
     bigquery.datasets.get bigquery.datasets.getIamPolicy bigquery.datasets.link bigquery.datasets.listEffectiveTags
     bigquery.datasets.listSharedDatasetUsage bigquery.datasets.listTagBindings bigquery.datasets.setIamPolicy
     bigquery.datasets.update bigquery.datasets.updateTag bigquery.rowAccessPolicies.create bigquery.rowAccessPolicies.delete
     bigquery.rowAccessPolicies.get bigquery.rowAccessPolicies.getIamPolicy bigquery.rowAccessPolicies.list
     bigquery.rowAccessPolicies.setIamPolicy bigquery.rowAccessPolicies.update bigquery.tables.create bigquery.tables.delete
     bigquery.tables.get bigquery.tables.getData bigquery.tables.list bigquery.tables.setIamPolicy bigquery.tables.update
     bigquery.tables.updateData`,
  ),
  'roles/bigquery.dataViewer': role(
    'BigQuery Data Viewer',
    `bigquery.datasets.get bigquery.datasets.getIamPolicy bigquery.models.export bigquery.models.getData bigquery.models.getMetadata
     bigquery.models.list bigquery.propertyGraphs.get bigquery.propertyGraphs.list bigquery.routines.get bigquery.routines.list
     bigquery.tables.createSnapshot bigquery.tables.export bigquery.tables.get bigquery.tables.getData bigquery.tables.getIamPolicy
     bigquery.tables.list bigquery.tables.replicateData dataplex.datascans.get dataplex.datascans.getData
     dataplex.datascans.getIamPolicy dataplex.datascans.list resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/bigquery.jobUser': role(
    'BigQuery Job User',
    `bigquery.config.get bigquery.jobs.create dataform.folders.create dataform.locations.get dataform.locations.list
     dataform.repositories.create dataform.repositories.list resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/browser': role(
    'Browser',
    `resourcemanager.folders.get resourcemanager.folders.list resourcemanager.organizations.get resourcemanager.projects.get
     resourcemanager.projects.getIamPolicy resourcemanager.projects.list`,
  ),
  'roles/cloudasset.viewer': role(
    'Cloud Asset Viewer',
    `cloudasset.assets.analyzeIamPolicy cloudasset.assets.analyzeMove cloudasset.assets.analyzeOrgPolicy
     cloudasset.assets.exportAccessLevel cloudasset.assets.exportAccessPolicy cloudasset.assets.exportAiplatformBatchPredictionJobs
     cloudasset.assets.exportAiplatformCustomJobs cloudasset.assets.exportAiplatformDataLabelingJobs
     cloudasset.assets.exportAiplatformDatasets cloudasset.assets.exportAiplatformEndpoints
     cloudasset.assets.exportAiplatformHyperparameterTuningJobs cloudasset.assets.exportAiplatformMetadataStores
     cloudasset.assets.exportAiplatformModelDeploymentMonitoringJobs cloudasset.assets.exportAiplatformModels
     cloudasset.assets.exportAiplatformPipelineJobs cloudasset.assets.exportAiplatformSpecialistPools
     cloudasset.assets.exportAiplatformTrainingPipelines cloudasset.assets.exportAllAccessPolicy cloudasset.othercloudconnections.get
     cloudasset.othercloudconnections.verify recommender.cloudAssetInsights.get recommender.locations.get`,
  ),
  'roles/cloudbuild.builds.editor': role(
    'Cloud Build Editor',
    `cloudbuild.builds.create cloudbuild.builds.get cloudbuild.builds.list cloudbuild.builds.update cloudbuild.locations.get
     cloudbuild.locations.list cloudbuild.operations.get cloudbuild.operations.list remotebuildexecution.blobs.get
     resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/cloudbuild.builds.viewer': role(
    'Cloud Build Viewer',
    `cloudbuild.builds.get cloudbuild.builds.list cloudbuild.locations.get cloudbuild.locations.list cloudbuild.operations.get
     cloudbuild.operations.list remotebuildexecution.blobs.get resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/clouddeploy.releaser': role(
    'Cloud Deploy Releaser',
    `clouddeploy.config.get clouddeploy.customTargetTypes.get clouddeploy.deliveryPipelines.get clouddeploy.jobRuns.get
     clouddeploy.jobRuns.list clouddeploy.locations.get clouddeploy.locations.list clouddeploy.operations.cancel
     clouddeploy.operations.delete clouddeploy.operations.get clouddeploy.operations.list clouddeploy.releases.create
     clouddeploy.releases.get clouddeploy.releases.list clouddeploy.rollouts.advance clouddeploy.rollouts.cancel
     clouddeploy.rollouts.create clouddeploy.rollouts.get clouddeploy.rollouts.list clouddeploy.rollouts.rollback
     clouddeploy.targets.get resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/clouddeploy.viewer': role(
    'Cloud Deploy Viewer',
    `clouddeploy.automationRuns.get clouddeploy.automationRuns.list clouddeploy.automations.get clouddeploy.automations.list
     clouddeploy.config.get clouddeploy.customTargetTypes.get clouddeploy.customTargetTypes.getIamPolicy
     clouddeploy.customTargetTypes.list clouddeploy.deliveryPipelines.get clouddeploy.deliveryPipelines.getIamPolicy
     clouddeploy.deliveryPipelines.list clouddeploy.deployPolicies.get clouddeploy.deployPolicies.getIamPolicy clouddeploy.jobRuns.get
     clouddeploy.locations.get clouddeploy.operations.get clouddeploy.releases.get clouddeploy.rollouts.get clouddeploy.targets.get
     clouddeploy.targets.getIamPolicy resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/cloudfunctions.developer': role(
    'Cloud Functions Developer',
    `cloudfunctions.functions.call cloudfunctions.functions.create cloudfunctions.functions.get cloudfunctions.functions.sourceCodeSet
     cloudfunctions.functions.update cloudfunctions.locations.list cloudfunctions.operations.get eventarc.triggers.create
     resourcemanager.projects.get resourcemanager.projects.list run.configurations.get run.executions.cancel run.executions.get
     run.instances.create run.instances.get run.jobs.create run.jobs.get run.jobs.update run.locations.list run.routes.invoke
     run.services.create run.services.update`,
  ),
  'roles/cloudfunctions.viewer': role(
    'Cloud Functions Viewer',
    `cloudfunctions.functions.get cloudfunctions.functions.getIamPolicy cloudfunctions.locations.list cloudfunctions.operations.get
     resourcemanager.projects.get resourcemanager.projects.list run.configurations.get run.executions.get run.instances.get
     run.instances.getIamPolicy run.jobs.get run.jobs.getIamPolicy run.locations.list run.operations.get run.prompts.get
     run.revisions.get run.routes.get run.services.get run.services.getIamPolicy run.tasks.get run.workerpools.get
     run.workerpools.getIamPolicy`,
  ),
  'roles/cloudkms.cryptoKeyDecrypter': role(
    'Cloud KMS CryptoKey Decrypter',
    `cloudkms.cryptoKeyVersions.useToDecrypt cloudkms.locations.get cloudkms.locations.list resourcemanager.projects.get`,
  ),
  'roles/cloudkms.viewer': role(
    'Cloud KMS Viewer',
    `cloudkms.autokeyConfigs.get cloudkms.cryptoKeyVersions.get cloudkms.cryptoKeyVersions.list cloudkms.cryptoKeys.get
     cloudkms.cryptoKeys.list cloudkms.ekmConfigs.get cloudkms.ekmConnections.get cloudkms.ekmConnections.list
     cloudkms.folders.showEffectiveAutokeyConfig cloudkms.importJobs.get cloudkms.importJobs.list cloudkms.kajPolicyConfigs.get
     cloudkms.keyHandles.get cloudkms.keyHandles.list cloudkms.keyRings.get cloudkms.keyRings.list cloudkms.locations.get
     cloudkms.locations.list cloudkms.operations.get cloudkms.projects.showEffectiveAutokeyConfig cloudkms.protectableResources.list
     cloudkms.retiredResources.get cloudkms.retiredResources.list cloudkms.singleTenantHsmInstanceProposals.get
     cloudkms.singleTenantHsmInstanceProposals.list cloudkms.singleTenantHsmInstances.get cloudkms.singleTenantHsmInstances.list
     resourcemanager.projects.get`,
  ),
  'roles/cloudscheduler.viewer': role(
    'Cloud Scheduler Viewer',
    `appengine.applications.get cloudscheduler.jobs.fullView cloudscheduler.jobs.get cloudscheduler.jobs.list
     cloudscheduler.locations.get cloudscheduler.locations.list resourcemanager.projects.get resourcemanager.projects.list
     serviceusage.consumerpolicy.analyze serviceusage.consumerpolicy.get serviceusage.effectivepolicy.get serviceusage.groups.list
     serviceusage.groups.listExpandedMembers serviceusage.groups.listMembers serviceusage.services.get serviceusage.services.list
     serviceusage.values.test`,
  ),
  'roles/cloudsql.admin': role(
    'Cloud SQL Admin',
    `backupdr.backupPlanAssociations.createForCloudSqlInstance backupdr.backupPlans.get backupdr.backupPlans.useForCloudSqlInstance
     backupdr.backupVaults.get backupdr.bvbackups.fetchForCloudSqlInstance backupdr.bvdataSources.useReadOnlyForCloudSqlInstance
     backupdr.dataSourceReferences.fetchForCloudSqlInstance cloudsql.backupRuns.create cloudsql.backupRuns.get
     cloudsql.blueGreenDeployments.create cloudsql.blueGreenDeployments.get cloudsql.databases.create cloudsql.databases.get
     cloudsql.instances.addEntraIdCertificate cloudsql.instances.get cloudsql.schemas.view cloudsql.sslCerts.create
     cloudsql.sslCerts.get cloudsql.users.create cloudsql.users.get resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/cloudsql.client': role('Cloud SQL Client', `cloudsql.instances.connect cloudsql.instances.get`),
  'roles/cloudsql.editor': role(
    'Cloud SQL Editor',
    `cloudaicompanion.entitlements.get cloudsql.backupRuns.create cloudsql.backupRuns.get cloudsql.blueGreenDeployments.create
     cloudsql.blueGreenDeployments.get cloudsql.databases.create cloudsql.databases.get cloudsql.instances.addEntraIdCertificate
     cloudsql.instances.get cloudsql.schemas.view cloudsql.sslCerts.get cloudsql.users.get monitoring.timeSeries.list
     recommender.cloudsqlIdleInstanceRecommendations.get recommender.cloudsqlIdleInstanceRecommendations.update
     recommender.cloudsqlInstanceActivityInsights.get recommender.cloudsqlInstanceActivityInsights.update
     recommender.cloudsqlInstanceCpuUsageInsights.get recommender.cloudsqlInstanceCpuUsageInsights.update
     recommender.cloudsqlInstanceDiskUsageTrendInsights.get resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/cloudsql.instanceUser': role(
    'Cloud SQL Instance User',
    `cloudsql.instances.executeSql cloudsql.instances.get cloudsql.instances.login`,
  ),
  'roles/cloudsql.viewer': role(
    'Cloud SQL Viewer',
    `cloudaicompanion.entitlements.get cloudsql.backupRuns.export cloudsql.backupRuns.get cloudsql.blueGreenDeployments.get
     cloudsql.databases.get cloudsql.instances.export cloudsql.instances.get cloudsql.sslCerts.get cloudsql.users.get
     monitoring.timeSeries.list recommender.cloudsqlIdleInstanceRecommendations.get recommender.cloudsqlInstanceActivityInsights.get
     recommender.cloudsqlInstanceCpuUsageInsights.get recommender.cloudsqlInstanceDiskUsageTrendInsights.get
     recommender.cloudsqlInstanceMemoryUsageInsights.get recommender.cloudsqlInstanceOomProbabilityInsights.get
     recommender.cloudsqlInstanceOutOfDiskRecommendations.get recommender.cloudsqlInstancePerformanceInsights.get
     recommender.cloudsqlInstancePerformanceRecommendations.get recommender.cloudsqlInstanceReliabilityInsights.get
     resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/cloudtasks.enqueuer': role(
    'Cloud Tasks Enqueuer',
    `cloudtasks.operations.get cloudtasks.tasks.create cloudtasks.tasks.fullView resourcemanager.projects.get
     resourcemanager.projects.list`,
    'BETA',
  ),
  'roles/cloudtrace.user': role(
    'Cloud Trace User',
    `cloudtrace.insights.get cloudtrace.insights.list cloudtrace.stats.get cloudtrace.tasks.create cloudtrace.tasks.delete
     cloudtrace.tasks.get cloudtrace.tasks.list cloudtrace.traceScopes.create cloudtrace.traceScopes.delete cloudtrace.traceScopes.get
     cloudtrace.traceScopes.list cloudtrace.traceScopes.update cloudtrace.traces.get cloudtrace.traces.list observability.scopes.get
     observability.traceScopes.create observability.traceScopes.delete observability.traceScopes.get observability.traceScopes.list
     observability.traceScopes.update resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/compute.admin': role(
    'Compute Admin',
    `compute.acceleratorTypes.get compute.addresses.create compute.addresses.get compute.advice.calendarMode compute.autoscalers.create
     compute.autoscalers.get compute.backendBuckets.setIamPolicy compute.backendServices.setIamPolicy compute.disks.create
     compute.disks.setIamPolicy compute.firewallPolicies.setIamPolicy compute.futureReservations.setIamPolicy
     compute.globalOperations.setIamPolicy compute.images.setIamPolicy compute.instanceTemplates.setIamPolicy compute.instances.create
     compute.instances.setIamPolicy compute.instances.setMetadata compute.instances.setServiceAccount
     compute.instantSnapshotGroups.setIamPolicy compute.instantSnapshots.setIamPolicy compute.licenseCodes.setIamPolicy
     compute.licenses.setIamPolicy compute.machineImages.setIamPolicy compute.networkAttachments.setIamPolicy
     compute.nodeGroups.setIamPolicy compute.nodeTemplates.setIamPolicy compute.projects.setCommonInstanceMetadata
     compute.recoverableSnapshots.setIamPolicy compute.regionBackendBuckets.setIamPolicy compute.regionBackendServices.setIamPolicy
     compute.regionFirewallPolicies.setIamPolicy compute.regionOperations.setIamPolicy compute.resourcePolicies.setIamPolicy
     compute.serviceAttachments.setIamPolicy compute.snapshotGroups.setIamPolicy compute.snapshots.setIamPolicy
     compute.storagePools.setIamPolicy compute.subnetworks.setIamPolicy compute.subnetworks.use compute.subnetworks.useExternalIp
     compute.zoneOperations.setIamPolicy resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/compute.instanceAdmin.v1': role(
    'Compute Instance Admin (v1)',
    `compute.acceleratorTypes.get compute.addresses.createInternal compute.addresses.get compute.autoscalers.create
     compute.autoscalers.get compute.backendBuckets.get compute.disks.create compute.disks.setIamPolicy compute.images.setIamPolicy
     compute.instanceTemplates.setIamPolicy compute.instances.create compute.instances.setIamPolicy compute.instances.setMetadata
     compute.instances.setServiceAccount compute.instantSnapshotGroups.setIamPolicy compute.instantSnapshots.setIamPolicy
     compute.licenseCodes.setIamPolicy compute.licenses.setIamPolicy compute.machineImages.setIamPolicy
     compute.projects.setCommonInstanceMetadata compute.recoverableSnapshots.setIamPolicy compute.resourcePolicies.setIamPolicy
     compute.snapshotGroups.setIamPolicy compute.snapshots.setIamPolicy compute.subnetworks.use compute.subnetworks.useExternalIp
     resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/compute.networkViewer': role(
    'Compute Network Viewer',
    `compute.acceleratorTypes.get compute.addresses.get compute.addresses.listEffectiveTags compute.autoscalers.get
     compute.backendBuckets.get compute.backendBuckets.listEffectiveTags compute.backendServices.get
     compute.backendServices.listEffectiveTags compute.crossSiteNetworks.get compute.disks.listEffectiveTags
     compute.externalVpnGateways.get compute.externalVpnGateways.listEffectiveTags compute.firewalls.get
     compute.firewalls.listEffectiveTags compute.forwardingRules.get compute.forwardingRules.listEffectiveTags
     compute.globalAddresses.get compute.globalAddresses.listEffectiveTags compute.globalForwardingRules.get
     compute.globalForwardingRules.listEffectiveTags resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/compute.osAdminLogin': role(
    'Compute OS Admin Login',
    `compute.disks.listEffectiveTags compute.disks.listTagBindings compute.images.listEffectiveTags compute.images.listTagBindings
     compute.instanceSettings.get compute.instances.get compute.instances.list compute.instances.listEffectiveTags
     compute.instances.listTagBindings compute.instances.osAdminLogin compute.instances.osLogin compute.projects.get
     compute.snapshots.listEffectiveTags compute.snapshots.listTagBindings resourcemanager.projects.get resourcemanager.projects.list
     serviceusage.consumerpolicy.analyze serviceusage.consumerpolicy.get serviceusage.effectivepolicy.get serviceusage.groups.list
     serviceusage.groups.listExpandedMembers serviceusage.groups.listMembers serviceusage.quotas.get serviceusage.services.get
     serviceusage.services.list serviceusage.values.test`,
  ),
  'roles/compute.osLogin': role(
    'Compute OS Login',
    `compute.disks.listEffectiveTags compute.disks.listTagBindings compute.images.listEffectiveTags compute.images.listTagBindings
     compute.instanceSettings.get compute.instances.get compute.instances.list compute.instances.listEffectiveTags
     compute.instances.listTagBindings compute.instances.osLogin compute.projects.get compute.snapshots.listEffectiveTags
     compute.snapshots.listTagBindings resourcemanager.projects.get resourcemanager.projects.list serviceusage.consumerpolicy.analyze
     serviceusage.consumerpolicy.get serviceusage.effectivepolicy.get serviceusage.groups.list serviceusage.groups.listExpandedMembers
     serviceusage.groups.listMembers serviceusage.quotas.get serviceusage.services.get serviceusage.services.list
     serviceusage.values.test`,
  ),
  'roles/compute.serviceAgent': role(
    'Compute Engine Service Agent',
    `compute.addresses.use compute.disks.create compute.disks.get compute.forwardingRules.create compute.forwardingRules.get
     compute.globalOperations.get compute.healthChecks.create compute.healthChecks.get compute.images.useReadOnly
     compute.instanceGroupManagers.get compute.instances.create compute.instances.setMetadata compute.instances.setServiceAccount
     compute.subnetworks.use compute.subnetworks.useExternalIp iam.serviceAccounts.actAs iam.serviceAccounts.getAccessToken
     iam.serviceAccounts.getOpenIdToken iam.serviceAccounts.implicitDelegation iam.serviceAccounts.signJwt resourcemanager.projects.get
     resourcemanager.projects.list`,
  ),
  'roles/compute.viewer': role(
    'Compute Viewer',
    `compute.acceleratorTypes.get compute.addresses.get compute.addresses.listEffectiveTags compute.advice.capacity
     compute.autoscalers.get compute.backendBuckets.get compute.backendBuckets.getIamPolicy compute.backendServices.get
     compute.backendServices.getIamPolicy compute.commitments.get compute.commitments.listEffectiveTags compute.crossSiteNetworks.get
     compute.diskSettings.get compute.diskTypes.get compute.disks.get compute.disks.getIamPolicy compute.externalVpnGateways.get
     compute.externalVpnGateways.listEffectiveTags compute.firewallPolicies.get compute.firewallPolicies.getIamPolicy
     resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/container.admin': role(
    'Kubernetes Engine Admin',
    `container.apiServices.create container.apiServices.get container.auditSinks.create container.auditSinks.get
     container.backendConfigs.create container.backendConfigs.get container.bindings.create container.bindings.get
     container.certificateSigningRequests.approve container.certificateSigningRequests.get container.clusterRoleBindings.create
     container.clusterRoleBindings.get container.clusterRoles.bind container.clusterRoles.get container.clusters.connect
     container.clusters.create container.clusters.get container.clusters.update container.componentStatuses.get
     container.configMaps.create resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/container.clusterViewer': role(
    'Kubernetes Engine Cluster Viewer',
    `container.clusters.connect container.clusters.get container.clusters.list resourcemanager.projects.get
     resourcemanager.projects.list`,
  ),
  'roles/container.developer': role(
    'Kubernetes Engine Developer',
    `container.apiServices.create container.apiServices.get container.auditSinks.create container.auditSinks.get
     container.backendConfigs.create container.backendConfigs.get container.bindings.create container.bindings.get
     container.certificateSigningRequests.create container.certificateSigningRequests.get container.clusterRoleBindings.get
     container.clusterRoles.get container.clusters.connect container.clusters.get container.componentStatuses.get
     container.configMaps.create container.configMaps.get container.controllerRevisions.get container.cronJobs.create
     container.cronJobs.get resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/container.viewer': role(
    'Kubernetes Engine Viewer',
    `container.apiServices.get container.apiServices.getStatus container.auditSinks.get container.backendConfigs.get
     container.bindings.get container.certificateSigningRequests.get container.certificateSigningRequests.getStatus
     container.clusterRoleBindings.get container.clusterRoles.get container.clusters.connect container.clusters.get
     container.componentStatuses.get container.configMaps.get container.controllerRevisions.get container.cronJobs.get
     container.cronJobs.getStatus container.csiDrivers.get container.csiNodeInfos.get container.csiNodes.get
     container.customResourceDefinitions.get resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/dataflow.viewer': role(
    'Dataflow Viewer',
    `dataflow.jobs.get dataflow.jobs.list dataflow.messages.list dataflow.metrics.get dataflow.snapshots.get dataflow.snapshots.list
     recommender.dataflowDiagnosticsInsights.get recommender.dataflowDiagnosticsInsights.list resourcemanager.projects.get
     resourcemanager.projects.list`,
  ),
  'roles/datastore.viewer': role(
    'Cloud Datastore Viewer',
    `appengine.applications.get databasesconsole.locations.get databasesconsole.locations.list databasesconsole.studioQueries.search
     datastore.databases.get datastore.databases.getMetadata datastore.databases.list datastore.entities.get datastore.entities.list
     datastore.insights.get datastore.namespaces.get datastore.namespaces.list datastore.schemas.get datastore.schemas.list
     datastore.statistics.get datastore.statistics.list resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/deploymentmanager.editor': role(
    'Deployment Manager Editor',
    `deploymentmanager.compositeTypes.create deploymentmanager.compositeTypes.get deploymentmanager.deployments.cancelPreview
     deploymentmanager.deployments.create deploymentmanager.deployments.get deploymentmanager.manifests.get
     deploymentmanager.operations.get deploymentmanager.resources.get deploymentmanager.typeProviders.create
     deploymentmanager.typeProviders.get deploymentmanager.types.create deploymentmanager.types.get resourcemanager.projects.get
     resourcemanager.projects.list serviceusage.consumerpolicy.analyze serviceusage.consumerpolicy.get serviceusage.effectivepolicy.get
     serviceusage.groups.list serviceusage.groups.listExpandedMembers serviceusage.quotas.get serviceusage.services.get
     serviceusage.values.test`,
  ),
  'roles/dns.reader': role(
    'DNS Reader',
    `compute.networks.get dns.changes.get dns.changes.list dns.dnsKeys.get dns.dnsKeys.list dns.managedZoneOperations.get
     dns.managedZoneOperations.list dns.managedZones.get dns.managedZones.list dns.policies.get dns.policies.list
     dns.policies.listEffectiveTags dns.policies.listTagBindings dns.projects.get dns.resourceRecordSets.get
     dns.resourceRecordSets.list dns.responsePolicies.get dns.responsePolicies.list dns.responsePolicyRules.get
     dns.responsePolicyRules.list resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/editor': role(
    'Editor',
    `aiplatform.customJobs.create appengine.versions.create batch.jobs.create bigquery.transfers.update cloudbuild.builds.create
     clouddeploy.targets.create cloudfunctions.functions.call cloudfunctions.functions.create cloudfunctions.functions.sourceCodeSet
     cloudfunctions.functions.update cloudscheduler.jobs.create cloudscheduler.jobs.update cloudscheduler.locations.list
     cloudsql.backupRuns.create cloudsql.backupRuns.get cloudsql.blueGreenDeployments.create cloudsql.blueGreenDeployments.get
     cloudsql.databases.create cloudtasks.tasks.create composer.environments.create compute.disks.create compute.instances.create
     compute.instances.setMetadata compute.instances.setServiceAccount compute.projects.setCommonInstanceMetadata
     compute.subnetworks.use compute.subnetworks.useExternalIp config.deployments.create config.deployments.update
     container.clusters.create container.clusters.update dataflow.jobs.create dataform.workflowInvocations.create
     datafusion.instances.create dataplex.tasks.create dataproc.batches.create dataproc.clusters.create dataproc.sessions.create
     deploymentmanager.deployments.create eventarc.triggers.create iam.serviceAccountKeys.create iam.serviceAccountKeys.enable
     iam.serviceAccounts.actAs iam.serviceAccounts.enable resourcemanager.projects.get resourcemanager.projects.getIamPolicy
     resourcemanager.projects.list resourcemanager.tagKeys.create`,
  ),
  'roles/errorreporting.viewer': role(
    'Error Reporting Viewer',
    `cloudnotifications.activities.list errorreporting.applications.list errorreporting.errorEvents.list
     errorreporting.groupMetadata.get errorreporting.groups.list logging.notificationRules.get logging.notificationRules.list
     resourcemanager.projects.get resourcemanager.projects.list stackdriver.projects.get`,
    'BETA',
  ),
  'roles/iam.denyAdmin': role(
    'Deny Admin',
    `cloudasset.assets.listResource iam.denypolicies.create iam.denypolicies.delete iam.denypolicies.get iam.denypolicies.list
     iam.denypolicies.update policyanalyzer.resourceAuthorizationActivities.query policysimulator.accessPolicySimulationResults.list
     policysimulator.accessPolicySimulations.create policysimulator.accessPolicySimulations.get
     policysimulator.accessPolicySimulations.list`,
  ),
  'roles/iam.organizationRoleAdmin': role(
    'Organization Role Administrator',
    `iam.roles.create iam.roles.createTagBinding iam.roles.delete iam.roles.deleteTagBinding iam.roles.get iam.roles.list
     iam.roles.listEffectiveTags iam.roles.listTagBindings iam.roles.undelete iam.roles.update resourcemanager.organizations.get
     resourcemanager.organizations.getIamPolicy resourcemanager.projects.get resourcemanager.projects.getIamPolicy
     resourcemanager.projects.list`,
  ),
  'roles/iam.roleAdmin': role(
    'Role Administrator',
    `iam.roles.create iam.roles.createTagBinding iam.roles.delete iam.roles.deleteTagBinding iam.roles.get iam.roles.list
     iam.roles.listEffectiveTags iam.roles.listTagBindings iam.roles.undelete iam.roles.update resourcemanager.projects.get
     resourcemanager.projects.getIamPolicy`,
  ),
  'roles/iam.roleViewer': role(
    'Role Viewer',
    `iam.roles.get iam.roles.list iam.roles.listEffectiveTags iam.roles.listTagBindings resourcemanager.projects.get
     resourcemanager.projects.getIamPolicy`,
  ),
  'roles/iam.securityAdmin': role(
    'Security Admin',
    `accesscontextmanager.policies.setIamPolicy agentidentity.authProviders.setIamPolicy aiplatform.endpoints.setIamPolicy
     aiplatform.entityTypes.setIamPolicy aiplatform.featureGroups.setIamPolicy aiplatform.featureOnlineStores.setIamPolicy
     aiplatform.featureViews.setIamPolicy aiplatform.featurestores.setIamPolicy aiplatform.notebookRuntimeTemplates.setIamPolicy
     aiplatform.reasoningEngines.setIamPolicy analyticshub.dataExchanges.setIamPolicy analyticshub.listings.setIamPolicy
     apigateway.apiconfigs.setIamPolicy apigateway.apis.setIamPolicy apigateway.gateways.setIamPolicy apigee.deployments.setIamPolicy
     apigee.environments.setIamPolicy apigee.spaces.setIamPolicy apigeeregistry.apis.setIamPolicy apigeeregistry.artifacts.setIamPolicy
     apigeeregistry.specs.setIamPolicy apigeeregistry.versions.setIamPolicy apphub.applications.setIamPolicy
     artifactregistry.repositories.setIamPolicy automl.datasets.setIamPolicy automl.locations.setIamPolicy automl.models.setIamPolicy
     autoscaling.sites.setIamPolicy backupdr.managementServers.setIamPolicy cloudfunctions.functions.setIamPolicy
     cloudscheduler.locations.list iam.accesspolicies.list iam.denypolicies.list iam.googleapis.com/oauthClientCredentials.list
     iam.googleapis.com/workforcePools.setIamPolicy iam.googleapis.com/workloadIdentityPools.setIamPolicy
     iam.serviceAccounts.setIamPolicy resourcemanager.folders.getIamPolicy resourcemanager.folders.list
     resourcemanager.folders.setIamPolicy resourcemanager.organizations.getIamPolicy resourcemanager.organizations.setIamPolicy
     resourcemanager.projects.getIamPolicy resourcemanager.projects.list resourcemanager.projects.setIamPolicy
     resourcemanager.tagKeys.setIamPolicy resourcemanager.tagValues.setIamPolicy run.services.setIamPolicy`,
  ),
  'roles/iam.securityReviewer': role(
    'Security Reviewer',
    `cloudscheduler.locations.list cloudsql.backupRuns.list cloudsql.blueGreenDeployments.list cloudsql.databases.list
     cloudsql.instances.list cloudsql.sslCerts.list cloudsql.users.list iam.accesspolicies.list iam.denypolicies.list
     iam.googleapis.com/oauthClientCredentials.list iam.googleapis.com/workforcePools.getIamPolicy iam.policybindings.list
     iam.principalaccessboundarypolicies.list iam.roles.get iam.serviceAccountKeys.list iam.serviceAccounts.get
     iam.serviceAccounts.getIamPolicy resourcemanager.folders.getIamPolicy resourcemanager.folders.list
     resourcemanager.organizations.getIamPolicy resourcemanager.projects.getIamPolicy resourcemanager.projects.list`,
  ),
  'roles/iam.serviceAccountAdmin': role(
    'Service Account Admin',
    `iam.serviceAccountApiKeyBindings.create iam.serviceAccountApiKeyBindings.delete iam.serviceAccountApiKeyBindings.undelete
     iam.serviceAccounts.create iam.serviceAccounts.createTagBinding iam.serviceAccounts.delete iam.serviceAccounts.deleteTagBinding
     iam.serviceAccounts.disable iam.serviceAccounts.enable iam.serviceAccounts.get iam.serviceAccounts.getIamPolicy
     iam.serviceAccounts.list iam.serviceAccounts.listEffectiveTags iam.serviceAccounts.listTagBindings
     iam.serviceAccounts.setIamPolicy iam.serviceAccounts.undelete iam.serviceAccounts.update resourcemanager.projects.get
     resourcemanager.projects.list`,
  ),
  'roles/iam.serviceAccountKeyAdmin': role(
    'Service Account Key Admin',
    `iam.serviceAccountKeys.create iam.serviceAccountKeys.delete iam.serviceAccountKeys.disable iam.serviceAccountKeys.enable
     iam.serviceAccountKeys.get iam.serviceAccountKeys.list iam.serviceAccounts.get iam.serviceAccounts.list
     resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/iam.serviceAccountTokenCreator': role(
    'Service Account Token Creator',
    `iam.serviceAccounts.get iam.serviceAccounts.getAccessToken iam.serviceAccounts.getOpenIdToken
     iam.serviceAccounts.implicitDelegation iam.serviceAccounts.list iam.serviceAccounts.signBlob iam.serviceAccounts.signJwt
     resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/iam.serviceAccountUser': role(
    'Service Account User',
    `iam.serviceAccounts.actAs iam.serviceAccounts.get iam.serviceAccounts.list resourcemanager.projects.get
     resourcemanager.projects.list`,
  ),
  'roles/iam.workloadIdentityUser': role(
    'Workload Identity User',
    `iam.serviceAccounts.get iam.serviceAccounts.getAccessToken iam.serviceAccounts.getOpenIdToken iam.serviceAccounts.list`,
  ),
  'roles/iap.tunnelResourceAccessor': role('IAP-secured Tunnel User', `iap.tunnelDestGroups.accessViaIAP iap.tunnelInstances.accessViaIAP`),
  'roles/logging.admin': role(
    'Logging Admin',
    `logging.buckets.copyLogEntries logging.buckets.get logging.exclusions.create logging.exclusions.get logging.fields.access
     logging.links.create logging.links.get logging.locations.get logging.logEntries.create logging.logEntries.list
     logging.logMetrics.create logging.logMetrics.get logging.logScopes.create logging.logScopes.get logging.logServiceIndexes.list
     logging.logServices.list logging.logs.delete logging.logs.list logging.notificationRules.create logging.views.setIamPolicy
     resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/logging.logWriter': role('Logs Writer', `logging.logEntries.create logging.logEntries.route`),
  'roles/logging.privateLogViewer': role(
    'Private Logs Viewer',
    `logging.buckets.get logging.buckets.list logging.exclusions.get logging.exclusions.list logging.links.get logging.links.list
     logging.locations.get logging.locations.list logging.logEntries.list logging.logMetrics.get logging.logMetrics.list
     logging.logServiceIndexes.list logging.logServices.list logging.logs.list logging.operations.get logging.operations.list
     logging.privateLogEntries.list logging.queries.getShared logging.queries.listShared logging.queries.usePrivate logging.sinks.get
     logging.sinks.list logging.usage.get logging.views.access logging.views.get logging.views.list observability.scopes.get
     resourcemanager.projects.get`,
  ),
  'roles/logging.viewer': role(
    'Logs Viewer',
    `logging.buckets.get logging.buckets.list logging.exclusions.get logging.exclusions.list logging.links.get logging.links.list
     logging.locations.get logging.locations.list logging.logEntries.list logging.logMetrics.get logging.logMetrics.list
     logging.logScopes.get logging.logScopes.list logging.logServiceIndexes.list logging.logServices.list logging.logs.list
     logging.operations.get logging.operations.list logging.queries.getShared logging.queries.listShared logging.queries.usePrivate
     logging.sinks.get logging.sinks.list logging.usage.get logging.views.get logging.views.list observability.scopes.get
     resourcemanager.projects.get`,
  ),
  'roles/monitoring.editor': role(
    'Monitoring Editor',
    `monitoring.alertPolicies.create monitoring.alertPolicies.get monitoring.alerts.get monitoring.dashboards.create
     monitoring.dashboards.get monitoring.groups.create monitoring.groups.get monitoring.metricDescriptors.create
     monitoring.metricDescriptors.get monitoring.monitoredResourceDescriptors.get monitoring.notificationChannelDescriptors.get
     monitoring.notificationChannels.create monitoring.notificationChannels.get monitoring.services.create monitoring.services.get
     monitoring.slos.create monitoring.slos.get monitoring.snoozes.create monitoring.snoozes.get monitoring.timeSeries.create
     resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/monitoring.metricWriter': role(
    'Monitoring Metric Writer',
    `monitoring.metricDescriptors.create monitoring.metricDescriptors.get monitoring.metricDescriptors.list
     monitoring.monitoredResourceDescriptors.get monitoring.monitoredResourceDescriptors.list monitoring.timeSeries.create`,
  ),
  'roles/monitoring.viewer': role(
    'Monitoring Viewer',
    `cloudnotifications.activities.list monitoring.alertPolicies.get monitoring.alertPolicies.list
     monitoring.alertPolicies.listEffectiveTags monitoring.alerts.get monitoring.dashboards.get monitoring.dashboards.listEffectiveTags
     monitoring.groups.get monitoring.metricDescriptors.get monitoring.monitoredResourceDescriptors.get
     monitoring.notificationChannelDescriptors.get monitoring.notificationChannels.get monitoring.services.get monitoring.slos.get
     monitoring.snoozes.get monitoring.timeSeries.list monitoring.uptimeCheckConfigs.get opsconfigmonitoring.resourceMetadata.list
     resourcemanager.projects.get resourcemanager.projects.list stackdriver.projects.get stackdriver.resourceMetadata.list`,
  ),
  'roles/orgpolicy.policyAdmin': role(
    'Organization Policy Administrator',
    `cloudasset.assets.analyzeOrgPolicy cloudasset.assets.exportResource cloudasset.assets.listResource
     cloudasset.assets.searchAllResources orgpolicy.constraints.list orgpolicy.customConstraints.create
     orgpolicy.customConstraints.delete orgpolicy.customConstraints.get orgpolicy.customConstraints.list
     orgpolicy.customConstraints.update orgpolicy.policies.create orgpolicy.policies.delete orgpolicy.policies.list
     orgpolicy.policies.update orgpolicy.policy.get orgpolicy.policy.set policysimulator.orgPolicyViolations.list
     policysimulator.orgPolicyViolationsPreviews.create policysimulator.orgPolicyViolationsPreviews.get
     policysimulator.orgPolicyViolationsPreviews.list recommender.orgPolicyInsights.get recommender.orgPolicyInsights.list
     recommender.orgPolicyInsights.update recommender.orgPolicyRecommendations.get recommender.orgPolicyRecommendations.list
     recommender.orgPolicyRecommendations.update`,
  ),
  'roles/owner': role(
    'Owner',
    `aiplatform.customJobs.create appengine.versions.create batch.jobs.create bigquery.transfers.update cloudbuild.builds.create
     clouddeploy.targets.create cloudfunctions.functions.call cloudfunctions.functions.create cloudfunctions.functions.setIamPolicy
     cloudfunctions.functions.sourceCodeSet cloudfunctions.functions.update cloudscheduler.jobs.create cloudscheduler.jobs.update
     cloudscheduler.locations.list cloudsql.backupRuns.create cloudsql.backupRuns.get cloudsql.blueGreenDeployments.create
     cloudsql.blueGreenDeployments.get cloudsql.databases.create cloudtasks.tasks.create composer.environments.create
     compute.disks.create compute.instances.create compute.instances.setMetadata compute.instances.setServiceAccount
     compute.projects.setCommonInstanceMetadata iam.googleapis.com/workforcePoolProviderKeys.create
     iam.googleapis.com/workforcePools.setIamPolicy iam.googleapis.com/workloadIdentityPoolProviderKeys.create
     iam.googleapis.com/workloadIdentityPoolProviders.create iam.googleapis.com/workloadIdentityPoolProviders.update
     iam.googleapis.com/workloadIdentityPools.setIamPolicy iam.roles.create iam.roles.createTagBinding iam.roles.update
     iam.serviceAccountKeys.create iam.serviceAccountKeys.enable iam.serviceAccounts.actAs iam.serviceAccounts.enable
     iam.serviceAccounts.setIamPolicy iam.serviceAccounts.undelete resourcemanager.projects.get resourcemanager.projects.getIamPolicy
     resourcemanager.projects.list resourcemanager.projects.setIamPolicy resourcemanager.tagKeys.create
     resourcemanager.tagKeys.setIamPolicy resourcemanager.tagValues.setIamPolicy`,
  ),
  'roles/pubsub.editor': role(
    'Pub/Sub Editor',
    `cloudkms.keyHandles.create cloudkms.keyHandles.get cloudkms.operations.get cloudkms.projects.showEffectiveAutokeyConfig
     pubsub.messageTransforms.validate pubsub.schemas.attach pubsub.schemas.get pubsub.snapshots.create pubsub.snapshots.get
     pubsub.subscriptions.consume pubsub.subscriptions.get pubsub.topics.attachSubscription pubsub.topics.get
     resourcemanager.projects.get serviceusage.consumerpolicy.analyze serviceusage.consumerpolicy.get serviceusage.effectivepolicy.get
     serviceusage.groups.list serviceusage.groups.listExpandedMembers serviceusage.quotas.get serviceusage.services.get
     serviceusage.values.test`,
  ),
  'roles/pubsub.publisher': role('Pub/Sub Publisher', `pubsub.topics.publish`),
  'roles/pubsub.subscriber': role(
    'Pub/Sub Subscriber',
    `pubsub.snapshots.seek pubsub.subscriptions.consume pubsub.topics.attachSubscription`,
  ),
  'roles/pubsub.viewer': role(
    'Pub/Sub Viewer',
    `pubsub.messageTransforms.validate pubsub.schemas.get pubsub.schemas.list pubsub.schemas.listRevisions pubsub.schemas.validate
     pubsub.snapshots.get pubsub.snapshots.list pubsub.snapshots.listEffectiveTags pubsub.snapshots.listTagBindings
     pubsub.subscriptions.get pubsub.subscriptions.list pubsub.subscriptions.listEffectiveTags pubsub.subscriptions.listTagBindings
     pubsub.topics.get pubsub.topics.list pubsub.topics.listEffectiveTags pubsub.topics.listTagBindings resourcemanager.projects.get
     serviceusage.consumerpolicy.analyze serviceusage.consumerpolicy.get serviceusage.effectivepolicy.get serviceusage.groups.list
     serviceusage.groups.listExpandedMembers serviceusage.groups.listMembers serviceusage.quotas.get serviceusage.services.get
     serviceusage.services.list serviceusage.values.test`,
  ),
  'roles/redis.viewer': role(
    'Cloud Memorystore Redis Viewer',
    `redis.aclPolicies.get redis.aclPolicies.list redis.backupCollections.get redis.backupCollections.list redis.backups.get
     redis.backups.list redis.clusters.get redis.clusters.list redis.instances.get redis.instances.list
     redis.instances.listEffectiveTags redis.instances.listTagBindings redis.locations.get redis.locations.list redis.operations.get
     redis.operations.list resourcemanager.projects.get resourcemanager.projects.list serviceusage.services.use`,
  ),
  'roles/resourcemanager.folderAdmin': role(
    'Folder Admin',
    `essentialcontacts.contacts.create essentialcontacts.contacts.get iam.policybindings.get orgpolicy.constraints.list
     orgpolicy.policies.list orgpolicy.policy.get resourcemanager.capabilities.get resourcemanager.capabilities.update
     resourcemanager.folders.create resourcemanager.folders.createPolicyBinding resourcemanager.folders.get
     resourcemanager.folders.getIamPolicy resourcemanager.folders.list resourcemanager.folders.move
     resourcemanager.folders.setIamPolicy resourcemanager.hierarchyNodes.createTagBinding resourcemanager.projects.createPolicyBinding
     resourcemanager.projects.get resourcemanager.projects.getIamPolicy resourcemanager.projects.list resourcemanager.projects.move
     resourcemanager.projects.setIamPolicy`,
  ),
  'roles/resourcemanager.folderIamAdmin': role(
    'Folder IAM Admin',
    `iam.policybindings.get iam.policybindings.list resourcemanager.folders.createPolicyBinding
     resourcemanager.folders.deletePolicyBinding resourcemanager.folders.get resourcemanager.folders.getIamPolicy
     resourcemanager.folders.searchPolicyBindings resourcemanager.folders.setIamPolicy resourcemanager.folders.updatePolicyBinding`,
  ),
  'roles/resourcemanager.folderViewer': role(
    'Folder Viewer',
    `essentialcontacts.contacts.get essentialcontacts.contacts.list orgpolicy.constraints.list orgpolicy.policies.list
     orgpolicy.policy.get resourcemanager.capabilities.get resourcemanager.folders.get resourcemanager.folders.list
     resourcemanager.projects.get resourcemanager.projects.list`,
  ),
  'roles/resourcemanager.organizationAdmin': role(
    'Organization Administrator',
    `essentialcontacts.contacts.create essentialcontacts.contacts.get iam.policybindings.get orgpolicy.constraints.list
     orgpolicy.policies.list orgpolicy.policy.get resourcemanager.capabilities.get resourcemanager.capabilities.update
     resourcemanager.folders.createPolicyBinding resourcemanager.folders.get resourcemanager.folders.getIamPolicy
     resourcemanager.folders.list resourcemanager.folders.setIamPolicy resourcemanager.organizations.createPolicyBinding
     resourcemanager.organizations.get resourcemanager.organizations.getIamPolicy resourcemanager.organizations.setIamPolicy
     resourcemanager.projects.createPolicyBinding resourcemanager.projects.get resourcemanager.projects.getIamPolicy
     resourcemanager.projects.list resourcemanager.projects.setIamPolicy`,
  ),
  'roles/resourcemanager.organizationViewer': role('Organization Viewer', `resourcemanager.organizations.get`),
  'roles/resourcemanager.projectIamAdmin': role(
    'Project IAM Admin',
    `iam.policybindings.get iam.policybindings.list resourcemanager.projects.createPolicyBinding
     resourcemanager.projects.deletePolicyBinding resourcemanager.projects.get resourcemanager.projects.getIamPolicy
     resourcemanager.projects.searchPolicyBindings resourcemanager.projects.setIamPolicy resourcemanager.projects.updatePolicyBinding`,
  ),
  'roles/run.admin': role(
    'Cloud Run Admin',
    `resourcemanager.projects.get resourcemanager.projects.list run.configurations.get run.executions.cancel run.executions.get
     run.instances.create run.instances.get run.instances.setIamPolicy run.jobs.create run.jobs.get run.jobs.setIamPolicy
     run.jobs.update run.locations.list run.locations.uploadSource run.operations.delete run.operations.get run.prompts.get
     run.routes.invoke run.services.create run.services.setIamPolicy run.services.update run.workerpools.setIamPolicy`,
  ),
  'roles/run.developer': role(
    'Cloud Run Developer',
    `resourcemanager.projects.get resourcemanager.projects.list run.configurations.get run.executions.cancel run.executions.get
     run.instances.create run.instances.get run.jobs.create run.jobs.get run.jobs.update run.locations.list run.locations.uploadSource
     run.operations.delete run.operations.get run.prompts.get run.revisions.delete run.revisions.get run.routes.get run.routes.invoke
     run.services.create run.services.get run.services.update`,
  ),
  'roles/run.invoker': role('Cloud Run Invoker', `run.instances.invoke run.jobs.run run.routes.invoke`),
  'roles/run.viewer': role(
    'Cloud Run Viewer',
    `recommender.locations.get recommender.runServiceCostInsights.get recommender.runServiceCostRecommendations.get
     recommender.runServiceIdentityInsights.get resourcemanager.projects.get resourcemanager.projects.list run.configurations.get
     run.executions.get run.instances.get run.instances.getIamPolicy run.jobs.get run.jobs.getIamPolicy run.locations.list
     run.operations.get run.prompts.get run.revisions.get run.routes.get run.services.get run.services.getIamPolicy run.tasks.get
     run.workerpools.get run.workerpools.getIamPolicy`,
  ),
  'roles/secretmanager.admin': role(
    'Secret Manager Admin',
    `cloudkms.keyHandles.create cloudkms.keyHandles.get cloudkms.keyHandles.list cloudkms.operations.get
     cloudkms.projects.showEffectiveAutokeyConfig resourcemanager.projects.get resourcemanager.projects.list
     secretmanager.locations.get secretmanager.locations.list secretmanager.secrets.create secretmanager.secrets.createTagBinding
     secretmanager.secrets.delete secretmanager.secrets.deleteTagBinding secretmanager.secrets.enableManagedRotation
     secretmanager.secrets.get secretmanager.secrets.getIamPolicy secretmanager.secrets.list secretmanager.secrets.listEffectiveTags
     secretmanager.secrets.listTagBindings secretmanager.secrets.rotate secretmanager.secrets.setIamPolicy secretmanager.secrets.update
     secretmanager.versions.access secretmanager.versions.add secretmanager.versions.destroy secretmanager.versions.disable
     secretmanager.versions.enable secretmanager.versions.get secretmanager.versions.list`,
  ),
  'roles/secretmanager.secretAccessor': role(
    'Secret Manager Secret Accessor',
    `resourcemanager.projects.get resourcemanager.projects.list secretmanager.versions.access`,
  ),
  'roles/secretmanager.viewer': role(
    'Secret Manager Viewer',
    `resourcemanager.projects.get resourcemanager.projects.list secretmanager.locations.get secretmanager.locations.list
     secretmanager.secrets.get secretmanager.secrets.getIamPolicy secretmanager.secrets.list secretmanager.secrets.listEffectiveTags
     secretmanager.secrets.listTagBindings secretmanager.versions.get secretmanager.versions.list`,
  ),
  'roles/serviceusage.serviceUsageConsumer': role(
    'Service Usage Consumer',
    `monitoring.timeSeries.list serviceusage.consumerpolicy.analyze serviceusage.consumerpolicy.get
     serviceusage.contentsecuritypolicy.get serviceusage.effectivemcppolicy.get serviceusage.effectivepolicy.get
     serviceusage.groups.list serviceusage.groups.listExpandedMembers serviceusage.groups.listMembers serviceusage.mcppolicy.get
     serviceusage.operations.get serviceusage.quotas.get serviceusage.services.get serviceusage.services.list serviceusage.services.use
     serviceusage.values.test`,
  ),
  'roles/spanner.databaseReader': role(
    'Cloud Spanner Database Reader',
    `monitoring.timeSeries.create spanner.databases.beginReadOnlyTransaction spanner.databases.get spanner.databases.getDdl
     spanner.databases.partitionQuery spanner.databases.partitionRead spanner.databases.read spanner.databases.select
     spanner.instancePartitions.get spanner.instances.get spanner.sessions.create spanner.sessions.delete spanner.sessions.get
     spanner.sessions.list`,
  ),
  'roles/storage.admin': role(
    'Storage Admin',
    `resourcemanager.projects.get resourcemanager.projects.list storage.anywhereCaches.create storage.anywhereCaches.get
     storage.bucketOperations.cancel storage.bucketOperations.get storage.buckets.create storage.buckets.get
     storage.buckets.setIamPolicy storage.featureConfigs.create storage.featureConfigs.get storage.folders.create storage.folders.get
     storage.intelligenceConfigs.get storage.intelligenceConfigs.update storage.managedFolders.create storage.managedFolders.get
     storage.managedFolders.setIamPolicy storage.multipartUploads.abort storage.multipartUploads.list storage.objects.create
     storage.objects.setIamPolicy`,
  ),
  'roles/storage.objectAdmin': role(
    'Storage Object Admin',
    `monitoring.timeSeries.create orgpolicy.policy.get resourcemanager.projects.get resourcemanager.projects.list
     storage.folders.create storage.folders.delete storage.folders.get storage.folders.list storage.folders.rename
     storage.managedFolders.create storage.managedFolders.delete storage.managedFolders.get storage.managedFolders.list
     storage.multipartUploads.abort storage.multipartUploads.create storage.multipartUploads.list storage.multipartUploads.listParts
     storage.objects.create storage.objects.createContext storage.objects.delete storage.objects.get storage.objects.setIamPolicy`,
  ),
  'roles/storage.objectCreator': role(
    'Storage Object Creator',
    `orgpolicy.policy.get resourcemanager.projects.get resourcemanager.projects.list storage.folders.create
     storage.managedFolders.create storage.multipartUploads.abort storage.multipartUploads.create storage.multipartUploads.listParts
     storage.objects.create storage.objects.createContext`,
  ),
  'roles/storage.objectViewer': role(
    'Storage Object Viewer',
    `resourcemanager.projects.get resourcemanager.projects.list storage.folders.get storage.folders.list storage.managedFolders.get
     storage.managedFolders.list storage.objects.get storage.objects.list`,
  ),
  'roles/viewer': role(
    'Viewer',
    `cloudscheduler.locations.list cloudsql.backupRuns.export cloudsql.backupRuns.get cloudsql.blueGreenDeployments.get
     cloudsql.databases.get cloudsql.instances.createBackupDrBackup cloudsql.instances.get cloudsql.schemas.view cloudsql.sslCerts.get
     cloudsql.users.get compute.acceleratorTypes.get compute.addresses.get compute.addresses.listEffectiveTags compute.advice.capacity
     compute.autoscalers.get compute.backendBuckets.get compute.backendBuckets.getIamPolicy compute.backendServices.get
     compute.backendServices.getIamPolicy resourcemanager.projects.get resourcemanager.projects.getIamPolicy
     resourcemanager.projects.list`,
  ),
  'roles/workflows.viewer': role(
    'Workflows Viewer',
    `resourcemanager.projects.get resourcemanager.projects.list workflows.callbacks.list workflows.executions.get
     workflows.executions.list workflows.locations.get workflows.locations.list workflows.operations.get workflows.operations.list
     workflows.stepEntries.get workflows.stepEntries.list workflows.workflows.get workflows.workflows.list
     workflows.workflows.listEffectiveTags workflows.workflows.listRevision workflows.workflows.listTagBindings`,
  ),
};
