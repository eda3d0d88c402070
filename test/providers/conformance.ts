import { describe, expect, it } from 'vitest';
import { bindingKey, type Scope, tripleKey } from '../../src/domain/access.ts';
import { bindingOf, type Change, type DesiredBinding, type Removal } from '../../src/domain/change.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { later } from '../../src/domain/instant.ts';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Access, Cloud, Readable } from '../../src/providers/provider.ts';

/** What a test wants somebody to have. `nobody` is a principal that the cloud does not know, and refuses. */
export interface Wish {
  readonly who: 'ada' | 'bo' | 'nobody';
  readonly role: 'reader' | 'writer';
  readonly grant: string;
  readonly until: Instant;
  readonly starts?: Instant;
  readonly condition?: string;
  /** The scope of the world when absent. */
  readonly scope?: Scope;
}

/** What goes wrong. All but `forbidden` happens as often as `times` says, once when absent. */
export type Trouble =
  /** 429, with a Retry-After of so many seconds where one is given; nothing is done. */
  | { readonly kind: 'throttled'; readonly what: 'read' | 'write'; readonly retryAfter?: number; readonly times?: number }
  /** 503, and nothing is done. */
  | { readonly kind: 'unavailable'; readonly what: 'read' | 'write'; readonly times?: number }
  /** 403 from here on. */
  | { readonly kind: 'forbidden'; readonly what: 'read' | 'write' }
  /** The write takes effect, and its answer never arrives. */
  | { readonly kind: 'cut-after-write' }
  /** Only half of the answer to a read arrives. */
  | { readonly kind: 'truncated-read'; readonly times?: number }
  /** Somebody else changes access at the scope while our write is on its way. */
  | { readonly kind: 'second-writer'; readonly times?: number };

/** A cloud with one scope to work on, somebody else's bindings in it, and a clock that waits move on. */
export interface World {
  readonly cloud: Cloud;
  readonly access: Access;
  readonly scope: Scope;
  readonly otherScope: Scope;
  /** Nothing lies above the scope. */
  readonly isTop?: boolean;
  /** The cloud keeps the end and has no place for a mark: there is nothing that could be renamed. */
  readonly isMarkless?: boolean;
  /** An own condition that the cloud takes for the role `reader`; undefined where it takes none. */
  readonly condition?: string;
  /** All waits so far, in milliseconds. */
  readonly waits: readonly number[];
  wish(wish: Wish): Promise<DesiredBinding>;
  /** Puts a binding made by hand for the same scope, role and member. */
  plantTwin(wish: DesiredBinding): Promise<void>;
  /** The raw state of the scope as the cloud keeps it, without what carries our mark: for comparison byte by byte. */
  foreign(): Promise<string>;
  /** How many calls that change access were sent so far, whatever came of them. */
  writes(): number;
  trouble(trouble: Trouble): void;
}

const HOUR = 3600_000;

/** Each kind of trouble that passes. */
const TROUBLES: readonly Trouble[] = [
  { kind: 'throttled', what: 'read' },
  { kind: 'unavailable', what: 'read' },
  { kind: 'truncated-read' },
  { kind: 'second-writer' },
  { kind: 'throttled', what: 'write', retryAfter: 3 },
  { kind: 'unavailable', what: 'write' },
  { kind: 'cut-after-write' },
];

/**
 * What every cloud of the registry must do, as a list of states. Hello, contributor: bring a `makeWorld` over your cloud's
 * simulator, and these tests say what is missing. Where clouds differ by nature they look at `capabilities`, at nothing else.
 */
