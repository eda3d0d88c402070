import type { Scope } from '../../../src/domain/access.ts';
import type { DesiredBinding } from '../../../src/domain/change.ts';
import { later } from '../../../src/domain/instant.ts';
import type { Access, CloudReader, Readable } from '../../../src/providers/provider.ts';
import { simulateAzure } from '../../../src/sim/azure/azure.ts';
import { madeByHand } from '../../../src/sim/azure/by-hand.ts';
import { exampleAzure, TENANT, TOKENS } from '../../../src/sim/azure/example.ts';
import type { AzureState, RoleAssignment } from '../../../src/sim/azure/state.ts';
import { fixedClock } from '../../../src/sim/clock.ts';
import type { Fault, SimService } from '../../../src/sim/service.ts';
import { NOW, scope } from './samples.ts';

export interface AzureWorld {
  readonly access: Access;
  readonly sim: SimService;
  readonly waits: readonly number[];
  /** The tenant's state, to look into and to change as somebody else would. */
  readonly state: AzureState;
  readonly fault: (effect: Fault['effect'], on: Omit<Fault, 'effect'>) => void;
  /** URLs of the calls of a method since the start. */
  readonly sent: (method: string) => readonly string[];
}

/** The example organisation over the simulated Azure; waits move its clock on. */
export function azureWorld(more: Partial<Access> = {}): AzureWorld {
  const clock = fixedClock(NOW);
  const state = exampleAzure(NOW);
  const sim = simulateAzure({ store: { update: (use) => Promise.resolve(use(state)) }, clock });
  const waits: number[] = [];
  const access: Access = {
    fetch: sim.fetch,
    identity: { kind: 'token', token: TOKENS.grantkeeper },
    clock: () => clock.now(),
    sleep: async (ms) => {
      waits.push(ms);
      clock.advance(ms);
    },
    random: () => 0,
    reason: 'run 1 at 9f2c41d07a5b',
    stamp: 'acme-access',
    formerStamps: [],
    tenant: TENANT,
    ...more,
  };
  const sent = (method: string) => sim.calls.filter((call) => call.method === method).map((call) => call.url);
  return { access, sim, state, waits, sent, fault: (effect, on) => void sim.faults.push({ ...on, effect }) };
}

/** An assignment for the same scope, role and member as a wish, made by hand. */
export function byHand({ binding }: DesiredBinding, more: Partial<RoleAssignment> = {}): RoleAssignment {
  const triple = { scope: binding.scope.path, role: binding.role.id, principalId: binding.member.id, principalType: 'User' };
  return madeByHand(triple, later(NOW, -86_400_000), more);
}

export async function readable(reader: CloudReader, at: Scope = scope()): Promise<Readable> {
  const reading = await reader.read(at);
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading;
}
