import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/commands/command.ts';
import { prune } from '../../src/commands/prune.ts';
import { recall } from '../../src/commands/recall.ts';
import type { Pull } from '../../src/sim/github/state.ts';
import { changedGcp } from './hands.ts';
import { at, done, planned, reasons, refused, until } from './deeds.ts';
import { aGithubWorld, type GithubWorld, REPO } from './github-world.ts';
import { ours } from './standing.ts';
import { exampleFile, grantFile } from './world.ts';

type Words = Parameters<typeof grantFile>[0];

function pathOf(name: string): string {
  return `grants/payments/${name}.yaml`;
}

/** One binding only, which keeps short what is expected. */
function viewer(words: Words = {}): string {
  return grantFile({ access: ['{ gcp: payments-test, role: roles/logging.viewer }'], ...words });
}

/** `grant asked ada 17:00`, for runs in which all is about one role. */
function deeds(run: Parameters<typeof done>[0]): readonly string[] {
  return done(run).map((line) => line.replace(/^applied /, '').replace(' roles/logging.viewer', ''));
}

/** What a run did, refused and ended with. */
async function outcome(world: GithubWorld): Promise<readonly string[]> {
  const run = await world.apply();
  return [...deeds(run), ...refused(run), `exit ${run.exit}`];
}

/** Somebody takes another login: GitHub shows all that they ever did under it. */
function renamed({ state, home }: GithubWorld, from: string, to: string): void {
  const account = state.accounts.find((one) => one.login === from);
  const reviews = home.pulls.flatMap((pull) => pull.reviews.filter((one) => one.author === from));
  Object.assign(account ?? {}, { login: to });
  for (const review of reviews) Object.assign(review, { author: to });
}

function requestOf(world: GithubWorld, number: number): Pull {
  const pull = world.home.pulls.find((one) => one.number === number);
  if (pull === undefined) throw new Error(`there is no request ${number}`);
  return pull;
}