export function conformance(name: string, makeWorld: () => Promise<World>): void {
  describe(`${name} conforms`, () => {
    it('reads a scope without bindings of ours', async () => {
      const stage = await stageIn(await makeWorld());
      expect(await stage.ours()).toEqual([]);
      expect((await stage.read()).cloudTime).toBe(stage.world.access.clock());
    });

    it('grants, and reads back what it wrote', async () => {
      const stage = await stageIn(await makeWorld());
      const wish = await stage.wish();
      const [outcome] = await stage.apply([grant(wish)]);
      expect(outcome).toMatchObject({ status: 'applied', change: { verb: 'grant' } });
      expect(outcome?.evidence).toMatch(/\S/);
      expect(outcome?.failure).toBeUndefined();
      const [live, ...more] = await stage.ours();
      expect(more).toEqual([]);
      expect(live && bindingKey(live.binding)).toBe(bindingKey(wish.binding));
      expect(live?.mark).toEqual({ stamp: stage.world.access.stamp, grant: wish.grant, until: wish.until });
    });

    it('writes nothing the second time', async () => {
      const stage = await stageIn(await makeWorld());
      const change = grant(await stage.wish());
      await stage.apply([change]);
      const writes = stage.world.writes();
      const [outcome] = await stage.apply([change]);
      expect(outcome).toMatchObject({ status: 'already-so' });
      expect(stage.world.writes()).toBe(writes);
    });

    it('extends, then shortens, in place', async () => {
      const stage = await stageIn(await makeWorld());
      const wish = await stage.wish();
      await stage.apply([grant(wish)]);
      for (const [verb, end] of [
        ['extend', later(wish.until, HOUR)],
        ['shorten', later(wish.until, -HOUR)],
      ] as const) {
        const [live] = await stage.ours();
        const [outcome] = await stage.apply([alter(verb, live, { ...wish, until: end })]);
        expect(outcome?.status).toBe('applied');
        expect((await stage.ours()).map(({ mark }) => mark?.until)).toEqual([end]);
      }
    });

    it('changes the grant that a mark names, where there is one', async () => {
      const stage = await stageIn(await makeWorld());
      if (stage.world.isMarkless === true) return;
      const wish = await stage.wish();
      await stage.apply([grant(wish)]);
      const [live] = await stage.ours();
      const [outcome] = await stage.apply([alter('retitle', live, { ...wish, grant: 'another', because: [wish.grant, 'another'] })]);
      expect(outcome?.status).toBe('applied');
      expect((await stage.ours()).map(({ mark }) => mark?.grant)).toEqual(['another']);
    });

    it('revokes, and finds nothing to revoke the second time', async () => {
      const stage = await stageIn(await makeWorld());
      await stage.apply([grant(await stage.wish())]);
      const [live] = await stage.ours();
      const change = revoke(live);
      expect(await stage.statuses([change])).toEqual(['applied']);
      expect(await stage.ours()).toEqual([]);
      expect(await stage.statuses([change])).toEqual(['already-so']);
    });

    it('keeps two grants of one member apart', async () => {
      const stage = await stageIn(await makeWorld());
      const [reader, writer] = [await stage.wish(), await stage.wish({ role: 'writer', grant: 'second' })];
      expect(await stage.statuses([grant(reader), grant(writer)])).toEqual(['applied', 'applied']);
      const live = (await stage.ours()).find(({ mark }) => mark?.grant === 'second');
      await stage.apply([revoke(live)]);
      expect((await stage.ours()).map(({ mark }) => mark?.grant)).toEqual([reader.grant]);
    });

    it('keeps two members of one grant apart', async () => {
      const stage = await stageIn(await makeWorld());
      expect(await stage.statuses([grant(await stage.wish()), grant(await stage.wish({ who: 'bo' }))])).toEqual(['applied', 'applied']);
      const [first, second] = await stage.ours();
      await stage.apply([revoke(first)]);
      expect((await stage.ours()).map(({ binding }) => binding.member.id)).toEqual([second?.binding.member.id]);
    });

    it('writes one scope and leaves the other alone', async () => {
      const stage = await stageIn(await makeWorld());
      const there = await stage.wish({ scope: stage.world.otherScope });
      await stage.apply([grant(await stage.wish())]);
      expect(await stage.ours(there.binding.scope)).toEqual([]);
    });

    it('leaves what is not ours byte for byte, whatever it does', async () => {
      const stage = await stageIn(await makeWorld());
      const before = await stage.world.foreign();
      expect(before.length).toBeGreaterThan(2);
      const wish = await stage.wish();
      await stage.apply([grant(wish), grant(await stage.wish({ who: 'bo', grant: 'second' }))]);
      const live = (await stage.ours()).find(({ mark }) => mark?.grant === wish.grant);
      await stage.apply([alter('extend', live, { ...wish, until: later(wish.until, HOUR) })]);
      for (const one of await stage.ours()) await stage.apply([revoke(one)]);
      expect(await stage.world.foreign()).toBe(before);
      expect(await stage.ours()).toEqual([]);
    });

    it('writes beside a twin made by hand where the cloud can, and never touches the twin', async () => {
      const stage = await stageIn(await makeWorld());
      const wish = await stage.wish();
      await stage.world.plantTwin(wish);
      const before = await stage.world.foreign();
      const beside = stage.world.cloud.syntax.capabilities.besideTwin.can;
      expect(await stage.statuses([grant(wish)])).toEqual([beside ? 'applied' : 'failed']);
      expect((await stage.ours()).length).toBe(beside ? 1 : 0);
      expect(await stage.world.foreign()).toBe(before);
      const twins = (await stage.read()).live.filter((one) => one.mark === undefined && tripleKey(one.binding) === tripleKey(wish.binding));
      expect(twins.length).toBe(1);
    });

    it('keeps an own condition apart from the end, where the cloud can', async () => {
      const stage = await stageIn(await makeWorld());
      const { condition, cloud } = stage.world;
      expect(condition !== undefined).toBe(cloud.syntax.capabilities.ownConditions.can);
      if (condition === undefined) return;
      const wish = await stage.wish({ condition });
      expect(await stage.statuses([grant(wish)])).toEqual(['applied']);
      const [live] = await stage.ours();
      expect(live?.binding.condition).toBe(condition);
      expect(live?.mark?.until).toBe(wish.until);
      await stage.apply([alter('extend', live, { ...wish, until: later(wish.until, HOUR) })]);
      expect((await stage.ours()).map(({ binding }) => binding.condition)).toEqual([condition]);
    });

    it('holds a start, where the cloud can', async () => {
      const stage = await stageIn(await makeWorld());
      if (!stage.world.cloud.syntax.capabilities.nativeStart.can) return;
      const starts = later(stage.world.access.clock(), HOUR);
      const wish = await stage.wish({ starts });
      await stage.apply([grant(wish)]);
      expect((await stage.ours()).map(({ mark }) => [mark?.starts, mark?.until])).toEqual([[starts, wish.until]]);
    });

    it('gets through when somebody else writes first, twice', async () => {
      const stage = await stageIn(await makeWorld());
      stage.world.trouble({ kind: 'second-writer', times: 2 });
      const before = await stage.world.foreign();
      expect(await stage.statuses([grant(await stage.wish())])).toEqual(['applied']);
      expect((await stage.ours()).length).toBe(1);
      // What they wrote is still there.
      expect((await stage.world.foreign()).length).toBeGreaterThan(before.length);
    });

    it('writes on a reading that has grown old', async () => {
      const stage = await stageIn(await makeWorld());
      const old = await stage.read();
      await stage.apply([grant(await stage.wish({ who: 'bo', grant: 'meanwhile' }))]);
      expect(await stage.statuses([grant(await stage.wish())], old)).toEqual(['applied']);
      expect(new Set((await stage.ours()).map(({ mark }) => mark?.grant))).toEqual(new Set(['first', 'meanwhile']));
    });

    it('waits as long as the cloud asks', async () => {
      const stage = await stageIn(await makeWorld());
      const change = grant(await stage.wish());
      const reading = await stage.read();
      const from = stage.world.waits.length;
      stage.world.trouble({ kind: 'throttled', what: 'write', retryAfter: 7 });
      expect(await stage.statuses([change], reading)).toEqual(['applied']);
      expect(sum(stage.world.waits.slice(from))).toBeGreaterThanOrEqual(7000);
    });

    it('waits of its own accord when the cloud does not say how long', async () => {
      const stage = await stageIn(await makeWorld());
      const from = stage.world.waits.length;
      stage.world.trouble({ kind: 'throttled', what: 'read', times: 2 });
      stage.world.trouble({ kind: 'throttled', what: 'write' });
      expect(await stage.statuses([grant(await stage.wish())])).toEqual(['applied']);
      expect(sum(stage.world.waits.slice(from))).toBeGreaterThan(0);
    });

    it('gives up on a cloud that stays down, and says so', async () => {
      const stage = await stageIn(await makeWorld());
      const reading = await stage.read();
      const change = grant(await stage.wish());
      stage.world.trouble({ kind: 'unavailable', what: 'write', times: 1000 });
      const [outcome] = await stage.apply([change], reading);
      expect(['failed', 'unverified']).toContain(outcome?.status);
      expect(outcome?.failure?.kind).toBe('transient');
      expect(await stage.ours()).toEqual([]);
    });

    it('finds out what became of a write whose answer was lost', async () => {
      const stage = await stageIn(await makeWorld());
      const change = grant(await stage.wish());
      stage.world.trouble({ kind: 'cut-after-write' });
      const [outcome] = await stage.apply([change]);
      expect(['applied', 'already-so']).toContain(outcome?.status);
      expect((await stage.ours()).length).toBe(1);
    });

    it('finds out what became of a revocation whose answer was lost', async () => {
      const stage = await stageIn(await makeWorld());
      await stage.apply([grant(await stage.wish())]);
      const [live] = await stage.ours();
      stage.world.trouble({ kind: 'cut-after-write' });
      const [outcome] = await stage.apply([revoke(live)]);
      expect(['applied', 'already-so']).toContain(outcome?.status);
      expect(await stage.ours()).toEqual([]);
    });

    it('takes half an answer for a failure, never for a shorter list', async () => {
      const stage = await stageIn(await makeWorld());
      await stage.apply([grant(await stage.wish())]);
      stage.world.trouble({ kind: 'truncated-read' });
      expect((await stage.ours()).length).toBe(1);
      stage.world.trouble({ kind: 'truncated-read', times: 1000 });
      expect(await stage.reader.read(stage.world.scope)).toMatchObject({ ok: false, failure: { kind: 'transient' } });
    });

    it('comes to what is wanted, and takes nothing of others, while everything goes wrong in turn', async () => {
      const stage = await stageIn(await makeWorld());
      const wish = await stage.wish();
      const storm = (): void => TROUBLES.forEach((trouble) => stage.world.trouble(trouble));
      const before = await stage.world.foreign();
      storm();
      expect(['applied', 'already-so']).toContain((await stage.statuses([grant(wish)]))[0]);
      const longer = { ...wish, until: later(wish.until, HOUR) };
      storm();
      expect(['applied', 'already-so']).toContain((await stage.statuses([alter('extend', (await stage.ours())[0], longer)]))[0]);
      expect((await stage.ours()).map(({ mark }) => mark?.until)).toEqual([longer.until]);
      storm();
      expect(['applied', 'already-so']).toContain((await stage.statuses([revoke((await stage.ours())[0])]))[0]);
      expect(await stage.ours()).toEqual([]);
      // What second writers made is there beside what was there before.
      expect((await stage.world.foreign()).length).toBeGreaterThan(before.length);
    });

    it('says which scope it may not read', async () => {
      const stage = await stageIn(await makeWorld());
      stage.world.trouble({ kind: 'forbidden', what: 'read' });
      const reading = await stage.reader.read(stage.world.scope);
      expect(reading).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
      expect(reading.ok ? '' : reading.failure.message + reading.failure.hint).toContain(stage.world.scope.path);
    });

    it('says which scope it may not write, and tries no more', async () => {
      const stage = await stageIn(await makeWorld());
      const change = grant(await stage.wish());
      const reading = await stage.read();
      stage.world.trouble({ kind: 'forbidden', what: 'write' });
      const [outcome] = await stage.apply([change], reading);
      expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'forbidden' } });
      expect(`${outcome?.failure?.message} ${outcome?.failure?.hint}`).toContain(stage.world.scope.path);
      expect(stage.world.writes()).toBe(1);
      expect(await stage.ours()).toEqual([]);
    });

    it('lets the good through when one is bad', async () => {
      const stage = await stageIn(await makeWorld());
      const wishes = [
        await stage.wish({ grant: 'good-one' }),
        await stage.wish({ who: 'nobody', grant: 'bad' }),
        await stage.wish({ who: 'bo', grant: 'good-two' }),
      ];
      const outcomes = await stage.apply(wishes.map(grant));
      expect(outcomes.map(({ status, change }) => [change.grant, status])).toEqual([
        ['good-one', 'applied'],
        ['bad', 'failed'],
        ['good-two', 'applied'],
      ]);
      expect(outcomes[1]?.failure?.message).toMatch(/\S/);
      expect(new Set((await stage.ours()).map(({ mark }) => mark?.grant))).toEqual(new Set(['good-one', 'good-two']));
    });

    it('answers with the state after the write, fit for the next', async () => {
      const stage = await stageIn(await makeWorld());
      const first = await stage.writer.apply(await stage.read(), [grant(await stage.wish())], () => []);
      const second = await stage.writer.apply(first.reading, [grant(await stage.wish({ who: 'bo', grant: 'second' }))], () => []);
      expect([...first.outcomes, ...second.outcomes].map(({ status }) => status)).toEqual(['applied', 'applied']);
      expect(second.reading.live.filter(({ mark }) => mark?.stamp === stage.world.access.stamp).length).toBe(2);
    });

    it('knows what lies above a scope', async () => {
      const stage = await stageIn(await makeWorld());
      const ancestry = await stage.reader.ancestry(stage.world.scope);
      expect(ancestry.ok && ancestry.chain[0]).toEqual(stage.world.scope);
      expect(ancestry.ok && ancestry.chain.length > 1).toBe(stage.world.isTop !== true);
    });
  });
}

