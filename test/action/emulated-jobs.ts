import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request, type RequestOptions } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { expect, vi } from 'vitest';
import { readInputs } from '../../src/action/inputs.ts';
import { aboutRequest } from '../../src/action/request-event.ts';
import type { Job, Rights, Step } from '../../src/commands/init/workflow.ts';
import { compose } from '../../src/compose.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { exampleGcp } from '../../src/sim/gcp/example.ts';
import { simulateGcp } from '../../src/sim/gcp/gcp.ts';
import { serve } from '../../src/sim/serve.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { scratchDir } from '../cli/child.ts';
import { type EmulatedClone, NOW } from './emulated-clone.ts';
import { type EmulatedGithub, REPOSITORY } from './emulated-github.ts';

/** How a job ended, and all that it said; `checkout` where it did not get as far as its own step. */
export interface Ran {
  readonly ended: number | 'checkout';
  readonly said: string;
}

const real = globalThis.fetch;
const timers = process.getBuiltinModule('node:timers/promises');
const wait = timers.setTimeout;

/** Takes the place of the network and of the gaps that GitHub asks for between writes. Answers what puts both back. */
export async function withoutNetwork(): Promise<() => void> {
  const clock = { now: () => Date.now() as Instant };
  const clouds = await serve([{ service: simulateGcp({ store: memoryStore(exampleGcp(NOW as Instant)), clock }) }]);
  const signedIn = { access_token: 'sim-token-grantkeeper', token_type: 'Bearer', expires_in: 3600 };
  globalThis.fetch = async (input, init) => {
    const { hostname } = new URL(input instanceof Request ? input.url : input);
    return hostname === 'oauth2.googleapis.com' ? Response.json(signedIn) : real(input, init);
  };
  const getBuiltinModule = process.getBuiltinModule.bind(process);
  const cloud = ({ host, pathname, search }: URL, ...more: [RequestOptions, (answer: IncomingMessage) => void]) =>
    request(new URL(`${clouds.urls['gcp'] ?? ''}/${host}${pathname}${search}`), ...more);
  const routed = (name: string): unknown => (name === 'node:https' ? { request: cloud } : getBuiltinModule(name));
  process.getBuiltinModule = routed as typeof getBuiltinModule;
  const unhurried = async (ms = 0, value?: unknown, options = {}) => wait(ms <= 5000 ? 0 : ms, value, options);
  timers.setTimeout = unhurried as typeof wait;
  syncBuiltinESMExports();
  return () => {
    void clouds.close();
    process.getBuiltinModule = getBuiltinModule;
    globalThis.fetch = real;
    timers.setTimeout = wait;
    syncBuiltinESMExports();
  };
}

export interface Ground {
  readonly github: EmulatedGithub;
  readonly clone: EmulatedClone;
  /** What was typed into the form of a workflow, by input. */
  readonly form: Readonly<Record<string, string>>;
  /** The pull request whose event started it. */
  readonly request?: number;
}

/** Runs a job of a shipped workflow with a token of an app that has these rights and no other. */
export async function ranJob(job: Job, rights: Rights, ground: Ground): Promise<Ran> {
  const token = await ground.github.token(
    Object.fromEntries(Object.entries(rights).map(([name, right]) => [name.replace('-', '_'), right])),
  );
  const [step, ...more] = job.steps;
  expect(more).toEqual([]);
  if (step === undefined) throw new Error(`${job.name} has no step`);
  if (!('verb' in step)) return ranScript(step, token, ground);
  const refused = await checkoutTrouble(token, ground);
  return refused ?? ranAction(step, token, ground);
}

/** What the checkout before each of our actions asks for: the commit of the branch, which takes the right to read contents. */
async function checkoutTrouble(token: string, { github }: Ground): Promise<Ran | undefined> {
  const answer = await real(`${github.url}/repos/${REPOSITORY}/commits/main`, { headers: { authorization: `Bearer ${token}` } });
  const said = await answer.text();
  return answer.ok ? undefined : { ended: 'checkout', said: `${answer.status} ${said}` };
}

async function ranAction(step: Extract<Step, { verb: string }>, token: string, ground: Ground): Promise<Ran> {
  const { github, clone, form } = ground;
  const given = Object.entries(step.with ?? {}).map(([name, text]) => [name, text.startsWith('${{') ? (form[name] ?? '') : text] as const);
  const inputs = Object.fromEntries(
    [...given, ['command', step.verb] as const].map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]),
  );
  const env = { ...inputs, ...surroundings(ground), GITHUB_TOKEN: token, GITHUB_API_URL: github.url };
  for (const [name, text] of Object.entries(env)) vi.stubEnv(name, text);
  try {
    const { command, options, args } = await readInputs(env);
    const about = { ...aboutRequest(command, options, env), repo: clone.dir };
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const report = await command.run({ ...(await compose(about, { stopping: () => false })), say, print: say }, about, args);
    return { ended: report.exit, said: [...lines, report.text].join('\n') };
  } finally {
    vi.unstubAllEnvs();
  }
}