describe.concurrent('95 github', () => {
  it('grants what was asked, approved and merged, by every way of merging, from the time of the merge', async () => {
    const world = await aGithubWorld();
    for (const [principal, method, time] of [
      ['ada', 'merge', '10:00'],
      ['chi', 'squash', '10:20'],
      ['gil', 'rebase', '10:40'],
    ] as const) {
      const pull = await world.ask({ [pathOf(principal)]: viewer({ principal, more: 'duration: 3h\n' }) });
      world.push({ branch: pull.headRef, files: { [`docs/${principal}.md`]: 'Because.\n' }, by: 'ada-b' });
      await world.review(pull, 'bo-s');
      until(world, time);
      await world.merge(pull, 'chi-p', method);
    }
    until(world, '11:00');
    await world.pull();
    expect(await outcome(world)).toEqual(['grant asked ada 13:00', 'grant asked chi 13:20', 'grant asked gil 13:40', 'exit 0']);
    expect(await outcome(world)).toEqual(['exit 0']);
  });

  it('counts from the time when GitHub saw the merge, however old the commit is', async () => {
    const world = await aGithubWorld();
    // What was moved by hand is refused where approval is enforced, and warned about elsewhere.
    const policy = 'policy/policy.yaml';
    await world.land({ [policy]: exampleFile(policy).replace('mode: enforce', 'mode: warn') }, { approve: ['kim-i'] });
    const forwarded = async (name: string, expires: string, when: string) => {
      const pull = await world.ask({ [pathOf(name)]: viewer({ expires, more: 'duration: 3h\n' }) });
      await world.review(pull, 'bo-s');
      until(world, when);
      await world.as('sam-o', 'PATCH', `${REPO}/git/refs/heads/main`, { sha: pull.headSha });
      await world.pull();
      return outcome(world);
    };
    expect(await forwarded('hours', '17:00', '11:00')).toEqual(['grant asked ada 14:00', 'exit 0']);
    expect(await forwarded('days', '2026-11-26T17:00:00Z', '2026-11-25T11:00:00Z')).toEqual([
      'revoke lapsed ada none',
      'grant asked ada 2026-11-25T14:00:00Z',
      'exit 0',
    ]);
  });

  it('keeps an approval where later pushes change other files only, and needs no commit that was merely talked about', async () => {
    const world = await aGithubWorld();
    const pull = await world.ask({ [pathOf('one')]: viewer({ expires: '16:00' }) });
    await world.review(pull, 'bo-s', 'COMMENT');
    world.fails(404, new RegExp(`/git/trees/${pull.headSha}`));
    world.push({ branch: pull.headRef, files: { [pathOf('one')]: viewer() }, by: 'ada-b' });
    await world.review(pull, 'bo-s');
    world.push({ branch: pull.headRef, files: { 'docs/x.md': 'x' }, by: 'ada-b' });
    await world.merge(pull, 'bo-s', 'squash');
    await world.pull();
    expect(await outcome(world)).toEqual(['grant asked ada 17:00', 'exit 0']);
  });

  it('refuses, with the reason, what nobody entitled has approved as it landed, and grants the rest', async () => {
    const world = await aGithubWorld();
    const asked = (name: string, by = 'ada-b', text = viewer()) => world.ask({ [pathOf(name)]: text }, by);
    const merged = async (name: string, approve: string, by?: string, text?: string) => {
      const pull = await asked(name, by, text);
      await world.review(pull, approve);
      await world.merge(pull, 'sam-o');
    };
    await merged('approved', 'bo-s');
    world.push({ branch: 'main', files: { [pathOf('pushed')]: viewer() }, by: 'sam-o' });
    await expect(world.review(await asked('own'), 'ada-b')).rejects.toThrow('Can not approve your own pull request');
    await merged('beneficiary', 'chi-p', 'ada-b', viewer({ principal: 'chi' }));
    await merged('other-team', 'zoe-l');
    await merged('by-bot', 'github-actions[bot]');
    await merged('in-nobodys-name', 'bo-s', 'github-actions[bot]');
    await merged('in-my-name', 'bo-s', 'github-actions[bot]', viewer({ more: 'requestedBy: bo\n' }));
    const disguised = await asked('disguised');
    const author = { name: 'ada-b', email: 'ada-b@example.com' };
    world.push({ branch: disguised.headRef, files: { 'docs/x.md': 'x' }, by: 'bo-s', author });
    await world.review(disguised, 'bo-s');
    await world.merge(disguised, 'sam-o');
    const stale = await asked('stale');
    await world.review(stale, 'bo-s');
    world.push({ branch: stale.headRef, files: { [pathOf('stale')]: viewer({ expires: '16:00' }) }, by: 'ada-b' });
    await world.merge(stale, 'sam-o', 'squash');
    const evil = await asked('evil');
    await world.review(evil, 'bo-s');
    world.mergeByHand(evil, 'sam-o', { [pathOf('evil')]: viewer({ expires: '16:00' }), [pathOf('stowaway')]: viewer() });
    const dismissed = await asked('dismissed');
    const review = await world.review(dismissed, 'bo-s');
    await world.as('sam-o', 'PUT', `${REPO}/pulls/${dismissed.number}/reviews/${review}/dismissals`, { message: 'No.' });
    await world.merge(dismissed, 'sam-o', 'rebase');
    const against = await asked('against');
    await world.review(against, 'bo-s');
    await world.review(against, 'chi-p', 'REQUEST_CHANGES');
    await world.merge(against, 'sam-o');
    const late = await asked('late');
    await world.merge(late, 'sam-o');
    world.clock.advance(1000);
    await world.review(late, 'bo-s');
    await world.pull();
    const run = await world.apply();
    expect([deeds(run), run.exit]).toEqual([['grant asked ada 17:00'], 4]);
    expect(await ours(world)).toEqual(['gcp payments-test roles/logging.viewer ada approved']);
    const why = Object.fromEntries(run.refusals.map(({ grant, message }) => [grant ?? '', message]));
    const none = 'it needs 1 of bo, chi and has none';
    const expected: Readonly<Record<string, string>> = {
      against: 'chi asked for changes and did not approve since',
      beneficiary: `${none} (the approval of chi-p does not count: chi would get the access)`,
      'by-bot': `${none}. It grants nothing.`,
      dismissed: `${none}. It grants nothing.`,
      disguised: `${none} (the approval of bo-s does not count: bo wrote a part of it)`,
      evil: `what landed of ${pathOf('evil')} is not what request #${evil.number} showed at its last commit`,
      'in-my-name': `${none} (the approval of bo-s does not count: bo asked for it)`,
      'in-nobodys-name': 'github-actions[bot] is a bot, and the grant does not say in whose name it asks',
      late: `${none}. It grants nothing.`,
      'other-team': `${none}. It grants nothing.`,
      pushed: 'it was committed straight to the default branch, without a merged request',
      stale: `${none} (the approval of bo-s does not count: it was given to an earlier version)`,
      stowaway: `request #${evil.number} does not show ${pathOf('stowaway')} among its changes`,
    };
    expect(Object.keys(why).sort()).toEqual(Object.keys(expected).sort());
    for (const [grant, reason] of Object.entries(expected)) expect(why[grant]).toContain(reason);
  });

  it('grants and withdraws nothing when main has moved since the checkout', async () => {
    const world = await aGithubWorld();
    await world.land({ [pathOf('one')]: viewer({ expires: '10:00' }), [pathOf('two')]: viewer({ principal: 'gil' }) });
    await world.apply();
    await world.land({ [pathOf('new')]: viewer({ principal: 'chi' }), [pathOf('two')]: null });
    const commit = world.tip();
    const moved = world.push({ branch: 'main', files: { 'docs/x.md': 'x' }, by: 'sam-o' });
    const run = await world.apply();
    expect([deeds(run), refused(run), run.exit]).toEqual([[], ['GK3001'], 3]);
    expect(reasons(run)).toBe(`${commit.slice(0, 12)} is not the tip of the default branch, which is ${moved.slice(0, 12)}`);
    until(world, '10:00');
    expect(await outcome(world)).toEqual(['revoke lapsed ada none', 'GK3001', 'exit 4']);
    expect((await world.run(prune)).exit).toBe(3);
    await world.pull();
    expect(await outcome(world)).toEqual(['revoke withdrawn gil none', 'grant asked chi 17:00', 'exit 0']);
  });

  it('knows who approved policy under a login that is another today, once policy has the new one', async () => {
    const world = await aGithubWorld();
    const [team, people] = ['policy/teams/payments.yaml', 'policy/people/security.yaml'];
    await world.land({ [team]: exampleFile(team).replace('[bo, chi]', '[bo, chi, zoe]') }, { approve: ['kim-i'] });
    await world.land({ [pathOf('one')]: viewer() }, { approve: ['zoe-l'] });
    expect(await outcome(world)).toEqual(['grant asked ada 17:00', 'exit 0']);
    renamed(world, 'kim-i', 'kim-new');
    await world.land({ [pathOf('two')]: viewer({ principal: 'chi' }) });
    expect(deeds(await world.apply())).toEqual(['held grant asked chi 17:00']);
    await world.land({ [people]: exampleFile(people).replace('kim-i', 'kim-new') }, { approve: ['sam-o'] });
    expect(await outcome(world)).toEqual(['grant asked chi 17:00', 'exit 0']);
  });

  describe('while GitHub answers 503 to everything', () => {
    /** One grant has just ended, one lives, one was recalled on main, and one has landed but is not granted yet. */
    async function outage(): Promise<GithubWorld> {
      const world = await aGithubWorld();
      const live = { short: viewer({ expires: '10:00' }), long: viewer({ principal: 'chi' }), stolen: viewer({ principal: 'gil' }) };
      await world.land(Object.fromEntries(Object.entries(live).map(([name, text]) => [pathOf(name), text])));
      await world.apply();
      await world.land({ [pathOf('new')]: viewer({ principal: 'dan' }), [pathOf('long')]: viewer({ principal: 'chi', expires: '16:00' }) });
      world.push({
        branch: 'main',
        files: { 'recalls/gil.yaml': 'principal: gil\nsince: 2026-11-23T09:00:00Z\nreason: Stolen\n' },
        by: 'gil-m',
      });
      await world.pull();
      until(world, '10:00');
      world.fails(503);
      return world;
    }

    it('revokes what is due or recalled without a long wait, and neither grants, changes nor withdraws', async () => {
      const world = await outage();
      const doubts = ['GK3001', 'GK3102 long', 'GK3102 new', 'GK3102 short', 'GK3102 stolen'];
      const waited = world.waited();
      expect(await outcome(world)).toEqual(['revoke lapsed ada none', 'revoke recalled gil none', ...doubts, 'exit 4']);
      expect(world.waited() - waited).toBeLessThan(60_000);
      expect(await outcome(world)).toEqual([...doubts, 'exit 3']);
      expect((await world.run(prune)).exit).toBe(3);
      world.heals();
      expect(await outcome(world)).toEqual(['shorten withdrawn chi 16:00', 'grant asked dan 17:00', 'exit 0']);
    });

    it('recalls, ends with 4, and prints the file that must land', async () => {
      const world = await outage();
      await world.apply();
      const report = await world.run(recall, { yes: true, reason: 'Laptop stolen' }, ['chi-p']);
      const text = 'principal: "chi"\nsince: 2026-11-23T10:00:14Z\nreason: "Laptop stolen"\n';
      expect(report).toMatchObject({ exit: 4, json: { record: { path: 'recalls/chi.yaml', text, why: expect.stringContaining('503') } } });
      expect(report.text).toContain(`This file must land:\nrecalls/chi.yaml\n${text}`);
      expect(await ours(world)).toEqual([]);
      world.heals();
      world.push({ branch: 'main', files: { 'recalls/chi.yaml': text }, by: 'kim-i' });
      await world.pull();
      expect(await outcome(world)).toEqual(['grant asked dan 17:00', 'exit 0']);
    });
  });

  describe('while GitHub answers 503 about some requests', () => {
    it('does not extend by them, keeps what stands, and goes on with the others', async () => {
      const world = await aGithubWorld();
      await world.land({ [pathOf('one')]: viewer({ expires: '12:00' }) });
      await world.apply();
      const renewal = await world.land({ [pathOf('one')]: viewer({ expires: '15:00' }) });
      await world.land({ [pathOf('two')]: viewer({ principal: 'chi' }) });
      world.fails(503, /\/pulls\/2\/reviews/);
      expect(await outcome(world)).toEqual(['grant asked chi 17:00', 'GK3102 one', 'exit 4']);
      for (const path of ['/pulls/2/commits', '/pulls/2/files', 'activity\\?ref=refs%2Fheads%2Fask-2', `/git/trees/${renewal.headSha}`]) {
        world.heals();
        world.fails(503, new RegExp(path));
        expect([path, ...(await outcome(world))]).toEqual([path, 'GK3102 one', 'exit 3']);
      }
      world.heals();
      expect(await outcome(world)).toEqual(['extend renewed ada 15:00', 'exit 0']);
    });

    it('keeps what stands by them to its own end, whatever came later; only what was deleted is withdrawn', async () => {
      const world = await aGithubWorld();
      const names = ['alone', 'mended', 'pushed', 'broken', 'deleted'];
      const people = ['ada', 'chi', 'dan', 'gil', 'zoe'];
      const text = (name: string) => viewer({ principal: people[names.indexOf(name)] ?? '', more: 'duration: 3h\n' });
      for (const name of names) await world.land({ [pathOf(name)]: text(name) });
      await world.apply();
      until(world, '10:00');
      await world.land({ [pathOf('mended')]: text('mended').replace('A scenario', 'The scenario') });
      await world.land({ [pathOf('broken')]: 'principal: [\n', [pathOf('deleted')]: null });
      world.push({ branch: 'main', files: { [pathOf('pushed')]: text('pushed').replace('3h', '4h') }, by: 'dan-r' });
      await world.pull();
      world.fails(503, /\/pulls\/[1-5]\/reviews|graphql/);
      const record = 'refs/heads/grantkeeper/ledger';
      const { [record]: ledger = '', ...refs } = world.home.refs;
      delete world.home.refs[record];
      const blind = await world.plan();
      expect(refused(blind)).toEqual(expect.arrayContaining(['GK3102 alone', 'GK3102 broken', 'GK3102 mended', 'GK3102 pushed']));
      Object.assign(world.home.refs, refs, { [record]: ledger });
      // What stands as the record says is not asked about again.
      const run = await world.apply();
      expect([deeds(run), run.exit]).toEqual([['revoke withdrawn zoe none'], 4]);
      expect(refused(run)).toEqual(['GK2001 pushed', 'GK3104 broken']);
      until(world, '12:00');
      expect(deeds(await world.apply())).toEqual(['ada', 'chi', 'dan', 'gil'].map((person) => `revoke lapsed ${person} none`));
    });

    it('gives and lengthens nothing on the word of the record: that is proved again, and refused where it cannot be', async () => {
      const world = await aGithubWorld();
      await world.land({ [pathOf('one')]: viewer() });
      await world.apply();
      expect(await outcome(world)).toEqual(['exit 0']);
      await changedGcp(world, 'projects/payments-test', () => []);
      world.fails(503, /\/pulls\/1\/reviews/);
      expect(await outcome(world)).toEqual(['GK3102 one', 'exit 3']);
      world.heals();
      expect(await outcome(world)).toEqual(['grant asked ada 17:00', 'exit 0']);
    });

    it('grants nothing by policy whose approval it cannot look up', async () => {
      const world = await aGithubWorld();
      const path = 'policy/teams/payments.yaml';
      await world.land({ [path]: exampleFile(path).replace('[bo, chi]', '[bo, chi, zoe]') }, { approve: ['kim-i'] });
      await world.land({ [pathOf('one')]: viewer() }, { approve: ['zoe-l'] });
      world.fails(503, /\/pulls\/1\/reviews/);
      expect(await outcome(world)).toEqual(['GK3001', 'exit 3']);
      world.heals();
      expect(await outcome(world)).toEqual(['grant asked ada 17:00', 'exit 0']);
    });
  });

  describe('prune', () => {
    /** `opened 2: a, b`. */
    function said({ json }: Report): string {
      const { operation, number, deletions } = json as { operation: string; number?: number; deletions?: readonly { grant: string }[] };
      return `${operation} ${number}: ${deletions?.map(({ grant }) => grant).join(', ')}`;
    }

    /** Grants that end at ten, at twelve and at five; it is eleven, and the first one may be pruned. */
    async function lapsing(): Promise<GithubWorld> {
      const world = await aGithubWorld();
      const [a, b] = [viewer({ expires: '10:00' }), viewer({ principal: 'chi', expires: '12:00' })];
      await world.land({ [pathOf('a')]: a, [pathOf('b')]: b, [pathOf('c')]: viewer({ principal: 'gil' }) });
      await world.apply();
      await runsAt(world, '11:00');
      return world;
    }

    async function runsAt(world: GithubWorld, time: string): Promise<void> {
      until(world, time);
      await world.apply();
    }

    it('is opened, left as it is, updated, frozen by an approval, and begun anew once it is merged', async () => {
      const world = await lapsing();
      expect(said(await world.run(prune))).toBe('opened 2: a');
      expect(said(await world.run(prune))).toBe('unchanged 2: a');
      await runsAt(world, '13:30');
      expect(said(await world.run(prune))).toBe('updated 2: a, b');
      await world.review(requestOf(world, 2), 'bo-s');
      await runsAt(world, '18:30');
      expect(said(await world.run(prune))).toBe('frozen 2: a, b, c');
      await world.merge(requestOf(world, 2), 'bo-s', 'squash');
      await world.pull();
      expect(await outcome(world)).toEqual(['exit 0']);
      expect(said(await world.run(prune))).toBe('opened 3: c');
    });

    it('is closed, and its branch goes, when there is nothing left of it', async () => {
      const world = await lapsing();
      await world.run(prune);
      await world.land({ [pathOf('a')]: null });
      expect(said(await world.run(prune))).toBe('closed 2: ');
      expect(requestOf(world, 2)).toMatchObject({ state: 'closed', merged: null });
      expect(world.tip('grantkeeper/prune')).toBe('');
      expect(said(await world.run(prune))).toBe('none null: ');
    });

    it('takes a no for a no until more has lapsed, and writes over nobody', async () => {
      const world = await lapsing();
      await world.run(prune);
      await world.as('bo-s', 'PATCH', `${REPO}/pulls/2`, { state: 'closed' });
      expect((await world.run(prune)).text).toContain('request 2 asked for the same and was closed by bo-s');
      await runsAt(world, '13:30');
      expect(said(await world.run(prune))).toBe('opened 3: a, b');
      const theirs = world.push({ branch: 'grantkeeper/prune', files: { 'docs/x.md': 'x' }, by: 'bo-s' });
      await runsAt(world, '18:30');
      const words = () => world.home.comments.filter(({ body }) => body.includes('it is left alone from here on'));
      expect(words()).toHaveLength(0);
      expect(said(await world.run(prune))).toBe('left alone 3: a, b, c');
      expect(said(await world.run(prune))).toBe('left alone 3: a, b, c');
      expect(words()).toHaveLength(1);
      expect(world.tip('grantkeeper/prune')).toBe(theirs);
    });
  });

  describe('recall', () => {
    const FILE = 'recalls/ada.yaml';
    const BRANCH = 'grantkeeper/recall/ada';

    /** Ada held access by a grant that still stands, until she was recalled at ten. */
    async function recalled(): Promise<{ readonly world: GithubWorld; readonly report: Report }> {
      const world = await aGithubWorld();
      await world.land({ [pathOf('one')]: viewer() });
      await world.apply();
      until(world, '10:00');
      return { world, report: await world.run(recall, { yes: true, reason: 'Laptop stolen' }, ['ada-b']) };
    }

    /** The recall was merged and, at eleven, lifted; and ada has got access anew. */
    async function lifted(): Promise<GithubWorld> {
      const { world } = await recalled();
      await world.merge(requestOf(world, 2), 'kim-i');
      until(world, '11:00');
      await world.land({ [FILE]: null }, { by: 'gil-m', approve: ['kim-i'] });
      expect(await outcome(world)).toEqual(['exit 0']);
      await world.land({ [pathOf('again')]: viewer() });
      expect(await outcome(world)).toEqual(['grant asked ada 17:00', 'exit 0']);
      return world;
    }

    it('takes all away, writes branch and request, and counts at once', async () => {
      const { world, report } = await recalled();
      const record = { path: FILE, number: 2, url: 'https://github.com/acme/access/pull/2' };
      expect(report).toMatchObject({ exit: 0, json: { record } });
      expect(await ours(world)).toEqual([]);
      expect(requestOf(world, 2)).toMatchObject({ state: 'open', headRef: BRANCH, title: 'Recall ada' });
      expect(planned(await world.plan())).toEqual([]);
      until(world, '10:30');
      const head = world.tip(BRANCH);
      expect(await world.run(recall, { yes: true }, ['ada'])).toMatchObject({ exit: 0, json: { record } });
      expect(world.tip(BRANCH)).not.toBe(head);
      await world.merge(requestOf(world, 2), 'kim-i');
      await world.as('kim-i', 'DELETE', `${REPO}/git/refs/heads/${BRANCH}`);
      await world.pull();
      expect(planned(await world.plan())).toEqual([]);
    });

    it('holds while its branch cannot be read', async () => {
      const { world } = await recalled();
      // A run that is never answered takes GitHub for down, and then proves no approval either.
      const about = (path: string) => [path, 'GK3001', ...(path === 'matching-refs' ? ['GK3102 one'] : []), 'exit 3'];
      for (const path of ['matching-refs', `git/trees/${world.tip(BRANCH)}`, 'git/blobs/']) {
        world.fails(503, new RegExp(path));
        expect([path, ...(await outcome(world))]).toEqual(about(path));
        world.heals();
      }
    });

    it('does not come back, once lifted, while GitHub cannot tell who lifted it', async () => {
      const world = await lifted();
      const lifting = requestOf(world, 3);
      for (const path of ['.', '/pulls/3/reviews', `/git/trees/${lifting.headSha}`]) {
        world.fails(503, new RegExp(path));
        const run = await world.apply();
        expect([path, deeds(run), run.exit]).toEqual([path, [], 3]);
        world.heals();
        world.clock.advance(1000);
      }
      expect(await outcome(world)).toEqual(['exit 0']);
    });

    it('comes again by the command, mergeable though the first branch was left behind', async () => {
      const world = await lifted();
      until(world, '12:00');
      expect(await world.run(recall, { yes: true }, ['ada'])).toMatchObject({ exit: 0, json: { record: { number: 5 } } });
      expect(await outcome(world)).toEqual(['exit 0']);
      await world.merge(requestOf(world, 5), 'kim-i');
      await world.pull();
      expect(world.clock.now()).toBeGreaterThan(at('12:00'));
      expect(await outcome(world)).toEqual(['exit 0']);
      expect(await ours(world)).toEqual([]);
    });

    it('comes again by a branch whose file nobody can read', async () => {
      const world = await lifted();
      until(world, '12:00');
      world.push({ branch: BRANCH, files: { [FILE]: 'principal: [\n' }, by: 'kim-i' });
      expect(await outcome(world)).toEqual(['revoke recalled ada none', 'exit 0']);
    });
  });
});
