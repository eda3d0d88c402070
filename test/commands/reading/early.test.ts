import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/commands/apply.ts';
import { plan } from '../../../src/commands/plan.ts';
import { aWorld, grantFile } from '../../scenarios/world.ts';
import { withReader } from './reader.ts';

/** Over a few scopes, too. */
const EARLY = { earlyFrom: 1 };

/** One that says of no role what it is without being asked: then nothing is worked out before the last answer. */
const LATE = withReader((reader) => ({ ...reader, told: () => undefined }));

const DEBUG = grantFile({ access: ['{ role: debug, place: payments-prod }'], expires: '11:00' });
const LOGS = grantFile({ access: ['{ gcp: payments-prod, role: roles/logging.viewer }'], expires: '12:00' });
const TEST = grantFile({ access: ['{ gcp: payments-test, role: roles/logging.viewer }'], expires: '10:00' });

describe('what is worked out before the last answer', () => {
  it('plans the same, before anything is given, while it stands, and after a file was deleted', async () => {
    const world = await aWorld();
    const both = async () => {
      const [early, late] = [await world.run(plan, {}, [], EARLY), await world.run(plan, {}, [], { ...EARLY, ...LATE })];
      expect(early.json).toEqual(late.json);
      return early.json as { readonly changes: readonly unknown[]; readonly digest: string };
    };
    await world.land({ 'grants/payments/a.yaml': DEBUG, 'grants/payments/b.yaml': LOGS, 'grants/payments/c.yaml': TEST });
    expect((await both()).changes.length).toBeGreaterThan(2);
    await world.run(apply, { yes: true }, [], EARLY);
    expect((await both()).changes).toEqual([]);
    await world.land({ 'grants/payments/c.yaml': null });
    expect((await both()).changes).toHaveLength(1);
  });

  it('says beforehand that it is going to hold much: many scopes or many files, and not for a few', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/b.yaml': LOGS });
    let held = 0;
    const holdMuch = () => void (held += 1);
    await world.run(plan, {}, [], { holdMuch });
    expect(held).toBe(0);
    await world.run(plan, {}, [], { ...EARLY, holdMuch });
    expect(held).toBe(1);
    await world.land(Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`grants/payments/note-${at}.md`, `Note ${at}\n`])));
    await world.run(plan, {}, [], { holdMuch });
    expect(held).toBe(2);
  });

  it('compares what was read while the last scope is still on its way, and plans the same', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/b.yaml': LOGS, 'grants/payments/c.yaml': TEST });
    let foreseen = 0;
    const { promise: first, resolve } = Promise.withResolvers<void>();
    const slow = withReader((reader) => ({
      ...reader,
      read: async (scope) => {
        if (scope.path === 'projects/payments-test') await first;
        return reader.read(scope);
      },
      foresee: (...asked) => {
        foreseen += 1;
        resolve();
        return reader.foresee?.(...asked) ?? [];
      },
    }));
    const early = await world.run(plan, {}, [], { ...slow, ...EARLY });
    const [scopes, late] = [foreseen, await world.run(plan, {}, [], LATE)];
    expect(early.json).toEqual(late.json);
    // Two scopes change, and one of them was looked at before the other was there.
    expect(scopes).toBe(3);
  });

  it('works out nothing before the last answer over a few scopes, where nothing is spared', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/a.yaml': LOGS });
    const asked: string[] = [];
    const watched = withReader((reader) => ({
      ...reader,
      told: (scope, role) => {
        asked.push(role);
        return reader.told?.(scope, role);
      },
    }));
    await world.run(plan, {}, [], watched);
    expect(asked).toEqual([]);
    await world.run(plan, {}, [], { ...watched, ...EARLY });
    expect(asked).toEqual(['roles/logging.viewer']);
  });

  it('begins no read of a cloud before the ledger was read', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/a.yaml': LOGS });
    const order: string[] = [];
    const context = world.context();
    const forge = async () => {
      const open = await context.forge();
      if (typeof open === 'string') return open;
      const read: typeof open.own.read = async (branch, pick) => {
        const answer = await open.own.read(branch, pick);
        order.push(`read ${branch}`);
        return answer;
      };
      return { ...open, own: { ...open.own, read } };
    };
    const watched = withReader((reader) => ({
      ...reader,
      read: async (scope) => {
        order.push('read a scope');
        return reader.read(scope);
      },
    }));
    expect((await world.run(apply, { yes: true }, [], { forge, ...watched, ...EARLY })).exit).toBe(0);
    expect(order.indexOf('read a scope')).toBeGreaterThan(order.indexOf('read grantkeeper/ledger'));
    expect(order.indexOf('read grantkeeper/ledger')).toBe(0);
  });
});
