import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policy } from '../../src/commands/policy.ts';
import { contextOf } from '../../src/compose.ts';
import { type Instant, parseInstant } from '../../src/domain/instant.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const NOW = parseInstant('2026-11-23T09:00:00Z') as Instant;
const POLICY = 'policy/policy.yaml';
let dir = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'grantkeeper-policy-'));
  execFileSync('git', ['init', '--quiet', dir]);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The worked example with some files in place of its own. */
async function run(args: readonly string[], changes: Readonly<Record<string, string | ((text: string) => string)>> = {}) {
  for (const folder of ['policy', 'policy-tests', 'grants', 'recalls']) {
    rmSync(join(dir, folder), { recursive: true, force: true });
    cpSync(join(ROOT, folder), join(dir, folder), { recursive: true });
  }
  for (const [path, change] of Object.entries(changes)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    const text = typeof change === 'string' ? change : change(readFileSync(join(dir, path), 'utf8'));
    writeFileSync(join(dir, path), text);
  }
  const context = { ...contextOf({ quiet: true }, { stopping: () => false }, dir, undefined), now: NOW };
  return policy.run(context, {}, args);
}

const GRANT = `principal: ada
reason: Find out why
ticket: INC-4711
access:
  - { role: debug, place: payments-prod }
expires: 2026-11-23T17:00:00Z
`;

describe('policy check', () => {
  it('says what there is', async () => {
    const report = await run([]);
    expect(report).toMatchObject({ exit: 0, json: { findings: [], rules: { typed: 22, own: 0, loosened: 0 } } });
    expect(report.text).toMatch(/^no findings in \d+ files\n22 typed rules, 0 in CEL, 0 of them loosened somewhere\n$/);
  });

  it('shows a rule that is wrong with its line, and nothing of grants', async () => {
    const rules = (text: string) => `${text}rules: [{ name: own, expression: "grant.hour == place.env", message: No }]\n`;
    const report = await run(['check'], { [POLICY]: rules, 'grants/payments/x.yaml': 'nonsense\n' });
    expect(report.exit).toBe(3);
    expect(report.text).toMatch(/policy\/policy\.yaml:\d+:\d+ {2}GK2203 {2}the rule own cannot be used: no such overload: int == string/);
    expect(report.text).not.toContain('grants/');
    expect((await run(['check'], { [POLICY]: 'stamp: x\n' })).text).toContain('GK1102');
  });
});

describe('policy test', () => {
  it('runs the cases of the worked example', async () => {
    const report = await run(['test']);
    expect(report).toMatchObject({ exit: 0, text: '4 of 4 cases hold\n' });
  });

  it('says which case does not hold, and why', async () => {
    const wider = (text: string) => text.replace('{ env: prod, maxDuration: 4h }', '{ env: prod, maxDuration: 2h }');
    const report = await run(['test'], { [POLICY]: wider });
    expect(report.exit).toBe(3);
    expect(report.text).toBe(`policy-tests/limits.yaml:5  Three hours of reading logs in production
  max-duration refused it: 3h is longer than the 2h that environment prod allows
3 of 4 cases hold
`);
    const loose = await run(['test'], {
      [POLICY]: (text) =>
        text
          .replace('limits:\n  - { env: prod, maxDuration: 4h }', 'limits:')
          .replace('minimum: 1, privileged: 2', 'minimum: 2, privileged: 3'),
    });
    expect(loose.text).toContain('max-duration was to have refused it, and did not');
    expect(loose.text).toContain('it needs 2 approvals, not 1');
  });

  it('knows what was held, who must approve, and what only warns', async () => {
    const cases = (more: string) => `now: 2026-11-23T09:00:00Z
cases:
  - name: One
    team: payments
    grant: |
${GRANT.replace('17:00', '12:00').replaceAll(/^/gm, '      ').trimEnd()}
${more}`;
    const tight = (text: string) => text.replace('maxTotal: 30d', 'maxTotal: 1d').concat('modes: [{ rule: max-total, mode: warn }]\n');
    const history =
      '    history: [{ principal: ada-adm, role: debug, place: payments-prod, from: 2026-11-20T08:00:00Z, to: 2026-11-21T08:00:00Z }]\n';
    const files = (more: string) => ({ [POLICY]: tight, 'policy-tests/limits.yaml': cases(more) });
    expect((await run(['test'], files(`${history}    warnedBy: [max-total]\n`))).text).toBe('1 of 1 cases hold\n');
    expect((await run(['test'], files(history))).text).toContain('max-total warned it: ada would hold debug');
    expect((await run(['test'], files('    approvers: [sam]\n'))).text).toContain('besides the team it needs nobody, not sam');
    const ghost =
      '    history: [{ principal: ghost, role: debug, place: nowhere, from: 2026-11-20T08:00:00Z, to: 2026-11-21T08:00:00Z }]\n';
    expect((await run(['test'], files(ghost))).text).toBe('1 of 1 cases hold\n');
  });

  it('shows what does not read', async () => {
    const unknown = await run(['test'], { 'policy-tests/limits.yaml': (text) => text.replace('principal: ada', 'principal: adda') });
    expect(unknown.text).toContain('the grant does not fit the files of policy/: nobody is called `adda`');
    expect((await run(['test'], { 'policy-tests/limits.yaml': 'cases: 1\n' })).text).toContain('policy-tests/limits.yaml:1:');
    expect((await run(['test'], { [POLICY]: 'stamp: x\n' })).text).toContain('policy/policy.yaml:1:1  GK1102');
  });

  it('fails where there is nothing to run', async () => {
    await run([]);
    rmSync(join(dir, 'policy-tests'), { recursive: true, force: true });
    const context = { ...contextOf({ quiet: true }, { stopping: () => false }, dir, undefined), now: NOW };
    expect(await policy.run(context, {}, ['test'])).toMatchObject({ exit: 3, json: { cases: [] } });
  });
});

