import { describe, expect, it } from 'vitest';
import { scopeKey } from '../../src/domain/access.ts';
import type { Change, DesiredBinding } from '../../src/domain/change.ts';
import { type ApplyInput, applyChanges } from '../../src/apply/apply.ts';
import type { CloudReader, CloudWriter, Readable } from '../../src/providers/provider.ts';
import { aBinding, at, live } from '../reconcile/builders.ts';

const BINDING = aBinding();
const READING: Readable = { ok: true, scope: BINDING.scope, live: [], basis: {} };
const READER: CloudReader = {
  read: () => Promise.resolve(READING),
  role: () => Promise.resolve({ ok: false, problem: 'unasked' }),
  ancestry: () => Promise.resolve({ ok: true, chain: [] }),
};

function revoke(because: 'lapsed' | 'withdrawn'): Change {
  return { verb: 'revoke', because, live: live(BINDING, { end: '10:00' }), grant: 'g', principal: 'ada', digest: 'sha256:same' };
}

/** What a writer is told to be still to do, where the plan had one change and the answer anew is another. */
async function toldAgain(planned: Change, anew: Change): Promise<readonly Change[]> {
  let told: readonly Change[] = [];
  const writer: CloudWriter = {
    apply: (reading, changes, again) => {
      told = again([]);
      return Promise.resolve({ reading, outcomes: changes.map((change) => ({ status: 'applied', change, at: at('10:00') })) });
    },
  };
  await applyChanges({
    changes: [planned],
    held: [],
    readings: new Map([[scopeKey(BINDING.scope), READING]]),
    readers: new Map([['gcp', READER]]),
    writers: new Map([['gcp', writer]]),
    again: () => [anew],
    clock: () => at('10:00'),
    sleep: () => Promise.resolve(),
    stopping: () => false,
    progress: () => undefined,
    concurrency: 1,
    patience: () => new Promise(() => undefined),
  });
  return told;
}

describe('a plan that is made anew while it is written', () => {
  it('withdraws nothing that the guard was not asked about, though the digest is the same', async () => {
    expect(await toldAgain(revoke('lapsed'), revoke('withdrawn'))).toEqual([]);
    expect(await toldAgain(revoke('withdrawn'), revoke('withdrawn'))).toHaveLength(1);
    expect(await toldAgain(revoke('withdrawn'), revoke('lapsed'))).toHaveLength(1);
  });
});

const PLACES = ['projects/payments-prod', 'projects/payments-test'] as const;
const placeOf = (change: Change) => (change.verb === 'revoke' ? change.live.binding.scope.path : change.desired.binding.scope.path);

const takeAt = (scope: string): Change => {
  const binding = aBinding({ scope, role: 'roles/browser' });
  return {
    verb: 'revoke',
    because: 'lapsed',
    live: live(binding, { end: '10:00' }),
    grant: 'old',
    principal: 'ada',
    digest: `take ${scope}`,
  };
};

const giveAt = (scope: string): Change => {
  const desired: DesiredBinding = {
    binding: aBinding({ scope }),
    grant: 'new',
    because: ['new'],
    principal: 'ada',
    until: at('17:00'),
    privileged: false,
    file: 'f',
    commit: 'c',
  };
  return { verb: 'grant', because: 'asked', desired, grant: 'new', principal: 'ada', digest: `give ${scope}` };
};

/** A run over two scopes; what is written shows at once, unless a scope is told to do something else. */
function run(more: Partial<ApplyInput> = {}, writes: Readonly<Record<string, (changes: readonly Change[]) => Promise<void> | void>> = {}) {
  const log: string[] = [];
  const shown = new Map<string, ReturnType<typeof live>[]>();
  const changes = PLACES.flatMap((scope) => [takeAt(scope), giveAt(scope)]);
  const readings = PLACES.map((scope): Readable => ({ ok: true, scope: aBinding({ scope }).scope, live: [], basis: {} }));
  const writer: CloudWriter = {
    apply: async (reading, given) => {
      const { path } = reading.scope;
      await writes[path]?.(given);
      for (const change of given) {
        log.push(`${change.verb} ${path}`);
        if (change.verb === 'grant')
          shown.set(path, [
            ...(shown.get(path) ?? []),
            live(change.desired.binding, { grant: change.desired.grant, until: change.desired.until }),
          ]);
      }
      return { reading, outcomes: given.map((change) => ({ status: 'applied', change, at: at('10:00') })) };
    },
  };
  const input: ApplyInput = {
    changes,
    held: [],
    readings: new Map(readings.map((one) => [scopeKey(one.scope), one])),
    readers: new Map([
      ['gcp', { ...READER, read: (scope) => Promise.resolve({ ok: true, scope, live: shown.get(scope.path) ?? [], basis: {} }) }],
    ]),
    writers: new Map([['gcp', writer]]),
    again: () => changes,
    clock: () => at('10:00'),
    sleep: () => Promise.resolve(),
    stopping: () => false,
    progress: (done, all) => void log.push(`${done} of ${all}`),
    concurrency: 1,
    patience: () => new Promise(() => undefined),
    ...more,
  };
  return { log, changes, ended: applyChanges(input) };
}

