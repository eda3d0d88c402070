import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeowners } from '../../src/commands/codeowners.ts';
import { type Job, type Rights, rightsOf } from '../../src/commands/init/workflow.ts';
import { workflows } from '../../src/commands/init/workflows.ts';
import { compose } from '../../src/compose.ts';
import { scratchDir } from '../cli/child.ts';
import { type EmulatedClone, emulatedClone, grant, POLICY } from './emulated-clone.ts';
import { type EmulatedGithub, emulatedGithub, REPOSITORY } from './emulated-github.ts';
import { type Ground, type Ran, ranJob, withoutNetwork } from './emulated-jobs.ts';

const ROLE = 'description: Look\nmaxDuration: 4h\naccess:\n  - { gcp: $place, role: roles/logging.viewer }\n';
const FORM = { role: 'look', place: 'payments-prod', for: '1h', reason: 'Look', principal: 'chi', 'requested-by': 'ada-b' };

let github: EmulatedGithub;
let clone: EmulatedClone;
let back = () => {};

/** Policy that changed once, by a request; one grant that is over, one that was approved and one that is asked for. */
beforeAll(async () => {
  back = await withoutNetwork();
  github = await emulatedGithub();
  clone = emulatedClone(github, scratchDir());
  await clone.pushed(96, { ...POLICY, 'grants/payments/README.md': '# Grants\n', ...grant('over', 80) });
  const options = { repo: clone.dir };
  await codeowners.run(await compose(options, { stopping: () => false }), options, []);
  await clone.pushed(95, { '.github/CODEOWNERS': readFileSync(join(clone.dir, '.github/CODEOWNERS'), 'utf8') });
  await clone.landed('role', { 'policy/roles/look.yaml': ROLE });
  await clone.landed('approved', grant('approved', -3));
  await clone.pushed(0, grant('asked', -3), 'ask');
  clone.git('switch', '--quiet', 'main');
}, 60_000);

afterAll(async () => {
  back();
  await github.close();
});

/** What a job runs on; a plan is about a request that nobody has said anything on. */
async function groundOf(name: string): Promise<Ground> {
  const ground = { github, clone, form: FORM };
  if (name !== 'plan plan') return ground;
  const { number } = await github.as('acme', 'POST', `/repos/${REPOSITORY}/pulls`, { title: 'Ask', head: 'ask', base: 'main' });
  return { ...ground, request: Number(number) };
}

const JOBS = workflows('main').flatMap((workflow) =>
  workflow.jobs.map((job): readonly [string, Job] => [`${workflow.name} ${job.name}`, job]),
);

/** Every job with one right fewer: what may be written may only be read, what may be read may not. */
const FEWER = JOBS.flatMap(([name, job]) => {
  const rights = rightsOf(job, { identity: false });
  // A check, once it is written for a commit, is not written again.
  const ordered = Object.entries(rights).toSorted(([a], [b]) => Number(b === 'checks') - Number(a === 'checks'));
  return ordered.map(([right, level]) => ({
    name,
    job,
    right,
    left: level === 'write' ? { ...rights, [right]: 'read' as const } : without(rights, right),
  }));
});

function without(rights: Rights, right: string): Rights {
  return Object.fromEntries(Object.entries(rights).filter(([name]) => name !== right));
}

const NO_CHECKOUT = ['checkout', /^403 /] as const;
const NO_LEDGER = /ledger: NOT WRITTEN: GitHub answered 403 to POST \S+\/git\/trees/;
const NO_PROOF = /GK3001 {2}the approval of the control files could not be looked up: GitHub answered 403 to GET \S+\/pulls/;

