import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/change.ts';
import type { Policy, PolicyBinding } from '../../../src/providers/gcp/policy.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { liveBindings } from '../../../src/providers/gcp/wire.ts';
import { grant, revoke } from '../conformance.ts';
import { scripted } from '../scripted.ts';
import { desired, instant, scopeOf } from './world.ts';

const scope = scopeOf('projects/payments-prod');
const until = instant('2026-11-23T17:00:00Z');
const ada = grant(desired({ who: 'ada', role: 'reader', grant: 'one', until }));
const bo = grant(desired({ who: 'bo', role: 'reader', grant: 'two', until }));

const access = scripted([]);
const foresee = (bindings: readonly PolicyBinding[], changes: readonly Change[], more: Partial<Policy> = {}) => {
  const basis: Policy = { version: 3, etag: 'BwX=', bindings, ...more };
  return gcpReader(access).foresee?.({ ok: true, scope, live: [], basis }, changes);
};
const users = (count: number) => Array.from({ length: count }, (_, at) => `user:u${at}@example.com`);
const others: PolicyBinding = {
  role: 'roles/browser',
  members: ['user:zoe@example.com'],
  condition: { title: 'theirs', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' },
};

describe('foresee', () => {
  it('announces the first condition of a policy, once', () => {
    expect(foresee([{ role: 'roles/browser', members: users(3) }], [ada, bo])).toEqual([
      {
        kind: 'note',
        grant: 'one',
        text: 'this is the first condition on projects/payments-prod: scripts that add bindings there with gcloud must say --condition=None from now on',
      },
    ]);
    expect(foresee([others], [ada, bo])).toEqual([]);
  });

  it('says nothing of what is taken away', () => {
    const bindings = [
      { ...others, condition: { ...others.condition, title: 'gk:acme-access:old', expression: others.condition?.expression ?? '' } },
    ];
    const [live] = liveBindings(scope, { bindings });
    expect(foresee(bindings, [revoke(live)])).toEqual([]);
  });

  it('refuses what does not fit, and lets pass what does', () => {
    const full = [others, { role: 'roles/viewer', members: users(1498) }];
    expect(foresee(full, [ada, bo])).toEqual([
      {
        kind: 'refused',
        change: bo,
        failure: expect.objectContaining({
          kind: 'unsafe',
          message:
            'projects/payments-prod would have 1501 principals; at most 1500 are fit: roles/viewer 1498, roles/logging.viewer 2, roles/browser 1',
        }),
      },
      { kind: 'note', grant: 'one', text: expect.stringContaining('1500 of 1500 principals') },
    ]);
  });

  it('counts what is taken first', () => {
    const condition = { title: 'gk:acme-access:old', expression: others.condition?.expression ?? '' };
    const ours = { role: 'roles/browser', members: ['user:eve@example.com'], condition };
    const full = [ours, { role: 'roles/viewer', members: users(1499) }];
    const [live] = liveBindings(scope, { bindings: [ours] });
    expect(foresee(full, [ada])?.map(({ kind }) => kind)).toEqual(['refused']);
    expect(foresee(full, [ada, revoke(live)])?.filter(({ kind }) => kind === 'refused')).toEqual([]);
  });

  it('knows nothing of a policy that does not read, and asks nobody', () => {
    expect(foresee([], [ada], { version: 2 })).toEqual([]);
    expect(access.seen).toEqual([]);
  });

  it('does not write once more what stands under another spelling of the principal', () => {
    const condition = { title: 'gk:acme-access:one', expression: 'request.time < timestamp("2026-11-23T17:00:00Z")' };
    const spelled = (member: string, more: Partial<PolicyBinding> = {}): PolicyBinding => ({
      role: 'roles/logging.viewer',
      members: [member],
      condition,
      ...more,
    });
    const told = (binding: PolicyBinding, changes = [ada, bo]) => {
      const basis: Policy = { version: 3, etag: 'BwX=', bindings: [binding] };
      const live = liveBindings(scope, basis);
      return gcpReader(access)
        .foresee?.({ ok: true, scope, live, basis }, changes, live)
        .filter(({ kind }) => kind === 'refused');
    };
    expect(told(spelled('user:ada.byron@example.com'))).toEqual([
      {
        kind: 'refused',
        change: ada,
        failure: {
          kind: 'unsafe',
          message:
            'user:ada.byron@example.com stands at projects/payments-prod in the place of user:ada@example.com: Google seems to spell the principal so',
          hint: expect.stringContaining('policy/people'),
        },
      },
    ]);
    for (const other of [
      spelled('group:ada@example.com'),
      spelled('user:x@example.com', { role: 'roles/browser' }),
      spelled('user:x@example.com', { condition: { ...condition, title: 'gk:acme-access:three' } }),
      spelled('user:x@example.com', { condition: { ...condition, expression: 'request.time < timestamp("2026-11-23T18:00:00Z")' } }),
    ])
      expect(told(other)).toEqual([]);
    const live = liveBindings(scope, { bindings: [spelled('user:x@example.com')] })[0];
    expect(told(spelled('user:x@example.com'), [revoke(live)])).toEqual([]);
  });
});
