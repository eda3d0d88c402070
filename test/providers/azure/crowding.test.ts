import { describe, expect, it } from 'vitest';
import { bindingOf, type Change } from '../../../src/domain/change.ts';
import { later } from '../../../src/domain/instant.ts';
import type { LiveBinding } from '../../../src/domain/live-binding.ts';
import type { Foreseen } from '../../../src/domain/plan.ts';
import { crowding } from '../../../src/providers/azure/crowding.ts';
import type { Occupancy } from '../../../src/providers/azure/occupancy.ts';
import type { Proposed, Readable } from '../../../src/providers/provider.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { member, NOW, scope, wish } from './samples.ts';
import { HOUR } from './stage.ts';

const PAYMENTS: Occupancy = { of: 'the subscription "Payments" (0)', most: 4000, count: 3998, use: 'held by many' };
const SEARCH: Occupancy = { ...PAYMENTS, of: 'the subscription "Search" (1)', count: 10 };

const to = (path: string, who: string = PEOPLE.bo) => grant(wish({ scope: scope(path), member: member(who) }));

function live(path: string = SCOPES.paymentsGroup, who: string = PEOPLE.ada, more: Partial<LiveBinding> = {}): LiveBinding {
  const { binding, grant: id, until } = wish({ scope: scope(path), member: member(who) });
  return { binding, mark: { stamp: 'acme-access', grant: id, until }, conditional: false, handle: `${path}/${who}`, ...more };
}

function at(path: string, occupancy: unknown, changes: readonly Change[], bindings: readonly LiveBinding[] = []): Proposed {
  const reading: Readable = { ok: true, scope: scope(path), live: bindings, basis: { occupancy } };
  return { reading, changes };
}

/** What is said of changes in the subscription Payments and elsewhere. */
function foresee(...changes: readonly Change[]): readonly string[] {
  const places = Map.groupBy(changes, (change) => bindingOf(change).scope.path);
  const all = [...places].map(([path, some]) => at(path, path.startsWith(SCOPES.payments) ? PAYMENTS : SEARCH, some));
  return said(crowding(all, 'acme-access'));
}

function said(all: readonly Foreseen[]): readonly string[] {
  return all.map((one) => `${one.kind}: ${one.kind === 'refused' ? `${one.failure.message} | ${one.failure.hint ?? ''}` : one.text}`);
}

describe('the room of a subscription', () => {
  it('is shared by all its scopes: what fits in each alone is held back where it does not fit together', () => {
    const [group, resource, whole] = [to(SCOPES.paymentsGroup), to(SCOPES.ledger), to(SCOPES.payments, PEOPLE.chi)];
    for (const one of [group, resource, whole]) expect(foresee(one)).toEqual([expect.stringContaining('note: ')]);
    const [only, ...none] = foresee(group, resource, whole, to(SCOPES.searchGroup));
    expect(none).toEqual([]);
    expect(only).toBe(
      `refused: could not give Reader at ${SCOPES.payments} to ada (${PEOPLE.chi}): the subscription "Payments" (0) has 3998 of the 4000 ` +
        'role assignments that Azure allows (RoleAssignmentLimitExceeded); by this plan 0 would go and 3 come; ' +
        'held by many | Take away role assignments that nobody needs, such as those of deleted principals, which `grantkeeper drift` names, ' +
        'or give to a group instead of to each person (4,000 fit in a subscription with all that lies in it, 500 at a management group). ' +
        'It is tried again in each run.',
    );
  });

  it('is what would be there after the plan: what goes in one scope makes room in another', () => {
    const three = [to(SCOPES.ledger), to(SCOPES.ledger, PEOPLE.chi), to(SCOPES.payments)];
    expect(foresee(...three)).toEqual([expect.stringContaining('refused: ')]);
    expect(foresee(revoke(live()), ...three)).toEqual([
      'note: the subscription "Payments" (0) would have 4000 of the 4000 role assignments that Azure allows: held by many',
    ]);
    const later1 = later(NOW, HOUR);
    for (const gone of [
      live(SCOPES.paymentsGroup, PEOPLE.ada, { standby: 'eligible' }),
      live(SCOPES.payments, PEOPLE.ada, { starts: later1 }),
    ])
      expect(foresee(revoke(gone), ...three)).toEqual([expect.stringMatching(/^refused: .*; by this plan 0 would go and 3 come/)]);
  });

  it('is not taken by what is made in the place of another, or changed where it is', () => {
    const taken = { ...to(SCOPES.ledger), over: live(SCOPES.ledger, PEOPLE.bo) } as Change;
    expect(foresee(taken, alter('extend', live(), wish()))).toEqual([]);
  });

  it.each([
    [3199, []],
    [3200, [expect.stringMatching(/^note: .* would have 3201 of the 4000 role assignments/)]],
    [4000, [expect.stringMatching(/^refused: /)]],
    [4007, [expect.stringMatching(/^refused: /)]],
  ])('with %i in it says of one more: %j', (count, told) => {
    expect(said(crowding([at(SCOPES.ledger, { ...PAYMENTS, count }, [to(SCOPES.ledger)])], 's'))).toEqual(told);
  });

  it('that is not known stops nothing', () => {
    for (const why of ['403', undefined]) expect(crowding([at(SCOPES.ledger, why, [to(SCOPES.ledger)])], 's')).toEqual([]);
  });
});

describe('the room of a management group', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, no) => live(SCOPES.acme, `eeee0000-0000-4000-8000-${String(no).padStart(12, '0')}`));

  it('is counted on its reading alone: neither what lies above, nor what begins later', () => {
    const above = [live('/'), live(SCOPES.acme, PEOPLE.ada, { starts: later(NOW, HOUR) })];
    const full = at(SCOPES.acme, undefined, [to(SCOPES.acme), to(SCOPES.acme, PEOPLE.chi)], [...many(499), ...above]);
    expect(said(crowding([full], 'acme-access'))).toEqual([
      expect.stringMatching(
        /^refused: .*the management group acme has 499 of the 500 role .*held most by user eeee.* 1, .* more; 499 with our stamp/,
      ),
    ]);
    expect(said(crowding([full], 'another'))).toEqual([expect.stringContaining('; 0 with our stamp')]);
  });

  it('is none at the root', () => {
    expect(crowding([at('/', undefined, [to('/')], many(600))], 's')).toEqual([]);
  });
});