const told = (outcomes: Awaited<ReturnType<typeof applyChanges>>) =>
  outcomes.map(({ status, change }) => `${status} ${change.verb} ${placeOf(change)}`);

describe('what is applied', () => {
  it('takes away in all scopes before it gives in any, and looks at each once more', async () => {
    const before: string[] = [];
    const { log, ended } = run({ beforeGiving: async () => void before.push(...log) });
    expect(told(await ended)).toEqual(PLACES.flatMap((path) => [`applied revoke ${path}`, `applied grant ${path}`]));
    expect(log).toEqual([...PLACES.map((path) => `revoke ${path}`), ...PLACES.map((path) => `grant ${path}`), '1 of 2', '2 of 2']);
    expect(before).toEqual(PLACES.map((path) => `revoke ${path}`));
  });

  it('is told before the second look, which leaves what it confirms as it was', async () => {
    const before: Awaited<ReturnType<typeof applyChanges>>[] = [];
    const seen: string[] = [];
    const held = [giveAt('projects/search-prod')];
    const { log, ended } = run({ held, looking: (outcomes) => void (before.push(outcomes), seen.push(...log)) });
    const outcomes = await ended;
    expect(before).toHaveLength(1);
    expect(told(outcomes)).toContain('held grant projects/search-prod');
    expect(outcomes.every((one, at) => one === before[0]?.[at])).toBe(true);
    expect(seen.filter((line) => line.includes(' of '))).toEqual([]);
    const blind = { ...READER, read: () => Promise.resolve({ ...READING, live: [] }) };
    const lost = run({ changes: [giveAt(PLACES[0])], readers: new Map([['gcp', blind]]), looking: (all) => void before.push(all) });
    expect([told(await lost.ended), told(before[1] ?? [])]).toEqual([[`unverified grant ${PLACES[0]}`], [`applied grant ${PLACES[0]}`]]);
  });

  it('is as much as was asked for', async () => {
    const asked: string[] = [];
    const beforeGiving = async () => void asked.push('approved');
    expect(told(await run({ only: 'revocations', beforeGiving }).ended)).toEqual(PLACES.map((path) => `applied revoke ${path}`));
    expect(asked).toEqual([]);
    expect(told(await run({ only: 'grants', beforeGiving }).ended)).toEqual(PLACES.map((path) => `applied grant ${path}`));
    expect(asked).toEqual(['approved']);
    await run({ changes: PLACES.map(takeAt), beforeGiving }).ended;
    expect(asked).toEqual(['approved']);
  });

  it('hands on what stood after the takes to the gives, and writes in no more scopes at once than it may', async () => {
    let [busy, most] = [0, 0];
    const got: string[] = [];
    const writer: CloudWriter = {
      apply: async (reading, changes) => {
        busy += 1;
        most = Math.max(most, busy);
        got.push(`${changes.length} ${reading.live.length}`);
        await new Promise((resolve) => void setImmediate(resolve));
        busy -= 1;
        const outcomes = changes.map((change) => ({ status: 'already-so' as const, change, at: at('10:00') }));
        return { reading: { ...reading, live: [live(BINDING)] }, outcomes };
      },
    };
    await run({ writers: new Map([['gcp', writer]]) }).ended;
    expect(most).toBe(1);
    expect(got).toEqual(['1 0', '1 0', '1 1', '1 1']);
  });

  it('proves what it gives wherever one scope alone gives', async () => {
    const asked: string[] = [];
    await run({ changes: [takeAt(PLACES[0]), giveAt(PLACES[1])], beforeGiving: async () => void asked.push('approved') }).ended;
    expect(asked).toEqual(['approved']);
  });

  it('waits for a scope that does not answer no longer than it has patience, and gives nothing there', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const [slow, quick] = PLACES;
    const { log, ended } = run(
      {
        concurrency: 2,
        patience: () => Promise.resolve(),
        progress: () => undefined,
        beforeGiving: async () => void setImmediate(resolve),
      },
      { [slow]: () => promise },
    );
    const outcomes = await ended;
    expect(told(outcomes).toSorted()).toEqual(
      [`applied revoke ${slow}`, `skipped grant ${slow}`, `applied revoke ${quick}`, `applied grant ${quick}`].toSorted(),
    );
    expect(outcomes.find(({ status }) => status === 'skipped')?.failure).toEqual({
      kind: 'transient',
      message: 'the revocations of this scope have not ended yet',
    });
    expect(log.at(-1)).toBe(`revoke ${slow}`);
  });

  it('is skipped once the run is to stop, and where nobody can write', async () => {
    const interrupted = {
      status: 'skipped',
      at: at('10:00'),
      failure: { kind: 'transient', message: 'the run was interrupted before it' },
    };
    for (const more of [{ stopping: () => true }, { writers: new Map() }]) {
      const { log, ended } = run(more);
      const outcomes = await ended;
      expect(outcomes).toHaveLength(4);
      for (const outcome of outcomes) expect(outcome).toMatchObject(interrupted);
      expect(log).toEqual(['1 of 2', '2 of 2']);
    }
  });

  it('goes on in the other scopes where a writer throws, and says that this is a bug', async () => {
    const thrown = (what: unknown) => run({}, { [PLACES[0]]: () => Promise.reject(what) }).ended;
    const outcomes = await thrown(new Error('boom'));
    expect(told(outcomes)).toEqual([
      `failed revoke ${PLACES[0]}`,
      `failed grant ${PLACES[0]}`,
      `applied revoke ${PLACES[1]}`,
      `applied grant ${PLACES[1]}`,
    ]);
    expect(outcomes[0]?.failure).toEqual({ kind: 'unsafe', message: 'unexpected: boom', hint: 'This is a bug: please report it.' });
    expect((await thrown('text'))[0]?.failure?.message).toBe('unexpected: text');
  });

  it('leaves out a scope that was not read, and tells at the end what is held', async () => {
    const [first] = PLACES;
    const readings = new Map([[scopeKey(aBinding({ scope: first }).scope), { ...READING, scope: aBinding({ scope: first }).scope }]]);
    const held = [giveAt(PLACES[1])];
    expect(told(await run({ readings, held }).ended)).toEqual([
      `applied revoke ${first}`,
      `applied grant ${first}`,
      `held grant ${PLACES[1]}`,
    ]);
    expect((await run({ changes: [], held }).ended)[0]).toStrictEqual({ status: 'held', change: held[0], at: at('10:00') });
  });

  it('is told as it was written where nobody can read, and tells what is left where the cloud can', async () => {
    expect(told(await run({ readers: new Map() }).ended)).toHaveLength(4);
    const residue = () => Promise.resolve({ known: true, held: [] } as const);
    const outcomes = await run({ readers: new Map([['gcp', { ...READER, residue }]]), only: 'revocations' }).ended;
    expect(outcomes.map((one) => one.residue)).toEqual([
      { known: true, held: [] },
      { known: true, held: [] },
    ]);
  });

  it('offers a writer anew only what was planned there, of the half that it writes', async () => {
    const offered: string[] = [];
    const spy: CloudWriter = {
      apply: (reading, changes, again) => {
        offered.push(
          again([])
            .map((one) => `${one.verb} ${placeOf(one)}`)
            .join(),
        );
        return Promise.resolve({ reading, outcomes: changes.map((change) => ({ status: 'already-so', change, at: at('10:00') })) });
      },
    };
    await run({ writers: new Map([['gcp', spy]]) }).ended;
    expect(offered).toEqual([...PLACES.map((path) => `revoke ${path}`), ...PLACES.map((path) => `grant ${path}`)]);
    offered.length = 0;
    const two = [takeAt(PLACES[0]), { ...takeAt(PLACES[0]), digest: 'another' }];
    await run({ writers: new Map([['gcp', spy]]), changes: two, again: () => two }).ended;
    expect(offered).toEqual([`revoke ${PLACES[0]},revoke ${PLACES[0]}`]);
  });
});
