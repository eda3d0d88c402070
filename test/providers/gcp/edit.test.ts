import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited, editOf, shows } from '../../../src/providers/gcp/edit.ts';
import type { Policy } from '../../../src/providers/gcp/policy.ts';
import { handleOf, handlesOf, liveBindings, type Pair, pairsOf } from '../../../src/providers/gcp/wire.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { desired, instant, scopeOf } from './world.ts';

const scope = scopeOf('projects/payments-prod');
const until = instant('2026-11-23T17:00:00Z');
const wish = desired({ who: 'ada', role: 'reader', grant: 'g', until });
const foreign = { role: 'roles/viewer', members: ['user:Zoe@example.com'], custom: { kept: [1, 2] } };
const start: Policy = { version: 1, etag: 'BwX=', bindings: [foreign], auditConfigs: [{ service: 'allServices' }] };

const pairs = (policy: Policy): readonly Pair[] => (policy.bindings ?? []).flatMap(pairsOf);

function after(policy: Policy, ...changes: Parameters<typeof editOf>[0][]): Policy {
  return changes.reduce((policy, change) => {
    const edit = editOf(change, 'acme-access');
    if (!edit.ok) throw new Error(edit.problem);
    const next = edited(policy, edit.value);
    expect(shows(next, edit.value)).toBe(true);
    expect(edited(next, edit.value)).toBe(next);
    return next;
  }, policy);
}

const live = (policy: Policy) => liveBindings(scope, policy).find(({ mark }) => mark !== undefined);

