import { describe, expect, it } from 'vitest';
import { seedToken } from '../../src/sim/github/seed.ts';
import { settingsOf } from '../../src/sim/github/settings.ts';
import type { Pull } from '../../src/sim/github/state.ts';
import { done, reasons, refused, until } from './deeds.ts';
import { aGithubWorld, type GithubWorld, REPO } from './github-world.ts';
import { exampleFile, grantFile } from './world.ts';

const TEAM = 'policy/teams/payments.yaml';
const PEOPLE = 'policy/people/engineering.yaml';
const RECALL = 'recalls/gil.yaml';

function viewer(principal: string): Readonly<Record<string, string>> {
  const text = grantFile({ access: ['{ gcp: payments-test, role: roles/logging.viewer }'], principal });
  return { [`grants/payments/2026-11-23-${principal}.yaml`]: text };
}

/** One more approver for payments, and chi is gone since nine. */
const CHANGED = {
  [TEAM]: exampleFile(TEAM).replace('[bo, chi]', '[bo, zoe]'),
  [PEOPLE]: exampleFile(PEOPLE).replace(/(\n {2}chi: \{.*) \}/, '$1, left: 2026-11-23T09:30:00Z }'),
};

async function approved(world: GithubWorld, files: Readonly<Record<string, string | null>>): Promise<Pull> {
  const pull = await world.ask(files, 'gil-m');
  await world.review(pull, 'kim-i');
  return pull;
}

/** What security approved, pushed to the default branch by an administrator. */
async function pushed(world: GithubWorld, files: Readonly<Record<string, string | null>>): Promise<void> {
  const pull = await approved(world, files);
  await world.as('sam-o', 'PATCH', `${REPO}/git/refs/heads/main`, { sha: pull.headSha });
  await world.pull();
}

/** The same, merged past the rules, for a token that is shown such things. */
async function bypassed(world: GithubWorld, files: Readonly<Record<string, string | null>>): Promise<void> {
  await world.merge(await approved(world, files), 'sam-o');
  await world.pull();
  const token = world.state.tokens.findIndex(({ kind }) => kind === 'installation');
  const [workflows] = world.state.tokens.splice(token, 1);
  const rights = { contents: 'write', pull_requests: 'write', metadata: 'read', administration: 'write' } as const;
  seedToken(world.state, workflows?.value ?? '', 'github-actions[bot]', rights);
  const suite = { id: 1, actor: 'sam-o', before: '0'.repeat(40), after: world.tip(), ref: 'refs/heads/main', at: world.clock.now() };
  settingsOf(world.home).ruleSuites.push({ ...suite, result: 'bypass' });
}

async function outcome(world: GithubWorld): Promise<readonly string[]> {
  const run = await world.apply();
  return [...done(run).map((line) => line.replace(/ roles\/logging\.viewer.*/, '')), ...refused(run)];
}

describe.concurrent('98 policy that security approved and that landed beside the rules', () => {
  it.each([
    ['a push', pushed, /sam-o pushed to the default branch by hand/],
    ['a bypass', bypassed, /sam-o bypassed the rules of the default branch/],
  ] as const)('takes away at once and gives nothing, by %s, until it landed under them', async (_, landing, why) => {
    const world = await aGithubWorld();
    await world.land(viewer('chi'));
    await world.apply();
    until(world, '10:00');
    await landing(world, CHANGED);
    await world.land(viewer('ada'), { approve: ['zoe-l'] });
    const run = await world.apply();
    expect(done(run).map((line) => line.replace(/ roles.*/, ''))).toEqual(['applied revoke left chi', 'held grant asked ada']);
    expect(refused(run)).toEqual(['GK3004']);
    expect(reasons(run)).toMatch(/2 findings .*held back$/);
    expect(reasons(run)).toMatch(why);
    const again = Object.fromEntries(Object.entries(CHANGED).map(([path, text]) => [path, `${text}# Landed again.\n`]));
    await world.land(again, { by: 'gil-m', approve: ['kim-i'] });
    expect(await outcome(world)).toEqual(['applied grant asked ada']);
  });

  it('is not held against a repository that is being set up, nor where approval is not enforced', async () => {
    const world = await aGithubWorld();
    await pushed(world, CHANGED);
    await world.land(viewer('ada'), { approve: ['zoe-l'] });
    expect(await outcome(world)).toEqual(['applied grant asked ada']);
    const policy = 'policy/policy.yaml';
    const mild = exampleFile(policy).replace('mode: enforce', 'mode: warn');
    await world.land({ [policy]: mild }, { approve: ['kim-i'] });
    await pushed(world, { [policy]: mild.replace('maxGrace: 30m', 'maxGrace: 45m') });
    await world.land(viewer('gil'), { approve: ['zoe-l'] });
    expect(await outcome(world)).toEqual(['applied grant asked gil']);
  });

  it('does not lift a recall', async () => {
    const world = await aGithubWorld();
    await world.land(viewer('gil'));
    world.push({ branch: 'main', files: { [RECALL]: 'principal: gil\nsince: 2026-11-23T09:00:00Z\nreason: Stolen\n' }, by: 'kim-i' });
    await world.pull();
    expect(await outcome(world)).toEqual([]);
    const pull = await world.ask({ [RECALL]: null }, 'bo-s');
    await world.review(pull, 'kim-i');
    await world.as('sam-o', 'PATCH', `${REPO}/git/refs/heads/main`, { sha: pull.headSha });
    await world.pull();
    await world.land(Object.fromEntries(Object.entries(viewer('gil')).map(([path, text]) => [path.replace('gil', 'gil-again'), text])));
    expect(await outcome(world)).toEqual([]);
  });
});

describe.concurrent('98 policy that security did not approve', () => {
  it('counts for nothing, merged past the rules', async () => {
    const world = await aGithubWorld();
    await world.land(viewer('chi'));
    await world.apply();
    const pull = await world.ask(CHANGED, 'gil-m');
    await world.review(pull, 'bo-s');
    await world.merge(pull, 'sam-o');
    await world.pull();
    await world.land(viewer('ada'), { approve: ['zoe-l'] });
    const run = await world.apply();
    expect([done(run), refused(run)]).toEqual([[], ['GK2010 2026-11-23-ada']]);
    await world.land(viewer('zoe'));
    const held = await world.apply();
    expect(done(held)).toEqual(['held grant asked zoe roles/logging.viewer 17:00']);
    expect(reasons(held)).toMatch(
      /does not count: it needs an approval of its last commit by one of kim, sam.*the version before them counts/,
    );
  });
});
