import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/domain/access.ts';
import type { CombinationPart } from '../../../src/domain/permission.ts';
import type { Asked, PoweredAccess, Use } from '../../../src/policy/asked.ts';
import { combination } from '../../../src/policy/rules/combination.ts';
import { permissions as azure } from '../../../src/providers/azure/permissions.ts';
import { azureSyntax } from '../../../src/providers/azure/syntax.ts';
import { permissions as gcp } from '../../../src/providers/gcp/permissions.ts';
import { gcpSyntax } from '../../../src/providers/gcp/syntax.ts';
import { asked, at, control, grant, role, use } from '../acme.ts';

const PROD = 'projects/payments-prod';
const [AT, UNTIL] = [at('2026-11-23T11:00:00Z'), at('2026-11-23T12:00:00Z')];
const CLOUDS = new Map([
  ['gcp', gcpSyntax],
  ['azure', azureSyntax],
]);

function partsOf(cloud: string, name: string): readonly CombinationPart[] {
  const table = cloud === 'gcp' ? gcp : azure;
  return table.parts(table.of(name) ?? []);
}

function wants(name: string, more: Partial<Use> = {}, cloud = 'gcp'): Use {
  const { catalogueRole: _, ...raw } = use();
  return { ...raw, role: { cloud, text: name, parts: partsOf(cloud, name) }, ...more };
}

function holds(name: string, more: Partial<PoweredAccess> = {}, cloud = 'gcp', text = PROD): PoweredAccess {
  const scope = CLOUDS.get(cloud)?.scope(text);
  return { principal: 'ada', role: name, scope: scope?.ok === true ? scope.value : ({} as Scope), parts: partsOf(cloud, name), ...more };
}

function said(uses: readonly Use[], beside?: readonly PoweredAccess[], more: Partial<Asked> = {}): readonly string[] {
  const changes = { clouds: CLOUDS, uses, ...(beside === undefined ? {} : { beside }), ...more };
  return combination.judge(asked(changes)).map(({ pointer, message }) => `${pointer} ${message}`);
}

const ACT = 'roles/iam.serviceAccountUser';
const TASKS = 'roles/cloudtasks.enqueuer';
const TOGETHER = `ada would have iam.serviceAccounts.actAs by ${ACT} and cloudtasks.tasks.create by ${TASKS}, which together let ada have things run, or call, as a service account that its holder chooses`;

