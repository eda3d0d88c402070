import type { Origin } from '../../domain/live-binding.ts';

/**
 * Projects of Google that hold service agents beside all `gcp-sa-…` ones (Google IAM: service agents reference). Only these:
 * anybody can make a `service-123@` account in a project of their own, and what is called a service agent is not reported.
 */
const AGENT_PROJECTS = [
  'gcp-sa-[a-z0-9-]+',
  'bigquery-encryption',
  'cloud-filer',
  'cloud-memcache-sa',
  'cloud-ml\\.google\\.com',
  'cloud-redis',
  'cloud-tpu',
  'cloudcomposer-accounts',
  'compute-system',
  'container-engine-robot',
  'containerregistry',
  'dataflow-service-producer-prod',
  'dataproc-accounts',
  'dlp-api',
  'endpoints-portal',
  'firebase-rules',
  'gae-api-prod\\.google\\.com',
  'gcf-admin-robot',
  'gs-project-accounts',
  'remotebuildexecution',
  'security-center-api',
  'serverless-robot-prod',
  'service-networking',
  'sourcerepo-service-accounts',
  'storage-transfer-service',
].join('|');

/** `service-NUMBER`, of a folder or an organization with `folder-`, `org-`, `f`, `o` or `p` before the number; some have names of their own. */
const AGENT = new RegExp(
  `^serviceAccount:(?:(?:service-|bq-|project-)(?:folder-|org-|[pfo])?\\d+@(?:${AGENT_PROJECTS})\\.iam|\\d+@(?:cloudservices|cloudbuild))\\.gserviceaccount\\.com$`,
);

/** Titles of conditions that other tools of temporary access write (Privileged Access Manager; JIT Access, its source). */
const TITLES: ReadonlyMap<string, Origin> = new Map([
  ['Created by: PAM', 'pam'],
  ['JIT access activation', 'jit'],
]);

/** Whose machinery made a binding, where its member or its title tells. */
export function originOf(memberId: string, title: string | undefined): Origin | undefined {
  const byTitle = title === undefined ? undefined : TITLES.get(title);
  return byTitle ?? (AGENT.test(memberId) ? 'service-agent' : undefined);
}