/** A world with a reader and a writer in it. */
async function stageIn(world: World) {
  const reader = await world.cloud.reader(world.access);
  const writer = await world.cloud.writer(world.access);

  const read = async (scope: Scope = world.scope): Promise<Readable> => {
    const reading = await reader.read(scope);
    if (!reading.ok) throw new Error(reading.failure.message);
    return reading;
  };
  /** What carries a mark of ours at a scope itself. */
  const ours = async (scope: Scope = world.scope): Promise<readonly LiveBinding[]> => {
    const { live } = await read(scope);
    return live.filter(({ mark, binding }) => mark?.stamp === world.access.stamp && binding.scope.key === scope.key);
  };
  const wish = (asked: Partial<Wish> = {}): Promise<DesiredBinding> => {
    const until = later(world.access.clock(), 4 * HOUR);
    return world.wish({ who: 'ada', role: 'reader', grant: 'first', until, ...asked });
  };
  const apply = async (changes: readonly Change[], reading?: Readable): Promise<readonly Outcome[]> => {
    const { outcomes } = await writer.apply(reading ?? (await read()), changes, stillOpen(changes));
    expect(outcomes.map(({ change }) => change)).toEqual(changes);
    return outcomes;
  };
  const statuses = async (changes: readonly Change[], reading?: Readable): Promise<readonly string[]> =>
    (await apply(changes, reading)).map(({ status }) => status);
  return { world, reader, writer, read, ours, wish, apply, statuses };
}