describe('combination', () => {
  it('refuses what completes a way to act as others, and names the permissions that decide', () => {
    expect(said([wants(TASKS)], [holds(ACT)])).toEqual([`/access/0 ${TOGETHER}`]);
    expect(said([wants(TASKS), wants(ACT, { pointer: '/access/1' })])).toEqual([`/access/0 ${TOGETHER}`, `/access/1 ${TOGETHER}`]);
    const login = said([wants('roles/compute.osLogin')], [holds(ACT)]);
    expect(login[0]).toContain('compute.instances.osLogin by roles/compute.osLogin, which together let ada sign in to machines');
  });

  it('says what helps', () => {
    expect(combination.judge(asked({ clouds: CLOUDS, uses: [wants(TASKS)], beside: [holds(ACT)] }))).toMatchObject([
      {
        hint: 'Wait until one of them has ended, or offer one as a role of the catalogue with `privileged: true`, which takes more approvals',
      },
    ]);
  });

  it('counts what is asked for the same person alone', () => {
    const two = grant({ principals: ['ada', 'bo'] });
    expect(said([wants(TASKS), wants(ACT, { principal: 'bo' })], [], { grant: two })).toEqual([]);
  });

  it('goes by what lies above what is held, where the cloud told', () => {
    const lie = (...texts: readonly string[]) =>
      texts.flatMap((text) => {
        const parsed = gcpSyntax.scope(text);
        return parsed.ok ? [parsed.value] : [];
      });
    const [folder, own] = [wants(TASKS, { scope: 'folders/77', above: lie('folders/77', 'organizations/123456789012') }), PROD];
    expect(said([folder], [holds(ACT, { above: lie(own, 'folders/77') })])).toHaveLength(1);
    expect(said([folder], [holds(ACT, { above: lie(own, 'folders/88') })])).toEqual([]);
    expect(said([folder], [holds(ACT)])).toHaveLength(1);
  });

  it('takes a scope of which only itself is known for one that could lie anywhere', () => {
    const alone = gcpSyntax.scope(PROD);
    const above = alone.ok ? [alone.value] : [];
    expect(said([wants(TASKS, { above })], [holds(ACT, {}, 'gcp', 'folders/77')])).toHaveLength(1);
  });

  it('names the role that was asked for first where two bring the same', () => {
    expect(said([wants(TASKS)], [holds(ACT), holds('roles/iam.serviceAccountUser', { role: 'later' })])[0]).toBe(`/access/0 ${TOGETHER}`);
  });

  it('lets pass what completes nothing', () => {
    expect(said([wants(TASKS)])).toEqual([]);
    expect(said([wants(TASKS)], [holds('roles/compute.osLogin'), holds('roles/logging.viewer')])).toEqual([]);
    expect(said([wants('roles/logging.viewer')], [holds(ACT), holds(TASKS)])).toEqual([]);
    expect(said([wants(TASKS, { role: { cloud: 'gcp', text: TASKS } })], [holds(ACT)])).toEqual([]);
  });

  it('leaves a role that is enough by itself to its own judgement, and what was held whole before', () => {
    const enough: Use = wants('roles/editor', {
      role: { cloud: 'gcp', text: 'x', parts: [...partsOf('gcp', ACT), ...partsOf('gcp', TASKS)] },
    });
    expect(said([enough])).toEqual([]);
    expect(said([wants(TASKS)], [holds(ACT), holds('roles/dataform.editor')])).toEqual([]);
  });

  it('counts everybody who stands behind a principal, by whatever account or group', () => {
    const oncall = grant({ principals: ['payments-oncall'] });
    expect(said([wants(TASKS, { principal: 'payments-oncall' })], [holds(ACT, { principal: 'ada-adm' })], { grant: oncall })).toEqual([
      `/access/0 ${TOGETHER}`,
    ]);
    expect(said([wants(TASKS)], [holds(ACT, { principal: 'bo' })])).toEqual([]);
    expect(said([wants(TASKS, { principal: 'deployer' })], [holds(ACT, { principal: 'deployer' })])[0]).toContain('deployer would have');
  });

  it('counts what is held at some moment of what is asked for', () => {
    const first = asked().now;
    expect(said([wants(TASKS)], [holds(ACT, { from: AT, until: UNTIL })])).toHaveLength(1);
    expect(said([wants(TASKS)], [holds(ACT, { until: first })])).toEqual([]);
    expect(said([wants(TASKS)], [holds(ACT, { from: at('2026-11-23T17:00:00Z') })])).toEqual([]);
  });

  it('counts what lies in one project, unless what is above tells otherwise', () => {
    const elsewhere = (text: string) => said([wants(TASKS)], [holds(ACT, {}, 'gcp', text)]);
    expect([
      elsewhere('projects/payments-test'),
      elsewhere('projects/payments-prod/buckets/ledger').length,
      elsewhere('folders/77').length,
    ]).toEqual([[], 1, 1]);
    const above = [PROD, 'folders/88'].flatMap((text) => {
      const parsed = gcpSyntax.scope(text);
      return parsed.ok ? [parsed.value] : [];
    });
    expect(said([wants(TASKS, { above })], [holds(ACT, {}, 'gcp', 'folders/77')])).toEqual([]);
    const folder = holds(ACT, { above: above.slice(1) }, 'gcp', 'folders/88');
    expect(said([wants(TASKS, { above })], [folder])).toHaveLength(1);
  });

  it('counts identities of Azure wherever in the tenant they may be assigned', () => {
    const group = (n: number) => `/subscriptions/00000000-0000-4000-8000-00000000000${n}/resourceGroups/payments`;
    const containers = wants('Azure Container Instances Contributor Role', { scope: group(0) }, 'azure');
    expect(said([containers], [holds('Managed Identity Operator', {}, 'azure', group(1))])[0]).toContain(
      'Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action by Managed Identity Operator and Microsoft.ContainerInstance/containerGroups/* by',
    );
    expect(said([containers], [holds(ACT)])).toEqual([]);
  });

  it('lets pass what is asked for with a role that the catalogue marks as privileged', () => {
    const roles = new Map([role('act', { privileged: true }), role('run')].map((one) => [one.name, one]));
    const acme = { control: control({ roles }) };
    const by = (name: string) => ({ catalogueRole: name, pointer: `/access/${name}` });
    expect(said([wants(TASKS, by('run')), wants(ACT, by('act'))], [], acme)).toEqual([]);
    expect(said([wants(TASKS, by('run'))], [holds(ACT)], acme)).toHaveLength(1);
    expect(said([wants(TASKS, by('act'))], [holds(ACT)], acme)).toEqual([]);
  });

  it('judges nothing where the scope does not read, or the cloud is not known', () => {
    expect(said([wants(TASKS, { scope: 'nowhere' })], [holds(ACT)])).toEqual([]);
    expect(said([wants(TASKS, { role: { cloud: 'other', text: TASKS, parts: partsOf('gcp', TASKS) } })], [holds(ACT)])).toEqual([]);
  });
});
