import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/change.ts';
import type { LiveBinding } from '../../../src/domain/live-binding.ts';
import { draftOf, stillToDo, type Task } from '../../../src/providers/gcp/draft.ts';
import type { Policy } from '../../../src/providers/gcp/policy.ts';
import { liveBindings } from '../../../src/providers/gcp/wire.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { desired, instant, scopeOf } from './world.ts';

const scope = scopeOf('projects/payments-prod');
const until = instant('2026-11-23T17:00:00Z');
const wish = desired({ who: 'ada', role: 'reader', grant: 'g', until });
const tasks = (...changes: readonly Change[]): readonly Task[] => changes.map((change, at) => ({ at, asked: change, change, sent: false }));

const drafted = (policy: Policy, ...changes: readonly Change[]) => draftOf(scope, policy, tasks(...changes), 'acme-access');
const withOurs = drafted({ etag: 'x' }, grant(wish)).policy;
const held = heldIn(withOurs);

function heldIn(policy: Policy): LiveBinding {
  const [live] = liveBindings(scope, policy);
  if (live === undefined) throw new Error('nothing is held');
  return live;
}

describe('draftOf', () => {
  it('puts all changes into one policy', () => {
    const bo = desired({ who: 'bo', role: 'writer', grant: 'h', until });
    const draft = drafted(withOurs, revoke(held), grant(bo));
    expect(draft.pending.map(({ task }) => task.at)).toEqual([0, 1]);
    expect(draft.policy.bindings?.map(({ role }) => role)).toEqual(['roles/monitoring.editor']);
  });

  it('is drafted once for the same tasks on the same policy, and anew for any other', () => {
    const policy: Policy = { etag: 'x' };
    const all = tasks(grant(wish));
    const first = draftOf(scope, policy, all, 'acme-access');
    expect(draftOf(scope, policy, tasks(...all.map(({ change }) => change)), 'acme-access')).toBe(first);
    const others = [
      draftOf(scope, { ...policy }, all, 'acme-access'),
      draftOf(scopeOf('folders/77'), policy, all, 'acme-access'),
      draftOf(scope, policy, all, 'other'),
      draftOf(scope, policy, all, 'acme-access', 'user:me@example.com'),
      draftOf(
        scope,
        policy,
        all.map((task) => ({ ...task, sent: true })),
        'acme-access',
      ),
      draftOf(scope, policy, [], 'acme-access'),
    ];
    for (const other of others) expect(other).not.toBe(first);
    expect(others[4]?.pending[0]?.task.sent).toBe(true);
  });

  it('writes nothing where all stands', () => {
    const draft = drafted(withOurs, grant(wish));
    expect(draft).toMatchObject({ pending: [], standing: [{ at: 0 }], refused: [] });
    expect(draft.policy).toBe(withOurs);
  });

  it('does not call done what another change of the same draft would do', () => {
    const draft = drafted(withOurs, revoke(held), revoke(held));
    expect(draft.standing).toEqual([]);
    expect(draft.pending.length).toBe(2);
  });

  it('refuses what cannot be written, and what would not fit, without keeping the rest back', () => {
    const full: Policy = {
      etag: 'x',
      bindings: [{ role: 'roles/a', members: Array.from({ length: 1499 }, (_, at) => `user:u${at}@example.com`) }],
    };
    const odd = { ...wish, binding: { ...wish.binding, condition: 'a) || (a' } };
    const draft = drafted(
      full,
      grant(odd),
      grant({ ...wish, grant: 'Bad Name' }),
      grant(wish),
      grant(desired({ who: 'bo', role: 'reader', grant: 'h', until })),
    );
    expect(draft.refused.map(({ task, failure }) => [task.at, failure.kind])).toEqual([
      [0, 'invalid'],
      [1, 'invalid'],
      [3, 'unsafe'],
    ]);
    expect(draft.refused[0]?.failure.hint).toContain('one line');
    expect(draft.pending.map(({ task }) => task.at)).toEqual([2]);
  });
});

describe('stillToDo', () => {
  const longer = { ...wish, until: instant('2026-11-23T18:00:00Z') };
  const extend = alter('extend', held, longer);

  it('keeps what is asked for again, as it is now', () => {
    const moved = alter('extend', { ...held, handle: 'elsewhere' }, longer);
    const open = tasks(extend, grant(desired({ who: 'bo', role: 'reader', grant: 'h', until })));
    expect(stillToDo(open, [moved])).toEqual([{ at: 0, asked: extend, change: moved, sent: false }]);
  });

  it('tells two changes with one digest apart by what they change', () => {
    const one = revoke(held);
    const two = revoke({ ...held, handle: 'two' });
    const open = tasks(one, two);
    expect(stillToDo(open, [two])).toEqual(open.slice(1));
    expect(stillToDo(open, [two, one])).toEqual(open);
  });

  it('leaves out what nobody asked for', () => {
    expect(stillToDo(tasks(revoke(held)), [extend])).toEqual([]);
  });
});
