import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, exampleRepository, scratchDir } from './child.ts';

const ESCAPE = '\u001b';

const MISTAKE = `principal: ada
reason: Look at it
ticket: INC-1
access:
  - { role: debug, place: payments-prod }
expires: tomorrow
`;

/** How long, in milliseconds, a run may take that asks nobody: far more than it needs, far less than for ever. */
const PROMPTLY = 20_000;

describe('the command line without a terminal', () => {
  it('shows a mistake with its line and remedy on stdout, without one escape code, and ends with 3', async () => {
    const cwd = await exampleRepository(MISTAKE);
    const { exit, stdout, stderr } = await cli(['validate'], { cwd });
    expect(exit).toBe(3);
    expect(stdout).toMatch(/^grants\/payments\/ada-look\.yaml:6:10 {2}GK\d{4} {2}/);
    expect(stdout).toContain('  6 | expires: tomorrow\n    |          ^^^^^^^^\n');
    expect(stdout).toMatch(/Write the moment in UTC/);
    expect(stdout + stderr).not.toContain(ESCAPE);
  });

  it('colours when told to, and not with NO_COLOR or --no-color', async () => {
    const cwd = await exampleRepository(MISTAKE);
    const forced = { FORCE_COLOR: '1' };
    const runs = await Promise.all([
      cli(['validate'], { cwd, env: forced }),
      cli(['validate', '--no-color'], { cwd, env: forced }),
      cli(['validate'], { cwd, env: { NO_COLOR: '1' } }),
    ]);
    expect(runs.map(({ stdout }) => stdout.includes(ESCAPE))).toEqual([true, false, false]);
  });

  it('asks nobody: a recall says --yes, and changes nothing', { timeout: PROMPTLY }, async () => {
    const cwd = await exampleRepository();
    const { exit, stdout, stderr } = await cli(['recall', 'ada', `--simulate=${scratchDir()}`], { cwd });
    expect(exit).toBe(64);
    expect(stdout).toMatch(/nobody can be asked here\. Say --yes/);
    expect(stdout + stderr).not.toMatch(/Type yes/);
    expect(existsSync(join(cwd, 'recalls', 'ada.yaml'))).toBe(false);
  });

  it('says what is wrong and what to do on stderr, and nothing on stdout', async () => {
    const cwd = scratchDir();
    const runs = await Promise.all([
      cli(['validate'], { cwd }),
      cli(['plan', '--at', '+1h'], { cwd }),
      cli(['plan', '--simulate', '--at', 'tomorrow'], { cwd: await exampleRepository() }),
      cli(['valdate'], { cwd }),
    ]);
    expect(runs.map(({ exit }) => exit)).toEqual([1, 64, 64, 64]);
    expect(runs.map(({ stdout }) => stdout)).toEqual(['', '', '', '']);
    const [outside, lonely, wrong, unknown] = runs.map(({ stderr }) => stderr);
    expect(outside).toMatch(/^GK7001 {2}.* is not inside a Git work tree\n {2}Change to the folder of your grants/);
    expect(lonely).toBe('error: --at moves a simulated clock: it needs --simulate\n');
    expect(wrong).toMatch(/^error: --at takes an instant such as 2026-11-23T17:00:00Z or a step such as \+4h, not tomorrow\n$/);
    expect(unknown).toMatch(/Did you mean validate\?/);
  });

  it('shows where an unforeseen error happened only with --verbose', async () => {
    const file = join(scratchDir(), 'file');
    writeFileSync(file, '');
    const cwd = await exampleRepository();
    const [short, long] = await Promise.all([
      cli(['plan', `--simulate=${file}/world`], { cwd }),
      cli(['plan', `--simulate=${file}/world`, '--verbose'], { cwd }),
    ]);
    expect(short).toMatchObject({ exit: 1, stdout: '' });
    expect(short.stderr).toMatch(/^error: ENOTDIR.*\n {2}--verbose shows where it happened\.\n$/);
    expect(long.stderr).toMatch(/\n {4}at /);
  });

  it('tells of changes that were not read, on stderr, and keeps still with --quiet', async () => {
    const cwd = await exampleRepository();
    writeFileSync(join(cwd, 'grants', 'payments', 'ada-look.yaml'), MISTAKE);
    const [plain, quiet, folder] = await Promise.all([
      cli(['validate'], { cwd }),
      cli(['validate', '--quiet'], { cwd }),
      cli(['validate', '--working-tree'], { cwd }),
    ]);
    expect(plain).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^no findings in \d+ files\n$/) as string });
    expect(plain.stderr).toMatch(/--working-tree reads them\.\n$/);
    expect(quiet).toMatchObject({ exit: 0, stderr: '' });
    expect(folder.exit).toBe(3);
  });

  it('finds the repository from a folder below, and by --repo from elsewhere', async () => {
    const cwd = await exampleRepository(MISTAKE);
    const [below, elsewhere] = await Promise.all([
      cli(['validate'], { cwd: join(cwd, 'grants', 'payments') }),
      cli(['validate', `--repo=${cwd}`], { cwd: scratchDir() }),
    ]);
    expect(below.exit).toBe(3);
    expect(elsewhere.stdout).toBe(below.stdout);
  });

  it('leaves no file behind that was not asked for', async () => {
    const cwd = await exampleRepository();
    const before = readdirSync(cwd, { recursive: true });
    await cli(['validate'], { cwd });
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });
});
