import { formatInstant, type Instant, later, wholeSecond } from '../../domain/instant.ts';
import { apply } from '../apply.ts';
import type { Report } from '../command.ts';
import type { OutputName } from '../outputs.ts';
import { plan } from '../plan.ts';
import { prune } from '../prune.ts';
import { recall } from '../recall.ts';
import { validate } from '../validate.ts';
import { git } from '../../git/command.ts';
import { addByHand, lookAtAzure, lookAtGoogle } from './console.ts';
import { grantText } from './grant-text.ts';
import { approveAs, commitFile, mergeAs, openAs, runCommand, type Stage } from './stage.ts';
import { changedLines, foreignLines, liveAtPlaces } from './watch.ts';

const MINUTE = 60_000;

/** The jumps of the clock, in milliseconds; the playground's clock starts that much earlier and ends at the real now. */
const STEPS = { nearTheEnd: 150 * MINUTE, pastTheEnd: 32 * MINUTE, untilPrune: 65 * MINUTE };
export const STORY_LENGTH = STEPS.nearTheEnd + STEPS.pastTheEnd + STEPS.untilPrune;

/** What came of the story, in figures. */
export interface Told {
  readonly granted: number;
  readonly revoked: number;
  /** Bindings made by others before the story began, and how many of them are not as they were. */
  readonly foreign: number;
  readonly foreignChanged: number;
  readonly prunePullRequest: number;
  readonly recalled: string;
}

export async function tellStory(stage: Stage): Promise<Told> {
  const start = wholeSecond(stage.world.simulation.now());
  const before = await foreign(stage);
  const ada = await adaAsks(stage, start);
  await review(stage, start);
  const granted = await grantAndLook(stage, ada);
  await stranger(stage);
  const revoked = await endOf(stage, ada);
  const prunePullRequest = await pruneAway(stage, ada);
  const recalled = await recallBen(stage);
  const after = (await foreign(stage)).filter((line) => !line.includes(BY_HAND));
  return {
    granted,
    revoked: revoked + recalled,
    foreign: before.length,
    foreignChanged: changedLines(before, after),
    prunePullRequest,
    recalled: 'ben',
  };
}

async function foreign(stage: Stage): Promise<readonly string[]> {
  return foreignLines(await liveAtPlaces(stage.world.context(), stage.control), stage.control.policy.stamp);
}

/** A mistake is caught before anybody is asked. */
async function adaAsks(stage: Stage, start: Instant): Promise<string> {
  const id = `${formatInstant(start).slice(0, 10)}-ada-debug`;
  const path = `grants/payments/${id}.yaml`;
  const text = grantText({
    principal: 'ada',
    reason: "Find out why last night's settlements failed",
    ticket: 'INC-4711',
    access: '{ role: debug, place: payments-prod }',
    duration: '3h',
    expires: later(start, 360 * MINUTE),
  });
  const mistaken = text.replace('debug,', 'debgu,');
  await stage.scene('Ada asks for access to production, and makes a mistake.');
  stage.tell(`  ${path}`);
  for (const line of mistaken.trimEnd().split('\n')) stage.tell(`    ${line}`);
  await commitFile(stage, 'ada-debug', 'ada-b', path, mistaken, 'Ask for debug at payments-prod');
  await git(stage.playground.dir, 'switch', '--quiet', 'ada-debug');
  await runCommand(stage, validate);
  await commitFile(stage, 'ada-debug', 'ada-b', path, text, 'Mend the name of the role');
  await git(stage.playground.dir, 'reset', '--quiet', '--hard', 'ada-debug');
  stage.tell('  She mends it.');
  await runCommand(stage, validate);
  await git(stage.playground.dir, 'switch', '--quiet', 'main');
  return id;
}

