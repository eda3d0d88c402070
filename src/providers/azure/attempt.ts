import type { Change } from '../../domain/change.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Failure } from '../../domain/outcome.ts';
import { waitBefore } from '../transport.ts';
import { purposeOf } from './deed.ts';
import { dismiss, isKeptByPim } from './dismiss.ts';
import { enderOf } from './ender.ts';
import { create } from './give.ts';
import { readMark } from './mark.ts';
import { assign, remove, update } from './pim.ts';
import { alter, take } from './planned.ts';
import { takingOver } from './takeover.ts';
import { failed, type Giving, reconsider, type Result, type Scene, type Step } from './scene.ts';
import { type Assignment, liveOf } from './wire.ts';

const TRIES = 4;

/** Makes one change, thinking it over on a fresh reading wherever the world is not as planned or an outcome is unknown. */
export async function attempt(scene: Scene, change: Change): Promise<Result> {
  let current = change;
  let last: Failure = { kind: 'conflict', message: `could not ${purposeOf(change)}: somebody else keeps changing it` };
  for (let tried = 0; tried < TRIES; tried += 1) {
    const step = await once(scene, current);
    if (step.kind !== 'stale' && step.kind !== 'unknown' && step.kind !== 'marked') return step;
    if (step.kind === 'unknown') {
      last = step.failure;
      await scene.connection.access.sleep(waitBefore(tried, scene.connection.access.random(), step.retryAfter));
    }
    const next = await thoughtOver(scene, current, step);
    if ('kind' in next) return next;
    current = next.change;
  }
  return failed(last);
}

async function once(scene: Scene, change: Change): Promise<Step> {
  if (change.verb === 'revoke' && isKeptByPim(change.live)) return dismiss(scene, change);
  if (change.verb === 'revoke') return change.live.end === undefined ? take(scene, change) : remove(scene, change);
  if (isTooLate(change, scene.connection.access.clock())) return failed(tooLate(change));
  const byPim = enderOf(change, scene.reading, scene.connection.access.clock()).by === 'pim';
  if (change.verb === 'grant') return takingOver(scene, change, () => (byPim ? assign(scene, change) : create(scene, change)));
  return byPim ? update(scene, change) : alter(scene, change);
}

/** Azure ends nothing by itself, and a run may be long: what is over by now is not given any more. */
function isTooLate(change: Giving, now: Instant): boolean {
  return (change.verb === 'grant' || change.verb === 'extend') && change.desired.until <= now;
}

function tooLate(change: Change): Failure {
  return { kind: 'transient', message: `could not ${purposeOf(change)}: its end has passed meanwhile` };
}

async function thoughtOver(scene: Scene, change: Change, step: Exclude<Step, Result>): Promise<Result | { readonly change: Change }> {
  const seen =
    step.kind === 'marked' ? liveOf(step.seen, { at: scene.reading.scope, schedules: new Map(), roleNames: new Map() }) : undefined;
  const answer = await reconsider(scene, change, seen);
  if ('failure' in answer) return step.kind === 'unknown' ? unknowable(step.failure, answer.failure) : failed(answer.failure);
  if (answer.next === undefined) return { kind: 'already-so', evidence: 'seen on a fresh reading' };
  if (step.kind === 'marked' && answer.next.verb === 'grant') return failed(strange(change, step.seen));
  return { change: answer.next };
}

function unknowable(sent: Failure, read: Failure): Result {
  return {
    kind: 'unverified',
    failure: {
      ...sent,
      message: `${sent.message}; and what came of it is not known: ${read.message}`,
      hint: 'The next run reads it and goes on from there.',
    },
  };
}

/** Azure has one place for both: a grant that is over and was not taken away yet, or one that is not in our history. */
function strange(change: Change, seen: Assignment): Failure {
  const grant = readMark(seen.description)?.grant ?? '';
  return {
    kind: 'unsafe',
    message: `could not ${purposeOf(change)}: ${seen.id} carries our mark for ${grant}, which is still to be taken away, or which nobody knows`,
    hint: 'A run with its revocations takes away what is over. If nobody knows that grant, find out who wrote the mark and take it away by hand.',
  };
}
