import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { combinations as azureOnes } from '../../src/providers/azure/combinations.ts';
import { publishedRoles as azureRoles } from '../../src/providers/azure/published-roles.ts';
import { permissions as azure } from '../../src/providers/azure/permissions.ts';
import { partsOf } from '../../src/providers/combination.ts';
import { combinations as gcpOnes } from '../../src/providers/gcp/combinations.ts';
import { permissions as gcp } from '../../src/providers/gcp/permissions.ts';

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.info('CONFORMANCE_DATA is not set: the published combinations were not tried');

const named = (parts: ReturnType<typeof partsOf>) =>
  parts.map(({ combination, part, permission }) => `${combination} ${part} ${permission}`);

describe('combinations', () => {
  it('take several parts each, with a reason and a source', () => {
    for (const one of [...gcpOnes, ...azureOnes]) {
      expect(one.parts.length).toBeGreaterThan(1);
      expect(one.reason).toMatch(/^[a-z].*[^.]$/);
      expect(one.source).toMatch(/\S/);
    }
  });

  it('say of each part by which permission it is there', () => {
    const both = partsOf(
      [{ name: 'a' }, { name: 'b' }],
      [{ name: 'x', parts: [({ name }) => name === 'b', ({ name }) => name === 'c'], reach: 'near', reason: 'do x', source: 'here' }],
    );
    expect(both).toEqual([{ combination: 'x', part: 0, of: 2, permission: 'b', reach: 'near', reason: 'do x' }]);
  });
});

describe('parts of Google roles', () => {
  it.each([
    ['roles/iam.serviceAccountUser', ['attach 0 iam.serviceAccounts.actAs', 'sign-in 0 iam.serviceAccounts.actAs']],
    ['roles/compute.osLogin', ['sign-in 1 compute.instances.osLogin']],
    ['roles/cloudtasks.enqueuer', ['attach 1 cloudtasks.tasks.create']],
    ['roles/aiplatform.user', ['attach 1 aiplatform.batchPredictionJobs.create']],
    ['roles/tpu.admin', ['attach 1 tpu.nodes.create']],
    ['roles/logging.viewer', []],
    ['roles/storage.admin', []],
    ['roles/cloudsql.editor', []],
    ['roles/workflows.invoker', []],
  ])('%s', (role, parts) => expect(named(gcp.parts(gcp.of(role) ?? []))).toEqual(parts));

  it('are those of custom roles too', () => {
    const custom = ['storage.objects.get', 'run.services.update', 'odd'].map((name) => ({ name }));
    expect(named(gcp.parts(custom))).toEqual(['attach 1 run.services.update']);
  });

  it.runIf(data !== undefined)('have all that is published of attaching accounts', () => {
    const facts = JSON.parse(readFileSync(`${data}/escalation/gcp.json`, 'utf8')) as readonly {
      readonly id: string;
      readonly permissions?: readonly string[];
    }[];
    const several = facts.filter(({ permissions = [] }) => permissions.length > 1 && permissions.includes('iam.serviceAccounts.actAs'));
    expect(several.length).toBeGreaterThan(35);
    const missed = several.filter(({ permissions = [] }) => {
      const parts = gcp.parts(permissions.map((name) => ({ name }))).filter((one) => one.combination === 'attach');
      return new Set(parts.map(({ part }) => part)).size !== 2;
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });
});

describe('parts of Azure roles', () => {
  it.each([
    ['Managed Identity Operator', ['attach 0 Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action']],
    ['Virtual Machine Contributor', ['attach 1 Microsoft.Compute/virtualMachineScaleSets/*']],
    ['Azure Container Instances Contributor Role', ['attach 1 Microsoft.ContainerInstance/containerGroups/*']],
    ['Automation Job Operator', ['runbook 1 Microsoft.Automation/automationAccounts/jobs/write']],
    ['Owner', ['attach 0 *', 'attach 1 *', 'runbook 0 *', 'runbook 1 *']],
    ['Reader', []],
    ['Storage Blob Data Owner', []],
  ])('%s', (role, parts) => expect(named(azure.parts(azure.of(role) ?? []))).toEqual(parts));

  it.each([
    [{ name: 'Microsoft.Web/*', except: ['Microsoft.Web/sites/write'] }, []],
    [{ name: 'Microsoft.Web/sites/*', except: ['Microsoft.Web/*'] }, []],
    [{ name: 'Microsoft.Web/sites/*', except: ['Microsoft.Web/*/delete'] }, ['attach 1 Microsoft.Web/sites/*']],
    [
      { name: 'Microsoft.Automation/automationAccounts/runbooks/draft/content/write' },
      ['runbook 0 Microsoft.Automation/automationAccounts/runbooks/draft/content/write'],
    ],
    [{ name: '*', data: true as const }, []],
  ])('%j', (permission, parts) => expect(named(azure.parts([permission]))).toEqual(parts));

  it.runIf(data !== undefined)('have all that is published of running things as an identity, and harmless roles among them', () => {
    const facts = JSON.parse(readFileSync(`${data}/escalation/azure.json`, 'utf8')) as readonly {
      readonly id: string;
      readonly actions?: readonly string[];
    }[];
    const several = facts.filter(({ actions = [] }) => actions.length > 1);
    expect(several.map(({ id }) => id)).toEqual(['deploymentScripts.write', 'automation.jobs.write']);
    for (const { actions = [] } of several)
      expect(new Set(azure.parts(actions.map((name) => ({ name }))).map(({ part }) => part)).size).toBe(2);
    const roles = JSON.parse(readFileSync(`${data}/azure-roles/built-in-roles.json`, 'utf8')) as readonly { readonly roleName: string }[];
    const quiet = roles.filter(({ roleName }) => azureRoles.verdict(roleName).verdict !== 'escalates');
    const powerful = quiet.filter(({ roleName }) => azure.parts(azure.of(roleName) ?? []).length > 0);
    // Most of what runs as an identity is judged dangerous by itself; were all of it, the rule would say nothing.
    expect(powerful.map(({ roleName }) => roleName)).toEqual(['HDInsight on AKS Cluster Admin', 'HDInsight on AKS Cluster Pool Admin']);
  });
});