/** The variables of a runner, and a person's sign-in to Google. */
function surroundings({ request }: Ground): Readonly<Record<string, string>> {
  const dir = scratchDir();
  const [event, user] = [join(dir, 'event.json'), join(dir, 'user.json')];
  writeFileSync(event, JSON.stringify({ pull_request: { number: request } }));
  writeFileSync(user, JSON.stringify({ type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: 'r' }));
  const about = request === undefined ? {} : { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event };
  return { ...about, CI: 'true', GITHUB_REPOSITORY: REPOSITORY, GOOGLE_APPLICATION_CREDENTIALS: user };
}

/** Stands for GitHub's own program: hands its arguments over, and says what comes back. */
const GH = `#!/bin/bash
exec 3<>"/dev/tcp/127.0.0.1/$GH_PORT"
printf '%s\\0' "$GH_TOKEN" "$@" $'\\n' >&3
read -r code <&3
cat <&3
exit "$code"
`;

async function ranScript({ run, env }: Extract<Step, { run: readonly string[] }>, token: string, { github }: Ground): Promise<Ran> {
  const dir = scratchDir();
  writeFileSync(join(dir, 'gh'), GH);
  chmodSync(join(dir, 'gh'), 0o755);
  const desk = await openDesk(github);
  const own = { GH_TOKEN: token, GH_REPO: REPOSITORY, GH_PORT: String((desk.address() as AddressInfo).port) };
  const child = spawn('bash', ['--norc', '-c', run.join('\n')], {
    env: { ...env, ...own, PATH: `${dir}:${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, ended] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1))),
  ]);
  desk.close();
  return { ended, said: out + err };
}

/** Takes what the stand-in hands over, ended by an argument that is the end of a line. */
async function openDesk(github: EmulatedGithub): Promise<Server> {
  const server = createServer((socket) => {
    const parts: Buffer[] = [];
    socket.on('data', (part) => {
      parts.push(part);
      const [token = '', ...args] = Buffer.concat(parts).toString('utf8').split('\0');
      if (args.at(-2) !== '\n') return;
      void asked(github.url, token, args.slice(0, -2)).then(({ code, out }) => socket.end(`${code}\n${out}`));
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}

interface Said {
  readonly code: number;
  readonly out: string;
}

/**
 * The calls behind the commands that a script of ours uses (GitHub CLI manual: gh api, gh issue, gh label). Where the program asks by
 * GraphQL this asks by REST, which takes the same right.
 */
async function asked(base: string, token: string, args: readonly string[]): Promise<Said> {
  const call = async (method: string, path: string, body?: object): Promise<{ readonly status: number; readonly body: unknown }> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await real(`${base}/${path}`, { method, headers: { authorization: `Bearer ${token}` }, ...sent });
    return { status: answer.status, body: await answer.json() };
  };
  const failed = (status: number): Said => ({ code: 1, out: `gh: HTTP ${status}\n` });
  const [what = '', verb = ''] = args;
  const option = (name: string) => args[args.indexOf(name) + 1] ?? '';
  if (what === 'api') {
    const { status } = await call('GET', verb);
    // No workflow ever ran here; GitHub lists none of one that it has.
    return status === 200 || status === 404 ? { code: 0, out: '' } : failed(status);
  }
  const repository = `repos/${REPOSITORY}`;
  if (`${what} ${verb}` === 'issue list') {
    const { status, body } = await call('GET', `${repository}/issues?state=open&labels=${encodeURIComponent(option('--label'))}`);
    if (status !== 200) return failed(status);
    return { code: 0, out: (body as readonly { readonly number: number }[]).map(({ number }) => `${number}\n`)[0] ?? '' };
  }
  const writes: Readonly<Record<string, () => ReturnType<typeof call>>> = {
    'label create': async () => call('POST', `${repository}/labels`, { name: args[2], color: option('--color') }),
    'issue create': async () =>
      call('POST', `${repository}/issues`, { title: option('--title'), labels: [option('--label')], body: option('--body') }),
  };
  const written = writes[`${what} ${verb}`];
  if (written === undefined) throw new Error(`gh ${args.join(' ')}`);
  const { status } = await written();
  return status === 201 ? { code: 0, out: '' } : failed(status);
}