describe('policy explain', () => {
  const files = { 'grants/payments/2026-11-23-ada.yaml': GRANT };

  it('says which rule decided, on which line, and what would satisfy it', async () => {
    const report = await run(['explain', '2026-11-23-ada'], files);
    expect(report.exit).toBe(3);
    expect(report.text).toContain(`2026-11-23-ada as if it were proposed at 2026-11-23T09:00:00Z: refused
refused  max-duration (policy/policy.yaml:13:31)
         grants/payments/2026-11-23-ada.yaml:6:10  8h is longer than the 4h that environment prod allows
         Write "duration: 4h" beside the latest end
holds    lapsed, expires-after-starts, max-horizon`);
    expect(report.text).toContain('needs    1 approval of bo, chi\n');
    expect(report.json).toMatchObject({ verdict: 'refused', decided: [{ rule: 'max-duration', decidedAt: { line: 13 } }] });
  });

  it('knows what is loosened, and takes a path', async () => {
    const modes = (text: string) =>
      `${text.replace('privileged: 2 }', 'privileged: 2, more: [{ minimum: 2, approvers: [sam, kim] }] }')}modes: [{ rule: max-duration, mode: warn }]\n`;
    const report = await run(['explain', './grants/payments/2026-11-23-ada.yaml'], { ...files, [POLICY]: modes });
    expect(report.exit).toBe(0);
    expect(report.text).toContain('warned   max-duration (policy/policy.yaml:13:31)');
    expect(report.text).toMatch(/^warn {5}max-duration where policy says so \(policy\/policy\.yaml:\d+:9\)$/m);
    expect(report.text).toContain('needs    2 approvals of bo, chi, and besides of kim and sam');
  });

  it('says what it adds to what other grants give, and what would do instead', async () => {
    const own = (access: string) => GRANT.replace('{ role: debug, place: payments-prod }', access).replace('17:00', '12:00');
    const logs = 'description: Read logs\nprivileged: false\napprovers: []\naccess:\n  - { gcp: $place, role: roles/logging.viewer }\n';
    const wide = await run(['explain', 'wide'], {
      'policy/roles/logs.yaml': logs,
      'policy/roles/long-logs.yaml': `${logs}maxDuration: 1h\n`,
      'policy/roles/a-logs.yaml': logs.replace('privileged: false', 'privileged: true'),
      'grants/payments/wide.yaml': own('{ gcp: payments-prod, role: roles/logging.admin }').replace('ada', 'chi'),
      [POLICY]: (text) => text.replace('"gcp:roles/*.admin", ', ''),
      'grants/payments/oncall.yaml': own('{ role: observe, place: payments-prod }').replace('principal: ada', 'principal: payments-oncall'),
      'grants/payments/later.yaml': own('{ role: debug, place: payments-prod }').replace(
        'expires',
        'starts: 2026-11-23T10:00:00Z\nexpires',
      ),
    });
    expect(wide.text).toMatch(
      /^effect {3}Adds \d+ read, \d+ write \(logging\) and \d+ access-changing \(logging\) permissions to what chi holds/m,
    );
    expect(wide.text).toMatch(/^ {9}If looking is enough: logs has \d+ of the read ones, and changes nothing\.$/m);
    expect(wide.json).toMatchObject({ effects: [{ principal: 'chi', smaller: { name: 'logs', does: 'looking' } }] });
    const twice = await run(['explain', 'twice'], {
      'grants/payments/twice.yaml': own('{ gcp: payments-prod, role: roles/monitoring.viewer }\n  - { azure: payments-prod, role: Clerk }'),
      'grants/payments/oncall.yaml': own('{ role: observe, place: payments-prod }').replace('principal: ada', 'principal: payments-oncall'),
    });
    expect(twice.text).toContain('effect   Not counted, since nobody can tell what it gives: Clerk.\n');
    const below = await run(['explain', 'below'], {
      'grants/payments/below.yaml': own('{ gcp: payments-prod/buckets/x, role: roles/storage.objectAdmin }'),
    });
    expect(below.json).not.toHaveProperty('effects.0.smaller');
  });

  it('says what no setting changes', async () => {
    const report = await run(['explain', 'old'], { 'grants/payments/old.yaml': GRANT.replace('11-23', '10-23') });
    expect(report.text).toContain('refused  lapsed (always)');
  });

  it('says who is recalled, and what roles would do together', async () => {
    const report = await run(['explain', 'two'], {
      'grants/payments/two.yaml': GRANT.replace('principal: ada', 'principal: [bo, chi]')
        .replace('17:00', '12:00')
        .replace('{ role: debug, place: payments-prod }', '{ gcp: payments-prod, role: roles/cloudtasks.enqueuer }'),
      'grants/payments/act.yaml': GRANT.replace('principal: ada', 'principal: payments-oncall')
        .replace('17:00', '12:00')
        .replace('{ role: debug, place: payments-prod }', '{ gcp: payments-prod, role: roles/iam.serviceAccountUser }'),
      'recalls/bo.yaml': 'principal: bo\nsince: 2026-11-23T08:00:00Z\nreason: Laptop stolen\n',
    });
    expect(report.text).toContain('refused  recalled (always)');
    expect(report.text).toContain('bo is recalled, and gets nothing while the recall stands');
    expect(report.text).toContain(
      'chi would have iam.serviceAccounts.actAs by roles/iam.serviceAccountUser of act and cloudtasks.tasks.create by roles/cloudtasks.enqueuer, which together let chi have things run',
    );
    expect(report.json).toMatchObject({ decided: [{ rule: 'recalled' }, { rule: 'combination' }] });
  });

  it('says why it knows no such grant', async () => {
    expect(await run(['explain', 'nobody'])).toMatchObject({
      exit: 64,
      text: expect.stringMatching(/^nobody: of \d+ grants none is called so\n$/),
    });
    expect((await run(['explain', 'x'], { 'grants/payments/x.yaml': 'nonsense\n' })).text).toContain('x: its file does not read');
    expect((await run(['explain', 'x'], { [POLICY]: 'stamp: x\n' })).text).toContain('GK1102');
  });
});

