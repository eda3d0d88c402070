import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/change.ts';
import { later } from '../../../src/domain/instant.ts';
import type { LiveBinding } from '../../../src/domain/live-binding.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { gcpWriter } from '../../../src/providers/gcp/writer.ts';
import type { Access, Readable } from '../../../src/providers/provider.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { type Scripted, scripted } from '../scripted.ts';
import { storm } from './storm.ts';
import { bindingsOf, desired, gcpWorld, instant, NOW, plant, scopeOf } from './world.ts';

const scope = scopeOf('projects/payments-prod');
const until = instant('2026-11-23T17:00:00Z');
const wish = (grant: string, who: 'ada' | 'bo' | 'nobody' = 'ada', role: 'reader' | 'writer' = 'reader') =>
  desired({ who, role, grant, until });
const stamped = (live: readonly LiveBinding[]) => live.filter(({ mark }) => mark?.stamp === 'acme-access');

async function read(access: Access): Promise<Readable> {
  const reading = await gcpReader(access).read(scope);
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading;
}

/** Answers the write of whatever policy was sent, as Google does: with the policy and a new etag. */
const accepts = (body: string, etag = 'NEW='): Scripted => ({ json: { ...(JSON.parse(body) as { policy: object }).policy, etag } });

const aborted: Scripted = {
  status: 409,
  json: { error: { code: 409, status: 'ABORTED', message: 'There were concurrent policy changes.' } },
};
const bare = { version: 1, etag: 'OLD=', bindings: [{ role: 'roles/browser', members: ['user:zoe@example.com'] }] };
const reading = (basis: unknown = bare): Readable => ({ ok: true, scope, live: [], basis });
const all = (changes: readonly Change[]) => () => changes;

