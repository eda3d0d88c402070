import { describe, expect, it } from 'vitest';
import { later } from '../../../src/domain/instant.ts';
import type { LiveBinding } from '../../../src/domain/live-binding.ts';
import { azureWriter } from '../../../src/providers/azure/writer.ts';
import { SCOPES, SUBSCRIPTIONS } from '../../../src/sim/azure/example.ts';
import { GROUPS, PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { type Again, ASSIGNMENT, FIRST, HOUR, refuse, stage } from './stage.ts';
import { member, NOW, READER, scope, wish } from './samples.ts';
import { readable } from './world.ts';

describe('a grant', () => {
  it('is this PUT, read before and read back', async () => {
    const { one, sim, state } = await stage();
    const outcome = await one(grant(wish()));
    expect(outcome).toMatchObject({
      status: 'applied',
      at: NOW,
      evidence: expect.stringMatching(new RegExp(`^roleAssignments/${FIRST}, 201, request .+`)),
    });
    const calls = sim.calls.filter(({ url }) => url.includes(FIRST));
    const url = `https://management.azure.com${SCOPES.paymentsGroup}/providers/Microsoft.Authorization/roleAssignments/${FIRST}?api-version=2022-04-01`;
    expect(calls.map((call) => [call.method, call.url])).toEqual([
      ['GET', url],
      ['PUT', url],
      ['GET', url],
    ]);
    expect(JSON.parse(calls[1]?.body ?? '')).toEqual({
      properties: {
        roleDefinitionId: `/subscriptions/${SUBSCRIPTIONS.payments}/providers/Microsoft.Authorization/roleDefinitions/${READER.id}`,
        principalId: PEOPLE.ada,
        principalType: 'User',
        description: 'grantkeeper/1 stamp=acme-access grant=ada-debug until=2026-11-23T13:00:00Z sha=9f2c41d07a5b',
      },
    });
    expect(state.roleAssignments.filter(({ name }) => name === FIRST).length).toBe(1);
  });

  it.each([
    [SCOPES.acme, 'group', GROUPS.paymentsOncall, 'Group', ''],
    ['/', 'user', PEOPLE.ada, 'User', ''],
    [SCOPES.ledger, 'service', SERVICES.deployer, 'ServicePrincipal', `/subscriptions/${SUBSCRIPTIONS.payments}`],
  ] as const)('at %s names the kind of principal and a role that can be found there', async (path, kind, id, principalType, prefix) => {
    const { one, sim } = await stage();
    expect((await one(grant(wish({ scope: scope(path), member: member(id, kind) }))))?.status).toBe('applied');
    const put = sim.calls.find(({ method }) => method === 'PUT');
    expect(JSON.parse(put?.body ?? '')).toMatchObject({
      properties: { principalType, roleDefinitionId: `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${READER.id}` },
    });
    expect(put?.url).toContain(`${path === '/' ? 'azure.com' : path}/providers/Microsoft.Authorization/roleAssignments/`);
  });

  it('carries its own condition in version 2.0', async () => {
    const { one, ours } = await stage();
    const condition = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'x'";
    expect((await one(grant(wish({ condition }))))?.status).toBe('applied');
    expect(ours()).toMatchObject([{ condition, conditionVersion: '2.0' }]);
  });

  it('is read back until it shows, in waits that grow', async () => {
    const { one, state, waits } = await stage();
    state.manner.lag.get = 6000;
    expect((await one(grant(wish())))?.status).toBe('applied');
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('is unverified after 30 s, and counts as standing for what follows', async () => {
    const { apply, state, waits } = await stage();
    state.manner.lag.get = 40_000;
    const { outcomes, reading } = await apply([grant(wish())]);
    expect(outcomes).toMatchObject([{ status: 'unverified', evidence: expect.stringContaining('201'), failure: { kind: 'transient' } }]);
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000]);
    expect(reading.live.filter(({ mark }) => mark?.grant === 'ada-debug').length).toBe(1);
  });

  it('says why it could not be read back', async () => {
    const { one, fault } = await stage();
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: ASSIGNMENT, after: 1, times: 99 });
    expect(await one(grant(wish()))).toMatchObject({
      status: 'unverified',
      failure: { message: expect.stringContaining('reading it back failed') },
    });
  });

  it('waits together for all that it reads back', async () => {
    const { apply, state, waits } = await stage();
    state.manner.lag.get = 3000;
    const { outcomes } = await apply(
      ['ada', 'bo', 'chi'].map((who) => grant(wish({ member: member(PEOPLE[who as 'ada']) }, `${who}-debug`))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied']);
    expect(waits).toEqual([1000, 2000]);
  });
});

const marked = (all: readonly LiveBinding[]) =>
  all.filter(({ mark }) => mark?.stamp === 'acme-access').map(({ mark, handle, binding }) => [mark, handle, binding.member.id]);

describe('apply', () => {
  it('answers in order, and with the state after the write', async () => {
    const { apply, standing, reader } = await stage();
    const live = await standing(wish({ member: member(PEOPLE.bo) }, 'bo-debug'));
    const changes = [revoke(live), grant(wish())];
    const { outcomes, reading } = await apply(changes);
    expect(outcomes.map(({ change, status }) => [change, status])).toEqual(changes.map((change) => [change, 'applied']));
    expect(marked(reading.live)).toEqual(marked((await readable(reader)).live));
  });

  it('waits where Azure is busy', async () => {
    const { one, fault, waits } = await stage();
    fault({ kind: 'answer', status: 429 }, { method: 'PUT', path: ASSIGNMENT, times: 2 });
    expect((await one(grant(wish())))?.status).toBe('applied');
    expect(waits).toEqual([1000, 2000]);
  });

  it('gives up on one that stays busy', async () => {
    const { one, fault, sent } = await stage();
    fault({ kind: 'answer', status: 429 }, { method: 'PUT', path: ASSIGNMENT, times: 99 });
    expect(await one(grant(wish()))).toMatchObject({
      status: 'failed',
      failure: { kind: 'transient', message: expect.stringContaining('429') },
    });
    expect(sent('PUT').length).toBe(6);
  });
});
describe('a refusal', () => {
  it('of a write stops further writes at the scope', async () => {
    const { apply, state, sent } = await stage();
    refuse(state, 'write');
    const { outcomes } = await apply([grant(wish()), grant(wish({ member: member(PEOPLE.bo) }, 'bo-debug'))]);
    expect(outcomes.map(({ status, failure }) => [status, failure?.kind])).toEqual([
      ['failed', 'forbidden'],
      ['failed', 'forbidden'],
    ]);
    expect(outcomes[1]?.failure?.message).toMatch(/^not tried, .*AuthorizationFailed/);
    expect(sent('PUT').length).toBe(1);
  });

  it('of a write stops no revocation', async () => {
    const { apply, standing, state, ours } = await stage();
    const [one, two] = [await standing(), await standing(wish({ member: member(PEOPLE.bo) }, 'bo-debug'))];
    refuse(state, 'write');
    const { outcomes } = await apply([
      alter('shorten', one, wish({}, 'ada-debug', later(NOW, HOUR))),
      alter('restore', one, wish()),
      revoke(two),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'already-so', 'applied']);
    expect(ours().length).toBe(1);
  });

  it('of a write stops further changes of what is there', async () => {
    const { apply, standing, state, sent } = await stage();
    const [one, two] = [await standing(), await standing(wish({ member: member(PEOPLE.bo) }, 'bo-debug'))];
    refuse(state, 'write');
    const writes = sent('PUT').length;
    const end = later(NOW, HOUR);
    const shorter = [
      alter('shorten', one, wish({}, 'ada-debug', end)),
      alter('shorten', two, wish({ member: member(PEOPLE.bo) }, 'bo-debug', end)),
    ];
    expect((await apply(shorter)).outcomes.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(sent('PUT').length - writes).toBe(1);
  });

  it('of a deletion stops further ones, and no write', async () => {
    const { apply, standing, state, sent } = await stage();
    const [one, two] = [await standing(), await standing(wish({ member: member(PEOPLE.bo) }, 'bo-debug'))];
    refuse(state, 'delete');
    const { outcomes } = await apply([
      revoke(one),
      revoke(two),
      alter('shorten', two, wish({ member: member(PEOPLE.bo) }, 'bo-debug', later(NOW, HOUR))),
    ]);
    expect(outcomes.map(({ status, failure }) => [status, failure?.kind])).toEqual([
      ['failed', 'forbidden'],
      ['failed', 'forbidden'],
      ['applied', undefined],
    ]);
    expect(sent('DELETE').length).toBe(1);
  });

  it('by a condition on roles stops that one only', async () => {
    const { apply, fault } = await stage();
    const message = 'does not have authorization or an ABAC condition not fulfilled to perform action';
    fault(
      { kind: 'answer', status: 403, body: JSON.stringify({ error: { code: 'AuthorizationFailed', message } }) },
      { method: 'PUT', path: ASSIGNMENT },
    );
    const { outcomes } = await apply([grant(wish()), grant(wish({ member: member(PEOPLE.bo) }, 'bo-debug'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'applied']);
  });

  it('by a lock names the remedy', async () => {
    const { one, standing, state, ours } = await stage();
    const live = await standing();
    state.locks.push({ name: 'keep', scope: SCOPES.paymentsGroup, level: 'CanNotDelete' });
    expect(await one(revoke(live))).toMatchObject({
      status: 'failed',
      failure: { kind: 'invalid', message: expect.stringContaining('ScopeLocked'), hint: expect.stringContaining('lock') },
    });
    expect(ours().length).toBe(1);
  });

  it('by the limit of a subscription stops new ones, and no change of one that is there', async () => {
    const { apply, standing, state, sent } = await stage();
    const live = await standing();
    state.manner.limits.perSubscription = 1;
    const writes = sent('PUT').length;
    const longer = wish({}, 'ada-debug', later(NOW, 5 * HOUR));
    const { outcomes } = await apply([
      grant(wish({ member: member(PEOPLE.bo) }, 'bo-debug')),
      grant(wish({ member: member(PEOPLE.chi) }, 'chi-debug')),
      alter('extend', live, longer),
    ]);
    expect(outcomes.map(({ status, failure }) => [status, failure?.kind])).toEqual([
      ['failed', 'invalid'],
      ['held', 'invalid'],
      ['applied', undefined],
    ]);
    expect(outcomes.slice(0, 2).map(({ failure }) => failure?.hint)).toEqual([
      expect.stringContaining('grantkeeper drift'),
      expect.stringContaining('4,000'),
    ]);
    expect(outcomes[1]?.failure?.message).toMatch(`not sent, since ${SCOPES.payments} has no room for another role assignment`);
    expect(sent('PUT').length - writes).toBe(2);
  });

  it('by the limit of a subscription stops what is new in all its scopes, by PIM too, and nothing that takes away or lies elsewhere', async () => {
    const { apply, standing, state, sent, reader, writer } = await stage();
    const live = await standing(wish({ scope: scope(SCOPES.ledger) }));
    const later15 = later(NOW, HOUR);
    state.manner.limits.perSubscription = 1;
    const to = (path: string, terms = {}) => grant(wish({ scope: scope(path), member: member(PEOPLE.bo) }, 'bo-debug', later15, terms));
    const first = await apply([to(SCOPES.paymentsGroup)]);
    const before = sent('PUT').length;
    const [inside, above] = [await apply([to(SCOPES.ledger), revoke(live)]), await apply([to(SCOPES.payments)])];
    const byPim = to(SCOPES.paymentsGroup, { enforce: 'pim' });
    const reading = await reader.equip?.(await readable(reader), [{ member: PEOPLE.bo, enforce: 'pim' }]);
    const pim = reading?.ok === true ? await writer.apply(reading, [byPim], () => [byPim]) : expect.fail('it must read');
    expect([first, inside, above, pim].map(({ outcomes }) => outcomes.map(({ status }) => status))).toEqual([
      ['failed'],
      ['held', 'applied'],
      ['held'],
      ['held'],
    ]);
    expect(sent('PUT').length).toBe(before);
    state.manner.limits.perSubscription = 4000;
    expect((await apply([to(SCOPES.search)])).outcomes[0]?.status).toBe('applied');
    // In the next run there may be room again.
    const next = await azureWriter((await stage()).access);
    expect((await next.apply(await readable(reader, scope(SCOPES.ledger)), [to(SCOPES.ledger)], () => [])).outcomes[0]?.status).toBe(
      'applied',
    );
  });

  it('of PIM by the limit of a subscription stops what is new there', async () => {
    const { reader, writer, state, apply } = await stage();
    state.manner.limits.perSubscription = 0;
    const byPim = grant(wish({}, 'ada-debug', later(NOW, HOUR), { enforce: 'pim' }));
    const reading = await reader.equip?.(await readable(reader), [{ member: PEOPLE.ada, enforce: 'pim' }]);
    const pim = reading?.ok === true ? await writer.apply(reading, [byPim], () => [byPim]) : expect.fail('it must read');
    expect(pim.outcomes[0]).toMatchObject({
      status: 'failed',
      failure: { message: expect.stringContaining('RoleAssignmentLimitExceeded') },
    });
    expect((await apply([grant(wish({ scope: scope(SCOPES.ledger) }))])).outcomes[0]?.status).toBe('held');
  });

  it('for any other reason stops nothing', async () => {
    const { apply, fault } = await stage();
    fault(
      { kind: 'answer', status: 400, body: '{"error":{"code":"UnmatchedPrincipalType","message":"no"}}' },
      { method: 'PUT', path: ASSIGNMENT },
    );
    const { outcomes } = await apply([grant(wish()), grant(wish({ member: member(PEOPLE.bo) }, 'bo-debug'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'applied']);
    expect(outcomes[0]?.failure).toMatchObject({ kind: 'invalid', hint: expect.stringContaining('people, groups or services') });
  });
});

const shown: Again = (live) => (live.some(({ mark }) => mark?.grant === 'ada-debug') ? [] : [grant(wish())]);

describe('an outcome that is not known', () => {
  it('is looked up: it was done', async () => {
    const { one, fault, ours } = await stage();
    fault({ kind: 'cut-after' }, { method: 'PUT', path: ASSIGNMENT });
    expect(await one(grant(wish()), shown)).toMatchObject({ status: 'already-so', evidence: 'seen on a fresh reading' });
    expect(ours().length).toBe(1);
  });

  it.each([{ kind: 'cut-before' }, { kind: 'answer', status: 503 }, { kind: 'answer', status: 500, body: '<html>' }] as const)(
    'is looked up: it was not, and is done (%o)',
    async (effect) => {
      const { one, fault, ours, waits } = await stage();
      fault(effect, { method: 'PUT', path: ASSIGNMENT });
      expect((await one(grant(wish()), shown))?.status).toBe('applied');
      expect(waits).toEqual([1000]);
      expect(ours().length).toBe(1);
    },
  );

  it('is found by name where the list does not show it yet', async () => {
    const { one, fault, state, ours } = await stage();
    state.manner.lag.list = 60_000;
    fault({ kind: 'cut-after' }, { method: 'PUT', path: ASSIGNMENT });
    expect(await one(grant(wish()), shown)).toMatchObject({ status: 'already-so', evidence: `roleAssignments/${FIRST}` });
    expect(ours().length).toBe(1);
  });

  it('is said to be unknown when nothing can be read', async () => {
    const { one, fault } = await stage();
    fault({ kind: 'cut-after' }, { method: 'PUT', path: ASSIGNMENT });
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: /roleAssignments\?/, after: 1, times: 99 });
    expect(await one(grant(wish()), shown)).toMatchObject({
      status: 'unverified',
      failure: {
        kind: 'transient',
        message: expect.stringContaining('; and what came of it is not known: '),
        hint: 'The next run reads it and goes on from there.',
      },
    });
  });

  it('is never guessed: what is not as planned stays as it is while the scope cannot be read', async () => {
    const { one, standing, edit, fault, sent } = await stage();
    const live = await standing();
    edit({ description: 'grantkeeper/1 stamp=acme-access grant=other' });
    const writes = sent('PUT').length;
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: /roleAssignments\?/, after: 1, times: 99 });
    expect(await one(alter('shorten', live, wish({}, 'ada-debug', later(NOW, HOUR))))).toMatchObject({
      status: 'failed',
      failure: { kind: 'forbidden', message: expect.stringContaining('403') as string },
    });
    expect(sent('PUT').length).toBe(writes);
  });

  it('of a deletion is looked up as well', async () => {
    const { one, standing, fault, ours } = await stage();
    const live = await standing();
    fault({ kind: 'cut-after' }, { method: 'DELETE', path: ASSIGNMENT });
    const again: Again = (now) => now.filter(({ handle }) => handle === live.handle).map((found) => revoke(found));
    expect((await one(revoke(live), again))?.status).toBe('already-so');
    expect(ours()).toEqual([]);
  });

  it('is never overwritten blindly while somebody else goes on changing it', async () => {
    const { one, standing, edit, sent, ours } = await stage();
    const live = await standing();
    let turn = 0;
    const meddle = () => edit({ description: `grantkeeper/1 stamp=acme-access grant=other-${(turn += 1)}` });
    meddle();
    const shorter = wish({}, 'ada-debug', later(NOW, HOUR));
    const change = alter('shorten', live, shorter);
    const again: Again = (now) => {
      const seen = now.find(({ handle }) => handle === live.handle);
      meddle();
      return seen === undefined ? [] : [{ ...alter('shorten', seen, shorter), digest: change.digest }];
    };
    const writes = sent('PUT').length;
    expect(await one(change, again)).toMatchObject({
      status: 'failed',
      failure: { kind: 'conflict', message: expect.stringMatching(/^could not .+: somebody else keeps changing it$/) },
    });
    expect(sent('PUT')).toHaveLength(writes);
    expect(ours()).toMatchObject([{ description: 'grantkeeper/1 stamp=acme-access grant=other-5' }]);
  });

  it('fails in the end, with what Azure said last', async () => {
    const { one, fault, sent } = await stage();
    fault({ kind: 'answer', status: 503 }, { method: 'PUT', path: ASSIGNMENT, times: 99 });
    expect(await one(grant(wish()))).toMatchObject({
      status: 'failed',
      failure: { kind: 'transient', message: expect.stringContaining('503') },
    });
    expect(sent('PUT').length).toBe(4);
  });
});