describe('policy compare', () => {
  const person = 'user:ada@example.com';
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', dir, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args]);

  it('says what a change does to grants that have not ended, before it lands', async () => {
    await run([], { 'grants/payments/2026-11-23-ada.yaml': GRANT.replace('17:00', '12:00') });
    git('add', '.');
    git('commit', '--quiet', '--message', 'Before');
    const same = await run(['compare'], { 'grants/payments/2026-11-23-ada.yaml': GRANT });
    expect(same).toMatchObject({ exit: 0, text: expect.stringMatching(/^0 of \d+ grants that have not ended change against HEAD\n$/) });
    const report = await run(['compare', 'HEAD'], {
      [POLICY]: (text) => text.replace('{ env: prod, maxDuration: 4h }', '{ env: prod, maxDuration: 2h }'),
      'policy/roles/debug.yaml': (text) => text.replace('roles/cloudsql.viewer', 'roles/browser'),
      'policy/people/engineering.yaml': (text) => text.replace('github: ada-b', 'github: mallory').replace(person, 'user:ada2@example.com'),
    });
    expect(report.exit).toBe(0);
    expect(report.text).toContain(
      'is somebody else:\n  ada  gcp user:ada@example.com becomes user:ada2@example.com\n  ada  login ada-b becomes mallory',
    );
    expect(report.text).toContain(`2026-11-23-ada  roles/cloudsql.viewer at projects/payments-prod for ${person}`);
    expect(report.text).toContain('2026-11-23-ada  roles/browser at projects/payments-prod for user:ada2@example.com');
    expect(report.text).toMatch(
      /refused if it were asked now; what has started runs to its end:\n {2}2026-11-23-ada {2}max-duration: 3h is longer than the 2h/,
    );
    expect(report.text).toMatch(/\d+ of \d+ grants that have not ended change against HEAD\n$/);
  });

  it('says what it cannot compare', async () => {
    expect(await run(['compare', 'nothing'])).toMatchObject({ exit: 64, text: 'nothing is no commit\n' });
    expect((await run(['compare'], { [POLICY]: 'stamp: x\n' })).text).toContain('GK1102');
  });
});

describe('policy', () => {
  it.each([
    [['explain'], 'policy explain takes the id of a grant\n'],
    [['test', 'x'], 'policy test takes nothing more\n'],
    [['reload'], 'policy knows check, test, explain and compare, not reload\n'],
  ])('%j', async (args, text) => expect(await run(args)).toMatchObject({ exit: 64, text }));
});
