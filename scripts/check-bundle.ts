import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const top = mkdtempSync(join(tmpdir(), 'grantkeeper-bundle-'));

/** One line for each check, in the manner of TAP; the tally is taken from these lines. */
function check(name: string, holds: () => boolean): void {
  let why = '';
  try {
    if (holds()) return console.log(`ok ${name}`);
  } catch (error) {
    why = `: ${error instanceof Error ? error.message.replaceAll(top, '.').replaceAll(ROOT, '') : String(error)}`;
  }
  console.log(`not ok ${name}${why}`);
  process.exitCode = 1;
}

interface Ran {
  readonly exit: number | null;
  readonly stdout: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A built entry as a process of its own, in an environment that has nothing of ours. */
function run(entry: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Ran {
  const [output, summary] = [join(top, 'output'), join(top, 'summary')];
  for (const file of [output, summary]) writeFileSync(file, '');
  const { PATH = '', HOME = '' } = process.env;
  const ended = spawnSync(process.execPath, [entry, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH, HOME, CI: 'true', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, ...env },
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });
  const pairs = [...readFileSync(output, 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)];
  return {
    exit: ended.status,
    stdout: ended.stdout,
    outputs: Object.fromEntries(pairs.map(([, name = '', , value = '']) => [name, value])),
    summary: readFileSync(summary, 'utf8'),
  };
}

/** What `npm pack` makes, unpacked elsewhere: nothing of the repository lies beside it. */
function unpacked(): string {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', top], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' }),
  ) as { readonly filename: string }[];
  execFileSync('tar', ['-xzf', join(top, packed?.filename ?? ''), '-C', top]);
  return join(top, 'package');
}

/** What `demo --json` prints. */
interface Told {
  readonly granted: number;
  readonly revoked: number;
  readonly foreignChanged: number;
  readonly playground: string;
}

function demoChecks(home: string): string {
  const told = run(join(home, 'dist/cli.js'), ['demo', '--json', '--dir', top], top);
  const json = JSON.parse(told.stdout || '{}') as Partial<Told>;
  check('the demo of the bundle plays to its end', () => told.exit === 0);
  check('the demo granted and revoked', () => (json.granted ?? 0) > 0 && (json.revoked ?? 0) > 0);
  check('the demo changed nothing that is not ours', () => json.foreignChanged === 0);
  return json.playground ?? '';
}

function actionChecks(home: string, playground: string): void {
  const entry = join(home, 'dist/action.js');
  const action = (inputs: Readonly<Record<string, string>>) => {
    const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return run(entry, [], playground, Object.fromEntries(given) as Record<string, string>);
  };
  const world = join(playground, '.world');
  const validated = action({ command: 'validate', simulate: world });
  check('the Action validates', () => validated.exit === 0);
  check('validate sets its outputs', () => validated.outputs['errors'] === '0' && validated.outputs['exit-code'] === '0');
  check('validate writes a summary', () => validated.summary.startsWith('### grantkeeper validate\n'));
  const planned = action({ command: 'plan', simulate: world });
  check('the Action plans over simulated clouds', () => planned.exit === 0);
  check('plan sets its outputs', () =>
    ['has-changes', 'digest', 'summary', 'refused'].every((name) => planned.outputs[name] !== undefined),
  );
  check('plan writes a summary', () => /^### grantkeeper plan\n\n```text\n\S+ at [0-9a-f]/.test(planned.summary));
  writeFileSync(join(playground, 'grants/payments/broken.yaml'), 'principal: you\nexpires: tomorrow\n');
  const broken = action({ command: 'validate', 'working-tree': 'true' });
  check('a mistake fails the Action', () => broken.exit === 3 && broken.outputs['exit-code'] === '3');
  check('a mistake is annotated on its line', () => /^::error .*file=grants\/payments\/broken\.yaml,line=2/m.test(broken.stdout));
  check('an unknown command ends with 64', () => action({ command: 'valdate' }).exit === 64);
}

/** The client for deny policies is CommonJS, and so is most of what it brings. */
function lockdownCheck(home: string): void {
  const repo = join(top, 'locked');
  cpSync(join(home, 'policy'), join(repo, 'policy'), { recursive: true });
  const path = join(repo, 'policy/policy.yaml');
  const means = 'manages: [folders/77], recall: { lockdown: organizations/123456789012 } }';
  writeFileSync(path, readFileSync(path, 'utf8').replace('manages: [folders/77] }', means));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: repo });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Start');
  const args = ['recall', 'bo', '--lockdown', '--confirm', 'bo', '--yes', '--json', `--simulate=${join(top, 'locked-world')}`];
  check('the bundle locks out by a deny policy', () =>
    run(join(home, 'dist/cli.js'), args, repo).stdout.includes('gk-acme-access-lockdown'),
  );
}

try {
  const home = unpacked();
  const held = [
    'action.yml',
    'actions/plan/action.yml',
    'dist/action.js',
    'dist/cli.js',
    'dist/THIRD_PARTY_LICENSES.txt',
    'schemas',
    'policy',
    'LICENSE',
  ];
  for (const path of held) check(`the package holds ${path}`, () => existsSync(join(home, path)));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { readonly version: string };
  check('the bundle tells its version', () => run(join(home, 'dist/cli.js'), ['--version'], top).stdout.trim() === version);
  const code = readdirSync(join(home, 'dist')).map((name) => readFileSync(join(home, 'dist', name), 'utf8'));
  check('the bundle names no folder of this machine', () => code.every((text) => !text.includes(ROOT)));
  const playground = demoChecks(home);
  check('the bundle validates what the demo left', () => run(join(home, 'dist/cli.js'), ['validate'], playground).exit === 0);
  actionChecks(home, playground);
  lockdownCheck(home);
} finally {
  rmSync(top, { recursive: true, force: true });
}
