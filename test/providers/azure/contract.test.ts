import { describe, expect, it } from 'vitest';
import type { Change, DesiredBinding } from '../../../src/domain/change.ts';
import { later } from '../../../src/domain/instant.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { azureWriter } from '../../../src/providers/azure/writer.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { type Exchange, published } from './published.ts';
import { member, NOW, READER, scope, wish } from './samples.ts';
import { HOUR } from './stage.ts';
import { azureWorld, byHand } from './world.ts';

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.log('skipped: what is sent to Azure against its API descriptions (set CONFORMANCE_DATA to their folder)');

const BLOB = { id: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', name: 'Storage Blob Data Reader' };

/** All that plans, writes, repeats, refusals and PIM send, and what comes back, with what no description covers counted. */
async function talked(): Promise<readonly Exchange[]> {
  const said: Exchange[] = [];
  const world = azureWorld();
  const fetch: typeof world.access.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.clone().text();
    const response = await world.access.fetch(request.url, init);
    said.push({ method: request.method, url: request.url, body, status: response.status, answer: await response.clone().text() });
    return response;
  };
  const access = { ...world.access, fetch };
  const [reader, writer] = [await azureReader(access), await azureWriter(access)];
  const one = async (change: (live: DesiredBinding) => Change | Promise<Change>, desired: DesiredBinding) => {
    const read = await reader.read(desired.binding.scope);
    const wanted = [{ member: PEOPLE.zoe, ...(desired.enforce === undefined ? {} : { enforce: desired.enforce }) }];
    const reading = read.ok ? await reader.equip?.(read, wanted) : read;
    if (reading?.ok !== true) throw new Error('it must read');
    const made = await change(desired);
    return writer.apply(reading, [made], () => [made]);
  };
  const live = async ({ binding }: DesiredBinding) => {
    const read = await reader.read(binding.scope);
    const found = read.ok
      ? read.live.find((each) => each.binding.member.id === binding.member.id && each.binding.role.id === binding.role.id)
      : undefined;
    if (found === undefined) throw new Error('it does not stand');
    return found;
  };
  const until = later(NOW, 6 * HOUR);
  for (const path of [SCOPES.acme, SCOPES.payments, SCOPES.paymentsGroup, SCOPES.ledger]) {
    const plain = wish({ scope: scope(path) });
    await one(grant, plain);
    await one(async (desired) => alter('extend', await live(desired), { ...plain, until }), plain);
    await one(async (desired) => revoke(await live(desired)), plain);
  }
  const own = wish({ role: BLOB, condition: "@Resource[a:b] StringEquals 'x'", member: member(PEOPLE.chi) });
  await one(grant, own);
  world.state.roleAssignments.push(byHand(wish({ member: member(PEOPLE.bo) })));
  await one(grant, wish({ member: member(PEOPLE.bo) }));
  const timed = wish({ member: member(PEOPLE.zoe), condition: "@Resource[a:b] StringEquals 'x'" }, 'zoe', undefined, {
    enforce: 'pim',
    starts: later(NOW, HOUR),
  });
  await one(grant, timed);
  await one(async (desired) => alter('extend', await live(desired), { ...timed, until }), timed);
  await access.sleep(301_000);
  await one(async (desired) => revoke(await live(desired)), timed);
  world.state.rolePolicies = [{ scope: SCOPES.paymentsGroup, role: READER.id, maximumHours: 24, enabled: [], approval: true }];
  await one(grant, timed);
  world.state.rolePolicies = [{ scope: SCOPES.paymentsGroup, role: READER.id, maximumHours: 1, enabled: ['MultiFactorAuthentication'] }];
  await one(grant, timed);
  await reader.role(scope(), 'Reader');
  await reader.discover?.([PEOPLE.ada], [scope(SCOPES.payments)]);
  world.fault({ kind: 'answer', status: 400, body: '{"error":{"code":"BadRequest","message":"no"}}' }, { path: /ResourceGraph/, after: 2 });
  await reader.sweep?.([scope(SCOPES.acme), scope(SCOPES.payments)]);
  return said;
}

describe.skipIf(data === undefined)('what is sent to Azure, and what the simulation answers', () => {
  it('is as the published descriptions say: paths, versions, bodies, statuses and answers', async () => {
    const judge = published(data ?? '');
    const said = await talked();
    const verdicts = said.map((exchange) => ({
      call: `${exchange.method} ${new URL(exchange.url).pathname} ${exchange.status}`,
      wrong: judge(exchange),
    }));
    expect(verdicts.filter(({ wrong }) => wrong !== undefined && wrong.length > 0)).toEqual([]);
    const kinds = new Set(
      verdicts.flatMap(({ call, wrong }) =>
        wrong === undefined
          ? []
          : [call.replace(/^(\w+) .*\/Microsoft\.(?:Authorization|ResourceGraph)\/(\w+)(?:\/[^/ ]+)?(?:\/(\w+))? (\d+)$/, '$1 $2 $3 $4')],
      ),
    );
    expect([...kinds].sort()).toEqual(KINDS);
    const beyond = new Set(
      verdicts.flatMap(({ call, wrong }) =>
        wrong === undefined ? [call.replace(/^(\w+) .*\/(\w+)(?:\/[0-9a-f-]{36})? \d+$/, '$1 $2')] : [],
      ),
    );
    expect([...beyond].sort()).toEqual([
      'GET descendants',
      'GET locks',
      'GET roleEligibilityScheduleRequests',
      'GET roleEligibilitySchedules',
      'GET subscriptions',
    ]);
  });

  it('would be found if it were not', () => {
    const judge = published(data ?? '');
    const url = `https://management.azure.com${SCOPES.payments}/providers/Microsoft.Authorization/roleAssignments/0d000000-0000-4000-8000-000000000001`;
    const exchange = {
      method: 'PUT',
      url: `${url}?api-version=2022-04-01`,
      status: 201,
      answer: '{}',
      body: '{"properties":{"principalId":"x","roleDefinitionId":"y"}}',
    };
    expect(judge(exchange)).toEqual([]);
    expect(judge({ ...exchange, body: '{"properties":{"principalId":7}}' })).toHaveLength(1);
    expect(judge({ ...exchange, answer: '{"properties":7}' })).toHaveLength(1);
    expect(judge({ ...exchange, url: `${url}?api-version=2020-10-01` })).toHaveLength(1);
    expect(judge({ ...exchange, status: 202 })).toEqual(['202 is not described']);
    expect(judge({ ...exchange, method: 'POST' })).toEqual(['POST is not described']);
    expect(judge({ ...exchange, url: 'https://management.azure.com/subscriptions?api-version=2022-12-01' })).toBeUndefined();
  });
});

/** Every kind of call that was made of what is described, and how it ended. */
const KINDS: readonly string[] = [
  'DELETE roleAssignments  200',
  'GET denyAssignments  200',
  'GET roleAssignmentScheduleInstances  200',
  'GET roleAssignmentScheduleRequests  200',
  'GET roleAssignmentSchedules  200',
  'GET roleAssignments  200',
  'GET roleAssignments  404',
  'GET roleDefinitions  200',
  'GET roleManagementPolicyAssignments  200',
  'POST resources  200',
  'POST resources  400',
  'POST roleAssignmentScheduleRequests cancel 200',
  'POST roleAssignmentScheduleRequests validate 200',
  'POST roleAssignmentScheduleRequests validate 400',
  'PUT roleAssignmentScheduleRequests  201',
  'PUT roleAssignments  201',
  'PUT roleAssignments  409',
];