/** What a plan made anew would still ask for. */
function stillOpen(changes: readonly Change[]): (live: readonly LiveBinding[]) => readonly Change[] {
  return (live) => changes.map((change) => onReading(change, live)).filter((change) => change !== undefined);
}

function onReading(change: Change, live: readonly LiveBinding[]): Change | undefined {
  const key = bindingKey(bindingOf(change));
  const same = live.filter((one) => one.mark !== undefined && bindingKey(one.binding) === key);
  const wanted = change.verb === 'grant' ? undefined : same.find(({ mark }) => mark?.grant === change.live.mark?.grant);
  if (change.verb === 'revoke') return wanted === undefined ? undefined : { ...change, live: wanted };
  const { desired } = change;
  if (same.some(({ mark }) => mark?.grant === desired.grant && mark.until === desired.until)) return undefined;
  return change.verb === 'grant' || wanted === undefined ? change : { ...change, live: wanted };
}

/** A digest as good as any: the same for the same change, and no other. */
function digestOf(verb: string, key: string, grant: string, until: Instant | undefined): string {
  return [verb, key, grant, until].join(' ');
}

export function grant(desired: DesiredBinding): Change {
  const digest = digestOf('grant', bindingKey(desired.binding), desired.grant, desired.until);
  return { verb: 'grant', because: 'asked', desired, grant: desired.grant, principal: desired.principal, digest };
}

export function revoke(live: LiveBinding | undefined, because: Removal = 'lapsed'): Change {
  if (live === undefined) throw new Error('there is nothing to revoke');
  const named = live.mark?.grant ?? '';
  const digest = digestOf('revoke', bindingKey(live.binding), named, undefined);
  return { verb: 'revoke', because, live, grant: named, principal: live.binding.member.shown, digest };
}

const REASONS = { shorten: 'withdrawn', restore: 'tampered', extend: 'renewed', retitle: 'renamed' } as const;

export function alter(verb: keyof typeof REASONS, live: LiveBinding | undefined, desired: DesiredBinding): Change {
  if (live === undefined) throw new Error('there is nothing to change');
  const digest = digestOf(verb, bindingKey(desired.binding), desired.grant, desired.until);
  const common = { live, desired, grant: desired.grant, principal: desired.principal, digest };
  if (verb === 'shorten') return { ...common, verb, because: REASONS[verb] };
  if (verb === 'restore') return { ...common, verb, because: REASONS[verb] };
  return verb === 'extend' ? { ...common, verb, because: REASONS[verb] } : { ...common, verb, because: REASONS[verb] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