/** Her own approval does not count; and Ben asks for something longer, so that there is something to recall. */
async function review(stage: Stage, start: Instant): Promise<void> {
  await stage.scene('She cannot approve it herself; Bo, who owns the place with Chi, can. Ben asks too.');
  const number = await openAs(stage, 'ada-debug', 'ada-b', 'debug at payments-prod for Ada');
  await approveAs(stage, number, 'ada-b');
  await approveAs(stage, number, 'bo-s');
  await mergeAs(stage, number, 'bo-s');
  const path = `grants/search/${formatInstant(start).slice(0, 10)}-ben-observe.yaml`;
  const wish = grantText({
    principal: 'ben',
    reason: 'Follow the rebuild of the index',
    ticket: 'INC-4801',
    access: '{ role: observe, place: search-test }',
    duration: '8h',
    expires: later(start, 540 * MINUTE),
  });
  await commitFile(stage, 'ben-observe', 'ben-a', path, wish, 'Ask for observe at search-test');
  const second = await openAs(stage, 'ben-observe', 'ben-a', 'observe at search-test for Ben');
  await approveAs(stage, second, 'zoe-l');
  await mergeAs(stage, second, 'zoe-l');
}

async function grantAndLook(stage: Stage, grant: string): Promise<number> {
  await stage.scene('What was merged is granted: the plan first, then what became of it.');
  const report = await runCommand(stage, apply, { yes: true });
  await stage.scene("What the clouds have of Ada's grant now, in their own words.");
  await look(stage, grant);
  stage.tell('  Google Cloud reads the end in the binding, and stops the access by itself.');
  stage.tell('  An assignment of Azure has no end of its own: our run takes it away.');
  return outputOf(report, 'granted');
}

async function look(stage: Stage, grant: string): Promise<void> {
  const { gcp = '', azure = '' } = Object.fromEntries(stage.control.teams.get('payments')?.places.get('payments-prod')?.scopes ?? []);
  const seen = [
    ['Google Cloud', gcp, await lookAtGoogle(stage.world, gcp, grant)],
    ['Azure', azure, await lookAtAzure(stage.world, azure, grant)],
  ] as const;
  for (const [cloud, scope, lines] of seen) {
    stage.tell(`  ${cloud}, ${scope}${lines.length === 0 ? ': nothing' : ''}`);
    for (const line of lines) stage.tell(`    ${line}`);
  }
}

const BY_HAND = 'user:eve@example.com';

async function stranger(stage: Stage): Promise<void> {
  await stage.scene('Somebody adds a binding for Eve by hand. It is not ours: it is told, and left alone.');
  await addByHand(stage.world, 'projects/payments-prod', 'roles/pubsub.viewer', BY_HAND);
  await runCommand(stage, plan);
}

async function endOf(stage: Stage, grant: string): Promise<number> {
  await stage.world.simulation.move({ plus: STEPS.nearTheEnd });
  await stage.scene('Two and a half hours later the plan says what ends soon.');
  await runCommand(stage, plan);
  await stage.world.simulation.move({ plus: STEPS.pastTheEnd });
  await stage.scene('The three hours are over. Google Cloud ended the access itself; our run takes away the rest.');
  const report = await runCommand(stage, apply, { yes: true });
  await look(stage, grant);
  return outputOf(report, 'revoked');
}

async function pruneAway(stage: Stage, grant: string): Promise<number> {
  await stage.world.simulation.move({ plus: STEPS.untilPrune });
  await stage.scene('An hour later the file has nothing left to say: a pull request prunes it.');
  const report = await runCommand(stage, prune);
  const number = outputOf(report, 'pull-request-number');
  await approveAs(stage, number, 'chi-p');
  await mergeAs(stage, number, 'chi-p');
  stage.tell(`  grants/payments/${grant}.yaml is gone; git log keeps it.`);
  return number;
}

async function recallBen(stage: Stage): Promise<number> {
  await stage.scene("Ben's laptop is stolen: everything of his ends now.");
  const report = await runCommand(stage, recall, { reason: 'Laptop stolen', yes: true }, ['ben']);
  const number = outputOf(report, 'pull-request-number');
  await approveAs(stage, number, 'sam-o');
  await mergeAs(stage, number, 'kim-i');
  return outputOf(report, 'revoked');
}

function outputOf(report: Report, name: OutputName): number {
  return Number(report.outputs?.[name] ?? 0);
}
