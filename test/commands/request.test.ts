import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { renew } from '../../src/commands/renew.ts';
import { request } from '../../src/commands/request.ts';
import type { Context } from '../../src/commands/context.ts';
import { openGithubForge } from '../../src/forge/github/forge.ts';
import { git } from '../../src/git/command.ts';
import { seedToken } from '../../src/sim/github/seed.ts';
import { until } from '../scenarios/deeds.ts';
import { aGithubWorld } from '../scenarios/github-world.ts';
import { aWorld, exampleFile, type TestWorld } from '../scenarios/world.ts';

const ASKED = {
  principal: 'ada-b',
  role: 'debug',
  place: 'payments-prod',
  for: '3h',
  reason: 'Settlements: why #7 failed',
  ticket: 'INC-4711',
};
const ID = '2026-11-23-ada-debug';
const PATH = `grants/payments/${ID}.yaml`;
const TEXT = `principal: ada
requestedBy: ada
reason: "Settlements: why #7 failed"
ticket: INC-4711
access:
  - role: debug
    place: payments-prod
duration: 3h
expires: 2026-11-24T01:00:00Z
`;

async function requests(world: TestWorld) {
  const all = await world.forge.listRequests();
  return all.ok ? all.value.filter((one) => one.state === 'open').map(({ branch, title }) => [branch, title]) : [];
}

async function fileAt(world: TestWorld, branch: string, path: string): Promise<string> {
  return `${await git(world.forge.repository.root, 'show', `${branch}:${path}`)}\n`;
}

/** Somebody at a terminal who says these things, in this order. */
function answering(...answers: readonly string[]): Partial<Context> & { readonly asked: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  return { asked, ask: async (question) => (asked.push(question), left.shift() ?? '') };
}

describe('request', () => {
  it('writes the file, judges it, and opens a pull request that can be approved', async () => {
    const world = await aWorld();
    const shown = await world.run(request, ASKED);
    expect([shown.exit, shown.text]).toEqual([64, `${PATH}\n${TEXT}Nothing was asked for: say --yes to open the pull request.\n`]);
    const report = await world.run(request, { ...ASKED, yes: true });
    expect(report).toMatchObject({ exit: 0, json: { id: ID, path: PATH, number: 1 } });
    expect(await requests(world)).toEqual([[`grantkeeper/request/${ID}`, 'Grant ada debug at payments-prod']]);
    expect(await fileAt(world, `grantkeeper/request/${ID}`, PATH)).toBe(TEXT);
    await world.forge.review(1, 'bo-s', 'approve');
    await world.forge.merge(1, 'chi-p', async () => []);
    await world.follow();
    expect((await world.run(apply, { yes: true })).exit).toBe(0);
    // The id is taken now.
    const next = await world.run(request, { ...ASKED, 'requested-by': 'bo' });
    expect(next.json).toMatchObject({ id: `${ID}-2`, text: expect.stringContaining('requestedBy: bo\n') });
    const { principal: _, ...form } = ASKED;
    const own = await world.run(request, { ...form, 'requested-by': 'chi-p' });
    expect(own.json).toMatchObject({ text: expect.stringMatching(/^principal: chi\nrequestedBy: chi\n/) });
  });

  it('asks at a terminal for what is missing, and opens nothing before a yes', async () => {
    const world = await aWorld();
    const person = answering('ada', 'debug', 'payments-test', '2h', 'Look at the logs', 'INC-1', 'no');
    const report = await world.run(request, {}, [], person);
    expect(report).toMatchObject({ exit: 0, text: 'Nothing was asked for.\n' });
    expect(person.asked.map((question) => question.replace(/[:?].*$/, ''))).toEqual([
      'Who needs access',
      'Which role',
      'At which place',
      'For how long, such as 4h',
      'Why',
      'For which ticket',
      'Open a pull request for it',
    ]);
    expect(await requests(world)).toEqual([]);
  });

  it('opens nothing that policy refuses, and says why', async () => {
    const world = await aWorld();
    const report = await world.run(request, { ...ASKED, for: '3d', yes: true });
    expect(report.exit).toBe(3);
    expect(report.text).toContain(`${PATH}:`);
    expect(await requests(world)).toEqual([]);
  });

  it('does not understand what nobody has or knows', async () => {
    const world = await aWorld();
    const wrong = [
      [{ principal: 'nobody' }, 'nobody of policy/people is called nobody'],
      [{ principal: '' }, 'request needs --principal'],
      [{ role: 'root' }, 'there is no role root; there is '],
      [{ place: 'the-moon' }, 'there is no place the-moon; there is payments-prod'],
      [{ for: 'long' }, '--for takes a time such as 30m, 4h or 2d, not long'],
      [{ principal: 'payments-oncall' }, 'request needs --requested-by: payments-oncall is no person'],
    ] as const;
    for (const [options, message] of wrong) await expect(world.run(request, { ...ASKED, ...options, yes: true })).rejects.toThrow(message);
  });

  it('prints the file where no request can be opened', async () => {
    const world = await aWorld();
    const report = await world.run(request, { ...ASKED, yes: true }, [], { forge: () => Promise.resolve('GITHUB_TOKEN is not set') });
    expect([report.exit, report.text]).toEqual([
      1,
      `The request could not be opened: GITHUB_TOKEN is not set. Commit this file on a branch and open a pull request:\n${PATH}\n${TEXT}`,
    ]);
  });
});