describe('edited', () => {
  it('adds one binding with one member at the end', () => {
    const policy = after(start, grant(wish));
    expect(policy).toEqual({
      ...start,
      bindings: [
        foreign,
        {
          role: 'roles/logging.viewer',
          members: ['user:ada@example.com'],
          condition: {
            title: 'gk:acme-access:g',
            description: 'grants/payments/g.yaml at 4f2a9c1d',
            expression: 'request.time < timestamp("2026-11-23T17:00:00Z")',
          },
        },
      ],
    });
    expect(policy.bindings?.[0]).toBe(foreign);
  });

  it('adds to a policy without bindings', () => {
    expect(after({ etag: 'x' }, grant(wish)).bindings?.length).toBe(1);
  });

  it('takes away, and drops what is empty then', () => {
    const policy = after(start, grant(wish));
    expect(after(policy, revoke(live(policy)))).toEqual(start);
  });

  it('renews in place', () => {
    const policy = after(after(start, grant(wish)), grant(desired({ who: 'bo', role: 'writer', grant: 'h', until })));
    const renewed = after(policy, alter('extend', live(policy), { ...wish, until: instant('2026-11-23T18:00:00Z') }));
    expect(renewed.bindings?.map(({ condition }) => /T(..)/.exec(condition?.expression ?? '')?.[1])).toEqual([undefined, '18', '17']);
    expect(renewed.bindings?.map(({ role }) => role)).toEqual(['roles/viewer', 'roles/logging.viewer', 'roles/monitoring.editor']);
  });

  it('splits ours out of a binding that somebody put another member into', () => {
    const ours = after(start, grant(wish)).bindings?.[1];
    if (ours === undefined) throw new Error('nothing was added');
    const shared: Policy = { ...start, bindings: [{ ...ours, members: ['user:eve@example.com', 'user:ADA@example.com'] }, foreign] };
    const mine = liveBindings(scope, shared).find(({ binding }) => binding.member.id === 'user:ada@example.com');
    expect(after(shared, revoke(mine)).bindings).toEqual([{ ...ours, members: ['user:eve@example.com'] }, foreign]);
    const extended = after(shared, alter('extend', mine, { ...wish, until: instant('2026-11-23T18:00:00Z') })).bindings;
    expect(extended?.map(({ members }) => members)).toEqual([['user:eve@example.com'], ['user:ada@example.com'], ['user:Zoe@example.com']]);
  });

  it('takes each copy of the same access', () => {
    const once = after(start, grant(wish));
    const twice: Policy = { ...once, bindings: [...(once.bindings ?? []), ...(once.bindings ?? []).slice(1)] };
    expect(after(twice, revoke(live(twice)))).toEqual(start);
  });

  it('does nothing where only a description differs, or what goes is gone', () => {
    const policy = after(start, grant(wish));
    const moved = editOf(alter('extend', live(policy), { ...wish, file: 'grants/payments/moved.yaml' }), 'acme-access');
    expect(moved.ok && edited(policy, moved.value)).toBe(policy);
    expect(after(start, revoke(live(policy)))).toBe(start);
    expect(edited(start, {})).toBe(start);
  });

  it('writes anew what was to be changed and is gone', () => {
    const policy = after(start, grant(wish));
    const later = { ...wish, until: instant('2026-11-23T18:00:00Z') };
    expect(after(start, alter('extend', live(policy), later))).toEqual(after(start, grant(later)));
  });

  it('only takes what goes where what comes is there already', () => {
    const later = { ...wish, until: instant('2026-11-23T18:00:00Z') };
    const both = after(start, grant(wish), grant(later));
    expect(after(both, alter('extend', live(both), later))).toEqual(after(start, grant(later)));
  });

  it('keeps a binding of others that had no members', () => {
    const policy: Policy = { ...start, bindings: [{ role: 'roles/odd', members: [] }, { role: 'roles/odd' }, foreign] };
    expect(after(policy, grant(wish)).bindings?.slice(0, 3)).toEqual(policy.bindings);
  });

  it('does to any policy what was asked, and nothing else', () => {
    const members = fc.constantFrom('user:a@x.y', 'user:A@x.y', 'group:g@x.y', 'deleted:user:a@x.y?uid=1', 'domain:x.y');
    const condition = fc.record({ title: fc.constantFrom('gk:s:g', 'theirs'), expression: fc.constantFrom('true', 'false') });
    const binding = fc
      .record({
        role: fc.constantFrom('roles/a', 'roles/b'),
        members: fc.array(members, { maxLength: 3 }),
        condition: fc.option(condition, { nil: undefined }),
      })
      .map(({ role, members, condition }) => ({ role, members, ...(condition === undefined ? {} : { condition }) }));
    const pair = fc.record({ role: fc.constantFrom('roles/a', 'roles/b'), member: members, condition });
    fc.assert(
      fc.property(
        fc.array(binding, { maxLength: 6 }),
        fc.option(pair, { nil: undefined }),
        fc.option(pair, { nil: undefined }),
        (bindings, out, add) => {
          const policy: Policy = { etag: 'x', bindings };
          const edit = { ...(out === undefined ? {} : { remove: handleOf(out) }), ...(add === undefined ? {} : { add }) };
          const next = edited(policy, edit);
          expect(shows(next, edit)).toBe(true);
          const goes = edit.remove === (add && handleOf(add)) ? undefined : edit.remove;
          const left = pairs(policy).filter((one) => handleOf(one) !== goes);
          const added = add !== undefined && !left.some((one) => handleOf(one) === handleOf(add)) ? [add] : [];
          expect(pairs(next).map(handleOf).sort()).toEqual([...left, ...added].map(handleOf).sort());
          const kept = new Set<unknown>(bindings);
          const untouched = bindings.filter((one) => goes === undefined || !handlesOf(one).includes(goes));
          expect(next.bindings?.filter((one) => kept.has(one))).toEqual(untouched);
        },
      ),
      { numRuns: 500, seed: 20261123 },
    );
  });
});

describe('editOf', () => {
  it('refuses a condition that cannot be written', () => {
    expect(editOf(grant({ ...wish, binding: { ...wish.binding, condition: 'a) || (a' } }), 'acme-access').ok).toBe(false);
  });
});

describe('shows', () => {
  it('sees what is missing, and what is still there', () => {
    const add = { role: 'roles/a', member: 'user:a@b.c' };
    expect(shows(start, { add })).toBe(false);
    expect(shows(start, { remove: handleOf({ role: 'roles/viewer', member: 'user:zoe@example.com' }) })).toBe(false);
    expect(shows(start, {})).toBe(true);
  });
});
