import { describe, expect, it } from 'vitest';
import type { MemberKind } from '../../../src/domain/access.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { APPLICATIONS, PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { DELETED_PRINCIPAL } from '../../../src/sim/azure/example-assignments.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { member, scope, wish } from './samples.ts';
import { ourOwn } from './stage.ts';
import { azureWorld, readable } from './world.ts';

const GRAPH = /graph\.microsoft\.com/;

async function site() {
  const world = azureWorld();
  const reader = await azureReader(world.access);
  const equipped = async (ids: readonly string[], kind: MemberKind = 'service', path?: string) => {
    const wanted = ids.map((id) => ({ member: id, kind, role: 'Reader' }));
    const answer = await reader.equip?.(await readable(reader, scope(path)), wanted);
    return answer?.ok === true ? answer : expect.fail('it must read');
  };
  const to = (id: string) => grant(wish({ member: member(id, 'service') }, 'deploy'));
  const asked = () => world.sim.calls.filter(({ url }) => GRAPH.test(url)).length;
  return { ...world, reader, equipped, to, asked };
}

describe('an id that is not what it stands for', () => {
  it('is told in the plan with the right one, and nothing is given to it', async () => {
    const { reader, equipped, to } = await site();
    const ids = [APPLICATIONS.grantkeeper, SERVICES.deployer, DELETED_PRINCIPAL];
    const told = reader.foresee?.(await equipped(ids), ids.map(to)) ?? [];
    expect(told).toEqual([
      {
        kind: 'refused',
        change: to(APPLICATIONS.grantkeeper),
        failure: {
          kind: 'not-found',
          message: expect.stringMatching(/^could not give Reader .*: this is the application \(client\) id of grantkeeper/) as string,
          hint: `Write the object id of its service principal (enterprise application): ${SERVICES.grantkeeper}`,
        },
      },
      { kind: 'note', grant: 'deploy', text: expect.stringContaining('nobody has this object id in the tenant') as string },
    ]);
  });

  it('is asked for once in a run, of services to whom something new is given, and of nobody else', async () => {
    const { equipped, asked, state } = await site();
    state.roleAssignments.push(ourOwn(wish({ member: member(SERVICES.deployer, 'service') })));
    await equipped([PEOPLE.ada], 'user');
    await equipped([SERVICES.deployer]);
    expect(asked()).toBe(0);
    await equipped([SERVICES.planner]);
    await equipped([SERVICES.planner], 'service', SCOPES.ledger);
    expect(asked()).toBe(1);
  });

  it('is nobody where the directory does not answer, at once', async () => {
    const { reader, equipped, to, fault, waits } = await site();
    fault({ kind: 'answer', status: 503 }, { path: /getByIds/, times: 99 });
    expect(reader.foresee?.(await equipped([APPLICATIONS.grantkeeper]), [to(APPLICATIONS.grantkeeper)])).toEqual([]);
    expect(waits).toEqual([]);
  });

  it('keeps nothing from being taken or changed that stands', async () => {
    const { reader, equipped, state } = await site();
    const desired = wish({ member: member(APPLICATIONS.planner, 'service') });
    state.roleAssignments.push(ourOwn(desired, { principalType: 'ServicePrincipal' }));
    const reading = await equipped([APPLICATIONS.planner, APPLICATIONS.grantkeeper]);
    const live = reading.live.find(({ binding }) => binding.member.id === APPLICATIONS.planner);
    expect(reader.foresee?.(reading, [revoke(live), alter('shorten', live, desired)])).toEqual([]);
  });
});