/** How each of them ends, and what it says then. */
const ENDS: Readonly<Record<string, readonly [Ran['ended'], RegExp]>> = {
  'validate validate contents': NO_CHECKOUT,
  'plan plan contents': NO_CHECKOUT,
  'plan plan checks': [4, /not written on the request: GitHub answered 403 to POST \S+check-runs/],
  'plan plan pull-requests': [4, /not written on the request: GitHub answered 403 to POST \S+comments/],
  'preview preview contents': NO_CHECKOUT,
  'preview preview pull-requests': [3, NO_PROOF],
  'request request contents': [1, /could not be opened: GitHub answered 403 to POST \S+\/git\/trees/],
  'request request pull-requests': [1, /could not be opened: GitHub answered 403 to POST \S+\/pulls/],
  'reconcile revoke contents': [1, NO_LEDGER],
  'reconcile revoke pull-requests': [3, NO_PROOF],
  'reconcile grant contents': [1, NO_LEDGER],
  'reconcile grant pull-requests': [3, NO_PROOF],
  'recall recall contents': [4, /NOT FINISHED: .*GitHub answered 403 to POST \S+\/git\/trees/],
  'recall recall pull-requests': [4, /GitHub answered 403 to POST \S+\/pulls/],
  'prune prune contents': [1, /The prune request failed: GitHub answered 403 to POST \S+\/git\/trees/],
  'prune prune pull-requests': [1, /The prune request failed: GitHub answered 403 to POST \S+\/pulls/],
  'drift drift contents': NO_CHECKOUT,
  'drift drift pull-requests': [4, /Not confirmed: the approval of the control files could not be looked up: GitHub answered 403/],
  'watchdog watch actions': [1, /^$/],
  'watchdog watch issues': [1, /^::error::No revoke job has succeeded/],
};

/** The same with all of its rights. The alarm is what the watchdog is for: no run has ever revoked here. */
const DONE: Readonly<Record<string, readonly [Ran['ended'], RegExp]>> = {
  'validate validate': [0, /\d+ files/],
  'plan plan': [0, /Needs 1 of bo, chi/],
  'preview preview': [0, /\+ ada {2}roles\/logging\.viewer {2}payments-prod gcp .* #2, bo {2}approved/],
  'request request': [0, /^Request #\d+ asks for it/m],
  'reconcile revoke': [0, /^ledger: \d+ lines, head sha256:/m],
  'reconcile grant': [0, /^\+ ada {2}roles\/logging\.viewer {2}payments-prod gcp {2}applied [^]*^ledger: \d+ lines, head sha256:/m],
  'recall recall': [0, /Recorded in recalls\/chi\.yaml/],
  'prune prune': [0, /^Prune request #\d+ opened: 1 lapsed grant/m],
  'drift drift': [0, /^drift of acme-access at /],
  'watchdog watch': [1, /^::error::No revoke job has succeeded/],
};

describe('the rights of each job of the shipped workflows, as an app that has no others', () => {
  it('are all tried', () => {
    expect(FEWER.map(({ name, right }) => `${name} ${right}`).toSorted()).toEqual(Object.keys(ENDS).toSorted());
    expect(JOBS.map(([name]) => name).toSorted()).toEqual(Object.keys(DONE).toSorted());
  });

  it.each(JOBS)('are needed, every one, and are enough: %s', async (name, job) => {
    const enough = async () => {
      const [ended, said] = DONE[name] ?? [];
      const ran = await ranJob(job, rightsOf(job, { identity: false }), await groundOf(name));
      expect(ran).toEqual({ ended, said: expect.stringMatching(said ?? '') });
    };
    // A grant that could not be written down was given all the same; the others do what they could not do before.
    if (name === 'reconcile grant') await enough();
    for (const { right, left } of FEWER.filter((one) => one.job === job)) {
      const [ended, said] = ENDS[`${name} ${right}`] ?? [];
      const ran = await ranJob(job, left, await groundOf(name));
      expect({ right, ...ran }).toEqual({ right, ended, said: expect.stringMatching(said ?? '') });
    }
    if (name !== 'reconcile grant') await enough();
  });

  it('let the watchdog open its issue, and nobody who may do less', async () => {
    const open = await github.as('acme', 'GET', `/repos/${REPOSITORY}/issues?state=open&labels=grantkeeper:watchdog`);
    expect(open).toMatchObject([{ title: 'Revocations are late' }]);
  });
});
