import { describe, expect, it } from 'vitest';
import { originOf } from '../../../src/providers/gcp/origin.ts';
import type { Policy } from '../../../src/providers/gcp/policy.ts';
import { handleOf, handlesOf, liveBindings } from '../../../src/providers/gcp/wire.ts';
import { instant, scopeOf } from './world.ts';

const scope = scopeOf('projects/payments-prod');
const expression = 'request.time < timestamp("2026-11-23T17:00:00Z")';

describe('liveBindings', () => {
  it('answers one for each member of each binding, in order', () => {
    const policy: Policy = {
      etag: 'x',
      bindings: [
        { role: 'roles/viewer', members: ['user:Ada@example.com', 'domain:Example.com', 'allUsers'] },
        {
          role: 'roles/logging.viewer',
          members: ['user:ada@example.com', 'user:bo@example.com'],
          condition: { title: 'gk:acme-access:g', expression },
        },
        { role: 'roles/empty' },
      ],
    };
    const live = liveBindings(scope, policy);
    expect(live.map(({ binding, conditional, mark }) => [binding.role.id, binding.member.id, conditional, mark?.grant])).toEqual([
      ['roles/viewer', 'user:ada@example.com', false, undefined],
      ['roles/viewer', 'domain:example.com', false, undefined],
      ['roles/viewer', 'allUsers', false, undefined],
      ['roles/logging.viewer', 'user:ada@example.com', true, 'g'],
      ['roles/logging.viewer', 'user:bo@example.com', true, 'g'],
    ]);
    expect(live[0]?.binding.member).toEqual({ kind: 'user', id: 'user:ada@example.com', shown: 'user:Ada@example.com' });
    expect(live[3]).toMatchObject({
      binding: { scope, role: { id: 'roles/logging.viewer', name: 'roles/logging.viewer' } },
      mark: { until: instant('2026-11-23T17:00:00Z') },
    });
    expect(live[3]?.binding.condition).toBeUndefined();
    expect(new Set(live.map(({ handle }) => handle)).size).toBe(5);
    expect(liveBindings(scope, { etag: 'x' })).toEqual([]);
  });

  it('shows the whole condition of others, and none of our end', () => {
    const policy: Policy = {
      bindings: [
        { role: 'roles/a', members: ['user:a@b.c'], condition: { title: 'theirs', expression } },
        { role: 'roles/b', members: ['user:a@b.c'], condition: { title: 'gk:acme-access:g', expression: `${expression} && (a || b)` } },
      ],
    };
    expect(liveBindings(scope, policy).map(({ binding }) => binding.condition)).toEqual([expression, 'a || b']);
  });

  it('keeps members apart whose case counts', () => {
    const member = 'principal://iam.googleapis.com/locations/global/workforcePools/P/subject/Ada';
    const gone = 'deleted:user:Ada@example.com?uid=1';
    const live = liveBindings(scope, { bindings: [{ role: 'roles/a', members: [member, gone, 'nonsense'] }] });
    expect(live.map(({ binding }) => [binding.member.kind, binding.member.id])).toEqual([
      ['other', member],
      ['other', gone],
      ['other', 'nonsense'],
    ]);
  });
});

describe('a deleted account', () => {
  const gone = 'deleted:user:Ada@example.com?uid=123';
  const policy: Policy = {
    bindings: [
      { role: 'roles/a', members: [gone, 'user:ada@example.com'], condition: { title: 'gk:acme-access:g', expression } },
      { role: 'roles/a', members: [gone] },
    ],
  };
  const [ours, alive, theirs] = liveBindings(scope, policy);

  it('still holds what we gave to it, so that it can be taken away', () => {
    expect(ours?.binding.member).toEqual({ kind: 'user', id: 'user:ada@example.com', shown: gone });
    expect(ours?.handle).not.toBe(alive?.handle);
  });

  it('is nobody otherwise', () => {
    expect(theirs?.binding.member).toEqual({ kind: 'other', id: gone, shown: gone });
  });
});

describe('handles', () => {
  it('are the same for the same access, whatever its description or the case of an address', () => {
    const pair = { role: 'roles/a', member: 'user:a@b.c', condition: { title: 't', expression, description: 'one' } };
    expect(handleOf({ ...pair, member: 'user:A@b.c', condition: { title: 't', expression } })).toBe(handleOf(pair));
    expect(handleOf({ ...pair, condition: { title: 'u', expression } })).not.toBe(handleOf(pair));
    expect(handleOf({ role: 'roles/a', member: 'user:a@b.c' })).not.toBe(handleOf({ ...pair, condition: { expression: '' } }));
  });

  it('are spelled once for a binding', () => {
    const binding = { role: 'roles/a', members: ['user:a@b.c'] };
    expect(handlesOf(binding)).toBe(handlesOf(binding));
    expect(handlesOf({ ...binding })).toEqual(handlesOf(binding));
  });
});

describe('originOf', () => {
  it.each([
    'serviceAccount:service-12345@gcp-sa-cloudasset.iam.gserviceaccount.com',
    'serviceAccount:service-186783260185@compute-system.iam.gserviceaccount.com',
    'serviceAccount:service-1@dataflow-service-producer-prod.iam.gserviceaccount.com',
    'serviceAccount:service-1@container-engine-robot.iam.gserviceaccount.com',
    'serviceAccount:service-1@gae-api-prod.google.com.iam.gserviceaccount.com',
    'serviceAccount:service-org-1@gcp-sa-logging.iam.gserviceaccount.com',
    'serviceAccount:service-folder-1@gcp-sa-logging.iam.gserviceaccount.com',
    'serviceAccount:service-p1@gcp-sa-accessapproval.iam.gserviceaccount.com',
    'serviceAccount:bq-1@bigquery-encryption.iam.gserviceaccount.com',
    'serviceAccount:1@cloudservices.gserviceaccount.com',
    'serviceAccount:1@cloudbuild.gserviceaccount.com',
  ])('knows the service agent %s', (member) => {
    expect(originOf(member, undefined)).toBe('service-agent');
  });

  it.each([
    'serviceAccount:service-12345@notiam.gserviceaccount.com',
    'serviceAccount:service-12345@my-project.iam.gserviceaccount.com',
    'serviceAccount:1-compute@developer.gserviceaccount.com',
    'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com',
    'serviceAccount:evil@gcp-sa-x.iam.gserviceaccount.com',
    'user:service-1@gcp-sa-x.iam.gserviceaccount.com',
    'user:ada@example.com',
  ])('takes %s for none', (member) => {
    expect(originOf(member, 'some title')).toBeUndefined();
  });

  it('knows the titles of other tools', () => {
    expect(originOf('user:ada@example.com', 'Created by: PAM')).toBe('pam');
    expect(originOf('user:ada@example.com', 'JIT access activation')).toBe('jit');
  });
});