describe('request in a workflow', () => {
  it('needs the rights of its job, and none fewer', async () => {
    const world = await aGithubWorld();
    const asked = async (token: string, rights: Parameters<typeof seedToken>[3]) => {
      seedToken(world.state, token, 'github-actions[bot]', rights);
      const now = () => world.clock.now();
      const sleep = () => Promise.resolve();
      const forge = openGithubForge({ owner: 'acme', repo: 'access', token, fetch: world.github.fetch, now, sleep });
      return world.run(request, { ...ASKED, 'requested-by': 'bo-s', yes: true }, [], { forge: () => forge });
    };
    expect(await asked('ghs_nocontents', { contents: 'read', pull_requests: 'write', metadata: 'read' })).toMatchObject({ exit: 1 });
    expect(await asked('ghs_nopulls', { contents: 'write', pull_requests: 'read', metadata: 'read' })).toMatchObject({ exit: 1 });
    expect(world.home.pulls).toEqual([]);
    const report = await asked('ghs_enough', { contents: 'write', pull_requests: 'write', metadata: 'read' });
    expect(report).toMatchObject({ exit: 0, json: { number: 1, text: expect.stringContaining('requestedBy: bo\n') } });
    expect(world.home.pulls).toMatchObject([{ author: 'github-actions[bot]', headRef: `grantkeeper/request/${ID}` }]);
  });
});

describe('renew', () => {
  it('moves the end, keeps comments and order, and ends with nothing for what has ended', async () => {
    const world = await aWorld();
    const text = exampleFile('grants/payments/2026-11-23-ada-debug.yaml');
    await world.land({ [PATH]: text });
    const first = await world.run(renew, { for: '30m', yes: true }, [ID]);
    expect(first).toMatchObject({ exit: 0, json: { path: PATH, number: 2 } });
    const renewed = text.replace('duration: 3h', 'duration: 3h30m').replace(/expires: .*/, 'expires: 2026-11-23T12:30:00Z');
    expect(await fileAt(world, `grantkeeper/request/${ID}`, PATH)).toBe(renewed);
    await expect(world.run(renew, { for: 'x' }, [ID])).rejects.toThrow('renew needs --for with a time');
    await expect(world.run(renew, { for: '1h' }, ['2026-none'])).rejects.toThrow('there is no grant 2026-none');
    until(world, '13:00');
    await expect(world.run(renew, { for: '1h' }, [PATH])).rejects.toThrow(`${ID} ended at 2026-11-23T12:00:0`);
    await world.land({ [PATH]: null });
    await expect(world.run(renew, { for: '1h' }, [ID])).rejects.toThrow('its file is gone or does not read');
  });
});
