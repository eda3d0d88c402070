import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { type Instant, later, parseInstant } from '../../../src/domain/instant.ts';
import { fixedClock } from '../../../src/sim/clock.ts';
import { holds, whoCan } from '../../../src/sim/gcp/access.ts';
import { exampleGcp } from '../../../src/sim/gcp/example.ts';
import type { GcpState } from '../../../src/sim/gcp/state.ts';
import { simulateGcp } from '../../../src/sim/gcp/gcp.ts';
import { bind } from '../../../src/sim/gcp/writers.ts';
import type { SimService } from '../../../src/sim/service.ts';
import { fileStore } from '../../../src/sim/store.ts';
import { ADA, CRM, example, NINE, PROD, until } from './world.ts';

const END = parseInstant('2026-11-22T12:00:00Z') as Instant;
const LOGS = { member: ADA, role: 'roles/logging.viewer', resource: PROD };

function granted(expression: string, change: (state: GcpState) => void = () => undefined): GcpState {
  const state = exampleGcp(NINE);
  bind(state, PROD, { role: LOGS.role, members: [ADA], condition: { title: 'gk:acme-access:x', expression } });
  change(state);
  return state;
}

function ask(role: string, resource: string, change?: (state: GcpState) => void): boolean {
  return holds(granted('false', change), { member: 'user:Ada@example.com', role, resource }, NINE);
}

describe('holds', () => {
  it('proves that access ends at its second with nobody doing anything', async () => {
    const world = example();
    await world.add(PROD, { role: LOGS.role, members: [ADA], condition: until('2026-11-22T12:00:00Z') });
    expect(holds(world.state, LOGS, world.clock.now())).toBe(true);
    world.clock.set(later(END, -1));
    expect(holds(world.state, LOGS, world.clock.now())).toBe(true);
    world.clock.set(END);
    expect(holds(world.state, LOGS, world.clock.now())).toBe(false);
    expect((await world.policy(PROD)).bindings?.some((binding) => binding.members.includes(ADA))).toBe(true);
  });

  it('knows a start and an own condition', () => {
    const span = 'request.time >= timestamp("2026-11-22T10:00:00Z") && request.time < timestamp("2026-11-22T12:00:00Z")';
    const state = granted(`${span} && (resource.name.startsWith("projects/1"))`);
    expect(
      ['09:59:59', '10:00:00', '11:59:59', '12:00:00'].map((time) => holds(state, LOGS, parseInstant(`2026-11-22T${time}Z`) as Instant)),
    ).toEqual([false, true, true, false]);
  });

  it('asks the condition about what lies below, when told', () => {
    const state = granted('resource.type == "storage.googleapis.com/Bucket" && resource.name.endsWith("/ledger")');
    const target = { type: 'storage.googleapis.com/Bucket', service: 'storage.googleapis.com', name: 'projects/_/buckets/ledger' };
    expect([holds(state, LOGS, NINE), holds(state, { ...LOGS, target }, NINE)]).toEqual([false, true]);
  });

  it('counts what cannot be told as not granted', () => {
    expect(holds(granted('api.getAttribute("x", "") == "y"'), LOGS, NINE)).toBe(false);
    expect(holds(granted('!('), LOGS, NINE)).toBe(false);
  });

  it('sees access from above, through groups in groups, the domain and everybody', () => {
    expect(ask('roles/browser', 'projects/finance-archive')).toBe(true);
    expect(ask('roles/viewer', PROD)).toBe(true);
    expect(ask('roles/viewer', 'projects/search-prod')).toBe(false);
    expect(ask('roles/owner', PROD)).toBe(false);
    expect(ask('roles/owner', PROD, (state) => (state.groups['platform-admins@example.com'] = ['group:payments-oncall@example.com']))).toBe(
      true,
    );
    expect(
      ask('roles/owner', 'projects/100000000001', (state) => bind(state, 'folders/77', { role: 'roles/owner', members: ['allUsers'] })),
    ).toBe(true);
  });

  it('is true beside a condition that has ended, while a standing binding masks it', () => {
    const state = granted('request.time < timestamp("2026-11-22T08:00:00Z")', (one) =>
      bind(one, PROD, { role: LOGS.role, members: [ADA] }),
    );
    expect(holds(state, LOGS, NINE)).toBe(true);
  });

  it('refuses to answer about a place that does not exist', () => {
    expect(() => holds(exampleGcp(NINE), { ...LOGS, resource: 'projects/paymentsprod' }, NINE)).toThrow('has no projects/paymentsprod');
    expect(holds(exampleGcp(NINE), { ...LOGS, resource: `//cloudresourcemanager.googleapis.com/${PROD}` }, NINE)).toBe(false);
  });
});

describe('whoCan', () => {
  it('lists what is in force, where it stands', () => {
    const state = granted('request.time < timestamp("2026-11-22T12:00:00Z")');
    const ours = { resource: PROD, role: LOGS.role, member: ADA, title: 'gk:acme-access:x' };
    expect(whoCan(state, NINE)).toContainEqual(ours);
    expect(whoCan(state, NINE)).toContainEqual({ resource: PROD, role: 'roles/browser', member: 'user:zoe@example.com' });
    expect(whoCan(state, END)).not.toContainEqual(ours);
  });
});

describe('the example organisation', () => {
  it('has what a real one has beside ours', () => {
    const { bindings, auditConfigs } = exampleGcp(NINE).policies[PROD] ?? { bindings: [] };
    const titles = bindings.map((binding) => binding.condition?.title).filter((title) => title !== undefined);
    expect(titles).toEqual(['Created by: PAM', 'Expiring Access by 2026-12-22', 'gk:other-team:2026-11-20-x']);
    expect(bindings.flatMap((binding) => binding.members).filter((member) => member.startsWith('deleted:'))).toHaveLength(1);
    expect(auditConfigs).toHaveLength(1);
  });

  it('lives on in a file from one process to the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gcp-'));
    const clock = fixedClock(NINE);
    const service = (): SimService => simulateGcp({ store: fileStore(join(folder, 'gcp.json'), exampleGcp(NINE)), clock });
    const call = async (verb: string, body: unknown): Promise<Response> =>
      service().fetch(`${CRM}/v3/${PROD}:${verb}`, {
        method: 'POST',
        headers: { authorization: 'Bearer sim-token-grantkeeper' },
        body: JSON.stringify(body),
      });
    const bindings = [{ role: 'roles/browser', members: [ADA] }];
    expect((await call('setIamPolicy', { policy: { bindings } })).status).toBe(200);
    expect(await (await call('getIamPolicy', {})).json()).toMatchObject({ version: 1, bindings });
    rmSync(folder, { recursive: true, force: true });
  });

  it('would be accepted by its own service, word for word', async () => {
    const world = example((state) => {
      // The deleted member stands there already, as it must to be sent back.
      expect(Object.keys(state.policies)).toHaveLength(8);
    });
    for (const name of Object.keys(world.state.policies)) {
      const policy = await world.policy(name);
      expect([name, (await world.set(name, { ...policy, version: 3 })).status]).toEqual([name, 200]);
    }
  });
});