describe('apply', () => {
  it('needs one read and one write for all changes of a scope, and says why it writes', async () => {
    const world = gcpWorld();
    const changes = [grant(wish('one')), grant(wish('two', 'bo')), grant(wish('three', 'ada', 'writer'))];
    const { outcomes, reading } = await gcpWriter(world.access).apply(await read(world.access), changes, all([]));
    expect(outcomes.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied']);
    expect(world.service.calls.map(({ url }) => url.split(':').at(-1))).toEqual(['getIamPolicy', 'setIamPolicy']);
    expect(world.service.calls[1]?.headers['x-goog-request-reason']).toBe('grantkeeper run 1 at 4f2a9c1');
    const sent = JSON.parse(world.service.calls[1]?.body ?? '') as { policy: { version: number; etag: string }; updateMask?: string };
    expect(Object.keys(sent)).toEqual(['policy']);
    expect(sent.policy).toMatchObject({ version: 3, etag: expect.stringMatching(/\S/) });
    expect(outcomes[0]).toMatchObject({ at: NOW, evidence: expect.stringMatching(/^etag \S+=$/) });
    expect(stamped(reading.live).length).toBe(3);
    expect(await read(world.access)).toMatchObject({ basis: reading.basis });
  });

  it('needs two writes for what takes and what gives, and one read', async () => {
    const world = gcpWorld();
    const writer = gcpWriter(world.access);
    const before = await writer.apply(await read(world.access), [grant(wish('old'))], all([]));
    const from = world.service.calls.length;
    const takes = await writer.apply(before.reading, [revoke(stamped(before.reading.live)[0])], all([]));
    const gives = await writer.apply(takes.reading, [grant(wish('new'))], all([]));
    expect([...takes.outcomes, ...gives.outcomes].map(({ status }) => status)).toEqual(['applied', 'applied']);
    expect(world.service.calls.slice(from).map(({ url }) => url.split(':').at(-1))).toEqual(['setIamPolicy', 'setIamPolicy']);
    expect(stamped(gives.reading.live).map(({ mark }) => mark?.grant)).toEqual(['new']);
  });

  it('writes nothing when all stands, and nothing when nothing is asked', async () => {
    const world = gcpWorld();
    const writer = gcpWriter(world.access);
    const { reading } = await writer.apply(await read(world.access), [grant(wish('one'))], all([]));
    const writes = world.writes();
    const again = await writer.apply(reading, [grant({ ...wish('one'), file: 'grants/payments/moved.yaml', commit: 'ffff' })], all([]));
    expect(again.outcomes).toMatchObject([{ status: 'already-so', evidence: expect.stringContaining('etag ') }]);
    expect(await writer.apply(reading, [], all([]))).toEqual({ outcomes: [], reading });
    expect(world.writes()).toBe(writes);
  });

  it('keeps what it does not know, in order', async () => {
    const world = gcpWorld((state) =>
      plant(state, { role: 'roles/browser', members: ['user:Zoe@Example.com', 'deleted:user:x@example.com?uid=1'], later: { field: 1 } }),
    );
    const before = JSON.stringify(bindingsOf(world.state));
    const writer = gcpWriter(world.access);
    const { reading } = await writer.apply(await read(world.access), [grant(wish('one'))], all([]));
    expect(JSON.stringify(bindingsOf(world.state).slice(0, -1))).toBe(before);
    await writer.apply(reading, [revoke(stamped(reading.live)[0])], all([]));
    expect(JSON.stringify(bindingsOf(world.state))).toBe(before);
  });

  it('splits our member out of a binding that somebody widened', async () => {
    const world = gcpWorld();
    const writer = gcpWriter(world.access);
    const { reading } = await writer.apply(await read(world.access), [grant(wish('one'))], all([]));
    const ours = bindingsOf(world.state).at(-1);
    if (ours === undefined) throw new Error('nothing was written');
    Object.assign(world.state.policies, {
      'projects/payments-prod': {
        ...world.state.policies['projects/payments-prod'],
        bindings: [{ ...ours, members: [...ours.members, 'user:eve@example.com'] }],
      },
    });
    expect(reading.ok).toBe(true);
    const now = await read(world.access);
    const mine = stamped(now.live).find(({ binding }) => binding.member.id === 'user:ada@example.com');
    const { outcomes } = await writer.apply(now, [revoke(mine)], all([]));
    expect(outcomes[0]?.status).toBe('applied');
    expect(bindingsOf(world.state).map(({ members }) => members)).toEqual([['user:eve@example.com']]);
  });

  it('rewrites what somebody tampered with', async () => {
    const world = gcpWorld((state) =>
      plant(state, {
        role: 'roles/logging.viewer',
        members: ['user:ada@example.com'],
        condition: { title: 'gk:acme-access:one', expression: 'request.time < timestamp("2030-01-01T00:00:00Z") || true' },
      }),
    );
    const now = await read(world.access);
    const [tampered] = stamped(now.live);
    expect(tampered?.mark?.until).toBeUndefined();
    const { outcomes, reading } = await gcpWriter(world.access).apply(now, [alter('restore', tampered, wish('one'))], all([]));
    expect(outcomes[0]?.status).toBe('applied');
    expect(stamped(reading.live).map(({ mark }) => mark?.until)).toEqual([until]);
  });
});

describe('however Google spells a policy', () => {
  it.each([
    { merge: true, reorder: true },
    { split: true, reorder: true, lowerCase: true },
    { merge: true, lowerCase: true },
  ])('%j, it takes from one and leaves the other', async (spelling) => {
    const world = gcpWorld((state) => (state.spelling = spelling));
    const writer = gcpWriter(world.access);
    const given = await writer.apply(await read(world.access), [grant(wish('one')), grant(wish('one', 'bo'))], all([]));
    expect(given.outcomes.map(({ status }) => status)).toEqual(['applied', 'applied']);
    const of = (live: readonly LiveBinding[], id: string) => stamped(live).find(({ binding }) => binding.member.id === id);
    const taken = await writer.apply(given.reading, [revoke(of(given.reading.live, 'user:ada@example.com'))], all([]));
    expect(taken.outcomes[0]?.status).toBe('applied');
    expect(stamped((await read(world.access)).live).map(({ binding }) => binding.member.id)).toEqual(['user:bo@example.com']);
  });

  it('does not loop on an address that stands for another', async () => {
    const world = gcpWorld((state) => (state.spelling = { aliases: { 'ada@example.com': 'ada.byron@example.com' } }));
    const change = grant(wish('one'));
    const { outcomes } = await gcpWriter(world.access).apply(await read(world.access), [change], all([change]));
    expect(outcomes).toMatchObject([{ status: 'unverified', failure: { message: expect.stringContaining('user:ada.byron@example.com') } }]);
    expect(world.writes()).toBe(1);
  });

  it('gets through where reads lag behind writes', async () => {
    const world = gcpWorld((state) => (state.lag = { reads: 2 }));
    const writer = gcpWriter(world.access);
    world.trouble({ kind: 'cut-after-write' });
    const change = grant(wish('one'));
    const again = (live: readonly LiveBinding[]) => (stamped(live).length > 0 ? [] : [change]);
    const { outcomes } = await writer.apply(await read(world.access), [change], again);
    expect(outcomes).toMatchObject([{ status: 'applied' }]);
    expect(bindingsOf(world.state).filter(({ condition }) => condition?.title === 'gk:acme-access:one').length).toBe(1);
  });

  it('takes away what a deleted account held', async () => {
    const robot = 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com';
    const condition = { title: 'gk:acme-access:one', expression: 'request.time < timestamp("2026-11-23T17:00:00Z")' };
    const world = gcpWorld((state) =>
      plant(state, { role: 'roles/browser', members: [`deleted:${robot}?uid=110000000000000000001`], condition }),
    );
    const now = await read(world.access);
    expect(stamped(now.live).map(({ binding }) => binding.member.id)).toEqual([robot]);
    const { outcomes } = await gcpWriter(world.access).apply(now, [revoke(stamped(now.live)[0])], all([]));
    expect(outcomes).toMatchObject([{ status: 'applied' }]);
  });
});

describe('when others write too', () => {
  it('begins anew with a new reading, and writes what is still to do', async () => {
    const world = gcpWorld();
    world.trouble({ kind: 'second-writer', times: 2 });
    const change = grant(wish('one'));
    const asked: number[] = [];
    const { outcomes } = await gcpWriter(world.access).apply(
      await read(world.access),
      [change],
      (live) => (asked.push(live.length), [change]),
    );
    expect(outcomes[0]?.status).toBe('applied');
    expect(world.service.calls.map(({ url }) => url.split(':').at(-1))).toEqual([
      'getIamPolicy',
      'setIamPolicy',
      'getIamPolicy',
      'setIamPolicy',
      'getIamPolicy',
      'setIamPolicy',
    ]);
    expect(asked[1]).toBe((asked[0] ?? 0) + 1);
    expect(world.waits).toEqual([1500, 2500]);
  });

  it('leaves alone what has come to be so meanwhile', async () => {
    const access = scripted([aborted, { json: { ...bare, etag: 'B=' } }]);
    const { outcomes, reading: after } = await gcpWriter(access).apply(reading(), [grant(wish('one'))], all([]));
    expect(outcomes).toMatchObject([{ status: 'already-so', evidence: 'etag B=' }]);
    expect(after.basis).toMatchObject({ etag: 'B=' });
  });

  it('gives up after eight tries, and says that it was a conflict', async () => {
    const access = scripted(({ url }) => (url.endsWith(':getIamPolicy') ? { json: bare } : aborted));
    const change = grant(wish('one'));
    const { outcomes } = await gcpWriter(access).apply(reading(), [change], all([change]));
    expect(outcomes).toMatchObject([
      { status: 'failed', failure: { kind: 'conflict', message: expect.stringContaining('concurrent policy changes') } },
    ]);
    expect(access.seen.filter(({ url }) => url.endsWith(':setIamPolicy')).length).toBe(8);
  });

  it('gives up after five minutes', async () => {
    const slow: Scripted = { status: 429, headers: { 'retry-after': '60' }, json: { error: { status: 'RESOURCE_EXHAUSTED' } } };
    const access = scripted(({ url }) => (url.endsWith(':getIamPolicy') ? { json: bare } : slow));
    const change = grant(wish('one'));
    const { outcomes } = await gcpWriter(access).apply(reading(), [change], all([change]));
    expect(outcomes).toMatchObject([{ status: 'failed', failure: { kind: 'transient' } }]);
    expect(access.seen.filter(({ url }) => url.endsWith(':setIamPolicy')).length).toBe(5);
  });

  it('treats 412 like 409 where somebody wrote meanwhile', async () => {
    const access = scripted(({ url, body }) =>
      access.seen.length === 1 ? { status: 412 } : url.endsWith(':getIamPolicy') ? { json: { ...bare, etag: 'B=' } } : accepts(body),
    );
    const change = grant(wish('one'));
    expect((await gcpWriter(access).apply(reading(), [change], all([change]))).outcomes).toMatchObject([
      { status: 'applied', evidence: 'etag NEW=' },
    ]);
  });
});

describe('a 412 although nobody wrote meanwhile', () => {
  const forbidden: Scripted = { status: 412, json: { error: { code: 412, message: 'a policy of the organization forbids it' } } };

  it('is a refusal: said after one more look, in the words of the service', async () => {
    const access = scripted(({ url }) => (url.endsWith(':getIamPolicy') ? { json: bare } : forbidden));
    const change = grant(wish('one'));
    const { outcomes } = await gcpWriter(access).apply(reading(), [change], all([change]));
    expect(outcomes).toMatchObject([{ status: 'failed', failure: { kind: 'invalid', message: expect.stringContaining('forbids it') } }]);
    expect(access.seen.length).toBe(2);
  });

  it('is found among several changes', async () => {
    const access = scripted(({ url, body }) =>
      url.endsWith(':getIamPolicy') ? { json: bare } : body.includes('user:bo@') ? forbidden : accepts(body, 'OLD='),
    );
    const changes = [grant(wish('one')), grant(wish('two', 'bo'))];
    const again = (live: readonly LiveBinding[]) => (live.some(({ mark }) => mark?.grant === 'one') ? changes.slice(1) : changes);
    const { outcomes } = await gcpWriter(access).apply(reading(), changes, again);
    expect(outcomes.map(({ status }) => status)).toEqual(['applied', 'failed']);
  });
});

describe('an account of others that was deleted after we read', () => {
  const gone = 'serviceAccount:gone@payments-prod.iam.gserviceaccount.com';
  const withAccount = { ...bare, bindings: [...bare.bindings, { role: 'roles/browser', members: [gone] }] };
  const missing: Scripted = {
    status: 400,
    json: { error: { code: 400, status: 'INVALID_ARGUMENT', message: `Service account ${gone.slice(15)} does not exist.` } },
  };

  it('is refused by its old name: the policy is read anew, where it stands as deleted, and goes back as it stands', async () => {
    const now = { ...bare, etag: 'B=', bindings: [...bare.bindings, { role: 'roles/browser', members: [`deleted:${gone}?uid=1`] }] };
    const access = scripted(({ url, body }) =>
      url.endsWith(':getIamPolicy') ? { json: now } : body.includes('deleted:') ? accepts(body) : missing,
    );
    const change = grant(wish('one'));
    const { outcomes } = await gcpWriter(access).apply(reading(withAccount), [change], all([change]));
    expect(outcomes).toMatchObject([{ status: 'applied' }]);
    expect(access.seen.map(({ url }) => url.split(':').at(-1))).toEqual(['setIamPolicy', 'getIamPolicy', 'setIamPolicy']);
    expect(access.seen.at(-1)?.body).toContain(`deleted:${gone}?uid=1`);
  });

  it('is said where nothing moved meanwhile', async () => {
    const access = scripted(({ url }) => (url.endsWith(':getIamPolicy') ? { json: withAccount } : missing));
    const change = grant(wish('one'));
    const { outcomes } = await gcpWriter(access).apply(reading(withAccount), [change], all([change]));
    expect(outcomes).toMatchObject([
      { status: 'failed', failure: { kind: 'invalid', message: expect.stringContaining('does not exist') } },
    ]);
    expect(access.seen.length).toBe(2);
  });

  it('is no reason to read anew where we named it ourselves', async () => {
    const access = scripted([missing]);
    const wanted = wish('one');
    const member = { kind: 'service', id: gone, shown: gone } as const;
    const { outcomes } = await gcpWriter(access).apply(reading(), [grant({ ...wanted, binding: { ...wanted.binding, member } })], all([]));
    expect(outcomes).toMatchObject([{ status: 'failed', failure: { kind: 'invalid' } }]);
    expect(access.seen.length).toBe(1);
  });
});

describe('when nobody knows what became of a write', () => {
  it('finds out by reading, and does not write twice', async () => {
    const world = gcpWorld();
    world.trouble({ kind: 'cut-after-write' });
    const { outcomes } = await gcpWriter(world.access).apply(await read(world.access), [grant(wish('one'))], all([]));
    expect(outcomes).toMatchObject([{ status: 'applied' }]);
    expect(world.writes()).toBe(1);
  });

  it('writes again what did not arrive', async () => {
    const world = gcpWorld();
    world.trouble({ kind: 'unavailable', what: 'write' });
    const change = grant(wish('one'));
    const { outcomes } = await gcpWriter(world.access).apply(await read(world.access), [change], all([change]));
    expect(outcomes).toMatchObject([{ status: 'applied' }]);
    expect(world.writes()).toBe(2);
  });

  it('calls done what stands by itself, even if it is asked for again', async () => {
    const world = gcpWorld();
    world.trouble({ kind: 'cut-after-write' });
    const change = grant(wish('one'));
    const { outcomes } = await gcpWriter(world.access).apply(await read(world.access), [change], all([change]));
    expect(outcomes).toMatchObject([{ status: 'applied' }]);
    expect(world.writes()).toBe(1);
  });

  it('takes an answer that is no policy for no answer', async () => {
    const change = grant(wish('one'));
    const answers: Scripted[] = [
      { json: { odd: true } },
      { json: bare },
      { text: '{"version": 3, "bind' },
      { json: bare },
      { status: 200, json: { version: 3, etag: 'X=', bindings: [] } },
    ];
    const access = scripted(answers);
    const { outcomes } = await gcpWriter(access).apply(reading(), [change], all([change]));
    expect(outcomes).toMatchObject([{ status: 'unverified', evidence: 'etag X=' }]);
  });

  it('says that it does not know when it cannot read either', async () => {
    const denied: Scripted = { status: 403, json: { error: { status: 'PERMISSION_DENIED' } } };
    const { outcomes } = await gcpWriter(scripted(['cut', denied])).apply(reading(), [grant(wish('one'))], all([]));
    expect(outcomes).toMatchObject([{ status: 'unverified', failure: { kind: 'forbidden' } }]);
    const conflicted = await gcpWriter(scripted([aborted, denied])).apply(reading(), [grant(wish('one'))], all([]));
    expect(conflicted.outcomes).toMatchObject([{ status: 'failed', failure: { kind: 'forbidden' } }]);
  });

  it('does not believe a write that is not shown', async () => {
    const alias = {
      ...bare,
      etag: 'N=',
      bindings: [
        {
          role: 'roles/logging.viewer',
          members: ['user:ada.byron@example.com'],
          condition: { title: 'gk:acme-access:one', expression: 'request.time < timestamp("2026-11-23T17:00:00Z")' },
        },
      ],
    };
    const { outcomes } = await gcpWriter(scripted([{ json: alias }])).apply(reading(), [grant(wish('one'))], all([]));
    expect(outcomes).toMatchObject([
      {
        status: 'unverified',
        evidence: 'etag N=',
        failure: {
          message: expect.stringContaining('user:ada.byron@example.com stands there instead'),
          hint: expect.stringContaining('policy/people'),
        },
      },
    ]);
  });

  it('does not believe a revocation that is not shown', async () => {
    const world = gcpWorld();
    const { reading: now } = await gcpWriter(world.access).apply(await read(world.access), [grant(wish('one'))], all([]));
    const access = scripted([{ json: now.basis }]);
    const { outcomes } = await gcpWriter(access).apply(now, [revoke(stamped(now.live)[0])], all([]));
    expect(outcomes).toMatchObject([
      { status: 'unverified', failure: { message: 'projects/payments-prod was written, but its policy does not show the change' } },
    ]);
  });
});

describe('when Google refuses', () => {
  it('finds the bad among many with few writes, and lets the rest through', async () => {
    const world = gcpWorld();
    const changes = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => grant(wish(`g${at}`, at === 5 ? 'nobody' : 'ada')));
    const { outcomes, reading } = await gcpWriter(world.access).apply(await read(world.access), changes, all([]));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'applied',
      'applied',
      'applied',
      'applied',
      'applied',
      'failed',
      'applied',
      'applied',
    ]);
    expect(outcomes[5]?.failure).toMatchObject({ kind: 'invalid', message: expect.stringContaining('nobody@example.com') });
    expect(stamped(reading.live).length).toBe(7);
    expect(world.writes()).toBe(7);
    expect(world.service.calls.filter(({ url }) => url.endsWith(':getIamPolicy')).length).toBe(1);
  });

  it('does what takes access before what gives it', async () => {
    const world = gcpWorld();
    const writer = gcpWriter(world.access);
    const { reading } = await writer.apply(await read(world.access), [grant(wish('old'))], all([]));
    const from = world.service.calls.length;
    const { outcomes } = await writer.apply(reading, [grant(wish('bad', 'nobody')), revoke(stamped(reading.live)[0])], all([]));
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'applied']);
    const bodies = world.service.calls.slice(from).map(({ body }) => [body.includes('gk:acme-access:old'), body.includes('nobody')]);
    expect(bodies).toEqual([
      [false, true],
      [false, false],
      [false, true],
    ]);
  });

  it('parts all that takes from all that gives, however many there are of each', async () => {
    const world = gcpWorld();
    const writer = gcpWriter(world.access);
    const { reading } = await writer.apply(await read(world.access), [grant(wish('old'))], all([]));
    const from = world.service.calls.length;
    const gives = [grant(wish('bad', 'nobody')), grant(wish('new', 'bo')), grant(wish('more', 'ada', 'writer'))];
    await writer.apply(reading, [...gives, revoke(stamped(reading.live)[0])], all([]));
    const bodies = world.service.calls.slice(from).map(({ body }) => body);
    expect(bodies[0]).toContain('nobody');
    expect(['old', 'bad', 'new', 'more'].map((id) => bodies[1]?.includes(`gk:acme-access:${id}`))).toEqual([false, false, false, false]);
  });

  it('parts what takes into halves where nothing is given', async () => {
    const world = gcpWorld();
    const { reading } = await gcpWriter(world.access).apply(
      await read(world.access),
      [grant(wish('one')), grant(wish('two', 'bo'))],
      all([]),
    );
    const refusal: Scripted = { status: 400, json: { error: { status: 'INVALID_ARGUMENT', message: 'no' } } };
    const access = scripted(({ body }) => (body.includes('gk:acme-access:two') ? accepts(body) : refusal));
    const { outcomes } = await gcpWriter(access).apply(
      reading,
      stamped(reading.live).map((one) => revoke(one)),
      all([]),
    );
    expect(outcomes.map(({ change, status }) => [change.verb === 'revoke' ? change.live.mark?.grant : '', status])).toEqual([
      ['one', 'applied'],
      ['two', 'failed'],
    ]);
  });

  it('names what is missing, and tries the other roles', async () => {
    const denied: Scripted = {
      status: 403,
      json: { error: { status: 'PERMISSION_DENIED', message: 'The caller does not have permission' } },
    };
    const access = scripted(({ body }) => (body.includes('monitoring.editor') ? denied : accepts(body)));
    const changes = [grant(wish('one')), grant(wish('two', 'bo', 'writer')), grant(wish('three', 'bo'))];
    const { outcomes } = await gcpWriter(access).apply(reading(), changes, all([]));
    expect(outcomes.map(({ status }) => status)).toEqual(['applied', 'failed', 'applied']);
    expect(outcomes[1]?.failure).toMatchObject({
      kind: 'forbidden',
      hint: expect.stringContaining('resourcemanager.projects.setIamPolicy'),
    });
    expect(access.seen.length).toBe(3);
  });

  it('tells a scope that is gone', async () => {
    const { outcomes } = await gcpWriter(scripted([{ status: 404, json: { error: { status: 'NOT_FOUND' } } }])).apply(
      reading(),
      [grant(wish('one')), grant(wish('two'))],
      all([]),
    );
    expect(outcomes).toMatchObject([
      { status: 'failed', failure: { kind: 'not-found' } },
      { status: 'failed', failure: { kind: 'not-found' } },
    ]);
  });
});

