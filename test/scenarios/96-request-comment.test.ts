import { describe, expect, it } from 'vitest';
import { plan } from '../../src/commands/plan.ts';
import type { Report } from '../../src/commands/command.ts';
import { openGithubForge } from '../../src/forge/github/forge.ts';
import { writeSnapshot } from '../../src/ledger/snapshot.ts';
import { seedToken } from '../../src/sim/github/seed.ts';
import type { Pull } from '../../src/sim/github/state.ts';
import { aGithubWorld, type GithubWorld } from './github-world.ts';
import { exampleFile, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada-debug.yaml';
const PROD = { access: ['{ role: debug, place: payments-prod }'], more: 'duration: 3h\n' };

const REPOSITORY = { owner: 'acme', repo: 'access', sleep: async () => undefined };

/** The rights that the job of a pull request has. */
const RIGHTS = { contents: 'read', pull_requests: 'write', checks: 'write', metadata: 'read' } as const;

async function asked(files: Readonly<Record<string, string | null>>, by?: string): Promise<{ world: GithubWorld; pull: Pull }> {
  const world = await aGithubWorld();
  grantRights(world);
  return { world, pull: await world.ask(files, by) };
}

function grantRights(world: GithubWorld, rights: Readonly<Record<string, 'read' | 'write'>> = RIGHTS): void {
  const at = world.state.tokens.findIndex((token) => token.value === 'ghs_theworkflowsowntoken');
  world.state.tokens.splice(at, 1);
  seedToken(world.state, 'ghs_theworkflowsowntoken', 'github-actions[bot]', rights);
}

async function looked(world: GithubWorld, pull: Pull): Promise<Report> {
  await world.pull();
  return world.run(plan, { 'pull-request': String(pull.number) });
}

/** The request as its comment, labels and check tell it. */
async function told(world: GithubWorld, pull: Pull) {
  const report = await looked(world, pull);
  const [comment = '', ...others] = world.home.comments.filter((one) => one.number === pull.number).map((one) => one.body);
  const check = world.home.checks.findLast((one) => one.headSha === pull.headSha);
  return { exit: report.exit, report, comment, others, labels: pull.labels, title: check?.title, conclusion: check?.conclusion, check };
}

describe('a request for access', () => {
  it('gets one comment, labels and a red check, which turn as people approve', async () => {
    const { world, pull } = await asked({ [PATH]: grantFile(PROD) });
    const first = await told(world, pull);
    expect(first.comment).toContain(
      '**PRODUCTION:** **Ada Byron gets `debug` at `payments-prod` for 3 h from the merge, at the latest until 23 Nov 18:00 Berlin (17:00Z), for `INC-1`.**',
    );
    expect(first.comment).toContain('**Needs 1 of `bo`, `chi`.**');
    expect(first.comment).toContain('Adds 95 read, 0 write and 0 access-changing permissions to what Ada Byron holds.');
    expect(first.comment).toContain('  adds    ada: gcp cloudsql: 23 read');
    expect(first.report.json).toMatchObject({
      request: { grants: [{ effects: [{ principal: 'ada', effect: { held: 0, unknown: [] } }] }] },
    });
    expect(first.comment).toContain('by our run (how late is not measured yet; no bound while runs stop)');
    expect(first).toMatchObject({ exit: 0, labels: ['grantkeeper:request'], conclusion: 'failure', title: 'Needs 1 of bo, chi' });

    const before = structuredClone(world.home.comments);
    world.clock.advance(3600_000);
    expect((await told(world, pull)).exit).toBe(0);
    expect(world.home.comments).toEqual(before);
    expect(world.home.checks).toHaveLength(1);

    await world.review(pull, 'ada-b', 'COMMENT');
    await world.review(pull, 'bo-s');
    const approved = await told(world, pull);
    expect(approved).toMatchObject({ exit: 0, others: [], conclusion: 'success', title: 'Approved by bo' });
    expect(approved.comment).toContain('**Approved by `bo`:** enough.');
    expect(approved.comment).toContain('waited for an approval');
    expect(approved.report.outputs).toMatchObject({ summary: 'Approved by bo', refused: 0 });

    world.push({ branch: pull.headRef, files: { [PATH]: grantFile({ ...PROD, expires: '16:00' }) }, by: 'ada-b' });
    expect(await told(world, pull)).toMatchObject({ conclusion: 'failure', title: 'Needs 1 of bo, chi' });
  });

  it('tells when a run was last there, and how late runs end what the cloud does not', async () => {
    const world = await aGithubWorld();
    const access = ['{ azure: payments-prod, role: Reader }'];
    await world.land({ 'grants/payments/2026-11-23-chi.yaml': grantFile({ principal: 'chi', expires: '10:00', access }) });
    await world.apply();
    world.clock.advance(67 * 60_000);
    await world.apply();
    grantRights(world);
    world.clock.advance(10 * 60_000);
    const pull = await world.ask({ [PATH]: grantFile(PROD) });
    const soon = await told(world, pull);
    expect(soon.comment).toContain('Last run 10 min ago');
    expect(soon.comment).toMatch(/by our run \(p50 \d+, p90 \d+, max \d+ min late in 1 end of 30 days; no bound while runs stop\)/);
    expect(soon.check?.summary).not.toContain('No run since');
    world.clock.advance(2 * 3600_000);
    const late = await told(world, pull);
    expect(late.comment).toContain('**No run since 23 Nov ');
    expect(late.check?.summary).toContain('**No run since 23 Nov ');
  });

  it('shows what policy refuses on its line, and goes on when it is mended', async () => {
    const { world, pull } = await asked({ [PATH]: grantFile({ access: PROD.access }) });
    const refused = await told(world, pull);
    expect(refused).toMatchObject({
      exit: 3,
      labels: ['grantkeeper:request', 'grantkeeper:blocked'],
      conclusion: 'failure',
      title: 'Refused: 1 error',
    });
    expect(refused.comment).toMatch(/^\*\*Refused: 1 error/);
    const notes = () => pull.reviews.flatMap((review) => review.notes ?? []);
    expect(notes()).toMatchObject([
      { path: PATH, line: 6, body: expect.stringContaining('```suggestion\nexpires: 2026-11-23T17:00:00Z\nduration: 4h\n```') },
    ]);
    await looked(world, pull);
    expect(notes()).toHaveLength(1);
    expect(refused.check?.annotations).toMatchObject([{ path: PATH, start_line: 6, annotation_level: 'failure', title: 'GK2103' }]);
    world.push({ branch: pull.headRef, files: { [PATH]: grantFile(PROD) }, by: 'ada-b' });
    const mended = await told(world, pull);
    expect(mended).toMatchObject({ exit: 0, labels: ['grantkeeper:request'], title: 'Needs 1 of bo, chi', check: { annotations: [] } });
    expect(mended.comment).toContain('refused by findings');
  });

  it('tells a renewal, a change and an ending apart, with what people hold', async () => {
    const world = await aGithubWorld();
    grantRights(world);
    const other = 'grants/payments/2026-11-23-ada-other.yaml';
    await world.land({
      [PATH]: grantFile({ expires: '12:00' }),
      [other]: grantFile({ expires: '11:00', access: ['{ role: metrics, place: payments-test }'] }),
    });
    world.clock.advance(3600_000);
    const renewal = await told(world, await world.ask({ [PATH]: grantFile({ expires: '14:00' }) }));
    expect(renewal.labels).toEqual(['grantkeeper:renewal']);
    expect(renewal.comment).toContain(
      'Ada Byron keeps `debug` at `payments-test` from the merge until 23 Nov 15:00 Berlin (14:00Z), up to 2 h longer than now',
    );
    expect(renewal.comment).toContain('| ~ | `roles/logging.viewer` |');
    expect(renewal.comment).toContain(
      'Ada Byron now holds `metrics` at `payments-test` until 23 Nov 12:00 Berlin (11:00Z); 2 grants in 90 days, 2 h in all.',
    );
    const change = await told(
      world,
      await world.ask({ [PATH]: grantFile({ expires: '12:00', access: ['{ gcp: payments-test, role: roles/monitoring.viewer }'] }) }),
    );
    expect(change.labels).toEqual(['grantkeeper:request']);
    expect(change.comment).toContain('The grant of Ada Byron changes to `roles/monitoring.viewer` at `payments-test`');
    expect(change.comment).toContain('whether it lets its holder change access is looked up');
    const sooner = await told(world, await world.ask({ [PATH]: grantFile({ expires: '11:30' }) }));
    expect(sooner.comment).toContain(
      'loses `debug` at `payments-test` at 23 Nov 12:30 Berlin (11:30Z) instead of 23 Nov 13:00 Berlin (12:00Z)',
    );
    const wording = await told(world, await world.ask({ [PATH]: grantFile({ expires: '12:00' }).replace('A scenario', 'Other words') }));
    expect(wording).toMatchObject({ labels: [], title: 'Needs 1 of bo, chi' });
    expect(wording.comment).toContain('just as now; only words of the file change');
    const ending = await told(world, await world.ask({ [PATH]: null }));
    expect(ending).toMatchObject({ exit: 0, labels: [], conclusion: 'success', title: 'Policy asks for no approval' });
    expect(ending.comment).toContain('Ada Byron loses `debug` at `payments-test` at the merge');
    world.clock.advance(3 * 3600_000);
    const lapsed = await told(world, await world.ask({ [PATH]: null, [other]: null }));
    expect(lapsed.comment).toMatch(/^Removes the files of 2 grants whose time is over/);
  });

  it('is judged beside what the same people hold', async () => {
    const world = await aGithubWorld();
    grantRights(world);
    const held = { access: ['{ role: release, place: payments-test }'], expires: '12:00' };
    await world.land({ 'grants/payments/2026-11-23-ada-release.yaml': grantFile(held) }, { approve: ['bo-s', 'chi-p'] });
    const act = '{ gcp: payments-test, role: roles/iam.serviceAccountUser }';
    const access = ['{ role: debug, place: payments-test }', act];
    const apart = await told(world, await world.ask({ [PATH]: grantFile({ expires: '12:00', access }) }));
    expect(apart).toMatchObject({ exit: 3, title: 'Refused: 2 errors', conclusion: 'failure' });
    expect(apart.comment).toContain('`GK2115`');
    expect(apart.comment).toMatch(
      /`GK2120` .*actAs by roles\/iam\.serviceAccountUser and run\.\w+\.create by roles\/run\.developer of 2026-11-23-ada-release/,
    );
    expect(apart.comment).toMatch(/and \*\*1 access-changing\*\* \(iam\) permissions to what Ada Byron holds/);
    const renewal = await told(
      world,
      await world.ask({ 'grants/payments/2026-11-23-ada-release.yaml': grantFile({ ...held, expires: '12:30' }) }),
    );
    expect(renewal).toMatchObject({ exit: 0, labels: ['grantkeeper:renewal'], title: 'Needs 2 of bo, chi' });
  });

  it('is planned on the last snapshot of the clouds: what stands there by hand is told', async () => {
    const { world, pull } = await asked({ [PATH]: grantFile(PROD) });
    const forge = await openGithubForge({
      ...REPOSITORY,
      token: 'token-of-sam-o',
      fetch: world.github.fetch,
      now: () => world.clock.now(),
    });
    const own = {
      scope: { cloud: 'gcp', path: 'projects/payments-prod', key: 'projects/payments-prod' },
      member: { kind: 'user', id: 'user:ada@example.com', shown: 'user:ada@example.com' },
    } as const;
    const byHand = (role: string, conditional: boolean) => ({
      binding: { ...own, role: { id: role, name: role } },
      conditional,
      ours: false,
      principal: 'ada',
    });
    const clerk = 'projects/payments-prod/roles/clerk';
    const bindings = [byHand('roles/logging.viewer', false), byHand('roles/cloudsql.viewer', true), byHand(clerk, false)];
    const toldRole = { cloud: 'gcp', role: { id: clerk, name: clerk }, permissions: [{ name: 'cloudsql.databases.get' }] };
    const seen = { at: world.clock.now(), commit: world.tip(), bindings, unread: [], leftOut: 0, roles: [toldRole] };
    expect((await writeSnapshot(forge, seen)).ok).toBe(true);
    world.clock.advance(180_000);
    const { comment } = await told(world, pull);
    expect(comment).toMatch(/clouds as of 23 Nov 10:00 Berlin \(09:00Z\), 3 min before/);
    expect(comment).toContain('| `roles/logging.viewer` | gcp `projects/payments-prod` | by the cloud; **no effect while');
    expect(comment).toContain('| `roles/cloudsql.viewer` | gcp `projects/payments-prod` | by the cloud; the same stands there by hand |');
    expect(comment).toMatch(
      /Adds \d+ read, 0 write and 0 access-changing permissions to what Ada Byron holds; 29 more of what is asked are held/,
    );
  });

  it('cannot be approved together with policy, nor by who would gain or write', async () => {
    const { world, pull } = await asked({
      [PATH]: grantFile(PROD),
      'policy/policy.yaml': exampleFile('policy/policy.yaml').replace('maxTotal: 30d', 'maxTotal: 20d'),
    });
    const mixed = await told(world, pull);
    expect(mixed).toMatchObject({ exit: 3, labels: ['grantkeeper:request', 'grantkeeper:blocked'], conclusion: 'failure' });
    expect(mixed.comment).toContain('**Changes who may get or approve access:** `policy/policy.yaml`.');
    expect(mixed.comment).toContain('`Send the grants in a second pull request`');

    const bo = await world.ask({ 'grants/payments/2026-11-23-bo.yaml': grantFile({ principal: 'bo' }) }, 'chi-p');
    const blocked = await told(world, bo);
    expect(blocked).toMatchObject({
      exit: 3,
      labels: ['grantkeeper:request', 'grantkeeper:blocked'],
      title: 'Nobody is left who may approve: bo, chi',
    });
    expect(blocked.comment).toContain('Not `chi`, who opened the request; not `bo`, who would get the access.');

    const policy = await world.ask(
      { 'policy/policy.yaml': exampleFile('policy/policy.yaml').replace('maxTotal: 30d', 'maxTotal: 20d') },
      'sam-o',
    );
    const looked = await told(world, policy);
    expect(looked).toMatchObject({ exit: 0, title: 'Needs 1 of kim' });
    expect(looked.comment).toMatch(/access:\*\* `policy\/policy\.yaml`\. 0 of \d+ grants that have not ended change\./);
    expect(looked.report.json).toMatchObject({ request: { policy: { effects: [], open: expect.any(Number) } } });
    await world.review(policy, 'kim-i');
    expect(await told(world, policy)).toMatchObject({ exit: 0, title: 'Approved by kim', labels: [] });
  });

  it('cannot be judged where no policy reads', async () => {
    const world = await aGithubWorld();
    grantRights(world);
    world.push({ branch: 'main', files: { 'policy/policy.yaml': 'stamp: [\n' }, by: 'sam-o' });
    const unread = await told(world, await world.ask({ [PATH]: grantFile(PROD) }));
    expect(unread).toMatchObject({
      exit: 3,
      labels: ['grantkeeper:blocked'],
      conclusion: 'failure',
      title: expect.stringMatching(/^Refused: /),
    });
    expect(unread.comment).toContain('`policy/policy.yaml:');
    expect(unread.comment).toContain('`no policy reads, here or on the default branch`');
  });

  it('is not commented on where it changes no access', async () => {
    const { world, pull } = await asked({ 'README.md': 'words\n' });
    expect(await told(world, pull)).toMatchObject({
      exit: 0,
      comment: '',
      labels: [],
      conclusion: 'success',
      title: 'Policy asks for no approval',
    });
  });
});

describe('the comment', () => {
  it('shows what a file pushes far to the right of every screen', async () => {
    const far = `{ role: observe, place: payments-test }${' '.repeat(500)}, { role: debug, place: payments-prod }`;
    const text = grantFile({ access: [], expires: '12:00' }).replace(/access:[^]*?(?=expires:)/, `access: [${far}]\n`);
    const { world, pull } = await asked({ [PATH]: text });
    const { comment } = await told(world, pull);
    expect(comment).toMatch(/^\*\*PRODUCTION, .*`debug` at `payments-prod`/m);
    expect(comment).toMatch(/^\| \+ \| `roles\/logging\.viewer` .*payments-prod/m);
  });

  it('is written anew over what somebody made of it, and is none of a forger', async () => {
    const { world, pull } = await asked({ [PATH]: grantFile(PROD) });
    const { comment } = await told(world, pull);
    await world.as('chi-p', 'POST', `/repos/acme/access/issues/${pull.number}/comments`, { body: comment });
    const own = world.home.comments.find((one) => one.author === 'github-actions[bot]');
    if (own !== undefined) own.body = own.body.replace('Needs 1 of', 'Approved; needs none of').replace('waiting', 'ready');
    await told(world, pull);
    expect(world.home.comments.map((one) => one.author)).toEqual(['github-actions[bot]', 'chi-p']);
    expect(own?.body).toContain('**Needs 1 of `bo`, `chi`.**');
    expect(own?.body).not.toContain('needs none of');
  });

  it('says what could not be written, and the job is red instead of the check', async () => {
    const { world } = await asked({ [PATH]: grantFile(PROD) });
    grantRights(world, { contents: 'read', pull_requests: 'write', metadata: 'read' });
    const heard: string[] = [];
    await world.pull();
    const report = await world.run(plan, { 'pull-request': '1' }, [], { say: (line) => void heard.push(line) });
    expect(report.exit).toBe(4);
    expect(heard.join('\n')).toMatch(/^not written on the request: .*403 .*checks=(read|write)/);
    expect(world.home.comments).toHaveLength(1);
  });

  it('stands in the summary alone for a request from a fork, with findings for the log', async () => {
    const { world, pull } = await asked({ [PATH]: grantFile({ access: PROD.access }) });
    await world.pull();
    const before = world.github.calls.length;
    const report = await world.run(plan, { 'pull-request': '1' }, [], forked(world));
    expect(report.exit).toBe(3);
    expect(report.page).toContain('This request comes from a fork');
    expect(report.json).toMatchObject({ findings: [{ code: 'GK2103', file: PATH }], request: { written: false } });
    expect(world.github.calls.slice(before).filter((call) => call.method !== 'GET' && !call.url.endsWith('/graphql'))).toEqual([]);
    expect([world.home.comments, pull.labels, world.home.checks]).toEqual([[], [], []]);
  });

  it('needs a request that is open, and a clone that has it', async () => {
    const { world, pull } = await asked({ [PATH]: grantFile(PROD) });
    expect(await world.run(plan, { 'pull-request': '1' })).toMatchObject({ exit: 1, text: expect.stringContaining('fetch-depth: 0') });
    await world.pull();
    await world.merge(pull, 'bo-s');
    expect(await world.run(plan, { 'pull-request': '#1' })).toMatchObject({
      exit: 0,
      text: expect.stringContaining('#1 is not open any more'),
    });
    await expect(world.run(plan, { 'pull-request': 'one' })).rejects.toThrow('--pull-request takes the number of a request, not one');
    const offline = await world.run(plan, { 'pull-request': '1' }, [], { forge: async () => 'GITHUB_TOKEN is not set' });
    expect(offline).toMatchObject({ exit: 1, text: 'GITHUB_TOKEN is not set\n' });
  });
});

/** The same forge, but the branch of the request lies in another repository. */
function forked(world: GithubWorld): Parameters<GithubWorld['run']>[3] {
  const fetch: typeof world.github.fetch = async (input, init) => {
    const response = await world.github.fetch(input, init);
    if (!new Request(input, init).url.endsWith('/pulls/1')) return response;
    const pull = (await response.json()) as { head: { repo: { id: number } } };
    return Response.json({ ...pull, head: { ...pull.head, repo: { ...pull.head.repo, id: 1 } } }, { headers: response.headers });
  };
  const now = () => world.clock.now();
  const opened = openGithubForge({
    owner: 'acme',
    repo: 'access',
    token: 'ghs_theworkflowsowntoken',
    fetch,
    now,
    sleep: async () => undefined,
  });
  return { forge: () => opened };
}
