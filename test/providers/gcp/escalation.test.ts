import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { escalations } from '../../../src/providers/gcp/escalation.ts';
import { reasonsFor } from '../../../src/providers/gcp/reasons.ts';

describe('reasonsFor', () => {
  it.each([
    'resourcemanager.projects.setIamPolicy',
    'storage.buckets.setIamPolicy',
    'iam.serviceAccounts.actAs',
    'iam.serviceAccounts.getAccessToken',
    'iam.serviceAccountKeys.create',
    'iam.roles.update',
    'iam.googleapis.com/workloadIdentityPoolProviders.create',
    'cloudbuild.builds.create',
    'compute.instances.setMetadata',
    'compute.projects.setCommonInstanceMetadata',
    'compute.instances.osAdminLogin',
    'run.services.create',
    'cloudfunctions.functions.update',
    'orgpolicy.policy.set',
    'resourcemanager.tagValueBindings.create',
    'deploymentmanager.deployments.update',
    'iap.tunnelDestGroups.update',
    'logging.buckets.delete',
    'logging.logs.delete',
    'securitycenter.muteconfigs.create',
  ])('finds %s dangerous', (permission) => {
    expect(reasonsFor(['resourcemanager.projects.get', permission])).toEqual([
      expect.stringMatching(new RegExp(`^${permission.replaceAll('.', '\\.')}: `)),
    ]);
  });

  it.each([
    'resourcemanager.projects.getIamPolicy',
    'iam.roles.get',
    'iam.serviceAccounts.list',
    'iam.googleapis.com/workloadIdentityPools.list',
    'logging.logEntries.list',
    'compute.instances.list',
    'run.services.get',
    'xiamxroles.update',
    'iam.roles.update.more',
    'setIamPolicy',
    // The two ends of `container.*.impersonate`, with one dot for both.
    'container.impersonate',
  ])('finds %s harmless', (permission) => {
    expect(reasonsFor([permission])).toEqual([]);
  });

  it('says one line for each way, with how many permissions open it', () => {
    expect(reasonsFor(['a.b.setIamPolicy', 'c.d.setIamPolicy', 'e.f.setIamPolicy', 'iam.roles.update'])).toEqual([
      'a.b.setIamPolicy and 2 more: rewrites an allow policy, and so can grant any role on the resource',
      'iam.roles.update: can add permissions to a role that is already held',
    ]);
  });

  it('has a reason and a source for each entry, and one star at most in a pattern', () => {
    for (const { permissions, reason, source } of escalations) {
      expect(permissions.length).toBeGreaterThan(0);
      expect(permissions.filter((pattern) => pattern.split('*').length > 2)).toEqual([]);
      expect(reason).toMatch(/^[a-z].*[^.]$/);
      expect(source).toMatch(/\S/);
    }
  });
});

const data = process.env['CONFORMANCE_DATA'];
const read = (path: string): unknown => JSON.parse(readFileSync(join(data ?? '', path), 'utf8'));

const matches = (pattern: string) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);

interface Fact {
  readonly id: string;
  readonly permissions?: readonly string[];
  readonly pattern?: string;
}

describe.runIf(data !== undefined)('published escalations', () => {
  it('are all found in the roles of Google', () => {
    const facts = read('escalation/gcp.json') as readonly Fact[];
    const roles = Object.entries(read('gcp-roles/roles.json') as Record<string, { permissions: readonly string[] }>);
    expect(facts.length).toBe(79);
    expect(roles.length).toBe(2461);
    const missed: string[] = [];
    let dangerous = 0;
    for (const [name, { permissions }] of roles) {
      const privileged = reasonsFor(permissions).length > 0;
      if (privileged) dangerous += 1;
      else missed.push(...facts.filter((fact) => holds(fact, permissions)).map(({ id }) => `${name}: ${id}`));
    }
    expect(missed).toEqual([]);
    // Not everything is dangerous, else the judgement would say nothing.
    expect(dangerous).toBeGreaterThan(300);
    expect(dangerous).toBeLessThan(1600);
  });

  it('name permissions that exist, but for two that exist no more', () => {
    const roles = Object.values(read('gcp-roles/roles.json') as Record<string, { permissions: readonly string[] }>);
    const known = [...new Set(roles.flatMap(({ permissions }) => permissions))];
    const ours = escalations.flatMap(({ permissions }) => permissions);
    const unknown = ours.filter((pattern) => {
      const expression = matches(pattern);
      return !known.some((one) => expression.test(one));
    });
    expect(unknown).toEqual(['serviceusage.apiKeys.create', 'serviceusage.apiKeys.list']);
  });

  it('leave roles alone that only look', () => {
    const roles = read('gcp-roles/roles.json') as Record<string, { permissions: readonly string[] }>;
    for (const name of [
      'logging.viewer',
      'monitoring.viewer',
      'cloudsql.viewer',
      'storage.objectViewer',
      'browser',
      'iam.securityReviewer',
      'bigquery.dataViewer',
    ]) {
      expect(reasonsFor(roles[`roles/${name}`]?.permissions ?? ['missing.setIamPolicy'])).toEqual([]);
    }
  });

  it('are all among our permissions, even those that no role holds any more', () => {
    const facts = read('escalation/gcp.json') as readonly Fact[];
    expect(
      facts.filter(({ permissions, pattern }) => reasonsFor(permissions ?? [pattern?.replace('*', 'a.b') ?? '']).length === 0),
    ).toEqual([]);
  });
});

function holds({ permissions, pattern }: Fact, held: readonly string[]): boolean {
  if (permissions !== undefined) return permissions.every((one) => held.includes(one));
  return held.some((one) => one.endsWith(pattern?.slice(1) ?? ''));
}

it.runIf(data === undefined)('skips the published escalations: CONFORMANCE_DATA is not set', () => {
  console.log('CONFORMANCE_DATA is not set: the published escalations were not tried');
});
