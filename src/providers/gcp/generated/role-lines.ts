// Written by scripts/roles.ts; do not edit. Names of roles and permissions are facts taken from
// iann0036/iam-dataset at 2073fa5 of 2026-08-22, MIT License, Copyright (c) 2021 Ian Mckay;
// verdicts and reasons are ours.
import type { RoleLines } from '../../role-table.ts';

export const roleLines: RoleLines = {
  source: 'iann0036/iam-dataset at 2073fa5 of 2026-08-22, MIT License, Copyright (c) 2021 Ian Mckay',
  reasons: [
  "decides who gets access for a time, or whose approval that takes",
  "rewrites an allow policy, and so can grant any role on the resource",
  "changes the perimeter that keeps data in and strangers out",
  "hands out or sets a token, password, key or secret of another identity",
  "runs own code or build steps with the service account of the machine, the job or the build",
  "acts as a service account",
  "sets up or works in an environment, notebook, pipeline or connection that works with its own service account",
  "makes users or sets their passwords, administrators included, and so can sign in as any of them",
  "runs code as a service account that the caller names or that is already attached",
  "decides which calls are made with the service account of the schedule, workflow, trigger or gateway",
  "gains a login or a start-up script on the machine, with the service account it runs as",
  "decides which outside identities or applications pass as trusted principals",
  "makes or revives a key that outlives the access",
  "lifts constraints of the organisation",
  "makes, widens or revives a long-lived key that works for whoever has it",
  "makes a key of an account, or of the consoles of machines, that outlives the access",
  "changes who may see data, through the access list of a dataset or the policies of its rows",
  "changes a perimeter, an access level or a policy that decides who and what is let through",
  "changes a list of the product that says who may reach which data or who belongs to which group",
  "runs steps as a service account of the service, without the right to act as it",
  "deploys resources with the service account of the deployment",
  "can add permissions to a role that is already held",
  "runs scripts on machines as root, and as the service accounts that they run as",
  "takes over machines, and the service accounts that they run as",
  "replaces or lifts constraints of the organisation that keep other ways to more access shut",
  "mutes findings to come or stops their detection, and so hides what is done",
  "makes a login to the database, or sets the password of another",
  "changes access inside a cluster, or acts as an account of it",
  "hands out rights in the product or on its data, or lifts the protection of single columns",
  "changes tags, on which conditions and deny policies rest",
  "names the administrators or the node account of a cluster, or what is applied to the clusters of a fleet",
  "rewrites who holds which role on the resource, or to which principals a policy applies",
  "decides the code or command that runs as the service account of the application",
  "acts as the account: attaches it to code, obtains its tokens or signatures, or brings it back to life",
  "changes the access list or the security rules that are part of the resource",
  "changes what is denied, or where principals may reach",
  "decides which outside tokens pass as which principal",
  "hands out API keys, which need no identity",
  "decides which hosts those may reach who are let into a tunnel",
  "deletes logs, and with them what was done",
  "takes projects or folders out of the reach of inherited policies, tag conditions or liens",
  "decides who may take which role for a time",
  "moves a resource away from the policies that it inherits"
],
  lines: `accessapproval.admin	e	accessapproval.requests.approve	0
accessapproval.approver	e	accessapproval.requests.approve	0
accessapproval.configEditor	e	accessapproval.settings.delete	0
accessapproval.editor	r
accessapproval.invalidator	w	accessapproval.requests.invalidate
accessapproval.viewer	r
accesscontextmanager.admin	e	accesscontextmanager.policies.setIamPolicy	1
accesscontextmanager.editor	e	accesscontextmanager.accessLevels.create	2
accesscontextmanager.gcpAccessAdmin	e	accesscontextmanager.gcpUserAccessBindings.create	2
accesscontextmanager.gcpAccessReader	r
accesscontextmanager.policyAdmin	e	accesscontextmanager.policies.setIamPolicy	1
accesscontextmanager.policyEditor	e	accesscontextmanager.accessLevels.create	2
accesscontextmanager.policyReader	r
accesscontextmanager.viewer	r
accesscontextmanager.vpcScTroubleshooterViewer	r
actions.Admin	w	actions.agent.claimContentProvider
actions.Viewer	r
advisorynotifications.admin	w	advisorynotifications.settings.update
advisorynotifications.viewer	r
agentcommunicationadmin.viewer	u
agentgateway.serviceAgent	w	dns.networks.targetWithPeeringZone
agentidentity.admin	e	agentidentity.authProviders.setIamPolicy	1
agentidentity.editor	w	agentidentity.authProviders.create
agentidentity.user	e	agentidentity.authProviders.retrieveCredentials	3
agentidentity.viewer	r
agentregistry.admin	w	agentregistry.bindings.create
agentregistry.editor	w	agentregistry.operations.cancel
agentregistry.user	w	agentregistry.skillRevisions.create
agentregistry.viewer	r
aiedgeportal.serviceAgent	w	storage.buckets.create
aiplatform.admin	e	aiplatform.endpoints.setIamPolicy	1
aiplatform.agentSandboxServiceAgent	w	logging.logEntries.create
aiplatform.batchPredictionServiceAgent	w	bigquery.datasets.create
aiplatform.colabEnterpriseAdmin	e	aiplatform.notebookRuntimeTemplates.setIamPolicy	1
aiplatform.colabEnterpriseUser	e	aiplatform.pipelineJobs.create	4
aiplatform.colabServiceAgent	e	iam.serviceAccounts.actAs	5
aiplatform.customCodeServiceAgent	e	iam.serviceAccounts.getAccessToken	5
aiplatform.editor	e	aiplatform.customJobs.create	4
aiplatform.entityTypeOwner	e	aiplatform.entityTypes.setIamPolicy	1
aiplatform.expressAdmin	e	aiplatform.reasoningEngines.create	6
aiplatform.expressUser	e	aiplatform.reasoningEngines.create	6
aiplatform.extensionCustomCodeServiceAgent	e	storage.objects.setIamPolicy	1
aiplatform.extensionServiceAgent	e	iam.serviceAccounts.getAccessToken	5
aiplatform.featurestoreAdmin	e	aiplatform.entityTypes.setIamPolicy	1
aiplatform.featurestoreDataViewer	w	aiplatform.entityTypes.streamingReadFeatureValues
aiplatform.featurestoreDataWriter	w	aiplatform.entityTypes.deleteFeatureValues
aiplatform.featurestoreInstanceCreator	w	aiplatform.featurestores.create
aiplatform.featurestoreResourceEditor	w	aiplatform.entityTypes.create
aiplatform.featurestoreResourceViewer	r
aiplatform.featurestoreUser	e	aiplatform.entityTypes.setIamPolicy	1
aiplatform.memoryEditor	w	aiplatform.memories.create
aiplatform.memoryUser	w	aiplatform.memories.create
aiplatform.memoryViewer	w	aiplatform.memories.retrieve
aiplatform.migrator	w	aiplatform.migratableResources.migrate
aiplatform.modelMonitoringServiceAgent	w	aiplatform.batchPredictionJobs.create
aiplatform.notebookExecutorUser	e	aiplatform.pipelineJobs.create	4
aiplatform.notebookRuntimeAdmin	e	aiplatform.notebookRuntimeTemplates.setIamPolicy	1
aiplatform.notebookRuntimeUser	w	aiplatform.notebookRuntimeTemplates.apply
aiplatform.notebookServiceAgent	w	logging.logEntries.create
aiplatform.onlinePredictionServiceAgent	w	gkehub.gateway.delete
aiplatform.provisionedThroughputAdmin	w	aiplatform.provisionedThroughputs.cancel
aiplatform.publisherProvisionedThroughputAdmin	u
aiplatform.publisherProvisionedThroughputViewer	u
aiplatform.ragServiceAgent	w	aiplatform.endpoints.predict
aiplatform.rapidevalServiceAgent	w	aiplatform.endpoints.predict
aiplatform.reasoningEngineServiceAgent	e	developerconnect.gitRepositoryLinks.fetchReadToken	3
aiplatform.serviceAgent	e	iam.serviceAccounts.actAs	5
aiplatform.sessionEditor	w	aiplatform.sessionEvents.append
aiplatform.sessionUser	w	aiplatform.sessionEvents.append
aiplatform.sessionViewer	r
aiplatform.telemetryServiceAgent	w	logging.logEntries.create
aiplatform.tensorboardWebAppUser	w	aiplatform.tensorboards.recordAccess
aiplatform.tuningServiceAgent	w	aiplatform.artifacts.create
aiplatform.user	e	aiplatform.customJobs.create	4
aiplatform.viewer	w	aiplatform.analyzedSessions.aggregate
aisandbox.serviceAgent	w	aiplatform.endpoints.predict
alloydb.admin	e	alloydb.users.create	7
alloydb.backupDrAdmin	w	alloydb.clusters.create
alloydb.client	w	alloydb.clusters.generateClientCertificate
alloydb.databaseUser	w	alloydb.instances.executeSql
alloydb.editor	e	alloydb.users.create	7
alloydb.serviceAgent	r
alloydb.viewer	w	alloydb.instances.executeSqlReadOnly
alloydbproducer.cleanupAutomation	u
analyticshub.admin	e	analyticshub.dataExchanges.setIamPolicy	1
analyticshub.editor	w	analyticshub.dataExchanges.create
analyticshub.listingAdmin	e	analyticshub.listings.setIamPolicy	1
analyticshub.publisher	w	analyticshub.listings.create
analyticshub.serviceAgent	r
analyticshub.subscriber	w	analyticshub.dataExchanges.subscribe
analyticshub.subscriptionOwner	w	analyticshub.subscriptions.create
analyticshub.viewer	r
androidmanagement.admin	w	androidmanagement.enterprises.manage
androidmanagement.user	w	androidmanagement.enterprises.manage
anthos.serviceAgent	r
anthosaudit.serviceAgent	r
anthosconfigmanagement.serviceAgent	w	gkehub.gateway.delete
anthosidentityservice.serviceAgent	w	gkehub.gateway.delete
anthospolicycontroller.serviceAgent	w	gkehub.gateway.delete
anthosservicemesh.serviceAgent	e	container.clusters.update	8
anthossupport.serviceAgent	w	gkehub.gateway.generateCredentials
apigateway.admin	e	apigateway.apiconfigs.setIamPolicy	1
apigateway.editor	e	apigateway.apiconfigs.create	9
apigateway.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
apigateway.viewer	r
apigateway_management.serviceAgent	w	servicemanagement.services.create
apigee.admin	e	apigee.deployments.setIamPolicy	1
apigee.analyticsAgent	r
apigee.analyticsEditor	w	apigee.datacollectors.create
apigee.analyticsViewer	r
apigee.apiAdmin	w	apigee.apiproductattributes.createOrUpdateAll
apigee.apiAdminV2	w	apigee.apiproductattributes.createOrUpdateAll
apigee.apiReader	w	apigee.proxyrevisions.deploy
apigee.apiReaderV2	w	apigee.proxyrevisions.deploy
apigee.apimServiceExtensionServiceAgent	w	compute.backendServices.create
apigee.coreServiceAgent	w	apigee.appkeys.create
apigee.deploymentInvoker	w	apigee.deployments.invoke
apigee.developerAdmin	w	apigee.appgroupapps.create
apigee.editor	w	apigee.addonsconfig.update
apigee.environmentAdmin	e	apigee.deployments.setIamPolicy	1
apigee.monetizationAdmin	w	apigee.appgroupbalances.adjust
apigee.portalAdmin	w	apigee.portals.create
apigee.readOnlyAdmin	w	apigee.securityAssessmentResults.compute
apigee.runtimeAgent	w	apigee.canaryevaluations.create
apigee.securityAdmin	w	apigee.hostsecurityreports.create
apigee.securityViewer	w	apigee.securityAssessmentResults.compute
apigee.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
apigee.spaceConsoleUser	r
apigee.spaceContentEditor	w	apigee.apiproductattributes.createOrUpdateAll
apigee.spaceContentViewer	r
apigee.synchronizerManager	w	apigee.environments.manageRuntime
apigee.viewer	w	apigee.keystorealiases.generateCSR
apigeeconnect.Admin	r
apigeeconnect.Agent	r
apigeeconnect.viewer	r
apigeeregistry.admin	e	apigeeregistry.apis.setIamPolicy	1
apigeeregistry.editor	w	apigeeregistry.apis.create
apigeeregistry.viewer	r
apigeeregistry.worker	w	apigeeregistry.apis.update
apihub.addonsAdmin	w	apihub.addons.manage
apihub.admin	w	apihub.addons.manage
apihub.apiInsightsViewer	r
apihub.attributeAdmin	w	apihub.attributes.create
apihub.editor	w	apihub.apiOperations.create
apihub.pluginAdmin	w	apihub.curations.create
apihub.provisioningAdmin	w	apihub.apiHubInstances.create
apihub.runTimeProjectAttachmentsEditor	w	apihub.runTimeProjectAttachments.attach
apihub.runtimeProjectServiceAgent	w	apigee.organizations.create
apihub.viewer	r
apim.admin	w	apim.apiObservations.batchEditTags
apim.apiDiscoveryServiceAgent	w	compute.backendServices.create
apim.viewer	r
appdevelopmentexperience.serviceAgent	e	container.clusters.update	8
appengine.admin	e	appengine.versions.create	8
appengine.appAdmin	e	appengine.versions.create	8
appengine.appCreator	w	appengine.applications.create
appengine.appViewer	r
appengine.codeViewer	r
appengine.debugger	e	appengine.instances.enableDebug	10
appengine.deployer	e	appengine.versions.create	8
appengine.editor	e	appengine.versions.create	8
appengine.memcacheDataAdmin	w	appengine.memcache.addKey
appengine.serviceAdmin	e	appengine.versions.update	8
appengine.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
appengine.viewer	w	appengine.runtimes.actAsAdmin
appengineflex.serviceAgent	e	resourcemanager.projects.setIamPolicy	1
apphub.admin	e	apphub.applications.setIamPolicy	1
apphub.appManagementViewer	w	cloudsecuritycompliance.frameworkComplianceReports.aggregate
apphub.editor	w	apphub.applications.create
apphub.viewer	r
applianceactivation.admin	w	applianceactivation.rttCommands.approve
applianceactivation.approver	w	applianceactivation.rttCommands.approve
applianceactivation.client	w	applianceactivation.rttCommands.sendResult
applianceactivation.troubleshooter	w	applianceactivation.rttCommands.create
applianceactivation.viewer	r
appmetadata.workspaceMarketplaceAppConfigurationAdmin	e	clientauthconfig.clients.create	11
appoptimize.admin	w	appoptimize.operations.cancel
appoptimize.viewer	r
apptopology.viewer	w	apptopology.applicationTopologies.generate
apsinfra.admin	r
artifactregistry.admin	e	artifactregistry.repositories.setIamPolicy	1
artifactregistry.attachmentReader	r
artifactregistry.attachmentWriter	w	artifactregistry.attachments.create
artifactregistry.containerRegistryMigrationAdmin	e	artifactregistry.repositories.setIamPolicy	1
artifactregistry.createOnPushRepoAdmin	w	artifactregistry.aptartifacts.create
artifactregistry.createOnPushWriter	w	artifactregistry.aptartifacts.create
artifactregistry.editor	w	artifactregistry.aptartifacts.create
artifactregistry.reader	r
artifactregistry.repoAdmin	w	artifactregistry.aptartifacts.create
artifactregistry.serviceAgent	w	artifactregistry.versions.delete
artifactregistry.viewer	r
artifactregistry.writer	w	artifactregistry.aptartifacts.create
assuredoss.admin	e	iam.serviceAccountKeys.create	12
assuredoss.editor	r
assuredoss.projectAdmin	w	artifactregistry.repositories.create
assuredoss.reader	r
assuredoss.user	r
assuredoss.viewer	r
assuredworkloads.admin	e	orgpolicy.policies.create	13
assuredworkloads.editor	e	orgpolicy.policies.create	13
assuredworkloads.monitoringServiceAgent	w	cloudasset.feeds.create
assuredworkloads.reader	w	assuredworkloads.dbFrameworkComplianceReports.aggregate
assuredworkloads.serviceAgent	w	cloudkms.cryptoKeys.create
assuredworkloads.settingsReader	r
assuredworkloads.viewer	w	assuredworkloads.dbFrameworkComplianceReports.aggregate
auditmanager.admin	w	auditmanager.auditReports.generate
auditmanager.auditor	w	auditmanager.auditReports.generate
auditmanager.ccfAdmin	w	auditmanager.customComplianceFrameworks.create
auditmanager.ccfViewer	r
auditmanager.serviceAgent	r
auditmanager.viewer	r
automl.admin	e	automl.datasets.setIamPolicy	1
automl.editor	w	automl.annotationSpecs.create
automl.predictor	w	automl.models.predict
automl.serviceAgent	w	bigquery.datasets.create
automl.viewer	r
automlrecommendations.admin	e	automlrecommendations.apiKeys.create	14
automlrecommendations.adminViewer	w	retail.placements.predict
automlrecommendations.editor	e	automlrecommendations.apiKeys.create	14
automlrecommendations.serviceAgent	e	dataflow.jobs.create	8
automlrecommendations.viewer	w	retail.placements.predict
autoscaling.admin	e	autoscaling.sites.setIamPolicy	1
autoscaling.editor	w	autoscaling.sites.writeMetrics
autoscaling.metricsWriter	w	autoscaling.sites.writeMetrics
autoscaling.recommendationsReader	r
autoscaling.sitesAdmin	e	autoscaling.sites.setIamPolicy	1
autoscaling.stateWriter	w	autoscaling.sites.writeState
autoscaling.viewer	r
axt.admin	w	axt.labels.set
backstory.forwarderViewer.user	u
backupdr.admin	e	backupdr.managementServers.setIamPolicy	1
backupdr.alloydbOperator	r
backupdr.backupConfigViewer	r
backupdr.backupUser	w	backupdr.backupPlanAssociations.createForAlloydbCluster
backupdr.backupvaultAccessor	e	backupdr.bvdataSources.fetchAccessToken	3
backupdr.backupvaultAdmin	w	backupdr.backupVaults.associate
backupdr.backupvaultLister	r
backupdr.backupvaultViewer	r
backupdr.cloudSqlOperator	w	cloudsql.instances.createBackupDrBackup
backupdr.cloudStorageOperator	w	storage.buckets.create
backupdr.computeEngineOperator	e	iam.serviceAccounts.actAs	5
backupdr.diskOperator	w	compute.disks.create
backupdr.editor	e	backupdr.bvdataSources.fetchAccessToken	3
backupdr.filestoreOperator	w	file.backups.create
backupdr.managementServerAccessor	w	backupdr.managementServers.createConnection
backupdr.mangementServerAccessor	w	backupdr.managementServers.createConnection
backupdr.mountUser	w	backupdr.managementServers.manageApplications
backupdr.restoreUser	w	backupdr.bvbackups.restore
backupdr.serviceAgent	e	iam.serviceAccounts.actAs	5
backupdr.user	w	backupdr.backupPlanAssociations.createForComputeInstance
backupdr.userv2	w	backupdr.backupPlanAssociations.createForAlloydbCluster
backupdr.viewer	w	backupdr.managementServers.backupAccess
baremetalsolution.admin	e	baremetalsolution.sshKeys.create	15
baremetalsolution.editor	e	baremetalsolution.sshKeys.create	15
baremetalsolution.instancesadmin	e	baremetalsolution.instances.enableInteractiveSerialConsole	10
baremetalsolution.instancesviewer	r
baremetalsolution.lunsadmin	r
baremetalsolution.lunsviewer	r
baremetalsolution.maintenanceeventsadmin	w	baremetalsolution.maintenanceevents.addProposal
baremetalsolution.maintenanceeventseditor	w	baremetalsolution.maintenanceevents.addProposal
baremetalsolution.maintenanceeventsviewer	r
baremetalsolution.networksadmin	w	baremetalsolution.networks.create
baremetalsolution.nfssharesadmin	w	baremetalsolution.nfsshares.create
baremetalsolution.nfsshareseditor	w	baremetalsolution.nfsshares.create
baremetalsolution.nfssharesviewer	r
baremetalsolution.osimagesviewer	r
baremetalsolution.procurementsadmin	w	baremetalsolution.procurements.create
baremetalsolution.procurementseditor	w	baremetalsolution.procurements.create
baremetalsolution.procurementsviewer	r
baremetalsolution.serviceAgent	r
baremetalsolution.storageadmin	w	baremetalsolution.luns.create
baremetalsolution.viewer	r
baremetalsolution.volumesadmin	w	baremetalsolution.volumes.create
baremetalsolution.volumeseditor	w	baremetalsolution.volumes.create
baremetalsolution.volumesnapshotsadmin	w	baremetalsolution.volumesnapshots.create
baremetalsolution.volumesnapshotseditor	w	baremetalsolution.volumesnapshots.create
baremetalsolution.volumesnapshotsviewer	r
baremetalsolution.volumessviewer	r
batch.admin	e	batch.jobs.create	8
batch.agentReporter	r
batch.jobsAdmin	e	batch.jobs.create	8
batch.jobsEditor	e	batch.jobs.create	8
batch.jobsViewer	r
batch.resourceAllowancesEditor	w	batch.resourceAllowances.create
batch.resourceAllowancesViewer	r
batch.serviceAgent	e	iam.serviceAccounts.actAs	5
batch.viewer	r
beyondcorp.admin	e	beyondcorp.appConnections.setIamPolicy	1
beyondcorp.clientConnectorAdmin	r
beyondcorp.clientConnectorServiceUser	u
beyondcorp.clientConnectorViewer	r
beyondcorp.editor	w	beyondcorp.appConnections.create
beyondcorp.partnerServiceDelegateAdmin	w	beyondcorp.operations.cancel
beyondcorp.partnerServiceDelegateViewer	r
beyondcorp.serviceDiscoveryUser	u
beyondcorp.sgApplicationUser	u
beyondcorp.subscriptionAdmin	w	beyondcorp.subscriptions.create
beyondcorp.subscriptionViewer	r
beyondcorp.upstreamAccess	u
beyondcorp.viewer	r
biglake.admin	e	biglake.catalogs.setIamPolicy	1
biglake.editor	w	biglake.catalogs.create
biglake.metadataViewer	r
biglake.viewer	r
bigquery.admin	e	bigquery.connections.setIamPolicy	1
bigquery.connectedSheetsServiceAgent	w	bigquery.jobs.create
bigquery.connectionAdmin	e	bigquery.connections.setIamPolicy	1
bigquery.connectionUser	r
bigquery.dataEditor	w	bigquery.datasets.create
bigquery.dataOwner	e	bigquery.dataPolicies.setIamPolicy	1
bigquery.dataViewer	w	bigquery.tables.createSnapshot
bigquery.filteredDataViewer	r
bigquery.jobUser	w	bigquery.jobs.create
bigquery.metadataViewer	r
bigquery.objectRefAdmin	w	bigquery.objectRefs.write
bigquery.objectRefReader	r
bigquery.readSessionUser	w	bigquery.readsessions.create
bigquery.resourceAdmin	e	bigquery.reservations.setIamPolicy	1
bigquery.resourceEditor	w	bigquery.reservationAssignments.create
bigquery.resourceViewer	r
bigquery.routineAdmin	w	bigquery.tables.create
bigquery.routineDataEditor	w	bigquery.tables.create
bigquery.routineDataViewer	r
bigquery.routineMetadataViewer	r
bigquery.securityAdmin	e	bigquery.dataPolicies.setIamPolicy	1
bigquery.studioAdmin	e	aiplatform.notebookRuntimeTemplates.setIamPolicy	1
bigquery.studioUser	e	dataproc.batches.create	8
bigquery.user	w	bigquery.datasets.create
bigqueryconnection.serviceAgent	w	logging.logEntries.create
bigquerycontinuousquery.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
bigquerydatapolicies.maskedReader	u
bigquerydatapolicy.admin	e	bigquery.dataPolicies.setIamPolicy	1
bigquerydatapolicy.editor	e	bigquery.rowAccessPolicies.create	16
bigquerydatapolicy.maskedReader	w	bigquery.dataPolicies.maskedGet
bigquerydatapolicy.rawDataReader	r
bigquerydatapolicy.viewer	r
bigquerydatatransfer.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
bigquerymigration.admin	w	bigquerymigration.translation.translate
bigquerymigration.editor	w	bigquerymigration.workflows.create
bigquerymigration.migrationEditor	u
bigquerymigration.migrationViewer	u
bigquerymigration.orchestrator	w	bigquerymigration.workflows.orchestrateTask
bigquerymigration.serviceAgent	r
bigquerymigration.translationUser	w	bigquerymigration.translation.translate
bigquerymigration.viewer	r
bigquerymigration.worker	w	storage.objects.create
bigqueryomni.serviceAgent	w	bigquery.jobs.create
bigqueryspark.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
bigtable.admin	e	bigtable.authorizedViews.setIamPolicy	1
bigtable.editor	w	bigtable.appProfiles.create
bigtable.reader	w	bigtable.authorizedViews.sampleRowKeys
bigtable.user	w	bigtable.authorizedViews.mutateRows
bigtable.viewer	w	bigtable.tables.generateConsistencyToken
billing.admin	e	billing.accounts.setIamPolicy	1
billing.carbonViewer	r
billing.costsManager	w	billing.accounts.updateUsageExportSpec
billing.creator	w	billing.accounts.create
billing.foundationsOnboardingSuperUser	w	billing.accounts.redeemPromotion
billing.linkAdmin	w	billing.accounts.create
billing.projectCostsManager	r
billing.projectManager	w	resourcemanager.projects.createBillingAssignment
billing.user	w	billing.accounts.redeemPromotion
billing.viewer	w	recommender.costRecommendations.summarizeAll
binaryauthorization.admin	e	binaryauthorization.attestors.setIamPolicy	1
binaryauthorization.attestorsAdmin	e	binaryauthorization.attestors.setIamPolicy	1
binaryauthorization.attestorsEditor	e	binaryauthorization.attestors.create	17
binaryauthorization.attestorsVerifier	r
binaryauthorization.attestorsViewer	r
binaryauthorization.editor	e	binaryauthorization.attestors.create	17
binaryauthorization.policyAdmin	e	binaryauthorization.continuousValidationConfig.setIamPolicy	1
binaryauthorization.policyEditor	e	binaryauthorization.platformPolicies.create	17
binaryauthorization.policyEvaluator	w	binaryauthorization.platformPolicies.evaluatePolicy
binaryauthorization.policyViewer	r
binaryauthorization.serviceAgent	w	binaryauthorization.platformPolicies.evaluatePolicy
binaryauthorization.viewer	w	binaryauthorization.platformPolicies.evaluatePolicy
blockchainnodeengine.admin	w	blockchainnodeengine.blockchainNodes.create
blockchainnodeengine.serviceAgent	r
blockchainnodeengine.viewer	r
blockchainvalidatormanager.admin	w	blockchainvalidatormanager.blockchainValidatorConfigs.create
blockchainvalidatormanager.viewer	r
browser	r
businessaicode.serviceAgent	w	aiplatform.endpoints.predict
businessaicode.user	w	businessaicode.locations.generateContent
capacityplanner.admin	w	capacityplanner.capacityPlans.create
capacityplanner.planner	w	capacityplanner.capacityPlans.create
capacityplanner.viewer	w	capacityplanner.usageHistories.summarize
carestudio.admin	r
carestudio.viewer	r
certificatemanager.admin	w	certificatemanager.certissuanceconfigs.create
certificatemanager.editor	w	certificatemanager.certissuanceconfigs.create
certificatemanager.owner	w	certificatemanager.certissuanceconfigs.create
certificatemanager.serviceAgent	r
certificatemanager.viewer	r
certificatemanagerproducer.internalIdentityViewer	u
ces.admin	e	contactcenterinsights.authorizedViews.setIamPolicy	1
ces.agentEditor	w	ces.agents.create
ces.appEditor	w	ces.appVersions.create
ces.client	w	ces.sessions.bidiRunSession
ces.deploymentEditor	w	ces.deployments.create
ces.evalsEditor	w	ces.apps.runEvaluation
ces.guardrailsEditor	w	ces.guardrails.create
ces.securitySettingsEditor	w	ces.securitySettings.update
ces.serviceAgent	w	aiplatform.endpoints.predict
ces.toolsEditor	w	ces.sessions.bidiRunSession
ces.viewer	w	contactcenterinsights.authorizedConversations.generateSignedAudio
chat.admin	w	chat.bots.update
chat.owner	w	chat.bots.update
chat.reader	r
chat.viewer	r
chronicle.admin	e	chronicle.dataAccessLabels.create	18
chronicle.dataGovernor	w	chronicle.instances.delete
chronicle.editor	w	chronicle.agentSettings.update
chronicle.federationAdmin	w	chronicle.federationGroups.create
chronicle.federationViewer	w	chronicle.instances.permitFederationAccess
chronicle.globalDataAccess	w	chronicle.globalDataAccessScopes.permit
chronicle.limitedViewer	w	chronicle.dashboardQueries.execute
chronicle.orgServiceAgent	r
chronicle.restrictedDataAccess	w	chronicle.dataAccessScopes.permit
chronicle.restrictedDataAccessViewer	w	chronicle.ais.createFeedback
chronicle.serviceAgent	e	storage.buckets.setIamPolicy	1
chronicle.soarAdmin	e	chronicle.legacySoarIdpMappingGroups.delete	18
chronicle.soarAnalyst	w	chronicle.attachments.delete
chronicle.soarEngineer	w	chronicle.attachments.delete
chronicle.soarRemoteAgent	w	chronicle.legacyPublisher.update
chronicle.soarServiceAgent	w	compute.firewalls.update
chronicle.soarThreatManager	w	chronicle.instances.generateSoarChatMessage
chronicle.soarViewer	w	chronicle.cases.generateReport
chronicle.soarVulnerabilityManager	w	chronicle.instances.soarVulnerabilityManager
chronicle.viewer	w	chronicle.ais.createFeedback
chroniclesm.admin	w	chroniclesm.contracts.update
chroniclesm.editor	w	chroniclesm.contracts.update
chroniclesm.viewer	r
ciem.serviceAgent	r
cloud.admin	r
cloud.locationReader	r
cloud.viewer	r
cloudaicompanion.admin	e	cloudaicompanion.repositoryGroups.setIamPolicy	1
cloudaicompanion.codeRepositoryIndexesAdmin	e	cloudaicompanion.repositoryGroups.setIamPolicy	1
cloudaicompanion.codeRepositoryIndexesViewer	r
cloudaicompanion.codeToolsAdmin	w	cloudaicompanion.codeToolsSettings.create
cloudaicompanion.codeToolsUser	w	cloudaicompanion.companions.generateChat
cloudaicompanion.editor	w	cloudaicompanion.aiDevToolsSettings.create
cloudaicompanion.individualUser	w	cloudaicompanion.companions.generateChat
cloudaicompanion.repositoryGroupsUser	r
cloudaicompanion.serviceAgent	e	cloudbuild.repositories.accessReadToken	3
cloudaicompanion.settingsAdmin	w	cloudaicompanion.aiDevToolsSettings.create
cloudaicompanion.settingsUser	w	cloudaicompanion.settingBindings.aiDevToolsSettingsGet
cloudaicompanion.topicAdmin	e	cloudaicompanion.topics.setIamPolicy	1
cloudaicompanion.topicReader	r
cloudaicompanion.user	w	cloudaicompanion.companions.generateChat
cloudaicompanion.viewer	w	cloudaicompanion.companions.generateChat
cloudapiregistry.admin	r
cloudapiregistry.viewer	r
cloudasset.admin	w	cloudasset.feeds.create
cloudasset.editor	w	cloudasset.othercloudconnections.create
cloudasset.effectivePolicyServiceAgent	r
cloudasset.otherCloudConfigServiceAgent	u
cloudasset.owner	w	cloudasset.feeds.create
cloudasset.serviceAgent	w	bigquery.jobs.create
cloudasset.viewer	r
cloudbuild.admin	e	cloudbuild.connections.setIamPolicy	1
cloudbuild.builds.approver	w	cloudbuild.builds.approve
cloudbuild.builds.builder	e	cloudbuild.builds.create	19
cloudbuild.builds.editor	e	cloudbuild.builds.create	19
cloudbuild.builds.viewer	r
cloudbuild.connectionAdmin	e	cloudbuild.connections.setIamPolicy	1
cloudbuild.connectionViewer	r
cloudbuild.editor	e	cloudbuild.builds.create	19
cloudbuild.integrationsEditor	w	cloudbuild.integrations.update
cloudbuild.integrationsOwner	w	cloudbuild.integrations.create
cloudbuild.integrationsViewer	r
cloudbuild.loggingServiceAgent	w	logging.buckets.write
cloudbuild.readTokenAccessor	e	cloudbuild.repositories.accessReadToken	3
cloudbuild.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
cloudbuild.tokenAccessor	e	cloudbuild.repositories.accessReadToken	3
cloudbuild.viewer	r
cloudbuild.workerPoolEditor	w	cloudbuild.workerpools.update
cloudbuild.workerPoolOwner	w	cloudbuild.workerpools.create
cloudbuild.workerPoolUser	r
cloudbuild.workerPoolViewer	r
cloudconfig.admin	w	cloudconfig.configs.update
cloudconfig.serviceAgent	e	iam.serviceAccounts.actAs	5
cloudconfig.viewer	r
cloudcontrolspartner.accessApprovalServiceAgent	r
cloudcontrolspartner.admin	w	cloudcontrolspartner.customers.create
cloudcontrolspartner.editor	w	cloudcontrolspartner.customers.create
cloudcontrolspartner.ekmServiceAgent	r
cloudcontrolspartner.inspectabilityReader	r
cloudcontrolspartner.monitoringReader	r
cloudcontrolspartner.monitoringServiceAgent	r
cloudcontrolspartner.reader	r
cloudcontrolspartner.supportCaseServiceAgent	r
cloudcontrolspartner.viewer	r
clouddebugger.agent	w	clouddebugger.breakpoints.update
clouddebugger.user	w	clouddebugger.breakpoints.create
clouddeploy.admin	e	clouddeploy.customTargetTypes.setIamPolicy	1
clouddeploy.approver	w	clouddeploy.operations.cancel
clouddeploy.customTargetTypeAdmin	e	clouddeploy.customTargetTypes.setIamPolicy	1
clouddeploy.developer	e	clouddeploy.deliveryPipelines.create	20
clouddeploy.editor	e	clouddeploy.automations.create	20
clouddeploy.jobRunner	w	logging.logEntries.create
clouddeploy.operator	e	clouddeploy.automations.create	20
clouddeploy.policyAdmin	e	clouddeploy.deployPolicies.setIamPolicy	1
clouddeploy.policyOverrider	w	clouddeploy.deployPolicies.override
clouddeploy.releaser	e	clouddeploy.releases.create	4
clouddeploy.serviceAgent	e	iam.serviceAccounts.actAs	5
clouddeploy.viewer	r
clouddeploymentmanager.serviceAgent	e	iam.roles.create	21
cloudfunctions.admin	e	cloudfunctions.functions.setIamPolicy	1
cloudfunctions.developer	e	run.instances.sshRoot	22
cloudfunctions.editor	e	run.instances.sshRoot	22
cloudfunctions.invoker	w	cloudfunctions.functions.invoke
cloudfunctions.serviceAgent	e	artifactregistry.repositories.setIamPolicy	1
cloudfunctions.viewer	w	eventarc.multiProjectSources.collectGoogleApiEvents
cloudhub.operator	w	apptopology.applicationTopologies.generate
cloudidentity.domainlessResellerDelegatedAdmin	u
cloudidentity.resellerSupportAdmin	u
cloudiot.admin	e	cloudiot.registries.setIamPolicy	1
cloudiot.deviceController	w	cloudiot.devices.sendCommand
cloudiot.editor	w	cloudiot.devices.bindGateway
cloudiot.provisioner	w	cloudiot.devices.bindGateway
cloudiot.serviceAgent	w	logging.logEntries.create
cloudiot.viewer	r
cloudjobdiscovery.admin	r
cloudjobdiscovery.jobsEditor	w	cloudjobdiscovery.companies.create
cloudjobdiscovery.jobsViewer	r
cloudjobdiscovery.profilesEditor	w	cloudjobdiscovery.events.create
cloudjobdiscovery.profilesViewer	r
cloudjobdiscovery.viewer	r
cloudkms.admin	e	cloudkms.cryptoKeys.setIamPolicy	1
cloudkms.autokeyAdmin	w	cloudkms.autokeyConfigs.update
cloudkms.autokeyUser	w	cloudkms.keyHandles.create
cloudkms.cryptoKeyDecrypter	r
cloudkms.cryptoKeyDecrypterViaDelegation	r
cloudkms.cryptoKeyEncrypter	r
cloudkms.cryptoKeyEncrypterDecrypter	r
cloudkms.cryptoKeyEncrypterDecrypterViaDelegation	r
cloudkms.cryptoKeyEncrypterViaDelegation	r
cloudkms.cryptoOperator	w	cloudkms.locations.generateRandomBytes
cloudkms.decapsulator	r
cloudkms.ekmConnectionsAdmin	w	cloudkms.ekmConfigs.update
cloudkms.encryptionDashboardViewer	r
cloudkms.expertPqcSigner	w	cloudkms.cryptoKeyVersions.managePqcSign
cloudkms.expertRawAesCbc	w	cloudkms.cryptoKeyVersions.manageRawAesCbcKeys
cloudkms.expertRawAesCtr	w	cloudkms.cryptoKeyVersions.manageRawAesCtrKeys
cloudkms.expertRawPKCS1	w	cloudkms.cryptoKeyVersions.manageRawPKCS1Keys
cloudkms.hsmSingleTenantExecutor	w	cloudkms.singleTenantHsmInstanceProposals.execute
cloudkms.hsmSingleTenantKeyCreator	r
cloudkms.hsmSingleTenantProposer	w	cloudkms.singleTenantHsmInstanceProposals.create
cloudkms.hsmSingleTenantQuorumMember	w	cloudkms.singleTenantHsmInstanceProposals.approve
cloudkms.importer	w	cloudkms.cryptoKeyVersions.trustedImportExport
cloudkms.keyAccessJustificationsEnrollmentConfigViewer	w	cloudkms.projects.showEffectiveKajEnrollmentConfig
cloudkms.keyAccessJustificationsPolicyConfigAdmin	w	cloudkms.kajPolicyConfigs.update
cloudkms.orgServiceAgent	r
cloudkms.protectedResourcesViewer	r
cloudkms.publicKeyViewer	r
cloudkms.serviceAgent	e	cloudkms.cryptoKeys.setIamPolicy	1
cloudkms.signer	r
cloudkms.signerVerifier	r
cloudkms.verifier	r
cloudkms.viewer	w	cloudkms.folders.showEffectiveAutokeyConfig
cloudkmskacls.serviceAgent	r
cloudlocationfinder.admin	w	cloudlocationfinder.cloudLocations.create
cloudlocationfinder.viewer	r
cloudmigration.inframanager	e	compute.instances.setMetadata	23
cloudmigration.storageaccess	w	storage.objects.create
cloudmigration.velostrataconnect	r
cloudnumberregistry.ipamAdmin	w	cloudnumberregistry.customRanges.create
cloudnumberregistry.ipamViewer	r
cloudoptimization.admin	w	cloudoptimization.operations.create
cloudoptimization.editor	w	cloudoptimization.operations.create
cloudoptimization.serviceAgent	w	storage.objects.create
cloudoptimization.viewer	r
cloudprivatecatalog.admin	r
cloudprivatecatalog.consumer	r
cloudprivatecatalog.viewer	r
cloudprivatecatalogproducer.admin	e	cloudprivatecatalogproducer.catalogs.setIamPolicy	1
cloudprivatecatalogproducer.editor	w	cloudprivatecatalogproducer.associations.create
cloudprivatecatalogproducer.manager	w	cloudprivatecatalogproducer.associations.create
cloudprivatecatalogproducer.orgAdmin	e	cloudprivatecatalogproducer.catalogs.setIamPolicy	1
cloudprivatecatalogproducer.viewer	r
cloudprofiler.admin	w	cloudprofiler.profiles.create
cloudprofiler.agent	w	cloudprofiler.profiles.create
cloudprofiler.user	r
cloudprofiler.viewer	r
cloudquotas.admin	w	cloudquotas.quotas.update
cloudquotas.viewer	r
cloudscheduler.admin	e	cloudscheduler.jobs.create	8
cloudscheduler.jobRunner	w	cloudscheduler.jobs.fullView
cloudscheduler.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
cloudscheduler.viewer	w	cloudscheduler.jobs.fullView
cloudsecuritycompliance.admin	e	cloudsecuritycompliance.frameworkDeployments.create	24
cloudsecuritycompliance.serviceAgent	e	securitycentermanagement.securityCenterServices.update	25
cloudsecuritycompliance.viewer	w	cloudsecuritycompliance.frameworkComplianceReports.aggregate
cloudsecurityscanner.admin	w	cloudsecurityscanner.scanruns.stop
cloudsecurityscanner.editor	w	cloudsecurityscanner.scanruns.stop
cloudsecurityscanner.runner	w	cloudsecurityscanner.scanruns.stop
cloudsecurityscanner.viewer	r
cloudsql.admin	e	cloudsql.users.create	26
cloudsql.client	r
cloudsql.editor	w	cloudsql.backupRuns.create
cloudsql.instanceUser	w	cloudsql.instances.executeSql
cloudsql.schemaViewer	r
cloudsql.serviceAgent	r
cloudsql.studioUser	w	cloudaicompanion.companions.generateChat
cloudsql.viewer	r
cloudsupport.admin	e	cloudsupport.accounts.setIamPolicy	1
cloudsupport.advisorySupportEditor	r
cloudsupport.advisorySupportViewer	r
cloudsupport.supportSubscriptionEditor	r
cloudsupport.supportSubscriptionViewer	r
cloudsupport.techSupportEditor	w	cloudsupport.techCases.create
cloudsupport.techSupportViewer	r
cloudsupport.viewer	r
cloudtasks.admin	e	cloudtasks.queues.setIamPolicy	1
cloudtasks.editor	w	cloudtasks.queues.create
cloudtasks.enqueuer	w	cloudtasks.tasks.create
cloudtasks.queueAdmin	e	cloudtasks.queues.setIamPolicy	1
cloudtasks.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
cloudtasks.taskDeleter	w	cloudtasks.tasks.delete
cloudtasks.taskRunner	w	cloudtasks.tasks.fullView
cloudtasks.viewer	w	cloudtasks.tasks.fullView
cloudtestservice.admin	w	cloudtestservice.devicesession.cancel
cloudtestservice.directAccessAdmin	w	cloudtestservice.devicesession.cancel
cloudtestservice.directAccessViewer	r
cloudtestservice.testAdmin	w	cloudtestservice.matrices.create
cloudtestservice.testViewer	r
cloudtestservice.viewer	r
cloudtpu.serviceAgent	e	compute.backendBuckets.setIamPolicy	1
cloudtrace.admin	w	cloudtrace.tasks.create
cloudtrace.agent	w	cloudtrace.traces.patch
cloudtrace.user	w	cloudtrace.tasks.create
cloudtranslate.admin	w	automl.models.predict
cloudtranslate.editor	w	automl.models.predict
cloudtranslate.serviceAgent	w	storage.objects.create
cloudtranslate.user	w	automl.models.predict
cloudtranslate.viewer	w	cloudtranslate.operations.wait
codelabapikeys.admin	r
codelabapikeys.editor	r
codelabapikeys.viewer	r
commerceagreementpublishing.admin	w	commerceagreementpublishing.agreements.create
commerceagreementpublishing.viewer	r
commercebusinessenablement.admin	e	bigquery.datasets.update	16
commercebusinessenablement.paymentConfigAdmin	w	commercebusinessenablement.paymentConfig.update
commercebusinessenablement.paymentConfigViewer	r
commercebusinessenablement.rebatesAdmin	w	commercebusinessenablement.operations.cancel
commercebusinessenablement.rebatesViewer	r
commercebusinessenablement.resellerDiscountAdmin	w	commercebusinessenablement.resellerDiscountOffers.cancel
commercebusinessenablement.resellerDiscountViewer	r
commercebusinessenablement.viewer	r
commerceoffercatalog.admin	r
commerceoffercatalog.offersViewer	r
commerceorggovernance.admin	w	commerceorggovernance.collectionRequestApprovals.review
commerceorggovernance.user	w	commerceorggovernance.services.request
commerceorggovernance.viewer	r
commercepricemanagement.editor	w	commerceprice.privateoffers.cancel
commercepricemanagement.eventsViewer	r
commercepricemanagement.privateOffersAdmin	w	commerceagreementpublishing.agreements.create
commercepricemanagement.viewer	r
commerceproducer.admin	w	commerceproducer.analyticsHubListingProductConfigs.create
commerceproducer.viewer	r
compliancescanning.serviceAgent	w	containeranalysis.notes.attachOccurrence
composer.ServiceAgentV2Ext	e	iam.serviceAccounts.setIamPolicy	1
composer.admin	e	composer.environments.create	8
composer.editor	e	composer.environments.create	8
composer.environmentAndStorageObjectAdmin	e	storage.objects.setIamPolicy	1
composer.environmentAndStorageObjectUser	w	composer.dags.execute
composer.environmentAndStorageObjectViewer	w	composer.dags.execute
composer.serviceAgent	e	compute.backendBuckets.setIamPolicy	1
composer.sharedVpcAgent	w	compute.networkAttachments.create
composer.user	w	composer.dags.execute
composer.viewer	r
composer.worker	e	artifactregistry.repositories.setIamPolicy	1
compute.admin	e	compute.backendBuckets.setIamPolicy	1
compute.editor	e	compute.instances.osAdminLogin	23
compute.futureReservationAdmin	w	compute.advice.calendarMode
compute.futureReservationUser	w	compute.advice.calendarMode
compute.futureReservationViewer	r
compute.imageUser	r
compute.instanceAdmin	e	compute.instanceTemplates.setIamPolicy	1
compute.instanceAdmin.v1	e	compute.disks.setIamPolicy	1
compute.instanceGroupManagerServiceAgent	e	iam.serviceAccounts.actAs	5
compute.interconnectAttachmentGroupAnalyzer	r
compute.interconnectGroupAnalyzer	r
compute.loadBalancerAdmin	e	compute.backendBuckets.setIamPolicy	1
compute.loadBalancerServiceUser	r
compute.networkAdmin	e	compute.backendBuckets.setIamPolicy	1
compute.networkUser	w	compute.addresses.createInternal
compute.networkViewer	r
compute.orgFirewallPolicyAdmin	e	compute.firewallPolicies.setIamPolicy	1
compute.orgFirewallPolicyUser	r
compute.orgSecurityPolicyAdmin	e	compute.firewallPolicies.setIamPolicy	1
compute.orgSecurityPolicyUser	e	compute.globalOperations.setIamPolicy	1
compute.orgSecurityResourceAdmin	e	compute.globalOperations.setIamPolicy	1
compute.osAdminLogin	e	compute.instances.osAdminLogin	23
compute.osLogin	e	compute.instances.osLogin	10
compute.osLoginExternalUser	e	compute.oslogin.updateExternalUser	10
compute.packetMirroringAdmin	w	compute.instances.updateSecurity
compute.packetMirroringUser	w	compute.packetMirrorings.create
compute.peerSubnetMigrationAdmin	w	compute.addresses.createInternal
compute.publicIpAdmin	w	compute.addresses.create
compute.securityAdmin	e	compute.firewallPolicies.setIamPolicy	1
compute.serviceAgent	e	iam.serviceAccounts.actAs	5
compute.soleTenantViewer	r
compute.storageAdmin	e	compute.disks.setIamPolicy	1
compute.viewer	w	compute.advice.capacity
compute.vmExtensionPolicyAdmin	w	compute.instances.setLabels
compute.vmExtensionPolicyViewer	r
compute.xpnAdmin	e	compute.subnetworks.setIamPolicy	1
confidentialcomputing.admin	w	confidentialcomputing.challenges.create
confidentialcomputing.gkeWorkloadUser	w	confidentialcomputing.challenges.create
confidentialcomputing.viewer	r
confidentialcomputing.workloadUser	w	confidentialcomputing.challenges.create
config.admin	e	config.deployments.setIamPolicy	1
config.agent	e	cloudbuild.repositories.accessReadToken	3
config.editor	e	config.deployments.create	8
config.viewer	r
configdelivery.admin	e	configdelivery.fleetPackages.create	20
configdelivery.configDeliveryAdmin	e	configdelivery.fleetPackages.create	20
configdelivery.configDeliveryViewer	r
configdelivery.resourceBundlePublisher	e	configdelivery.releases.create	20
configdelivery.serviceAgent	e	artifactregistry.repositories.setIamPolicy	1
configdelivery.viewer	r
connectors.admin	e	connectors.connections.setIamPolicy	1
connectors.customConnectorAdmin	e	connectors.customConnectorVersions.setIamPolicy	1
connectors.customConnectorViewer	r
connectors.editor	w	connectors.actions.execute
connectors.endpointAttachmentAdmin	e	connectors.endpointAttachments.setIamPolicy	1
connectors.endpointAttachmentViewer	r
connectors.eventSubscriptionAdmin	w	connectors.eventSubscriptions.create
connectors.eventSubscriptionViewer	r
connectors.invoker	w	connectors.actions.execute
connectors.listener	r
connectors.managedZoneAdmin	e	connectors.managedZones.setIamPolicy	1
connectors.managedZoneViewer	r
connectors.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
connectors.viewer	w	connectors.connections.generateOpenAPISpec
consumerprocurement.entitlementManager	w	consumerprocurement.consents.grant
consumerprocurement.entitlementViewer	r
consumerprocurement.eventsViewer	r
consumerprocurement.licensePoolEditor	w	consumerprocurement.licensePools.assign
consumerprocurement.licensePoolViewer	w	consumerprocurement.licensePools.enumerateLicensedUsers
consumerprocurement.orderAdmin	w	billing.accounts.redeemPromotion
consumerprocurement.orderViewer	w	consumerprocurement.licensePools.enumerateLicensedUsers
consumerprocurement.procurementAdmin	w	billing.accounts.redeemPromotion
consumerprocurement.procurementViewer	w	consumerprocurement.licensePools.enumerateLicensedUsers
contactcenteraiplatform.admin	w	contactcenteraiplatform.contactCenters.create
contactcenteraiplatform.viewer	r
contactcenteraiplatform.workforceSchedulingShiftGenerator	w	contactcenteraiplatform.locations.generateShifts
contactcenterinsights.admin	e	contactcenterinsights.authorizedViews.setIamPolicy	1
contactcenterinsights.authorizedEditor	w	contactcenterinsights.authorizedAnalyses.create
contactcenterinsights.authorizedViewer	w	contactcenterinsights.authorizedConversations.generateSignedAudio
contactcenterinsights.editor	w	contactcenterinsights.analyses.create
contactcenterinsights.serviceAgent	w	bigquery.datasets.create
contactcenterinsights.viewer	w	contactcenterinsights.authorizedConversations.generateSignedAudio
container.admin	e	container.clusters.create	8
container.cloudKmsKeyUser	r
container.clusterAdmin	e	container.clusters.create	8
container.clusterViewer	r
container.defaultNodeServiceAccount	w	autoscaling.sites.writeMetrics
container.defaultNodeServiceAgent	w	autoscaling.sites.writeMetrics
container.developer	e	container.serviceAccounts.createToken	27
container.editor	e	container.clusters.create	8
container.hostServiceAgentUser	w	dns.networks.bindDNSResponsePolicy
container.nodeServiceAccount	w	autoscaling.sites.writeMetrics
container.nodeServiceAgent	w	autoscaling.sites.writeMetrics
container.serviceAgent	e	compute.backendBuckets.setIamPolicy	1
container.viewer	w	container.tokenReviews.create
containeranalysis.ServiceAgent	w	containeranalysis.occurrences.create
containeranalysis.admin	e	containeranalysis.notes.setIamPolicy	1
containeranalysis.editor	w	containeranalysis.notes.attachOccurrence
containeranalysis.notes.attacher	w	containeranalysis.notes.attachOccurrence
containeranalysis.notes.editor	w	containeranalysis.notes.attachOccurrence
containeranalysis.notes.occurrences.viewer	r
containeranalysis.notes.viewer	r
containeranalysis.occurrences.editor	w	containeranalysis.occurrences.create
containeranalysis.occurrences.viewer	r
containeranalysis.viewer	r
containerregistry.ServiceAgent	w	pubsub.topics.publish
containerscanning.ServiceAgent	w	containeranalysis.occurrences.create
containersecurity.admin	r
containersecurity.viewer	r
containerthreatdetection.serviceAgent	e	container.clusterRoleBindings.create	27
contentwarehouse.admin	e	contentwarehouse.documents.setIamPolicy	1
contentwarehouse.documentAdmin	e	contentwarehouse.documents.setIamPolicy	1
contentwarehouse.documentCreator	w	contentwarehouse.documents.create
contentwarehouse.documentEditor	w	contentwarehouse.documents.update
contentwarehouse.documentOwner	w	contentwarehouse.documents.enableOwnership
contentwarehouse.documentSchemaViewer	r
contentwarehouse.documentViewer	r
contentwarehouse.serviceAgent	w	cloudfunctions.functions.invoke
databasecenter.admin	w	databasecenter.reportConfigs.create
databasecenter.viewer	r
databaseinsights.admin	w	databaseinsights.activeQuery.terminate
databaseinsights.assistantViewer	w	databaseinsights.performanceIssues.detect
databaseinsights.eventsViewer	r
databaseinsights.intelligenceViewer	w	databaseinsights.databaseIssues.troubleshoot
databaseinsights.monitoringViewer	r
databaseinsights.operationsAdmin	w	databaseinsights.activeQuery.terminate
databaseinsights.recommendationViewer	r
databaseinsights.viewer	w	databaseinsights.databaseIssues.troubleshoot
databaseinsights.virtualDbxViewer	r
databasesconsole.editor	w	databasesconsole.databaseCenterViews.create
databasesconsole.studioQueryAdmin	w	databasesconsole.operations.cancel
databasesconsole.studioQueryUser	w	databasesconsole.studioQueries.create
databasesconsole.viewer	r
datacatalog.admin	e	datacatalog.categories.setIamPolicy	1
datacatalog.categoryAdmin	e	datacatalog.categories.setIamPolicy	1
datacatalog.categoryFineGrainedReader	w	datacatalog.categories.fineGrainedGet
datacatalog.dataSteward	w	datacatalog.entries.updateContacts
datacatalog.editor	w	datacatalog.entries.create
datacatalog.entryGroupCreator	w	datacatalog.entryGroups.create
datacatalog.entryGroupOwner	e	datacatalog.entries.setIamPolicy	1
datacatalog.entryOwner	e	datacatalog.entries.setIamPolicy	1
datacatalog.entryViewer	r
datacatalog.glossaryOwner	e	datacatalog.entries.setIamPolicy	1
datacatalog.glossaryUser	w	datacatalog.relationships.create
datacatalog.migrationConfigAdmin	w	datacatalog.migrationConfig.set
datacatalog.searchAdmin	r
datacatalog.tagEditor	w	bigquery.connections.updateTag
datacatalog.tagTemplateCreator	w	datacatalog.tagTemplates.create
datacatalog.tagTemplateOwner	e	datacatalog.tagTemplates.setIamPolicy	1
datacatalog.tagTemplateUser	w	dataplex.dataDomains.discover
datacatalog.tagTemplateViewer	r
datacatalog.viewer	w	dataplex.dataDomains.discover
dataconnectors.admin	e	dataconnectors.connectors.setIamPolicy	1
dataconnectors.connectorAdmin	e	dataconnectors.connectors.setIamPolicy	1
dataconnectors.connectorUser	r
dataconnectors.editor	w	dataconnectors.connectors.create
dataconnectors.serviceAgent	r
dataconnectors.viewer	r
dataflow.admin	e	cloudbuild.builds.create	19
dataflow.developer	e	cloudbuild.builds.create	19
dataflow.serviceAgent	e	bigquery.connections.setIamPolicy	1
dataflow.viewer	r
dataflow.worker	w	autoscaling.sites.writeMetrics
dataform.admin	e	dataform.folders.setIamPolicy	1
dataform.codeCommenter	w	dataform.commentThreads.create
dataform.codeCreator	w	dataform.folders.create
dataform.codeEditor	w	dataform.commentThreads.create
dataform.codeOwner	e	dataform.folders.setIamPolicy	1
dataform.codeScheduler	e	dataform.workflowConfigs.create	6
dataform.codeViewer	w	dataform.compilationResults.create
dataform.editor	e	dataform.workflowInvocations.create	6
dataform.serviceAgent	e	dataform.workflowInvocations.create	6
dataform.teamFolderCommenter	w	dataform.commentThreads.create
dataform.teamFolderContributor	w	dataform.commentThreads.create
dataform.teamFolderCreator	w	dataform.teamFolders.create
dataform.teamFolderOwner	e	dataform.folders.setIamPolicy	1
dataform.teamFolderViewer	w	dataform.compilationResults.create
dataform.viewer	w	dataform.repositories.computeAccessTokenStatus
datafusion.accessor	r
datafusion.admin	e	datafusion.instances.setIamPolicy	1
datafusion.developer	e	datafusion.namespaces.provisionCredential	3
datafusion.operator	e	datafusion.namespaces.setServiceAccount	23
datafusion.runner	w	datafusion.instances.runtime
datafusion.serviceAgent	e	bigquery.dataPolicies.setIamPolicy	1
datafusion.viewer	r
datalabeling.admin	w	datalabeling.annotateddatasets.delete
datalabeling.editor	w	datalabeling.annotateddatasets.delete
datalabeling.serviceAgent	e	ml.models.setIamPolicy	1
datalabeling.viewer	r
datalineage.admin	w	datalineage.configs.update
datalineage.editor	w	datalineage.events.create
datalineage.producer	w	datalineage.events.create
datalineage.viewer	r
datamigration.admin	e	datamigration.connectionprofiles.setIamPolicy	1
datamigration.editor	w	datamigration.connectionprofiles.create
datamigration.serviceAgent	w	alloydb.backups.create
datapipelines.admin	e	datapipelines.pipelines.create	6
datapipelines.invoker	w	datapipelines.pipelines.run
datapipelines.serviceAgent	e	storage.buckets.setIamPolicy	1
datapipelines.viewer	r
dataplex.admin	e	dataplex.assets.setIamPolicy	1
dataplex.aspectTypeOwner	e	dataplex.aspectTypes.setIamPolicy	1
dataplex.aspectTypeUser	w	dataplex.dataDomains.discover
dataplex.bindingAdmin	e	dataplex.dataAttributeBindings.setIamPolicy	1
dataplex.catalogAdmin	e	dataplex.aspectTypes.setIamPolicy	1
dataplex.catalogEditor	w	dataplex.aspectTypes.create
dataplex.catalogViewer	w	dataplex.dataDomains.discover
dataplex.changeRequestOwner	w	dataplex.changeRequests.delete
dataplex.dataDomainAdmin	e	dataplex.dataDomains.setIamPolicy	1
dataplex.dataDomainEditor	w	dataplex.dataDomainBindings.create
dataplex.dataDomainEntryReader	w	dataplex.dataDomains.discover
dataplex.dataDomainViewer	w	dataplex.dataDomains.discover
dataplex.dataOwner	e	dataplex.assets.ownData	28
dataplex.dataProductsAdmin	e	dataplex.dataProducts.setIamPolicy	1
dataplex.dataProductsConsumer	r
dataplex.dataProductsEditor	w	dataplex.dataAssets.create
dataplex.dataProductsViewer	r
dataplex.dataReader	r
dataplex.dataScanAdmin	e	dataplex.datascans.setIamPolicy	1
dataplex.dataScanCreator	w	dataplex.datascans.create
dataplex.dataScanDataViewer	r
dataplex.dataScanEditor	w	dataplex.datascans.cancel
dataplex.dataScanViewer	r
dataplex.dataWriter	w	dataplex.assets.writeData
dataplex.developer	e	dataplex.content.setIamPolicy	1
dataplex.discoveryBigLakePublishingServiceAgent	e	bigquery.connections.delegate	6
dataplex.discoveryPublishingServiceAgent	w	bigquery.datasets.create
dataplex.discoveryServiceAgent	r
dataplex.editor	e	dataplex.dataAttributeBindings.create	18
dataplex.encryptionAdmin	w	dataplex.encryptionConfig.create
dataplex.entryGroupExporter	r
dataplex.entryGroupImporter	w	dataplex.entryGroups.import
dataplex.entryGroupOwner	e	dataplex.entryGroups.setIamPolicy	1
dataplex.entryOwner	w	dataplex.dataDomains.discover
dataplex.entryTypeOwner	e	dataplex.entryTypes.setIamPolicy	1
dataplex.entryTypeUser	w	dataplex.dataDomains.discover
dataplex.metadataFeedOwner	w	dataplex.metadataFeeds.create
dataplex.metadataFeedViewer	r
dataplex.metadataJobOwner	w	dataplex.metadataJobs.cancel
dataplex.metadataJobViewer	r
dataplex.metadataReader	r
dataplex.metadataWriter	w	dataplex.entities.create
dataplex.securityAdmin	e	dataplex.dataTaxonomies.configureDataAccess	28
dataplex.serviceAgent	e	bigquery.connections.setIamPolicy	1
dataplex.storageDataOwner	w	bigquery.models.create
dataplex.storageDataReader	r
dataplex.storageDataWriter	w	bigquery.tables.updateData
dataplex.taxonomyAdmin	e	dataplex.dataAttributes.setIamPolicy	1
dataplex.taxonomyViewer	r
dataplex.viewer	r
dataplex.workflowAdmin	w	dataplex.changeRequests.adminDelete
dataplex.workflowApprover	r
dataprep.admin	r
dataprep.projects.user	r
dataprep.serviceAgent	e	storage.objects.setIamPolicy	1
dataproc.admin	e	dataproc.autoscalingPolicies.setIamPolicy	1
dataproc.editor	e	dataproc.batches.create	8
dataproc.hubAgent	e	iam.serviceAccounts.actAs	5
dataproc.serverlessEditor	e	dataproc.batches.create	8
dataproc.serverlessNode	w	dataproc.batches.computeTuningConfig
dataproc.serverlessViewer	r
dataproc.serviceAgent	e	compute.instanceTemplates.setIamPolicy	1
dataproc.viewer	w	dataproc.batches.sparkApplicationRead
dataproc.worker	e	storage.objects.setIamPolicy	1
dataprocessing.admin	w	dataprocessing.datasources.update
dataprocessing.dataSourceManager	w	dataprocessing.datasources.update
dataprocessing.editor	w	dataprocessing.datasources.update
dataprocessing.viewer	r
dataprocrm.admin	w	dataprocrm.nodePools.create
dataprocrm.nodeServiceAgent	w	dataprocrm.nodes.heartbeat
dataprocrm.viewer	w	dataprocrm.nodes.mintOAuthToken
datastore.admin	e	datastore.userCreds.create	7
datastore.backupSchedulesAdmin	w	datastore.backupSchedules.create
datastore.backupSchedulesViewer	r
datastore.backupsAdmin	w	datastore.backups.delete
datastore.backupsViewer	r
datastore.bulkAdmin	w	datastore.databases.bulkDelete
datastore.cloneAdmin	w	datastore.databases.clone
datastore.editor	e	datastore.userCreds.create	7
datastore.importExportAdmin	w	datastore.databases.import
datastore.indexAdmin	w	datastore.schemas.create
datastore.keyVisualizerViewer	r
datastore.owner	e	datastore.userCreds.create	7
datastore.restoreAdmin	w	datastore.backups.restoreDatabase
datastore.user	w	databasesconsole.studioQueries.create
datastore.userCredsAdmin	e	datastore.userCreds.create	7
datastore.userCredsViewer	r
datastore.viewer	r
datastream.admin	e	datastream.connectionProfiles.setIamPolicy	1
datastream.bigqueryWriter	e	bigquery.connections.delegate	6
datastream.serviceAgent	e	bigquery.connections.delegate	6
datastream.viewer	w	datastream.connectionProfiles.deriveDestinationSchema
datastudio.admin	e	datastudio.datasources.setIamPolicy	1
datastudio.contentManager	e	datastudio.datasources.settingsShare	28
datastudio.contributor	e	datastudio.datasources.settingsShare	28
datastudio.editor	w	datastudio.datasources.update
datastudio.managedStorageServiceAgent	w	bigquery.tables.create
datastudio.manager	e	datastudio.datasources.setIamPolicy	1
datastudio.serviceAgent	w	bigquery.jobs.create
datastudio.viewer	r
datastudio.workspaceViewer	r
dellemccloudonefs.admin	w	cloudonefs.isiloncloud.com/clusters.create
dellemccloudonefs.user	w	cloudonefs.isiloncloud.com/clusters.create
dellemccloudonefs.viewer	r
deploymentmanager.admin	e	deploymentmanager.deployments.setIamPolicy	1
deploymentmanager.editor	e	deploymentmanager.deployments.create	19
deploymentmanager.typeEditor	w	deploymentmanager.compositeTypes.create
deploymentmanager.typeViewer	r
deploymentmanager.viewer	r
designcenter.admin	e	designcenter.spaces.setIamPolicy	1
designcenter.applicationAdmin	w	apphub.applications.create
designcenter.applicationEditor	w	apphub.applications.create
designcenter.applicationViewer	w	cloudsecuritycompliance.frameworkComplianceReports.aggregate
designcenter.editor	w	cloudsecuritycompliance.frameworkComplianceReports.aggregate
designcenter.serviceAgent	e	cloudbuild.builds.create	19
designcenter.user	w	cloudsecuritycompliance.frameworkComplianceReports.aggregate
designcenter.viewer	w	cloudsecuritycompliance.frameworkComplianceReports.aggregate
developerconnect.admin	w	developerconnect.connections.constructGitHubAppManifest
developerconnect.connectionHttpProxyWriter	w	developerconnect.connections.httpProxyRead
developerconnect.editor	w	developerconnect.accountConnectors.create
developerconnect.gitProxyReader	w	developerconnect.gitRepositoryLinks.gitProxyRead
developerconnect.gitProxyUser	w	developerconnect.gitRepositoryLinks.gitProxyRead
developerconnect.insightsAdmin	w	developerconnect.insightsConfigs.create
developerconnect.insightsAgent	w	cloudasset.feeds.create
developerconnect.insightsViewer	r
developerconnect.oauthAdmin	w	developerconnect.accountConnectors.create
developerconnect.oauthUser	w	developerconnect.accountConnectors.gitProxyRead
developerconnect.readTokenAccessor	e	developerconnect.gitRepositoryLinks.fetchReadToken	3
developerconnect.serviceAgent	w	developerconnect.connections.httpProxyRead
developerconnect.tokenAccessor	e	developerconnect.gitRepositoryLinks.fetchReadToken	3
developerconnect.user	r
developerconnect.viewer	r
devicerun.admin	w	devicerun.operations.cancel
devicerun.viewer	r
devicestreaming.admin	w	devicestreaming.deviceSessions.cancel
devicestreaming.viewer	r
dialogflow.aamAdmin	r
dialogflow.aamConversationalArchitect	r
dialogflow.aamDialogDesigner	r
dialogflow.aamLeadDialogDesigner	r
dialogflow.aamViewer	r
dialogflow.admin	w	dialogflow.agents.create
dialogflow.agentAssistClient	w	dialogflow.answerrecords.delete
dialogflow.client	w	dialogflow.contexts.create
dialogflow.consoleAgentEditor	w	actions.agentVersions.create
dialogflow.consoleSimulatorUser	w	dialogflow.companionAgents.create
dialogflow.consoleSmartMessagingAllowlistEditor	w	dialogflow.smartMessagingEntries.create
dialogflow.conversationManager	w	dialogflow.conversationProfiles.create
dialogflow.entityTypeAdmin	w	dialogflow.entityTypes.create
dialogflow.environmentEditor	w	dialogflow.environments.runContinuousTest
dialogflow.flowEditor	w	dialogflow.flows.train
dialogflow.integrationManager	w	dialogflow.integrations.create
dialogflow.intentAdmin	w	dialogflow.intents.create
dialogflow.reader	r
dialogflow.serviceAgent	w	aiplatform.endpoints.predict
dialogflow.testCaseAdmin	w	dialogflow.testcases.calculateCoverage
dialogflow.viewer	w	dialogflow.participants.suggest
dialogflow.webhookAdmin	w	dialogflow.webhooks.create
discoveryengine.admin	e	cloudaicompanion.repositoryGroups.setIamPolicy	1
discoveryengine.agentAdmin	e	discoveryengine.agents.setIamPolicy	1
discoveryengine.agentspaceAdmin	e	cloudaicompanion.repositoryGroups.setIamPolicy	1
discoveryengine.agentspaceEditor	e	discoveryengine.identityMappingStores.importIdentityMappings	28
discoveryengine.agentspaceRestrictedUser	w	discoveryengine.accounts.create
discoveryengine.agentspaceUser	w	businessaicode.locations.generateContent
discoveryengine.agentspaceViewer	w	discoveryengine.analytics.acquireDashboardSession
discoveryengine.editor	e	discoveryengine.identityMappingStores.importIdentityMappings	28
discoveryengine.notebookEditor	w	discoveryengine.audioOverviews.create
discoveryengine.notebookLmOwner	e	discoveryengine.notebooks.setIamPolicy	1
discoveryengine.notebookLmUser	w	discoveryengine.accounts.create
discoveryengine.notebookOwner	e	discoveryengine.notebooks.setIamPolicy	1
discoveryengine.notebookViewer	w	discoveryengine.audioOverviews.sendSdpOffer
discoveryengine.podcastApiUser	w	businessaicode.locations.generateContent
discoveryengine.serviceAgent	e	storage.buckets.setIamPolicy	1
discoveryengine.user	w	businessaicode.locations.generateContent
discoveryengine.viewer	w	discoveryengine.analytics.acquireDashboardSession
dlp.admin	w	dlp.analyzeRiskTemplates.create
dlp.analyzeRiskTemplatesEditor	w	dlp.analyzeRiskTemplates.create
dlp.analyzeRiskTemplatesReader	r
dlp.columnDataProfilesReader	r
dlp.connectionsAdmin	w	dlp.connections.create
dlp.connectionsReader	r
dlp.dataProfilesAdmin	w	dlp.fileStoreProfiles.delete
dlp.dataProfilesReader	r
dlp.deidentifyTemplatesEditor	w	dlp.deidentifyTemplates.create
dlp.deidentifyTemplatesReader	r
dlp.editor	w	dlp.analyzeRiskTemplates.create
dlp.estimatesAdmin	w	dlp.estimates.cancel
dlp.fileStoreProfilesAdmin	w	dlp.fileStoreProfiles.delete
dlp.fileStoreProfilesReader	r
dlp.inspectFindingsReader	r
dlp.inspectTemplatesEditor	w	dlp.inspectTemplates.create
dlp.inspectTemplatesReader	r
dlp.jobTriggersEditor	w	dlp.jobTriggers.create
dlp.jobTriggersReader	r
dlp.jobsEditor	w	dlp.jobs.cancel
dlp.jobsReader	r
dlp.orgdriver	e	resourcemanager.hierarchyNodes.createTagBinding	29
dlp.projectDataProfilesReader	r
dlp.projectdriver	e	resourcemanager.hierarchyNodes.createTagBinding	29
dlp.reader	r
dlp.serviceAgent	e	bigquery.dataPolicies.setIamPolicy	1
dlp.storedInfoTypesEditor	w	dlp.storedInfoTypes.create
dlp.storedInfoTypesReader	r
dlp.subscriptionsAdmin	w	dlp.subscriptions.cancel
dlp.subscriptionsReader	r
dlp.tableDataProfilesAdmin	w	dlp.tableDataProfiles.delete
dlp.tableDataProfilesReader	r
dlp.user	w	dlp.kms.encrypt
dlp.viewer	r
dns.admin	w	dns.changes.create
dns.editor	w	dns.changes.create
dns.peer	w	dns.networks.targetWithPeeringZone
dns.reader	r
dns.serviceAgent	w	compute.globalNetworkEndpointGroups.attachNetworkEndpoints
dns.viewer	r
documentai.admin	w	documentai.dataLabelingJobs.cancel
documentai.apiUser	w	documentai.humanReviewConfigs.review
documentai.editor	w	documentai.dataLabelingJobs.cancel
documentai.viewer	w	documentai.humanReviewConfigs.review
documentaicore.serviceAgent	w	automl.models.predict
domains.admin	e	domains.registrations.setIamPolicy	1
domains.editor	w	domains.operations.cancel
domains.viewer	r
dspm.admin	w	dspm.locations.computeAggregation
dspm.serviceAgent	e	resourcemanager.hierarchyNodes.createTagBinding	29
dspm.viewer	w	dspm.locations.computeAggregation
earlyaccesscenter.admin	w	earlyaccesscenter.campaigns.enroll
earlyaccesscenter.viewer	r
earth.admin	w	earth.subscriptions.update
earth.subscriptionsAdmin	w	earth.subscriptions.update
earth.subscriptionsViewer	r
earth.viewer	r
earthengine.admin	e	earthengine.assets.setIamPolicy	1
earthengine.appsPublisher	e	iam.serviceAccounts.setIamPolicy	1
earthengine.editor	w	earthengine.assets.create
earthengine.viewer	w	earthengine.computations.create
earthengine.writer	w	earthengine.assets.create
edgecontainer.admin	e	edgecontainer.clusters.setIamPolicy	1
edgecontainer.apiKeyAdmin	e	edgecontainer.apikeys.create	14
edgecontainer.apiKeyViewer	r
edgecontainer.clusterServiceAgent	e	gkehub.features.create	30
edgecontainer.editor	e	edgecontainer.serviceaccounts.generatekey	15
edgecontainer.identityProviderAdmin	e	edgecontainer.identityproviders.create	11
edgecontainer.identityProviderViewer	r
edgecontainer.machineUser	r
edgecontainer.offlineCredentialUser	e	edgecontainer.clusters.generateOfflineCredential	3
edgecontainer.serviceAccountAdmin	w	edgecontainer.serviceaccounts.create
edgecontainer.serviceAccountKeyAdmin	e	edgecontainer.serviceaccounts.generatekey	15
edgecontainer.serviceAccountKeyViewer	r
edgecontainer.serviceAccountViewer	r
edgecontainer.serviceAgent	e	gkehub.features.create	30
edgecontainer.viewer	e	edgecontainer.serviceaccounts.generatekey	15
edgecontainer.zonalProjectAdmin	w	edgecontainer.operations.cancel
edgecontainer.zonalProjectViewer	r
edgecontainer.zonalServiceAdmin	w	edgecontainer.operations.cancel
edgecontainer.zonalServiceViewer	r
edgecontainer.zoneIamAdmin	e	edgecontainer.zones.setZoneIamPolicy	31
edgecontainer.zoneIamViewer	r
edgecontainer.zoneRolesViewer	r
edgecontainer.zoneViewer	r
edgenetwork.admin	e	edgenetwork.interconnectAttachments.setIamPolicy	1
edgenetwork.editor	w	edgenetwork.interconnectAttachments.create
edgenetwork.viewer	r
editor	e	iam.serviceAccounts.actAs	5
endpoints.portalAdmin	r
endpoints.serviceAgent	w	servicemanagement.services.quota
endpointsportal.serviceAgent	r
enterpriseknowledgegraph.admin	w	enterpriseknowledgegraph.entityReconciliationJobs.cancel
enterpriseknowledgegraph.editor	w	enterpriseknowledgegraph.entityReconciliationJobs.cancel
enterpriseknowledgegraph.serviceAgent	w	bigquery.datasets.create
enterpriseknowledgegraph.viewer	r
enterprisepurchasing.admin	w	enterprisepurchasing.gcveCuds.create
enterprisepurchasing.editor	r
enterprisepurchasing.viewer	r
errorreporting.admin	w	errorreporting.errorEvents.create
errorreporting.user	w	errorreporting.errorEvents.delete
errorreporting.viewer	r
errorreporting.writer	w	errorreporting.errorEvents.create
essentialcontacts.admin	w	essentialcontacts.contacts.create
essentialcontacts.viewer	r
eventarc.admin	e	eventarc.channelConnections.setIamPolicy	1
eventarc.connectionPublisher	w	eventarc.channelConnections.publish
eventarc.developer	e	eventarc.pipelines.create	9
eventarc.editor	e	eventarc.pipelines.create	9
eventarc.eventReceiver	w	eventarc.events.receiveAuditLogWritten
eventarc.messageBusAdmin	w	eventarc.messageBuses.create
eventarc.messageBusUser	w	eventarc.messageBuses.publish
eventarc.multiProjectEventCollector	w	eventarc.multiProjectSources.collectGoogleApiEvents
eventarc.publisher	w	eventarc.channels.publish
eventarc.serviceAgent	e	iam.serviceAccounts.actAs	5
eventarc.viewer	w	eventarc.multiProjectSources.collectGoogleApiEvents
externalexposure.admin	w	externalexposure.operations.cancel
externalexposure.serviceAgent	r
externalexposure.viewer	r
faulttesting.operator	w	faulttesting.experimentTemplates.create
faulttesting.viewer	r
file.admin	w	backupdr.backupPlanAssociations.createForFilestoreInstance
file.editor	w	backupdr.backupPlanAssociations.createForFilestoreInstance
file.serviceAgent	w	compute.networks.addPeering
file.viewer	r
financialservices.admin	w	financialservices.operations.cancel
financialservices.viewer	w	financialservices.v1models.copyFrom
finwhale.admin	r
finwhale.editor	r
finwhale.viewer	r
firebase.admin	e	automl.datasets.setIamPolicy	1
firebase.analyticsAdmin	w	firebaseanalytics.resources.googleAnalyticsEdit
firebase.analyticsViewer	w	firebaseanalytics.resources.googleAnalyticsReadAndAnalyze
firebase.appDistributionSdkServiceAgent	w	firebaseappdistro.groups.update
firebase.developAdmin	e	automl.datasets.setIamPolicy	1
firebase.developViewer	w	eventarc.multiProjectSources.collectGoogleApiEvents
firebase.editor	e	firebaseauth.users.create	7
firebase.growthAdmin	w	cloudconfig.configs.update
firebase.growthViewer	w	firebaseanalytics.resources.googleAnalyticsReadAndAnalyze
firebase.managementServiceAgent	e	bigquery.datasets.setIamPolicy	1
firebase.qualityAdmin	w	firebaseanalytics.resources.googleAnalyticsEdit
firebase.qualityViewer	w	firebaseanalytics.resources.googleAnalyticsReadAndAnalyze
firebase.sdkAdminServiceAgent	e	identitytoolkit.tenants.setIamPolicy	1
firebase.sdkProvisioningServiceAgent	w	cloudmessaging.messages.create
firebase.viewer	w	eventarc.multiProjectSources.collectGoogleApiEvents
firebaseabt.admin	w	firebaseabt.experiments.create
firebaseabt.viewer	r
firebaseappcheck.admin	w	firebaseappcheck.appAttestConfig.update
firebaseappcheck.serviceAgent	w	recaptchaenterprise.assessments.annotate
firebaseappcheck.tokenVerifier	r
firebaseappcheck.viewer	r
firebaseappdistro.admin	w	firebaseappdistro.groups.update
firebaseappdistro.viewer	r
firebaseapphosting.admin	e	firebaseapphosting.backends.create	32
firebaseapphosting.computeRunner	e	developerconnect.gitRepositoryLinks.fetchReadToken	3
firebaseapphosting.developer	e	firebaseapphosting.backends.update	32
firebaseapphosting.serviceAgent	e	iam.serviceAccounts.actAs	5
firebaseapphosting.viewer	r
firebaseauth.admin	e	firebaseauth.users.create	7
firebaseauth.editor	e	firebaseauth.users.create	7
firebaseauth.viewer	r
firebasecloudmessaging.admin	w	cloudmessaging.messages.create
firebasecloudmessaging.viewer	r
firebasecrash.symbolMappingsAdmin	r
firebasecrashlytics.admin	w	firebasecrashlytics.config.update
firebasecrashlytics.serviceAgent	w	bigquery.datasets.create
firebasecrashlytics.viewer	r
firebasedatabase.admin	w	firebasedatabase.instances.create
firebasedatabase.serviceAgent	w	pubsub.topics.publish
firebasedatabase.viewer	r
firebasedataconnect.admin	e	firebasedataconnect.connectors.impersonateMutation	33
firebasedataconnect.dataAdmin	e	firebasedataconnect.connectors.impersonateMutation	33
firebasedataconnect.dataViewer	w	firebasedataconnect.connectors.impersonateQuery
firebasedataconnect.serviceAgent	e	cloudsql.users.create	26
firebasedataconnect.viewer	w	firebasedataconnect.services.generateQuery
firebasedynamiclinks.admin	w	firebasedynamiclinks.destinations.update
firebasedynamiclinks.editor	w	firebasedynamiclinks.domains.create
firebasedynamiclinks.viewer	r
firebaseextensions.developer	r
firebaseextensions.editor	r
firebaseextensions.viewer	r
firebaseextensionspublisher.admin	w	firebaseextensionspublisher.extensions.create
firebaseextensionspublisher.extensionsAdmin	w	firebaseextensionspublisher.extensions.create
firebaseextensionspublisher.extensionsViewer	r
firebaseextensionspublisher.viewer	r
firebasehosting.admin	w	firebasehosting.sites.create
firebasehosting.viewer	r
firebaseinappmessaging.admin	w	firebaseinappmessaging.campaigns.create
firebaseinappmessaging.viewer	r
firebasemessagingcampaigns.admin	w	firebasemessagingcampaigns.campaigns.create
firebasemessagingcampaigns.viewer	r
firebaseml.admin	w	firebaseml.models.create
firebaseml.serviceAgent	w	aiplatform.endpoints.predict
firebaseml.viewer	r
firebasemods.serviceAgent	e	cloudfunctions.functions.setIamPolicy	1
firebasenotifications.admin	w	firebasenotifications.messages.create
firebasenotifications.viewer	r
firebaseperformance.admin	w	firebaseperformance.config.update
firebaseperformance.viewer	r
firebasepredictions.admin	w	firebasepredictions.predictions.create
firebasepredictions.viewer	r
firebaserules.admin	e	firebaserules.releases.update	34
firebaserules.firestoreServiceAgent	r
firebaserules.system	w	datastore.entities.allocateIds
firebaserules.viewer	r
firebasestorage.admin	w	firebasestorage.buckets.addFirebase
firebasestorage.serviceAgent	w	storage.objects.create
firebasestorage.viewer	r
firebasetelemetry.serviceAgent	w	cloudtrace.traces.patch
firebasevertexai.admin	w	firebasevertexai.configs.update
firebasevertexai.viewer	r
firestore.serviceAgent	w	storage.objects.create
firewallinsights.serviceAgent	r
fleetengine.consumerSdkUser	r
fleetengine.deliveryAdmin	w	fleetengine.deliveryvehicles.allowAllActions
fleetengine.deliveryConsumer	r
fleetengine.deliveryFleetReader	r
fleetengine.deliverySuperUser	w	fleetengine.deliveryvehicles.create
fleetengine.deliveryTrustedDriver	w	fleetengine.deliveryvehicles.create
fleetengine.deliveryUntrustedDriver	w	fleetengine.deliveryvehicles.updateLocation
fleetengine.driverSdkUser	w	fleetengine.trips.update
fleetengine.ondemandAdmin	w	fleetengine.trips.allowAllActions
fleetengine.serviceAgent	w	bigquery.datasets.create
fleetengine.serviceSuperUser	w	fleetengine.trips.create
fleetengine.viewer	r
flow.serviceAgent	w	aiplatform.endpoints.predict
fpnv.admin	w	fpnv.phoneNumberTokens.generateTestNumberToken
ftp.admin	w	ftp.operations.cancel
ftp.viewer	r
gameservices.admin	w	gameservices.gameServerClusters.create
gameservices.serviceAgent	e	iam.serviceAccounts.actAs	5
gameservices.viewer	r
gdchardwaremanagement.admin	w	gdchardwaremanagement.comments.create
gdchardwaremanagement.operator	w	gdchardwaremanagement.comments.create
gdchardwaremanagement.reader	r
gdchardwaremanagement.viewer	r
geminicloudassist.admin	e	cloudaicompanion.topics.setIamPolicy	1
geminicloudassist.editor	w	apphub.applications.create
geminicloudassist.investigationAdmin	e	geminicloudassist.investigations.setIamPolicy	1
geminicloudassist.investigationCreator	w	cloudaicompanion.instances.completeTask
geminicloudassist.investigationEditor	w	cloudaicompanion.instances.completeTask
geminicloudassist.investigationOwner	e	geminicloudassist.investigations.setIamPolicy	1
geminicloudassist.investigationUser	w	cloudaicompanion.instances.completeTask
geminicloudassist.investigationViewer	w	cloudaicompanion.instances.completeTask
geminicloudassist.user	w	apphub.applications.create
geminicloudassist.viewer	r
geminicodeassistmanagement.serviceAgent	w	developerconnect.connections.httpProxyRead
geminidataanalytics.admin	e	geminidataanalytics.dataAgents.setIamPolicy	1
geminidataanalytics.dataAgentCreator	w	geminidataanalytics.dataAgents.create
geminidataanalytics.dataAgentEditor	w	geminidataanalytics.dataAgents.chat
geminidataanalytics.dataAgentOwner	e	geminidataanalytics.dataAgents.setIamPolicy	1
geminidataanalytics.dataAgentStatelessUser	w	geminidataanalytics.locations.chat
geminidataanalytics.dataAgentUser	w	geminidataanalytics.dataAgents.chat
geminidataanalytics.dataAgentViewer	r
geminidataanalytics.queryDataUser	u
geminidataanalytics.viewer	w	geminidataanalytics.dataAgents.chat
generativelanguage.serviceAgent	r
genomics.admin	e	genomics.datasets.setIamPolicy	1
genomics.editor	e	genomics.operations.create	4
genomics.pipelinesRunner	e	genomics.operations.create	4
genomics.serviceAgent	e	compute.disks.setIamPolicy	1
genomics.viewer	r
geospatialai.admin	r
geospatialai.viewer	r
gkebackup.admin	e	gkebackup.backupPlans.setIamPolicy	1
gkebackup.backupAdmin	e	gkebackup.backupPlans.setIamPolicy	1
gkebackup.crossProjectServiceAgent	u
gkebackup.delegatedBackupAdmin	w	gkebackup.backups.create
gkebackup.delegatedRestoreAdmin	w	gkebackup.restores.create
gkebackup.editor	w	gkebackup.backupChannels.create
gkebackup.restoreAdmin	e	gkebackup.restorePlans.setIamPolicy	1
gkebackup.serviceAgent	e	container.clusters.update	8
gkebackup.viewer	r
gkedataplanemanagement.warpRunServiceAgent	r
gkehub.admin	e	gkehub.features.setIamPolicy	1
gkehub.connect	r
gkehub.crossProjectServiceAgent	e	resourcemanager.projects.setIamPolicy	1
gkehub.editor	e	gkehub.features.create	30
gkehub.gatewayAdmin	w	gkehub.gateway.delete
gkehub.gatewayEditor	w	gkehub.gateway.delete
gkehub.gatewayReader	w	gkehub.gateway.generateCredentials
gkehub.scopeAdmin	e	gkehub.scopes.setIamPolicy	1
gkehub.scopeEditor	w	gkehub.namespaces.create
gkehub.scopeEditorProjectLevel	w	gkehub.gateway.delete
gkehub.scopeViewer	r
gkehub.scopeViewerProjectLevel	w	gkehub.gateway.generateCredentials
gkehub.serviceAgent	e	container.clusters.update	8
gkehub.viewer	w	gkehub.memberships.generateConnectManifest
gkemulticloud.admin	e	gkemulticloud.attachedClusters.create	30
gkemulticloud.containerServiceAgent	w	binaryauthorization.platformPolicies.evaluatePolicy
gkemulticloud.controlPlaneMachineServiceAgent	r
gkemulticloud.editor	e	gkemulticloud.attachedClusters.create	30
gkemulticloud.nodePoolMachineServiceAgent	r
gkemulticloud.serviceAgent	e	gkehub.features.setIamPolicy	1
gkemulticloud.telemetryWriter	w	kubernetesmetadata.metadata.config
gkemulticloud.viewer	w	gkemulticloud.attachedClusters.generateInstallManifest
gkeonprem.admin	e	gkeonprem.bareMetalAdminClusters.setIamPolicy	1
gkeonprem.editor	e	gkeonprem.bareMetalAdminClusters.create	30
gkeonprem.serviceAgent	e	gkehub.memberships.update	30
gkeonprem.viewer	r
gsuiteaddons.admin	w	gsuiteaddons.deployments.create
gsuiteaddons.developer	w	gsuiteaddons.deployments.create
gsuiteaddons.reader	r
gsuiteaddons.tester	w	gsuiteaddons.deployments.execute
gsuiteaddons.viewer	r
health.admin	w	health.subscribers.create
health.editor	w	health.subscribers.create
health.viewer	r
healthcare.annotationEditor	w	healthcare.annotations.create
healthcare.annotationReader	r
healthcare.annotationStoreAdmin	e	healthcare.annotationStores.setIamPolicy	1
healthcare.annotationStoreViewer	r
healthcare.attributeDefinitionEditor	w	healthcare.attributeDefinitions.create
healthcare.attributeDefinitionReader	w	healthcare.consentStores.evaluateUserConsents
healthcare.consentArtifactAdmin	w	healthcare.consentArtifacts.create
healthcare.consentArtifactEditor	w	healthcare.consentArtifacts.create
healthcare.consentArtifactReader	w	healthcare.consentStores.evaluateUserConsents
healthcare.consentEditor	w	healthcare.consentStores.evaluateUserConsents
healthcare.consentReader	w	healthcare.consentStores.evaluateUserConsents
healthcare.consentStoreAdmin	e	healthcare.consentStores.setIamPolicy	1
healthcare.consentStoreViewer	w	healthcare.consentStores.evaluateUserConsents
healthcare.datasetAdmin	e	healthcare.datasets.setIamPolicy	1
healthcare.datasetViewer	r
healthcare.dicomEditor	w	healthcare.dicomStores.dicomWebDelete
healthcare.dicomStoreAdmin	e	healthcare.dicomStores.setIamPolicy	1
healthcare.dicomStoreViewer	r
healthcare.dicomViewer	w	healthcare.dicomStores.dicomWebRead
healthcare.fhirResourceEditor	w	healthcare.fhirResources.create
healthcare.fhirResourceReader	w	healthcare.fhirResources.translateConceptMap
healthcare.fhirStoreAdmin	e	healthcare.fhirStores.setIamPolicy	1
healthcare.fhirStoreViewer	r
healthcare.hl7V2Consumer	w	healthcare.hl7V2Messages.create
healthcare.hl7V2Editor	w	healthcare.hl7V2Messages.create
healthcare.hl7V2Ingest	w	healthcare.hl7V2Messages.ingest
healthcare.hl7V2StoreAdmin	e	healthcare.hl7V2Stores.setIamPolicy	1
healthcare.hl7V2StoreViewer	r
healthcare.nlpServiceViewer	r
healthcare.serviceAgent	w	monitoring.metricDescriptors.create
healthcare.userDataMappingEditor	w	healthcare.consentStores.evaluateUserConsents
healthcare.userDataMappingReader	w	healthcare.consentStores.evaluateUserConsents
hypercomputecluster.admin	e	hypercomputecluster.clusters.create	6
hypercomputecluster.editor	e	hypercomputecluster.clusters.create	6
hypercomputecluster.serviceAgent	e	storage.buckets.setIamPolicy	1
hypercomputecluster.sharedVpcServiceAgent	w	compute.addresses.createInternal
hypercomputecluster.viewer	r
iam.accessPolicyAdmin	e	iam.accesspolicies.bind	35
iam.accessPolicyUser	e	iam.accesspolicies.bind	35
iam.accessPolicyViewer	r
iam.admin	e	iam.googleapis.com/workforcePools.setIamPolicy	1
iam.dataScientist	e	storage.objects.setIamPolicy	1
iam.databasesAdmin	e	biglake.catalogs.setIamPolicy	1
iam.denyAdmin	e	iam.denypolicies.create	35
iam.denyReviewer	r
iam.devOps	e	binaryauthorization.continuousValidationConfig.setIamPolicy	1
iam.editor	e	iam.serviceAccounts.actAs	5
iam.infrastructureAdmin	e	compute.backendBuckets.setIamPolicy	1
iam.mlEngineer	e	aiplatform.endpoints.setIamPolicy	1
iam.networkAdmin	e	compute.backendBuckets.setIamPolicy	1
iam.oauthClientAdmin	e	iam.googleapis.com/oauthClientCredentials.create	11
iam.oauthClientViewer	r
iam.operationViewer	r
iam.organizationRoleAdmin	e	iam.roles.create	21
iam.organizationRoleViewer	r
iam.principalAccessBoundaryAdmin	e	iam.principalaccessboundarypolicies.bind	35
iam.principalAccessBoundaryUser	e	iam.principalaccessboundarypolicies.bind	35
iam.principalAccessBoundaryViewer	r
iam.roleAdmin	e	iam.roles.create	21
iam.roleViewer	r
iam.scimSyncer	e	iam.googleapis.com/workforcePoolProviderScimGroups.create	36
iam.securityAdmin	e	accesscontextmanager.policies.setIamPolicy	1
iam.securityAuditor	w	apptopology.applicationTopologies.generate
iam.securityReviewer	r
iam.serviceAccountAdmin	e	iam.serviceAccounts.setIamPolicy	1
iam.serviceAccountApiKeyBindingAdmin	e	iam.serviceAccountApiKeyBindings.create	14
iam.serviceAccountCreator	w	iam.serviceAccounts.create
iam.serviceAccountDeleter	w	iam.serviceAccounts.delete
iam.serviceAccountKeyAdmin	e	iam.serviceAccountKeys.create	12
iam.serviceAccountOpenIdTokenCreator	e	iam.serviceAccounts.getOpenIdToken	5
iam.serviceAccountTokenCreator	e	iam.serviceAccounts.getAccessToken	5
iam.serviceAccountUser	e	iam.serviceAccounts.actAs	5
iam.serviceAccountViewer	r
iam.siteReliabilityEngineer	e	compute.disks.setIamPolicy	1
iam.supportUser	e	apikeys.keys.getKeyString	37
iam.viewer	w	iam.googleapis.com/workforcePoolProviders.computeUserAttributes
iam.workforcePoolAdmin	e	iam.googleapis.com/workforcePools.setIamPolicy	1
iam.workforcePoolEditor	e	iam.googleapis.com/workforcePoolProviders.create	36
iam.workforcePoolViewer	w	iam.googleapis.com/workforcePoolProviders.computeUserAttributes
iam.workloadIdentityPoolAdmin	e	iam.googleapis.com/workloadIdentityPools.setIamPolicy	1
iam.workloadIdentityPoolViewer	r
iam.workloadIdentityUser	e	iam.serviceAccounts.getAccessToken	5
iam.workspacePoolAdmin	e	iam.googleapis.com/workspacePools.createPolicyBinding	35
iamconnectors.admin	e	agentidentity.authProviders.setIamPolicy	1
iamconnectors.editor	w	agentidentity.authProviders.create
iamconnectors.user	e	agentidentity.authProviders.retrieveCredentials	3
iamconnectors.viewer	r
iap.admin	e	iap.tunnel.setIamPolicy	1
iap.editor	e	iap.tunnelDestGroups.create	38
iap.egressor	w	iap.webServiceVersions.egressViaIAP
iap.httpsResourceAccessor	r
iap.remediatorUser	w	iap.tunnelDestGroups.remediate
iap.settingsAdmin	e	iap.projects.updateSettings	17
iap.tunnelDestGroupEditor	e	iap.tunnelDestGroups.create	38
iap.tunnelDestGroupViewer	r
iap.tunnelResourceAccessor	r
iap.viewer	w	iap.resources.egressViaIAP
identityplatform.admin	e	identitytoolkit.tenants.setIamPolicy	1
identityplatform.viewer	r
identitytoolkit.admin	e	identitytoolkit.tenants.setIamPolicy	1
identitytoolkit.editor	e	firebaseauth.users.create	7
identitytoolkit.serviceAgent	w	cloudfunctions.functions.invoke
identitytoolkit.viewer	r
ids.admin	e	ids.endpoints.setIamPolicy	1
ids.editor	w	ids.endpoints.create
ids.viewer	r
integrations.admin	e	integrations.apigeeIntegrationVers.create	9
integrations.apigeeIntegrationAdminRole	e	integrations.apigeeIntegrationVers.create	9
integrations.apigeeIntegrationDeployerRole	e	integrations.apigeeIntegrationVers.deploy	9
integrations.apigeeIntegrationEditorRole	e	integrations.apigeeIntegrationVers.create	9
integrations.apigeeIntegrationInvokerRole	w	connectors.actions.execute
integrations.apigeeIntegrationsViewer	r
integrations.apigeeSuspensionResolver	w	integrations.apigeeSuspensions.lift
integrations.certificateViewer	r
integrations.integrationAdmin	e	integrations.apigeeIntegrationVers.create	9
integrations.integrationDeployer	e	integrations.apigeeIntegrationVers.deploy	9
integrations.integrationEditor	e	integrations.apigeeIntegrationVers.create	9
integrations.integrationInvoker	w	integrations.apigeeIntegrations.invoke
integrations.integrationViewer	w	integrations.integrations.generateOpenApiSpec
integrations.internalViewer	r
integrations.securityIntegrationAdmin	e	integrations.securityIntegTempVers.create	9
integrations.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
integrations.sfdcInstanceAdmin	w	integrations.sfdcChannels.create
integrations.sfdcInstanceEditor	w	integrations.sfdcChannels.create
integrations.sfdcInstanceViewer	r
integrations.suspensionResolver	w	integrations.apigeeSuspensions.lift
integrations.viewer	w	integrations.integrations.generateOpenApiSpec
issuerswitch.accountManagerAdmin	w	issuerswitch.accountManagerTransactions.update
issuerswitch.accountManagerTransactionsAdmin	w	issuerswitch.accountManagerTransactions.update
issuerswitch.accountManagerTransactionsViewer	r
issuerswitch.admin	w	issuerswitch.accountManagerTransactions.update
issuerswitch.issuerParticipantsAdmin	w	issuerswitch.issuerParticipants.update
issuerswitch.resolutionsAdmin	w	issuerswitch.complaints.create
issuerswitch.rulesAdmin	w	issuerswitch.ruleMetadataValues.create
issuerswitch.rulesViewer	r
issuerswitch.serviceAgent	w	storage.objects.create
issuerswitch.transactionsViewer	r
issuerswitch.viewer	w	issuerswitch.operations.wait
krmapihosting.admin	e	krmapihosting.krmApiHosts.setIamPolicy	1
krmapihosting.anthosApiEndpointServiceAgent	e	gkehub.features.setIamPolicy	1
krmapihosting.editor	e	krmapihosting.krmApiHosts.create	30
krmapihosting.serviceAgent	e	iam.serviceAccounts.actAs	5
krmapihosting.viewer	r
kubernetesmetadata.admin	w	kubernetesmetadata.metadata.config
kubernetesmetadata.publisher	w	kubernetesmetadata.metadata.config
kubernetesmetadata.viewer	w	kubernetesmetadata.metadata.config
kuberun.eventsControlPlaneServiceAgent	e	pubsub.topics.setIamPolicy	1
kuberun.eventsDataPlaneServiceAgent	w	cloudtrace.traces.patch
licensemanager.admin	w	licensemanager.configurations.aggregateUsage
licensemanager.viewer	r
lifesciences.admin	e	lifesciences.workflows.run	4
lifesciences.editor	e	lifesciences.workflows.run	4
lifesciences.serviceAgent	e	compute.disks.setIamPolicy	1
lifesciences.viewer	r
lifesciences.workflowsRunner	e	lifesciences.workflows.run	4
livestream.admin	w	livestream.assets.create
livestream.editor	w	livestream.assets.create
livestream.serviceAgent	w	storage.objects.create
livestream.viewer	r
logging.admin	e	logging.views.setIamPolicy	1
logging.bucketWriter	w	logging.buckets.write
logging.configWriter	e	logging.buckets.delete	39
logging.fieldAccessor	r
logging.linkViewer	r
logging.logWriter	w	logging.logEntries.create
logging.privateLogViewer	r
logging.serviceAgent	w	bigquery.datasets.create
logging.sqlAlertWriter	w	logging.sqlAlerts.create
logging.viewAccessor	r
logging.viewer	r
looker.admin	w	looker.backups.create
looker.instanceUser	w	looker.instances.login
looker.restrictedServiceAgent	w	looker.backups.create
looker.serviceAgent	w	bigquery.jobs.create
looker.viewer	w	looker.instances.login
lookerstudio.lookerAdmin	e	datastudio.datasources.setIamPolicy	1
lookerstudio.proManager	e	resourcemanager.projects.updateLiens	40
lustre.admin	w	lustre.instances.create
lustre.viewer	r
maintenance.admin	r
maintenance.viewer	r
managedflink.admin	e	managedflink.deployments.create	6
managedflink.developer	e	managedflink.jobs.create	6
managedflink.serviceAgent	w	compute.networkAttachments.create
managedflink.viewer	r
managedidentities.admin	e	managedidentities.backups.setIamPolicy	1
managedidentities.backupAdmin	e	managedidentities.backups.setIamPolicy	1
managedidentities.backupViewer	r
managedidentities.domainAdmin	e	managedidentities.backups.setIamPolicy	1
managedidentities.domainJoin	w	managedidentities.domains.domainJoinMachine
managedidentities.domaincontrollerOperator	w	pubsub.schemas.attach
managedidentities.editor	e	managedidentities.domains.attachTrust	28
managedidentities.peeringAdmin	e	managedidentities.peerings.setIamPolicy	1
managedidentities.peeringViewer	r
managedidentities.serviceAgent	w	compute.networks.addPeering
managedidentities.viewer	r
managedkafka.aclEditor	e	managedkafka.acls.create	18
managedkafka.aclViewer	r
managedkafka.admin	e	managedkafka.acls.create	18
managedkafka.client	w	managedkafka.clusters.attachConnectCluster
managedkafka.clusterEditor	w	managedkafka.clusters.create
managedkafka.connectClusterEditor	w	managedkafka.connectClusters.create
managedkafka.connectorEditor	w	managedkafka.connectors.create
managedkafka.consumerGroupEditor	w	managedkafka.consumerGroups.delete
managedkafka.schemaRegistryAdmin	w	managedkafka.config.delete
managedkafka.schemaRegistryEditor	w	managedkafka.schemaRegistries.create
managedkafka.schemaRegistryViewer	w	managedkafka.versions.referencedby
managedkafka.serviceAgent	w	compute.addresses.create
managedkafka.topicEditor	w	managedkafka.topics.create
managedkafka.viewer	w	managedkafka.versions.referencedby
mandiant.admin	w	mandiant.genericAttackSurfaceManagements.create
mandiant.attackSurfaceManagementEditor	w	mandiant.genericAttackSurfaceManagements.create
mandiant.attackSurfaceManagementViewer	r
mandiant.digitalThreatMonitoringEditor	w	mandiant.genericDigitalThreatMonitorings.create
mandiant.digitalThreatMonitoringViewer	r
mandiant.expertiseOnDemandEditor	w	mandiant.genericExpertiseOnDemands.create
mandiant.expertiseOnDemandViewer	r
mandiant.threatIntelEditor	w	mandiant.genericPlatforms.create
mandiant.threatIntelViewer	r
mandiant.validationEditor	w	mandiant.genericPlatforms.create
mandiant.validationViewer	r
mandiant.viewer	r
mapsadmin.admin	w	mapsadmin.clientMaps.create
mapsadmin.viewer	r
mapsanalytics.admin	r
mapsanalytics.mobilitySolutionsOverageViewer	r
mapsanalytics.viewer	r
mapsplatformdatasets.admin	w	mapsadmin.clientStyles.create
mapsplatformdatasets.viewer	r
marketplacesolutions.admin	w	marketplacesolutions.operations.cancel
marketplacesolutions.editor	w	marketplacesolutions.powerInstances.update
marketplacesolutions.viewer	r
mcp.admin	w	mcp.tools.call
mcp.toolUser	w	mcp.tools.call
mediaasset.serviceAgent	w	pubsub.topics.publish
memcache.admin	w	memcache.instances.applyParameters
memcache.editor	w	memcache.instances.applyParameters
memcache.serviceAgent	w	compute.networks.addPeering
memcache.viewer	r
memorystore.admin	w	cloudkms.keyHandles.create
memorystore.dbConnectionUser	r
memorystore.serviceAgent	w	compute.networkAttachments.update
memorystore.viewer	r
meshconfig.admin	w	meshconfig.projects.init
meshconfig.serviceAgent	w	compute.backendServices.create
meshconfig.viewer	u
meshcontrolplane.serviceAgent	e	container.clusters.update	8
meshdataplane.serviceAgent	w	cloudtrace.traces.patch
metastore.admin	e	metastore.backups.setIamPolicy	1
metastore.editor	w	metastore.backups.create
metastore.federationAccessor	r
metastore.metadataEditor	w	metastore.databases.create
metastore.metadataMutateAdmin	w	metastore.services.mutateMetadata
metastore.metadataOperator	w	metastore.backups.create
metastore.metadataOwner	e	metastore.databases.setIamPolicy	1
metastore.metadataQueryAdmin	r
metastore.metadataUser	r
metastore.metadataViewer	r
metastore.migrationAdmin	e	compute.instances.setMetadata	23
metastore.serviceAgent	e	metastore.databases.setIamPolicy	1
metastore.user	r
metastore.viewer	r
migrationcenter.admin	w	migrationcenter.assets.delete
migrationcenter.discoveryClient	w	migrationcenter.discoveryClients.sendHeartbeat
migrationcenter.discoveryClientRegistrator	w	migrationcenter.discoveryClients.create
migrationcenter.serviceAgent	w	vmmigration.migratingVms.create
migrationcenter.viewer	r
ml.admin	e	ml.jobs.setIamPolicy	1
ml.developer	e	ml.studies.setIamPolicy	1
ml.editor	e	ml.jobs.create	4
ml.jobOwner	e	ml.jobs.setIamPolicy	1
ml.modelOwner	e	ml.models.setIamPolicy	1
ml.modelUser	w	ml.models.predict
ml.operationOwner	w	ml.operations.cancel
ml.serviceAgent	e	storage.buckets.setIamPolicy	1
ml.viewer	r
modelarmor.admin	w	modelarmor.templates.create
modelarmor.calloutUser	w	modelarmor.callouts.invoke
modelarmor.editor	w	modelarmor.callouts.invoke
modelarmor.floorSettingsAdmin	w	modelarmor.floorSettings.computeEffectiveFloorSetting
modelarmor.floorSettingsViewer	r
modelarmor.serviceAgent	w	dlp.kms.encrypt
modelarmor.user	r
modelarmor.viewer	r
monitoring.admin	w	monitoring.alertPolicies.create
monitoring.alertPolicyEditor	w	monitoring.alertPolicies.create
monitoring.alertPolicyViewer	r
monitoring.alertViewer	r
monitoring.cloudConsoleIncidentEditor	r
monitoring.cloudConsoleIncidentViewer	r
monitoring.dashboardEditor	w	monitoring.dashboards.create
monitoring.dashboardViewer	r
monitoring.editor	w	monitoring.alertPolicies.create
monitoring.metricWriter	w	monitoring.metricDescriptors.create
monitoring.metricsScopesAdmin	w	monitoring.metricsScopes.link
monitoring.metricsScopesViewer	r
monitoring.notificationChannelEditor	w	monitoring.notificationChannels.create
monitoring.notificationChannelViewer	r
monitoring.notificationServiceAgent	w	bigquery.jobs.create
monitoring.servicesEditor	w	monitoring.services.create
monitoring.servicesViewer	r
monitoring.snoozeEditor	w	monitoring.snoozes.create
monitoring.snoozeViewer	r
monitoring.uptimeCheckConfigEditor	w	monitoring.uptimeCheckConfigs.create
monitoring.uptimeCheckConfigViewer	r
monitoring.viewer	r
multiclusteringress.serviceAgent	e	compute.backendServices.setIamPolicy	1
multiclustermetering.serviceAgent	w	gkehub.gateway.delete
multiclusterservicediscovery.serviceAgent	e	compute.backendServices.setIamPolicy	1
navigationconnect.admin	w	navigationconnect.trips.cancel
navigationconnect.viewer	r
nestconsole.admin	w	nestconsole.smarthomePreviews.update
nestconsole.editor	w	nestconsole.smarthomePreviews.update
nestconsole.homeDeveloperAdmin	w	nestconsole.smarthomePreviews.update
nestconsole.homeDeveloperEditor	w	nestconsole.smarthomePreviews.update
nestconsole.homeDeveloperViewer	r
nestconsole.viewer	r
netapp.admin	w	backupdr.serviceConfig.initialize
netapp.dataExporter	r
netapp.viewer	r
netappcloudvolumes.admin	w	cloudvolumesgcp-api.netapp.com/activeDirectories.create
netappcloudvolumes.viewer	r
networkactions.serviceAgent	r
networkconnectivity.consumerNetworkAdmin	w	networkconnectivity.operations.cancel
networkconnectivity.editor	w	networkconnectivity.gatewayAdvertisedRoutes.create
networkconnectivity.groupAdmin	e	networkconnectivity.groups.setIamPolicy	1
networkconnectivity.groupUser	r
networkconnectivity.hubAdmin	e	networkconnectivity.groups.setIamPolicy	1
networkconnectivity.hubUser	u
networkconnectivity.hubViewer	r
networkconnectivity.multicloudDataTransferConfigAdmin	w	networkconnectivity.multicloudDataTransferConfigs.create
networkconnectivity.multicloudDataTransferConfigViewer	r
networkconnectivity.multicloudDataTransferDestinationAdmin	w	networkconnectivity.multicloudDataTransferDestinations.create
networkconnectivity.multicloudDataTransferDestinationViewer	r
networkconnectivity.regionalEndpointAdmin	w	networkconnectivity.regionalEndpoints.create
networkconnectivity.regionalEndpointViewer	r
networkconnectivity.serviceAgent	e	compute.subnetworks.setIamPolicy	1
networkconnectivity.serviceClassUser	r
networkconnectivity.serviceProducerAdmin	w	networkconnectivity.serviceClasses.create
networkconnectivity.spokeAdmin	e	networkconnectivity.spokes.setIamPolicy	1
networkconnectivity.transportAdmin	w	networkconnectivity.operations.cancel
networkconnectivity.transportViewer	r
networkmanagement.CloudNetworkInsightsAdmin	w	networkmanagement.providers.create
networkmanagement.CloudNetworkInsightsEditor	w	networkmanagement.providers.create
networkmanagement.CloudNetworkInsightsViewer	w	networkmanagement.providers.generateProviderAccessToken
networkmanagement.admin	e	networkmanagement.connectivitytests.setIamPolicy	1
networkmanagement.editor	w	networkmanagement.connectivitytests.create
networkmanagement.serviceAgent	r
networkmanagement.viewer	w	networkmanagement.providers.generateProviderAccessToken
networksecurity.admin	e	networksecurity.addressGroups.setIamPolicy	1
networksecurity.authzServiceAgent	w	compute.forwardingRules.update
networksecurity.dnsThreatDetectorAdmin	w	networksecurity.dnsThreatDetectors.create
networksecurity.dnsThreatDetectorViewer	r
networksecurity.editor	w	networksecurity.addressGroups.create
networksecurity.firewallEndpointAdmin	w	networksecurity.firewallEndpointAssociations.create
networksecurity.interceptDeploymentAdmin	w	networksecurity.interceptDeploymentGroups.create
networksecurity.interceptDeploymentExternalUser	r
networksecurity.interceptDeploymentUser	r
networksecurity.interceptDeploymentViewer	r
networksecurity.interceptEndpointAdmin	w	networksecurity.interceptEndpointGroupAssociations.create
networksecurity.interceptEndpointUser	r
networksecurity.interceptEndpointViewer	r
networksecurity.mirroringDeploymentAdmin	w	networksecurity.mirroringDeploymentGroups.create
networksecurity.mirroringDeploymentExternalUser	r
networksecurity.mirroringDeploymentUser	r
networksecurity.mirroringDeploymentViewer	r
networksecurity.mirroringEndpointAdmin	w	networksecurity.mirroringEndpointGroupAssociations.create
networksecurity.mirroringEndpointUser	r
networksecurity.mirroringEndpointViewer	r
networksecurity.securityProfileAdmin	w	networksecurity.securityProfileGroups.create
networksecurity.viewer	r
networkservices.GoogleTagGatewayPolicyAdmin	w	networkservices.googleTagGatewayPolicies.create
networkservices.admin	e	networkservices.httpfilters.setIamPolicy	1
networkservices.editor	w	networkservices.agentGateways.create
networkservices.serviceExtensionsAdmin	w	networkservices.authzExtensions.create
networkservices.serviceExtensionsViewer	r
networkservices.viewer	r
notebooks.admin	e	notebooks.environments.setIamPolicy	1
notebooks.editor	e	notebooks.instances.update	23
notebooks.legacyAdmin	e	compute.backendBuckets.setIamPolicy	1
notebooks.legacyViewer	w	compute.advice.capacity
notebooks.runner	e	notebooks.instances.create	8
notebooks.serviceAgent	e	compute.disks.setIamPolicy	1
notebooks.viewer	w	compute.advice.capacity
oauthconfig.editor	e	clientauthconfig.clients.create	11
oauthconfig.viewer	r
observability.admin	w	observability.analyticsViews.create
observability.analyticsUser	w	observability.analyticsViews.create
observability.editor	w	observability.analyticsViews.create
observability.scopesEditor	w	logging.logScopes.create
observability.serviceAgent	w	bigquery.datasets.create
observability.viewAccessor	r
observability.viewer	r
oci.serviceAgent	e	resourcemanager.projects.updateLiens	40
ondemandscanning.admin	w	ondemandscanning.operations.cancel
ondemandscanning.serviceAgent	r
ondemandscanning.viewer	w	ondemandscanning.operations.wait
opsconfigmonitoring.admin	w	opsconfigmonitoring.resourceMetadata.write
opsconfigmonitoring.resourceMetadata.viewer	r
opsconfigmonitoring.resourceMetadata.writer	w	opsconfigmonitoring.resourceMetadata.write
opsconfigmonitoring.viewer	r
oracledatabase.admin	e	oracledatabase.autonomousDatabases.generateWallet	3
oracledatabase.autonomousDatabaseAdmin	e	oracledatabase.autonomousDatabases.generateWallet	3
oracledatabase.autonomousDatabaseViewer	r
oracledatabase.cloudExadataInfrastructureAdmin	w	oracledatabase.cloudExadataInfrastructures.create
oracledatabase.cloudExadataInfrastructureUser	r
oracledatabase.cloudExadataInfrastructureViewer	r
oracledatabase.cloudVmClusterAdmin	w	oracledatabase.cloudVmClusters.create
oracledatabase.cloudVmClusterViewer	r
oracledatabase.databaseViewer	r
oracledatabase.dbSystemAdmin	w	oracledatabase.dbSystems.create
oracledatabase.dbSystemViewer	r
oracledatabase.exadbVmClusterAdmin	w	oracledatabase.exadbVmClusters.create
oracledatabase.exadbVmClusterViewer	r
oracledatabase.exascaleDbStorageVaultAdmin	w	oracledatabase.exascaleDbStorageVaults.create
oracledatabase.exascaleDbStorageVaultUser	r
oracledatabase.exascaleDbStorageVaultViewer	r
oracledatabase.goldenGateConnectionAdmin	w	oracledatabase.goldenGateConnections.create
oracledatabase.goldenGateConnectionAssignmentAdmin	w	oracledatabase.goldenGateConnectionAssignments.create
oracledatabase.goldenGateConnectionAssignmentViewer	r
oracledatabase.goldenGateConnectionViewer	r
oracledatabase.goldenGateConnectionsUser	r
oracledatabase.goldenGateDeploymentAdmin	w	oracledatabase.goldenGateDeployments.create
oracledatabase.goldenGateDeploymentViewer	r
oracledatabase.goldenGateDeploymentsUser	r
oracledatabase.networkAdmin	w	oracledatabase.odbNetworks.create
oracledatabase.odbNetworkAdmin	w	oracledatabase.odbNetworks.create
oracledatabase.odbNetworkViewer	r
oracledatabase.odbSubnetAdmin	w	oracledatabase.odbSubnets.create
oracledatabase.odbSubnetUser	r
oracledatabase.odbSubnetViewer	r
oracledatabase.pluggableDatabaseViewer	r
oracledatabase.viewer	r
orgpolicy.policyAdmin	e	orgpolicy.customConstraints.create	13
orgpolicy.policyViewer	r
osconfig.admin	e	osconfig.guestPolicies.create	22
osconfig.guestPolicyAdmin	e	osconfig.guestPolicies.create	22
osconfig.guestPolicyEditor	e	osconfig.guestPolicies.update	22
osconfig.guestPolicyViewer	r
osconfig.instanceOSPoliciesComplianceViewer	r
osconfig.inventoryViewer	r
osconfig.orgBillingConfigViewer	r
osconfig.osPolicyAssignmentAdmin	e	osconfig.osPolicyAssignments.create	22
osconfig.osPolicyAssignmentEditor	e	osconfig.osPolicyAssignments.update	22
osconfig.osPolicyAssignmentReportViewer	r
osconfig.osPolicyAssignmentViewer	r
osconfig.patchDeploymentAdmin	e	osconfig.patchDeployments.create	22
osconfig.patchDeploymentViewer	r
osconfig.patchJobExecutor	e	osconfig.patchJobs.exec	22
osconfig.patchJobViewer	r
osconfig.policyOrchestratorAdmin	e	osconfig.policyOrchestrators.create	22
osconfig.policyOrchestratorViewer	r
osconfig.projectBillingConfigEditor	r
osconfig.projectFeatureSettingsEditor	w	osconfig.projectFeatureSettings.update
osconfig.projectFeatureSettingsViewer	r
osconfig.rolloutServiceAgent	e	osconfig.osPolicyAssignments.update	22
osconfig.serviceAgent	e	iam.serviceAccounts.actAs	5
osconfig.upgradeReportViewer	r
osconfig.viewer	r
osconfig.vulnerabilityReportViewer	r
owner	e	accesscontextmanager.policies.setIamPolicy	1
parallelstore.admin	w	parallelstore.instances.create
parallelstore.serviceAgent	r
parallelstore.viewer	r
parametermanager.admin	w	parametermanager.parameterVersions.create
parametermanager.editor	w	parametermanager.parameterVersions.create
parametermanager.parameterAccessor	w	parametermanager.parameterVersions.render
parametermanager.parameterVersionAdder	w	parametermanager.parameterVersions.create
parametermanager.parameterVersionManager	w	parametermanager.parameterVersions.create
parametermanager.parameterViewer	r
parametermanager.templateAccessor	w	parametermanager.templateVersions.render
parametermanager.templateVersionManager	w	parametermanager.templateVersions.create
parametermanager.templateViewer	r
parametermanager.viewer	r
paymentsresellersubscription.admin	w	paymentsresellersubscription.subscriptionLineItems.update
paymentsresellersubscription.partnerAdmin	w	paymentsresellersubscription.subscriptionLineItems.update
paymentsresellersubscription.partnerViewer	r
paymentsresellersubscription.productViewer	r
paymentsresellersubscription.promotionViewer	r
paymentsresellersubscription.subscriptionEditor	w	paymentsresellersubscription.subscriptionLineItems.update
paymentsresellersubscription.subscriptionViewer	r
paymentsresellersubscription.userSessionEditor	w	paymentsresellersubscription.userSessions.generate
paymentsresellersubscription.viewer	r
pivulnscanprovandexec.admin	r
pivulnscanprovandexec.scanner	r
policyanalyzer.activityAnalysisViewer	r
policyanalyzer.admin	r
policyanalyzer.viewer	r
policyremediator.serviceAgent	r
policyremediatormanager.admin	w	policyremediatormanager.operations.cancel
policyremediatormanager.policyRemediatorAdmin	w	policyremediatormanager.operations.cancel
policyremediatormanager.policyRemediatorReader	r
policyremediatormanager.viewer	r
policysimulator.admin	w	policysimulator.accessPolicySimulations.create
policysimulator.orgPolicyAdmin	w	policysimulator.orgPolicyViolationsPreviews.create
policysimulator.viewer	r
privateca.admin	e	privateca.caPools.setIamPolicy	1
privateca.auditor	r
privateca.caManager	w	privateca.caPools.create
privateca.certificateManager	w	privateca.certificates.create
privateca.certificateRequester	w	privateca.certificates.create
privateca.editor	w	privateca.caPools.create
privateca.poolReader	r
privateca.templateUser	r
privateca.viewer	r
privateca.workloadCertificateRequester	w	privateca.certificates.createForSelf
privilegedaccessmanager.admin	e	privilegedaccessmanager.entitlements.setIamPolicy	1
privilegedaccessmanager.approver	e	privilegedaccessmanager.grants.approve	41
privilegedaccessmanager.editor	r
privilegedaccessmanager.folderServiceAgent	e	resourcemanager.folders.setIamPolicy	1
privilegedaccessmanager.organizationServiceAgent	e	resourcemanager.organizations.setIamPolicy	1
privilegedaccessmanager.projectServiceAgent	e	resourcemanager.projects.setIamPolicy	1
privilegedaccessmanager.requester	u
privilegedaccessmanager.serviceAgent	e	resourcemanager.folders.setIamPolicy	1
privilegedaccessmanager.settingsAdmin	e	privilegedaccessmanager.settings.update	41
privilegedaccessmanager.settingsViewer	r
privilegedaccessmanager.viewer	r
prodactuation.admin	e	prodactuation.ganpatiGroups.createMembership	28
prodactuation.viewer	r
progressiverollout.serviceAgent	r
proximitybeacon.admin	e	proximitybeacon.beacons.setIamPolicy	1
proximitybeacon.attachmentEditor	w	proximitybeacon.attachments.create
proximitybeacon.attachmentPublisher	w	proximitybeacon.beacons.attach
proximitybeacon.attachmentViewer	r
proximitybeacon.beaconEditor	w	proximitybeacon.beacons.create
proximitybeacon.editor	w	proximitybeacon.attachments.create
proximitybeacon.viewer	r
publicca.admin	w	publicca.externalAccountKeys.create
publicca.externalAccountKeyCreator	w	publicca.externalAccountKeys.create
pubsub.admin	e	pubsub.schemas.setIamPolicy	1
pubsub.editor	w	cloudkms.keyHandles.create
pubsub.publisher	w	pubsub.topics.publish
pubsub.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
pubsub.subscriber	w	pubsub.snapshots.seek
pubsub.viewer	r
pubsublite.admin	w	pubsublite.locations.openKafkaStream
pubsublite.editor	w	pubsublite.locations.openKafkaStream
pubsublite.publisher	w	pubsublite.locations.openKafkaStream
pubsublite.serviceAgent	w	pubsub.topics.publish
pubsublite.subscriber	w	pubsublite.locations.openKafkaStream
pubsublite.viewer	r
rapidmigrationassessment.serviceAgent	w	autoscaling.sites.writeMetrics
readerrevenuesubscriptionlinking.admin	w	readerrevenuesubscriptionlinking.readerEntitlements.update
readerrevenuesubscriptionlinking.entitlementsViewer	r
readerrevenuesubscriptionlinking.viewer	r
recaptchaenterprise.admin	w	recaptchaenterprise.firewallpolicies.create
recaptchaenterprise.agent	w	recaptchaenterprise.assessments.annotate
recaptchaenterprise.editor	w	recaptchaenterprise.assessments.annotate
recaptchaenterprise.viewer	r
recommender.admin	w	recommender.alloydbClusterPerformanceInsights.update
recommender.alloydbAdmin	w	recommender.alloydbClusterPerformanceInsights.update
recommender.alloydbViewer	r
recommender.appengineversioncostAdmin	w	recommender.appengineVersionCostInsights.update
recommender.appengineversioncostViewer	r
recommender.bigQueryCapacityCommitmentsAdmin	w	recommender.bigqueryCapacityCommitmentsInsights.update
recommender.bigQueryCapacityCommitmentsBillingAccountAdmin	w	recommender.bigqueryCapacityCommitmentsInsights.update
recommender.bigQueryCapacityCommitmentsBillingAccountViewer	r
recommender.bigQueryCapacityCommitmentsProjectAdmin	w	recommender.bigqueryCapacityCommitmentsInsights.update
recommender.bigQueryCapacityCommitmentsProjectViewer	r
recommender.bigQueryCapacityCommitmentsViewer	r
recommender.bigqueryMaterializedViewAdmin	w	recommender.bigqueryMaterializedViewInsights.update
recommender.bigqueryMaterializedViewViewer	r
recommender.bigqueryPartitionClusterAdmin	w	recommender.bigqueryPartitionClusterRecommendations.update
recommender.bigqueryPartitionClusterViewer	r
recommender.bigtableClusterPerformanceAdmin	w	recommender.bigtableClusterPerformanceInsights.update
recommender.bigtableClusterPerformanceViewer	r
recommender.billingAccountCudAdmin	w	recommender.commitmentUtilizationInsights.update
recommender.billingAccountCudViewer	r
recommender.cloudAssetInsightsAdmin	w	recommender.cloudAssetInsights.update
recommender.cloudAssetInsightsViewer	r
recommender.cloudCostRecommendationAdmin	w	recommender.cloudCostGeneralInsights.update
recommender.cloudCostRecommendationViewer	r
recommender.cloudDeprecationRecommendationAdmin	w	recommender.cloudDeprecationGeneralInsights.update
recommender.cloudDeprecationRecommendationViewer	r
recommender.cloudManageabilityRecommendationAdmin	w	recommender.cloudManageabilityGeneralInsights.update
recommender.cloudManageabilityRecommendationViewer	r
recommender.cloudPerformanceRecommendationAdmin	w	recommender.cloudPerformanceGeneralInsights.update
recommender.cloudPerformanceRecommendationViewer	r
recommender.cloudReliabilityRecommendationAdmin	w	recommender.cloudReliabilityGeneralInsights.update
recommender.cloudReliabilityRecommendationViewer	r
recommender.cloudSecurityRecommendationAdmin	w	recommender.cloudSecurityGeneralInsights.update
recommender.cloudSecurityRecommendationViewer	r
recommender.cloudsqlAdmin	w	recommender.cloudsqlIdleInstanceRecommendations.update
recommender.cloudsqlViewer	r
recommender.cloudsqlinstancechangeriskAdmin	r
recommender.cloudsqlinstancechangeriskViewer	r
recommender.computeAdmin	w	recommender.computeAddressIdleResourceInsights.update
recommender.computeViewer	r
recommender.containerDiagnosisAdmin	w	recommender.containerDiagnosisInsights.update
recommender.containerDiagnosisViewer	r
recommender.dataflowDiagnosticsAdmin	w	recommender.dataflowDiagnosticsInsights.update
recommender.dataflowDiagnosticsViewer	r
recommender.editor	w	recommender.alloydbClusterPerformanceInsights.update
recommender.errorReportingAdmin	w	recommender.errorReportingInsights.update
recommender.errorReportingViewer	r
recommender.exporter	r
recommender.firestoredatabasefirebaserulesAdmin	w	recommender.firestoreDatabaseFirebaseRulesInsights.update
recommender.firestoredatabasefirebaserulesViewer	r
recommender.firestoredatabasereliabilityAdmin	w	recommender.firestoreDatabaseReliabilityInsights.update
recommender.firestoredatabasereliabilityViewer	r
recommender.firewallAdmin	w	recommender.computeFirewallInsightTypeConfigs.update
recommender.firewallViewer	r
recommender.firewallchangeriskAdmin	r
recommender.firewallchangeriskViewer	r
recommender.gmpAdmin	w	recommender.gmpGuidedExperienceInsights.update
recommender.gmpViewer	r
recommender.iamAdmin	w	recommender.iamPolicyInsights.update
recommender.iamViewer	w	securitycenter.findings.group
recommender.iampolicychangeriskAdmin	w	recommender.iamPolicyChangeRiskInsights.update
recommender.iampolicychangeriskViewer	r
recommender.memorystoremanageabilityAdmin	w	recommender.memorystoreManageabilityInsights.update
recommender.memorystoremanageabilityViewer	r
recommender.memorystoreperformanceAdmin	w	recommender.memorystorePerformanceInsights.update
recommender.memorystoreperformanceViewer	r
recommender.memorystorereliabilityAdmin	w	recommender.memorystoreReliabilityInsights.update
recommender.memorystorereliabilityViewer	r
recommender.networkAnalyzerAdmin	w	recommender.networkAnalyzerCloudSqlInsights.update
recommender.networkAnalyzerCloudSqlAdmin	w	recommender.networkAnalyzerCloudSqlInsights.update
recommender.networkAnalyzerCloudSqlViewer	r
recommender.networkAnalyzerDynamicRouteAdmin	w	recommender.networkAnalyzerDynamicRouteInsights.update
recommender.networkAnalyzerDynamicRouteViewer	r
recommender.networkAnalyzerGkeConnectivityAdmin	w	recommender.networkAnalyzerGkeConnectivityInsights.update
recommender.networkAnalyzerGkeConnectivityViewer	r
recommender.networkAnalyzerGkeIpAddressAdmin	w	recommender.networkAnalyzerGkeIpAddressInsights.update
recommender.networkAnalyzerGkeIpAddressViewer	r
recommender.networkAnalyzerGkeServiceAccountAdmin	w	recommender.networkAnalyzerGkeServiceAccountInsights.update
recommender.networkAnalyzerGkeServiceAccountViewer	r
recommender.networkAnalyzerIpAddressAdmin	w	recommender.networkAnalyzerIpAddressInsights.update
recommender.networkAnalyzerIpAddressViewer	r
recommender.networkAnalyzerLoadBalancerAdmin	w	recommender.networkAnalyzerLoadBalancerInsights.update
recommender.networkAnalyzerLoadBalancerViewer	r
recommender.networkAnalyzerViewer	r
recommender.networkAnalyzerVpcConnectivityAdmin	w	recommender.networkAnalyzerVpcConnectivityInsights.update
recommender.networkAnalyzerVpcConnectivityViewer	r
recommender.orgPolicyAdmin	w	recommender.orgPolicyInsights.update
recommender.orgPolicyViewer	r
recommender.productSuggestionAdmin	w	recommender.loggingProductSuggestionContainerInsights.update
recommender.productSuggestionViewer	r
recommender.projectCudAdmin	w	recommender.commitmentUtilizationInsights.update
recommender.projectCudViewer	r
recommender.projectUtilAdmin	w	recommender.resourcemanagerProjectUtilizationInsightTypeConfigs.update
recommender.projectUtilViewer	r
recommender.recentChangeConfigAdmin	w	recommender.cloudRecentChangeRecommenderConfig.update
recommender.recentchangeriskAdmin	w	recommender.cloudRecentChangeInsights.update
recommender.recentchangeriskViewer	r
recommender.serviceLimitAdmin	w	recommender.resourcemanagerServiceLimitInsights.update
recommender.serviceLimitViewer	r
recommender.serviceaccntchangeriskAdmin	w	recommender.iamServiceAccountChangeRiskInsights.update
recommender.serviceaccntchangeriskViewer	r
recommender.spannerAdmin	w	recommender.spannerDatabaseSecurityInsights.update
recommender.spannerViewer	r
recommender.ucsAdmin	w	recommender.spendBasedCommitmentInsights.update
recommender.ucsViewer	r
recommender.viewer	r
redis.admin	e	redis.aclPolicies.create	18
redis.dbConnectionUser	r
redis.editor	e	redis.aclPolicies.create	18
redis.serviceAgent	w	compute.networks.addPeering
redis.viewer	r
redisenterprisecloud.admin	w	gcp.redisenterprise.com/databases.create
redisenterprisecloud.viewer	r
remotebuildexecution.actionCacheWriter	w	remotebuildexecution.actions.set
remotebuildexecution.admin	e	remotebuildexecution.actions.create	4
remotebuildexecution.artifactAdmin	e	remotebuildexecution.actions.create	4
remotebuildexecution.artifactCreator	e	remotebuildexecution.actions.create	4
remotebuildexecution.artifactViewer	r
remotebuildexecution.configurationAdmin	e	remotebuildexecution.workerpools.create	20
remotebuildexecution.configurationViewer	r
remotebuildexecution.editor	e	remotebuildexecution.actions.create	4
remotebuildexecution.logstreamWriter	w	remotebuildexecution.logstreams.create
remotebuildexecution.reservationAdmin	e	remotebuildexecution.actions.create	4
remotebuildexecution.serviceAgent	w	remotebuildexecution.actions.update
remotebuildexecution.viewer	r
remotebuildexecution.worker	w	remotebuildexecution.actions.update
remotingcloud.serviceAgent	r
resourcemanager.folderAdmin	e	resourcemanager.folders.setIamPolicy	1
resourcemanager.folderCreator	w	resourcemanager.folders.create
resourcemanager.folderEditor	w	resourcemanager.capabilities.update
resourcemanager.folderIamAdmin	e	resourcemanager.folders.setIamPolicy	1
resourcemanager.folderMover	e	resourcemanager.folders.move	42
resourcemanager.folderViewer	r
resourcemanager.lienModifier	e	resourcemanager.projects.updateLiens	40
resourcemanager.organizationAdmin	e	resourcemanager.folders.setIamPolicy	1
resourcemanager.organizationViewer	r
resourcemanager.projectCreator	w	resourcemanager.projects.create
resourcemanager.projectDeleter	w	resourcemanager.projects.delete
resourcemanager.projectIamAdmin	e	resourcemanager.projects.setIamPolicy	1
resourcemanager.projectMover	e	resourcemanager.projects.move	42
resourcemanager.tagAdmin	e	resourcemanager.tagKeys.setIamPolicy	1
resourcemanager.tagHoldAdmin	w	resourcemanager.tagHolds.create
resourcemanager.tagUser	e	resourcemanager.hierarchyNodes.createTagBinding	29
resourcemanager.tagViewer	r
resourcesettings.admin	e	resourcesettings.settings.update	24
resourcesettings.viewer	r
retail.admin	e	automlrecommendations.apiKeys.create	14
retail.editor	e	automlrecommendations.apiKeys.create	14
retail.merchantApprover	w	retail.catalogs.completeQuery
retail.merchantCreator	w	retail.catalogs.completeQuery
retail.serviceAgent	e	dataflow.jobs.create	8
retail.viewer	w	retail.catalogs.completeQuery
riscconfigs.admin	w	riscconfigurationservice.riscconfigs.createOrUpdate
riscconfigs.viewer	r
riskmanager.admin	w	riskmanager.operations.delete
riskmanager.editor	w	riskmanager.operations.delete
riskmanager.reviewer	w	riskmanager.reports.review
riskmanager.serviceAgent	w	securitycenter.assets.group
riskmanager.viewer	r
rma.admin	w	rma.annotations.create
rma.runner	w	rma.collectors.update
rma.viewer	r
roads.roadsSelectionAdmin	w	roads.selectedRoutes.batchCreate
roads.roadsSelectionViewer	r
routeoptimization.admin	w	routeoptimization.operations.create
routeoptimization.editor	w	routeoptimization.operations.create
routeoptimization.serviceAgent	w	storage.objects.create
routeoptimization.viewer	r
run.admin	e	run.instances.setIamPolicy	1
run.builder	w	artifactregistry.repositories.deleteArtifacts
run.developer	e	run.instances.sshRoot	22
run.editor	e	run.instances.sshRoot	22
run.invoker	w	run.instances.invoke
run.jobsExecutor	w	run.executions.cancel
run.jobsExecutorWithOverrides	e	run.jobs.runWithOverrides	8
run.serviceAgent	e	iam.serviceAccounts.actAs	5
run.servicesInvoker	w	run.routes.invoke
run.sourceDeveloper	e	run.instances.sshRoot	22
run.sourceViewer	w	eventarc.multiProjectSources.collectGoogleApiEvents
run.sshReader	w	run.instances.sshRead
run.sshRoot	e	run.instances.sshRoot	22
run.viewer	r
runapps.admin	e	runapps.applications.create	32
runapps.developer	e	runapps.applications.create	32
runapps.operator	e	runapps.deployments.create	32
runapps.serviceAgent	e	iam.serviceAccounts.actAs	5
runapps.viewer	r
runtimeconfig.admin	e	runtimeconfig.configs.setIamPolicy	1
runtimeconfig.editor	w	runtimeconfig.configs.create
runtimeconfig.viewer	r
saasconfig.viewer	r
saasservicemgmt.admin	e	saasservicemgmt.unitKinds.create	20
saasservicemgmt.serviceAgent	e	storage.buckets.setIamPolicy	1
saasservicemgmt.viewer	r
seclm.serviceAgent	w	aiplatform.endpoints.predict
secretmanager.admin	e	secretmanager.secrets.setIamPolicy	1
secretmanager.editor	w	secretmanager.secrets.create
secretmanager.secretAccessor	r
secretmanager.secretVersionAdder	w	secretmanager.secrets.rotate
secretmanager.secretVersionManager	w	secretmanager.secrets.rotate
secretmanager.viewer	r
securedlandingzone.admin	w	securedlandingzone.overwatches.activate
securedlandingzone.bqdwOrgRemediator	e	accesscontextmanager.servicePerimeters.update	2
securedlandingzone.bqdwProjectRemediator	e	bigquery.datasets.setIamPolicy	1
securedlandingzone.overwatchActivator	w	securedlandingzone.overwatches.activate
securedlandingzone.overwatchAdmin	w	securedlandingzone.overwatches.activate
securedlandingzone.overwatchViewer	r
securedlandingzone.serviceAgent	e	pubsub.topics.setIamPolicy	1
securedlandingzone.viewer	r
securesourcemanager.admin	e	securesourcemanager.instances.setIamPolicy	1
securesourcemanager.developerConnectLinker	w	securesourcemanager.instances.linkDeveloperConnect
securesourcemanager.editor	e	securesourcemanager.sshkeys.createAny	3
securesourcemanager.instanceAccessor	w	securesourcemanager.sshkeys.create
securesourcemanager.instanceManager	e	securesourcemanager.sshkeys.createAny	3
securesourcemanager.instanceOwner	e	securesourcemanager.instances.setIamPolicy	1
securesourcemanager.instanceRepositoryCreator	w	securesourcemanager.instances.createRepository
securesourcemanager.repoAdmin	e	securesourcemanager.repositories.setIamPolicy	1
securesourcemanager.repoCreator	w	securesourcemanager.repositories.create
securesourcemanager.repoPullRequestApprover	w	securesourcemanager.repositories.approvePullRequests
securesourcemanager.repoReader	r
securesourcemanager.repoWriter	w	securesourcemanager.issuecomments.create
securesourcemanager.serviceAgent	e	iam.serviceAccounts.signJwt	5
securesourcemanager.sshKeyUser	w	securesourcemanager.sshkeys.create
securesourcemanager.viewer	r
securitycenter.admin	e	securitycenter.sources.setIamPolicy	1
securitycenter.adminEditor	e	securitycenter.muteconfigs.create	25
securitycenter.adminViewer	w	cloudsecuritycompliance.frameworkComplianceReports.aggregate
securitycenter.assetSecurityMarksWriter	w	securitycenter.assetsecuritymarks.update
securitycenter.assetsDiscoveryRunner	w	securitycenter.assets.runDiscovery
securitycenter.assetsViewer	w	securitycenter.assets.group
securitycenter.attackPathsViewer	r
securitycenter.attackSurfaceManagementScannerServiceAgent	r
securitycenter.automationServiceAgent	w	cloudasset.feeds.create
securitycenter.bigQueryExportsEditor	w	securitycenter.bigQueryExports.create
securitycenter.bigQueryExportsViewer	r
securitycenter.complianceReportsViewer	w	securitycenter.complianceReports.aggregate
securitycenter.complianceSnapshotsViewer	w	securitycenter.complianceReports.aggregate
securitycenter.controlServiceAgent	w	cloudasset.feeds.create
securitycenter.externalSystemsEditor	w	securitycenter.findingexternalsystems.update
securitycenter.findingSecurityMarksWriter	w	securitycenter.findingsecuritymarks.update
securitycenter.findingsBulkMuteEditor	w	securitycenter.findings.bulkMuteUpdate
securitycenter.findingsEditor	w	securitycenter.complianceReports.aggregate
securitycenter.findingsMuteSetter	w	securitycenter.findings.setMute
securitycenter.findingsStateSetter	w	securitycenter.findings.setState
securitycenter.findingsViewer	w	securitycenter.complianceReports.aggregate
securitycenter.findingsWorkflowStateSetter	w	securitycenter.findings.setWorkflowState
securitycenter.integrationExecutorServiceAgent	w	integrations.securityExecutions.cancel
securitycenter.issuesEditor	w	securitycenter.issues.group
securitycenter.issuesViewer	w	securitycenter.issues.group
securitycenter.muteConfigsEditor	e	securitycenter.muteconfigs.create	25
securitycenter.muteConfigsViewer	r
securitycenter.notificationConfigEditor	w	securitycenter.notificationconfig.create
securitycenter.notificationConfigViewer	r
securitycenter.notificationServiceAgent	w	pubsub.topics.publish
securitycenter.resourceValueConfigsEditor	w	securitycenter.resourcevalueconfigs.create
securitycenter.resourceValueConfigsViewer	r
securitycenter.riskReportsViewer	r
securitycenter.securityHealthAnalyticsCustomModulesTester	r
securitycenter.securityHealthAnalyticsServiceAgent	w	cloudasset.feeds.create
securitycenter.securityResponseServiceAgent	e	iam.serviceAccounts.actAs	5
securitycenter.serviceAgent	w	cloudasset.feeds.create
securitycenter.settingsAdmin	e	securitycenter.eventthreatdetectionsettings.update	25
securitycenter.settingsEditor	e	securitycenter.eventthreatdetectionsettings.update	25
securitycenter.settingsViewer	w	securitycenter.containerthreatdetectionsettings.calculate
securitycenter.simulationsViewer	r
securitycenter.sourcesAdmin	e	securitycenter.sources.setIamPolicy	1
securitycenter.sourcesEditor	w	securitycenter.sources.update
securitycenter.sourcesViewer	r
securitycenter.valuedResourcesViewer	r
securitycentermanagement.admin	e	securitycentermanagement.securityCenterServices.update	25
securitycentermanagement.customModulesEditor	w	securitycentermanagement.eventThreatDetectionCustomModules.create
securitycentermanagement.customModulesViewer	r
securitycentermanagement.editor	w	securitycentermanagement.eventThreatDetectionCustomModules.create
securitycentermanagement.etdCustomModulesEditor	w	securitycentermanagement.eventThreatDetectionCustomModules.create
securitycentermanagement.etdCustomModulesViewer	r
securitycentermanagement.securityCenterServicesEditor	e	securitycentermanagement.securityCenterServices.update	25
securitycentermanagement.securityCenterServicesViewer	r
securitycentermanagement.settingsEditor	e	securitycentermanagement.securityCenterServices.update	25
securitycentermanagement.settingsViewer	r
securitycentermanagement.shaCustomModulesEditor	w	securitycentermanagement.securityHealthAnalyticsCustomModules.create
securitycentermanagement.shaCustomModulesViewer	r
securitycentermanagement.viewer	r
securityposture.admin	e	orgpolicy.customConstraints.create	13
securityposture.postureDeployer	e	orgpolicy.customConstraints.create	13
securityposture.postureDeploymentsViewer	r
securityposture.postureEditor	w	securityposture.postures.create
securityposture.postureViewer	r
securityposture.reportCreator	w	securityposture.reports.create
securityposture.viewer	r
serverless.serviceAgent	e	iam.serviceAccounts.actAs	5
servicebroker.admin	e	servicebroker.bindings.setIamPolicy	1
servicebroker.operator	e	servicebroker.bindings.create	4
serviceconsumermanagement.admin	w	serviceconsumermanagement.quota.update
serviceconsumermanagement.tenancyUnitsAdmin	w	serviceconsumermanagement.tenancyu.addResource
serviceconsumermanagement.tenancyUnitsViewer	r
serviceconsumermanagement.viewer	r
servicedirectory.admin	e	servicedirectory.endpoints.setIamPolicy	1
servicedirectory.editor	w	servicedirectory.endpoints.create
servicedirectory.networkAttacher	w	servicedirectory.networks.attach
servicedirectory.pscAuthorizedService	r
servicedirectory.serviceAgent	w	gkehub.gateway.delete
servicedirectory.viewer	r
servicehealth.admin	r
servicehealth.viewer	r
servicemanagement.admin	e	servicemanagement.services.setIamPolicy	1
servicemanagement.checker	r
servicemanagement.configEditor	w	servicemanagement.services.update
servicemanagement.editor	w	servicemanagement.services.bind
servicemanagement.quotaAdmin	w	cloudquotas.quotas.update
servicemanagement.quotaViewer	r
servicemanagement.reporter	r
servicemanagement.serviceConsumer	w	servicemanagement.services.bind
servicemanagement.serviceController	w	servicemanagement.services.quota
servicemanagement.viewer	r
servicenetworking.admin	w	servicenetworking.operations.cancel
servicenetworking.editor	w	servicenetworking.operations.cancel
servicenetworking.networksAdmin	w	servicenetworking.operations.cancel
servicenetworking.serviceAgent	w	compute.networks.addPeering
servicenetworking.viewer	r
servicesecurityinsights.secuityInsightsViewer	r
servicesecurityinsights.securityInsightsViewer	r
serviceusage.apiKeysAdmin	e	apikeys.keys.create	37
serviceusage.apiKeysViewer	e	apikeys.keys.getKeyString	37
serviceusage.serviceUsageAdmin	w	cloudquotas.quotas.update
serviceusage.serviceUsageConsumer	r
serviceusage.serviceUsageViewer	r
source.admin	e	source.repos.setIamPolicy	1
source.editor	w	source.repos.update
source.reader	r
source.viewer	r
source.writer	w	source.repos.update
sourcerepo.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
spanner.admin	e	spanner.backupSchedules.setIamPolicy	1
spanner.backupAdmin	e	spanner.backups.setIamPolicy	1
spanner.backupWriter	w	spanner.backupSchedules.create
spanner.databaseAdmin	e	spanner.databases.setIamPolicy	1
spanner.databaseReader	w	monitoring.timeSeries.create
spanner.databaseReaderWithDataBoost	w	monitoring.timeSeries.create
spanner.databaseRoleUser	u
spanner.databaseUser	w	monitoring.timeSeries.create
spanner.editor	w	spanner.backupOperations.cancel
spanner.fineGrainedAccessUser	r
spanner.graphIntelligenceUser	w	monitoring.timeSeries.create
spanner.restoreAdmin	w	spanner.backups.restoreDatabase
spanner.serviceAgent	e	compute.instances.setMetadata	23
spanner.viewer	r
speakerid.admin	w	speakerid.phrases.create
speakerid.editor	w	speakerid.phrases.create
speakerid.verifier	r
speakerid.viewer	r
spectrumsas.serviceAgent	w	bigquery.datasets.create
speech.admin	w	speech.adaptations.execute
speech.client	w	speech.adaptations.execute
speech.editor	w	speech.adaptations.execute
speech.serviceAgent	w	storage.objects.create
sqlx.serviceAgent	r
stackdriver.accounts.editor	w	serviceusage.consumerpolicy.update
stackdriver.accounts.viewer	r
stackdriver.admin	w	stackdriver.projects.edit
stackdriver.resourceMetadata.writer	w	stackdriver.resourceMetadata.write
stackdriver.viewer	r
storage.admin	e	storage.buckets.setIamPolicy	1
storage.annotationGeneratorService	w	storage.objects.createContext
storage.bucketViewer	r
storage.editor	e	storage.hmacKeys.create	12
storage.expressModeServiceInput	w	storage.objects.create
storage.expressModeServiceOutput	w	storage.objects.delete
storage.expressModeUserAccess	w	storage.multipartUploads.abort
storage.folderAdmin	e	storage.managedFolders.setIamPolicy	1
storage.hmacKeyAdmin	e	storage.hmacKeys.create	12
storage.insightsCollectorService	r
storage.legacyBucketOwner	e	storage.buckets.setIamPolicy	1
storage.legacyBucketReader	r
storage.legacyBucketWriter	w	storage.folders.create
storage.legacyObjectOwner	e	storage.objects.setIamPolicy	1
storage.legacyObjectReader	r
storage.objectAdmin	e	storage.objects.setIamPolicy	1
storage.objectCreator	w	storage.folders.create
storage.objectUser	w	monitoring.timeSeries.create
storage.objectViewer	r
storage.viewer	r
storagebatchoperations.admin	w	storagebatchoperations.jobs.cancel
storagebatchoperations.viewer	r
storageinsights.admin	w	storageinsights.datasetConfigs.create
storageinsights.analyst	w	storageinsights.datasetConfigs.linkDataset
storageinsights.serviceAgent	w	bigquery.datasets.create
storageinsights.viewer	r
storagetransfer.admin	w	storagetransfer.agentpools.create
storagetransfer.serviceAgent	w	pubsub.subscriptions.consume
storagetransfer.transferAgent	w	logging.logEntries.create
storagetransfer.user	w	storagetransfer.agentpools.create
storagetransfer.viewer	r
stream.admin	w	stream.operations.cancel
stream.contentAdmin	w	stream.streamContents.build
stream.contentBuilder	w	stream.streamContents.build
stream.instanceAdmin	w	stream.streamInstances.create
stream.serviceAgent	w	storage.buckets.create
stream.viewer	r
subscribewithgoogledeveloper.admin	r
subscribewithgoogledeveloper.developer	r
subscribewithgoogledeveloper.viewer	r
telcoautomation.admin	w	cloudquotas.quotas.update
telcoautomation.blueprintDesigner	w	telcoautomation.blueprints.create
telcoautomation.deploymentAdmin	w	telcoautomation.deployments.apply
telcoautomation.editor	w	telcoautomation.blueprints.approve
telcoautomation.opsAdminTier1	w	telcoautomation.deployments.computeStatus
telcoautomation.opsAdminTier4	w	telcoautomation.deployments.apply
telcoautomation.serviceAgent	e	container.clusters.create	8
telcoautomation.serviceOrchestrator	w	telcoautomation.deployments.apply
telcoautomation.viewer	w	telcoautomation.deployments.computeStatus
telemetry.admin	e	telemetry.consumers.setIamPolicy	1
telemetry.consumerAdmin	e	telemetry.consumers.setIamPolicy	1
telemetry.editor	w	telemetry.traces.write
telemetry.logsWriter	w	logging.logEntries.create
telemetry.metricsWriter	w	monitoring.timeSeries.create
telemetry.serviceLogsWriter	w	telemetry.consumers.writeLogs
telemetry.serviceMetricsWriter	w	telemetry.consumers.writeMetrics
telemetry.serviceTelemetryWriter	w	telemetry.consumers.writeLogs
telemetry.serviceTracesWriter	w	telemetry.consumers.writeTraces
telemetry.tracesWriter	w	telemetry.traces.write
telemetry.writer	w	logging.logEntries.create
threatdetection.editor	w	threatdetection.detectorSettings.clear
threatdetection.viewer	r
threatintelligence.alertAdmin	w	threatintelligence.alerts.update
threatintelligence.alertUser	w	threatintelligence.alerts.update
threatintelligence.ctemAdmin	w	threatintelligence.configurations.update
threatintelligence.ctemEditor	w	threatintelligence.configurations.update
threatintelligence.ctemProjectAdmin	w	threatintelligence.configurations.update
threatintelligence.ctemViewer	r
timeseriesinsights.admin	w	timeseriesinsights.datasets.create
timeseriesinsights.datasetsEditor	w	timeseriesinsights.datasets.create
timeseriesinsights.datasetsOwner	w	timeseriesinsights.datasets.create
timeseriesinsights.datasetsViewer	w	timeseriesinsights.datasets.evaluate
timeseriesinsights.viewer	w	timeseriesinsights.datasets.evaluate
tpu.admin	e	tpu.nodes.create	6
tpu.editor	e	tpu.nodes.create	6
tpu.serviceAgent	w	compute.networks.addPeering
tpu.viewer	r
tpu.xpnAgent	w	compute.addresses.createInternal
trafficdirector.admin	r
trafficdirector.client	r
trafficdirector.viewer	r
transcoder.admin	w	transcoder.jobTemplates.create
transcoder.editor	w	transcoder.jobTemplates.create
transcoder.serviceAgent	w	pubsub.topics.publish
transcoder.viewer	r
transferappliance.admin	w	transferappliance.appliances.create
transferappliance.viewer	r
translationhub.admin	w	automl.models.predict
translationhub.portalUser	w	automl.models.predict
translationhub.viewer	r
vectorsearch.admin	w	vectorsearch.collections.create
vectorsearch.collectionWriter	w	vectorsearch.collections.create
vectorsearch.dataObjectWriter	w	vectorsearch.dataObjects.create
vectorsearch.indexWriter	w	vectorsearch.indexes.create
vectorsearch.serviceAgent	w	aiplatform.endpoints.predict
vectorsearch.viewer	r
videostitcher.admin	w	videostitcher.cdnKeys.create
videostitcher.user	w	videostitcher.liveSessions.create
videostitcher.viewer	r
viewer	e	apikeys.keys.getKeyString	37
visionai.admin	e	visionai.analyses.setIamPolicy	1
visionai.analysisEditor	w	visionai.analyses.create
visionai.analysisViewer	r
visionai.annotationEditor	w	visionai.annotations.create
visionai.annotationViewer	r
visionai.applicationEditor	w	visionai.applications.create
visionai.applicationViewer	r
visionai.assetCreator	w	visionai.assets.create
visionai.assetEditor	w	visionai.assets.clip
visionai.assetViewer	r
visionai.clusterEditor	w	visionai.clusters.create
visionai.clusterViewer	r
visionai.corpusAdmin	w	visionai.annotations.create
visionai.corpusEditor	w	visionai.annotations.create
visionai.corpusViewer	w	visionai.assets.clip
visionai.corpusWriter	w	visionai.annotations.create
visionai.devicesViewer	u
visionai.editor	w	visionai.analyses.create
visionai.eventEditor	w	visionai.events.create
visionai.eventViewer	r
visionai.indexEndpointAdmin	w	visionai.indexEndpoints.create
visionai.indexEndpointEditor	w	visionai.indexEndpoints.create
visionai.indexEndpointViewer	r
visionai.indexEndpointWriter	w	visionai.indexEndpoints.delete
visionai.operatorEditor	w	visionai.operators.create
visionai.operatorViewer	r
visionai.packetReceiver	w	visionai.series.acquireLease
visionai.packetSender	w	visionai.series.acquireLease
visionai.processorEditor	w	visionai.processors.create
visionai.processorViewer	r
visionai.retailcatalogEditor	u
visionai.retailcatalogViewer	u
visionai.retailendpointEditor	u
visionai.retailendpointViewer	u
visionai.seriesEditor	w	visionai.series.acquireLease
visionai.seriesViewer	r
visionai.serviceAgent	w	aiplatform.endpoints.predict
visionai.streamEditor	w	visionai.series.acquireLease
visionai.streamViewer	r
visionai.uiStreamEditor	w	visionai.uistreams.create
visionai.uiStreamViewer	r
visionai.viewer	w	visionai.assets.clip
visualinspection.admin	w	visualinspection.annotationSets.create
visualinspection.editor	w	visualinspection.annotationSets.create
visualinspection.serviceAgent	e	aiplatform.endpoints.setIamPolicy	1
visualinspection.usageMetricsReporter	r
visualinspection.viewer	w	visualinspection.solutionArtifacts.predict
vmmigration.admin	w	cloudkms.keyHandles.create
vmmigration.serviceAgent	e	compute.instances.setMetadata	23
vmmigration.viewer	r
vmwareengine.admin	e	vmwareengine.clusters.setIamPolicy	1
vmwareengine.editor	e	vmwareengine.privateClouds.resetNsxCredentials	3
vmwareengine.serviceAgent	w	compute.networks.addPeering
vmwareengine.viewer	r
vmwareengine.vmwareengineAdmin	e	vmwareengine.clusters.setIamPolicy	1
vmwareengine.vmwareenginePrivilegedUser	w	vmwareengine.clusters.delete
vmwareengine.vmwareengineViewer	r
vpcaccess.admin	w	vpcaccess.connectors.create
vpcaccess.serviceAgent	e	compute.instances.setMetadata	23
vpcaccess.user	r
vpcaccess.viewer	r
websecurityscanner.serviceAgent	r
workflows.admin	e	workflows.workflows.create	8
workflows.editor	e	workflows.workflows.create	8
workflows.invoker	w	workflows.callbacks.send
workflows.serviceAgent	e	iam.serviceAccounts.getAccessToken	5
workflows.viewer	r
workloadcertificate.admin	w	workloadcertificate.operations.cancel
workloadcertificate.registrationAdmin	w	workloadcertificate.operations.cancel
workloadcertificate.registrationViewer	r
workloadcertificate.serviceAgent	e	container.clusters.update	8
workloadcertificate.viewer	r
workloadidentity.admin	w	workloadidentity.operations.cancel
workloadidentity.viewer	r
workloadmanager.admin	e	workloadmanager.actuations.create	20
workloadmanager.deploymentAdmin	e	workloadmanager.actuations.create	20
workloadmanager.deploymentViewer	r
workloadmanager.evaluationAdmin	w	workloadmanager.evaluations.create
workloadmanager.evaluationViewer	r
workloadmanager.evaluationWorker	w	workloadmanager.evaluations.create
workloadmanager.insightWriter	w	workloadmanager.insights.delete
workloadmanager.sapSystemViewer	r
workloadmanager.serviceAgent	e	config.deployments.create	8
workloadmanager.viewer	r
workloadmanager.worker	e	workloadmanager.actuations.create	20
workloadmanager.workloadViewer	r
workstations.admin	e	workstations.workstationConfigs.setIamPolicy	1
workstations.editor	e	workstations.workstationConfigs.create	8
workstations.networkAdmin	w	compute.addresses.create
workstations.operationViewer	r
workstations.policyAdmin	e	workstations.workstations.setIamPolicy	1
workstations.serviceAgent	e	iam.serviceAccounts.actAs	5
workstations.user	e	workstations.workstations.use	33
workstations.workstationCreator	w	workstations.workstations.create
workstations.workstationLimitExemptedCreator	w	workstations.workstations.create
workstations.workstationUser	e	workstations.workstations.use	33`,
};
