import { later } from '../../../src/domain/instant.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { gcpWriter } from '../../../src/providers/gcp/writer.ts';
import type { Access } from '../../../src/providers/provider.ts';
import type { GcpBinding } from '../../../src/sim/gcp/state.ts';
import { grant, revoke } from '../conformance.ts';
import { bindingsOf, desired, type GcpWorld, gcpWorld, NOW } from './world.ts';

/** What came of many writers on one policy: everything that somebody wrote and is not there, or took away and is. */
export interface Storm {
  readonly lost: readonly string[];
  readonly conflicts: number;
}

interface Chance {
  /** From 0 up to but not including 1. */
  next(): number;
}

/** mulberry32: 32 bits of state, so that a number is enough to see a storm again. */
function chanceOf(seed: number): Chance {
  let state = seed;
  return {
    next: () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}

/** Lets others go first, so often as chance wants. */
async function pause(chance: Chance, most: number): Promise<void> {
  for (let left = Math.floor(chance.next() * most); left > 0; left -= 1) await Promise.resolve();
}

const ADDRESS = 'https://cloudresourcemanager.googleapis.com/v3/projects/payments-prod';
const OTHERS = 4;
/** How many changes of all take something away: so many that the policy stays small, and a storm quick. */
const TAKING = 0.48;

/** Four others, each with a read, an edit and a write with the etag for every change, and us, all at once. */
export async function storm(seed: number, changes: number): Promise<Storm> {
  const chance = chanceOf(seed);
  const world = gcpWorld();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    await pause(chance, 12);
    return world.service.fetch(input, init);
  };
  const theirs = Array.from({ length: OTHERS }, (_, who) => other({ who, changes, chance, fetch }));
  const sleep = async (ms: number) => (await world.access.sleep(ms), pause(chance, 60));
  const [ours, ...others] = await Promise.all([
    we({ ...world.access, fetch, sleep, random: () => chance.next() }, world, changes, chance),
    ...theirs,
  ]);
  const there = new Set(
    bindingsOf(world.state).flatMap(({ role, members, condition }) => members.map((member) => nameOf(role, member, condition?.title))),
  );
  const lost = [ours, ...others].flatMap((wanted) =>
    [...wanted].flatMap(([name, is]) => (there.has(name) === is ? [] : [`${is ? 'lost' : 'came back'}: ${name}`])),
  );
  return { lost, conflicts: world.service.calls.filter(({ status }) => status === 409).length };
}

function nameOf(role: string, member: string, title = ''): string {
  return `${role} ${member} ${title}`;
}

/** By name, whether it should be there in the end. */
type Wanted = Map<string, boolean>;

interface Policy {
  readonly etag: string;
  readonly bindings?: readonly GcpBinding[];
}

async function other(one: { who: number; changes: number; chance: Chance; fetch: typeof globalThis.fetch }): Promise<Wanted> {
  const { who, changes, chance, fetch } = one;
  const wanted: Wanted = new Map();
  const post = async (verb: string, body: object) => {
    const headers = { authorization: 'Bearer sim-token-grantkeeper', 'content-type': 'application/json' };
    return fetch(`${ADDRESS}:${verb}?prettyPrint=false`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  for (let at = 0; at < changes;) {
    const policy = (await (await post('getIamPolicy', { options: { requestedPolicyVersion: 3 } })).json()) as Policy;
    const standing = [...wanted].filter(([, is]) => is).map(([name]) => name);
    const gone = chance.next() < TAKING ? standing[Math.floor(chance.next() * standing.length)] : undefined;
    const member = `user:writer-${who}-${at}@example.com`;
    const rest = (policy.bindings ?? []).filter(({ role, members }) => gone === undefined || nameOf(role, members[0] ?? '') !== gone);
    const bindings = gone === undefined ? [...rest, { role: 'roles/browser', members: [member] }] : rest;
    const { ok } = await post('setIamPolicy', { policy: { ...policy, version: 3, bindings } });
    if (ok) {
      wanted.set(gone ?? nameOf('roles/browser', member), gone === undefined);
      at += 1;
    }
    await pause(chance, 40);
  }
  return wanted;
}

/** As runs do: some changes at a time, and what a run could not do is done by the next. */
async function we(access: Access, world: GcpWorld, changes: number, chance: Chance): Promise<Wanted> {
  const [reader, writer] = [gcpReader(access), gcpWriter(access)];
  const wanted: Wanted = new Map();
  const until = later(NOW, 24 * 3_600_000);
  for (let at = 0; at < changes;) {
    const reading = await reader.read(world.scope);
    if (!reading.ok) throw new Error(reading.failure.message);
    const ours = reading.live.filter(({ mark }) => mark?.stamp === access.stamp);
    const size = Math.min(changes - at, 1 + Math.floor(chance.next() * 6));
    // Google takes 20 bindings of one role for one member, so no more than that are ever asked for.
    const takes = ours.length >= size && (ours.length > 30 || chance.next() < TAKING);
    const todo = Array.from({ length: size }, (_, index) =>
      takes
        ? revoke(ours[index])
        : grant(
            desired({
              who: (at + index) % 2 === 0 ? 'ada' : 'bo',
              role: (at + index) % 4 < 2 ? 'reader' : 'writer',
              grant: `g-${at + index}`,
              until,
            }),
          ),
    );
    // Each of our grants has an id of its own, so what is still to do is what does not show.
    const again = (live: readonly { readonly mark?: { readonly grant: string } | undefined }[]) =>
      todo.filter((change) => live.some(({ mark }) => mark?.grant === change.grant) === (change.verb === 'revoke'));
    const { outcomes } = await writer.apply(reading, todo, again);
    for (const { status, change } of outcomes) {
      if (status !== 'applied' && status !== 'already-so') continue;
      const { role, member } = change.verb === 'revoke' ? change.live.binding : change.desired.binding;
      wanted.set(nameOf(role.id, member.id, `gk:${access.stamp}:${change.grant}`), change.verb !== 'revoke');
      at += 1;
    }
  }
  return wanted;
}
