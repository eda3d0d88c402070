import { describe, expect, it } from 'vitest';
import type { Member } from '../../../src/domain/access.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { DELETED_PRINCIPAL } from '../../../src/sim/azure/example-assignments.ts';
import { APPLICATIONS, GROUPS, PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { TOKENS } from '../../../src/sim/azure/example.ts';
import { later } from '../../../src/domain/instant.ts';
import { NOW } from './samples.ts';
import { azureWorld } from './world.ts';

const REGISTRATION = '5f6a0000-0000-4000-8000-0000000000b1';
const ORPHANED = '5f6a0000-0000-4000-8000-0000000000b2';

const user = (id: string): Member => ({ kind: 'user', id, shown: id });

async function known(ids: readonly string[], more: Parameters<typeof azureWorld>[0] = {}) {
  const world = azureWorld(more);
  world.state.applications = [
    { id: REGISTRATION, appId: APPLICATIONS.grantkeeper, displayName: 'grantkeeper' },
    { id: ORPHANED, appId: DELETED_PRINCIPAL, displayName: 'nobody yet' },
  ];
  const reader = await azureReader(world.access);
  const ask = async (wanted = ids) => reader.identify?.(wanted.map(user));
  return { ...world, ask };
}

describe('the directory', () => {
  it('tells who object ids are, and what is wrong with those that no role can be given to', async () => {
    const ids = [PEOPLE.ada, GROUPS.paymentsOncall, SERVICES.deployer, DELETED_PRINCIPAL, APPLICATIONS.grantkeeper, REGISTRATION, ORPHANED];
    const { ask } = await known(ids);
    expect(await ask()).toEqual({
      ok: true,
      known: [
        { id: PEOPLE.ada, kind: 'user', name: 'Ada Byron', isDisabled: false },
        { id: GROUPS.paymentsOncall, kind: 'group', name: 'payments-oncall', isDisabled: false },
        { id: SERVICES.deployer, kind: 'service', name: 'deployer', isDisabled: false },
        expect.objectContaining({ id: DELETED_PRINCIPAL, gone: true, problem: expect.stringContaining('deleted') as string }) as object,
        {
          id: APPLICATIONS.grantkeeper,
          problem: 'this is the application (client) id of grantkeeper, and roles are given to the object id of its service principal',
          hint: `Write the object id of its service principal (enterprise application): ${SERVICES.grantkeeper}`,
        },
        {
          id: REGISTRATION,
          problem:
            'this is the object id of the app registration grantkeeper, and roles are given to the object id of its service principal',
          hint: `Write the object id of its service principal (enterprise application): ${SERVICES.grantkeeper}`,
        },
        expect.objectContaining({ id: ORPHANED, hint: expect.stringContaining('no service principal') as string }) as object,
      ],
    });
  });

  it('is asked for a thousand at once, for what they may be otherwise twenty at once, and waits as every call', async () => {
    const many = Array.from({ length: 1500 }, (_, at) => `1b2c0000-0000-4000-9000-${String(at).padStart(12, '0')}`);
    const { ask, state, sim, waits, fault } = await known([]);
    const sample = state.users[0];
    if (sample === undefined) throw new Error('nobody is there');
    state.users.push(...many.slice(0, 1459).map((id) => ({ ...sample, id, createdAt: later(NOW, -1000) })));
    fault({ kind: 'answer', status: 429, headers: { 'retry-after': '7' } }, { path: /getByIds/ });
    const answer = await ask(many);
    expect(answer?.ok === true && answer.known.filter(({ gone }) => gone === true)).toHaveLength(41);
    const paths = sim.calls.filter(({ url }) => url.includes('graph')).map(({ url }) => new URL(url).pathname);
    expect(paths.filter((path) => path.endsWith('getByIds'))).toHaveLength(3);
    expect(paths.filter((path) => path.endsWith('$batch'))).toHaveLength(6);
    expect(waits).toEqual([7000]);
  });

  it('takes nobody for deleted where it does not answer, or not whole', async () => {
    const { ask, state, fault } = await known([PEOPLE.ada, DELETED_PRINCIPAL]);
    fault({ kind: 'answer', status: 200, body: '{}' }, { path: /getByIds/ });
    expect(await ask()).toMatchObject({ ok: false, failure: { kind: 'transient' } });
    state.callers = state.callers.map((one) => ({ ...one, graph: [] }));
    expect(await ask()).toMatchObject({ ok: false, failure: { kind: 'forbidden', hint: expect.stringContaining('consent') as string } });
    const elsewhere = await known([PEOPLE.ada], { tenant: '99999999-2222-4333-8444-555555555555' });
    expect(await elsewhere.ask()).toMatchObject({ ok: false, failure: { kind: 'unsafe' } });
  });

  it('without the right to look at applications still tells who is not there', async () => {
    const { ask, fault } = await known([DELETED_PRINCIPAL, APPLICATIONS.grantkeeper], {
      identity: { kind: 'token', token: TOKENS.reader },
    });
    fault({ kind: 'answer', status: 403 }, { path: /\$batch/, times: 9 });
    expect(await ask()).toMatchObject({ ok: true, known: [{ gone: true }, { gone: true }] });
    const odd = await known([DELETED_PRINCIPAL]);
    const body = JSON.stringify({ responses: [{ id: '0', status: 403, body: {} }] });
    odd.fault({ kind: 'answer', status: 200, body }, { path: /\$batch/ });
    odd.fault({ kind: 'answer', status: 200, body: '{}' }, { path: /\$batch/, after: 1 });
    expect(await odd.ask()).toMatchObject({ ok: true, known: [{ gone: true }] });
  });
});
