import type { CombinationPart, Permission } from '../../domain/permission.ts';
import { type Combination, partsOf } from '../combination.ts';

/** A permission by its thing and its verb, whatever the service. The verb is asked first: its expressions are the short ones. */
function verb(things: RegExp, verbs: RegExp): (permission: Permission) => boolean {
  return ({ name }) => {
    const cut = name.lastIndexOf('.');
    return cut > 0 && verbs.test(name.slice(cut + 1)) && things.test(name.slice(0, cut));
  };
}

const ACTS = verb(/(^|\.)serviceaccounts$/i, /^actas$/i);

/** What runs, or calls, as an account that the caller names, by service (Google Cloud IAM: attach service accounts to resources). */
const WORKLOADS =
  /^(aiplatform\.(\w*jobs|\w*pipelines|endpoints|\w*runtimes)|appengine\.(applications|versions)|batch\.jobs|bigquery\.transfers|cloudbuild\.(builds|triggers)|clouddeploy\.targets|cloudfunctions\.functions|cloudscheduler\.jobs|cloudtasks\.tasks|composer\.environments|compute\.\w*(instances|instancetemplates|instancegroupmanagers)|config\.(deployments|previews)|container\.clusters|dataflow\.(jobs|pipelines)|dataform\.(repositories|workflowinvocations|workflowconfigs)|datafusion\.(instances|pipelines)|dataplex\.(tasks|environments)|dataproc\.(clusters|batches|sessions|workflowtemplates)|eventarc\.(triggers|pipelines)|notebooks\.(instances|schedules|executions|runtimes)|pubsub\.subscriptions|run\.(services|jobs|workerpools)|tpu\.(nodes|queuedresources)|workflows\.workflows|workstations\.workstationconfigs)$/i;

/** Ways to act as others that take more than one permission. Source and reason of each are published facts. */
export const combinations: readonly Combination[] = [
  {
    name: 'attach',
    parts: [ACTS, verb(WORKLOADS, /^(create|update|insert|deploy|submit|sourcecodeset|setserviceaccount|runwithoverrides)$/i)],
    // The constraint iam.disableCrossProjectServiceAccountUsage keeps accounts in their own project.
    reach: 'near',
    reason: 'have things run, or call, as a service account that its holder chooses',
    source: 'Google Cloud IAM: attach service accounts to resources; RhinoSecurityLabs, GCP IAM privilege escalation',
  },
  {
    name: 'sign-in',
    parts: [ACTS, verb(/(^|\.)instances$/i, /^os(admin)?login$/i)],
    reach: 'near',
    reason: 'sign in to machines that run as a service account, and take its tokens',
    source: 'Compute Engine: OS Login, roles for machines that use a service account',
  },
];

/** What the permissions of a role bring to them. */
export function combinationParts(permissions: readonly Permission[]): readonly CombinationPart[] {
  return partsOf(permissions, combinations);
}