describe('when it is not safe to write', () => {
  it.each([
    [{ version: 1, bindings: [] }, 'no etag'],
    [{ version: 2, etag: 'x' }, 'version 2'],
    [null, 'no policy'],
  ])('does not write on %j', async (basis, problem) => {
    const access = scripted([]);
    const { outcomes } = await gcpWriter(access).apply(reading(basis), [grant(wish('one'))], all([]));
    expect(outcomes).toMatchObject([{ status: 'failed', failure: { kind: 'unsafe', message: expect.stringContaining(problem) } }]);
    expect(access.seen).toEqual([]);
  });

  it('refuses what cannot be marked or does not fit, and does the rest', async () => {
    const access = scripted(({ body }) => accepts(body));
    const full = { ...bare, bindings: [{ role: 'roles/a', members: Array.from({ length: 1499 }, (_, at) => `user:u${at}@example.com`) }] };
    const odd = { ...wish('odd'), binding: { ...wish('odd').binding, condition: 'a) || (a' } };
    const { outcomes } = await gcpWriter(access).apply(reading(full), [grant(odd), grant(wish('one')), grant(wish('two', 'bo'))], all([]));
    expect(outcomes.map(({ status, failure }) => failure?.kind ?? status)).toEqual(['invalid', 'applied', 'unsafe']);
  });

  it('still takes access away above every limit', async () => {
    const access = scripted(({ body }) => accepts(body));
    const [held] = stamped(
      (await gcpWriter(scripted(({ body }) => accepts(body))).apply(reading(), [grant(wish('one'))], all([]))).reading.live,
    );
    const full = { ...bare, bindings: [{ role: 'roles/a', members: Array.from({ length: 1600 }, (_, at) => `user:u${at}@example.com`) }] };
    const grown = await gcpWriter(access).apply(
      reading(full),
      [revoke(held), alter('shorten', held, { ...wish('one'), until: later(until, -3600_000) })],
      all([]),
    );
    expect(grown.outcomes.map(({ status }) => status)).toEqual(['already-so', 'failed']);
    const policy = {
      ...full,
      bindings: [
        ...full.bindings,
        {
          role: 'roles/logging.viewer',
          members: ['user:ada@example.com'],
          condition: { title: 'gk:acme-access:one', expression: 'request.time < timestamp("2026-11-23T17:00:00Z")' },
        },
      ],
    };
    const { outcomes } = await gcpWriter(access).apply(reading(policy), [revoke(held)], all([]));
    expect(outcomes.map(({ status }) => status)).toEqual(['applied']);
  });
});

describe('a token that Google refuses', () => {
  it('is not renewed where there is none other', async () => {
    const access = scripted([{ status: 401, json: { error: { status: 'UNAUTHENTICATED' } } }]);
    const { outcomes } = await gcpWriter(access).apply(reading(), [grant(wish('one'))], all([]));
    expect(outcomes).toMatchObject([
      { status: 'failed', failure: { kind: 'forbidden', message: expect.stringContaining('401 UNAUTHENTICATED') } },
    ]);
    expect(access.seen.length).toBe(1);
  });
});

describe('four other writers on the same policy', () => {
  // `npm run test:deep -- --only storms` tries a thousand storms of 80 changes each; these are small ones.
  const [seeds, changes] = [10, 12];

  it('lose nothing, neither theirs nor ours', async () => {
    let conflicts = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const seen = await storm(seed, changes);
      expect([seed, seen.lost]).toEqual([seed, []]);
      conflicts += seen.conflicts;
    }
    // Where nobody was ever in the way, nothing was proved.
    expect(conflicts).toBeGreaterThan(seeds);
  });
});
