import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { rightsOf } from '../../src/commands/init/workflow.ts';
import { workflows } from '../../src/commands/init/workflows.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { exampleGcp } from '../../src/sim/gcp/example.ts';
import { simulateGcp } from '../../src/sim/gcp/gcp.ts';
import { serve } from '../../src/sim/serve.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { type Ended, startedEntry } from '../cli/entry.ts';
import { type EmulatedClone, emulatedClone, grant, NOW, POLICY } from './emulated-clone.ts';
import { type EmulatedGithub, emulatedGithub, REPOSITORY } from './emulated-github.ts';
import { network } from './emulated-network.ts';

type Texts = Readonly<Record<string, string>>;
/** A right that a job has here where the shipped workflow gives it more. */
type Less = Readonly<Record<string, 'read'>>;

export interface ActionRun extends Ended {
  readonly outputs: Texts;
  readonly summary: string;
  /** Milliseconds in which it had nothing to do but to wait for an answer. */
  readonly waited: number;
  /** Addresses with their ports. */
  readonly reached: readonly string[];
}

/** The built Action against a GitHub of other people, with a clone of its repository and a simulated Google Cloud. */
export interface EmulatedAction {
  readonly github: EmulatedGithub;
  readonly clone: EmulatedClone;
  /** All that a run may reach: the forge, the cloud and the machine that signs in to it. */
  readonly known: readonly string[];
  /** As the runner starts it. */
  run(token: string, inputs: Texts, env?: Texts): Promise<ActionRun>;
  /** A program that does nothing, started in the same way. */
  bare(): Promise<ActionRun>;
  /** A token with the rights that the shipped workflow gives to its first job. */
  token(workflow: string, less?: Less): Promise<string>;
  close(): Promise<void>;
}

/** In an empty folder; `env` is for all runs. The repository has the policy and a grant that was over 80 hours ago. */
export async function emulatedAction(entry: string, home: string, env: Texts = {}): Promise<EmulatedAction> {
  const clock = { now: () => Date.now() as Instant };
  const gcp = simulateGcp({ store: memoryStore(exampleGcp(NOW as Instant)), clock });
  const [github, clouds, machine] = await Promise.all([emulatedGithub(), serve([{ service: gcp }]), metadataServer()]);
  const [dir, output, summary, seen] = ['clone', 'output', 'summary', 'seen'].map((name) => join(home, name)) as Four;
  mkdirSync(dir);
  const clone = emulatedClone(github, dir);
  await clone.pushed(96, { ...POLICY, 'grants/payments/README.md': '# Grants\n', ...grant('first', 80) });
  const surroundings = {
    CI: 'true',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: REPOSITORY,
    GCE_METADATA_HOST: `127.0.0.1:${(machine.address() as AddressInfo).port}`,
    SEEN: seen,
  };
  const [idle, node] = [join(home, 'nothing.cjs'), network(clouds.urls['gcp'] ?? '', home)];
  writeFileSync(idle, '');
  const started = async (program: string, more: Texts): Promise<ActionRun> => {
    for (const file of [output, summary]) writeFileSync(file, '');
    const ended = await startedEntry(program, [], { cwd: dir, node, env: { ...surroundings, ...env, ...more } });
    const texts = [output, summary, seen].map((file) => readFileSync(file, 'utf8')) as [string, string, string];
    const told = JSON.parse(texts[2]) as Pick<ActionRun, 'waited' | 'reached'>;
    return { ...ended, outputs: outputsIn(texts[0]), summary: texts[1], ...told };
  };
  return {
    github,
    clone,
    known: [github.url, clouds.urls['gcp'] ?? '', `http://${surroundings.GCE_METADATA_HOST}`].map((url) => new URL(url).host),
    run: async (token, inputs, more = {}) => started(entry, { ...inputVariables({ ...inputs, token }), ...more }),
    bare: async () => started(idle, {}),
    token: async (workflow, less = {}) => github.token({ ...rightsIn(workflow), ...less }),
    close: async () => {
      machine.close();
      await Promise.all([github.close(), clouds.close()]);
    },
  };
}

type Four = [string, string, string, string];

/** What a machine of Google's tells of its own account (Compute Engine: VM metadata, access tokens). */
async function metadataServer(): Promise<Server> {
  const signedIn = { access_token: 'sim-token-grantkeeper', token_type: 'Bearer', expires_in: 3600 };
  const server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(signedIn)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function inputVariables(inputs: Texts): Texts {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

function outputsIn(text: string): Texts {
  const pairs = [...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)];
  return Object.fromEntries(pairs.map(([, name = '', , value = '']) => [name, value]));
}

/** What the shipped workflow gives the job, in the spelling of an app. */
function rightsIn(workflow: string): Parameters<EmulatedGithub['token']>[0] {
  const job = workflows('main').find(({ name }) => name === workflow)?.jobs[0];
  if (job === undefined) throw new Error(`there is no job in ${workflow}`);
  return Object.fromEntries(Object.entries(rightsOf(job, { identity: false })).map(([name, right]) => [name.replace('-', '_'), right]));
}

/** Has somebody ask for a grant on a branch, and checks that out as the workflow does. Answers the number of the request and its head. */
export async function asked({ github, clone }: EmulatedAction): Promise<{ readonly number: number; readonly head: string }> {
  const head = await clone.pushed(10, grant('ask', -3), 'ask');
  const opened = await github.as('acme', 'POST', `/repos/${REPOSITORY}/pulls`, { title: 'Ask', head: 'ask', base: 'main' });
  return { number: Number(opened['number']), head };
}

/** What the runner says to a run that is about a request. */
export function aboutRequest(home: string, number: number): Texts {
  const event = join(home, 'event.json');
  writeFileSync(event, JSON.stringify({ pull_request: { number } }));
  return { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event };
}

/** Has bo-s approve the prune request as it is now. */
export async function approved({ github }: EmulatedAction, number: number): Promise<void> {
  const head = await github.as('acme', 'GET', `/repos/${REPOSITORY}/git/ref/heads/grantkeeper/prune`);
  const commit_id = (head as { readonly object: { readonly sha: string } }).object.sha;
  await github.as('bo-s', 'POST', `/repos/${REPOSITORY}/pulls/${number}/reviews`, { event: 'APPROVE', commit_id });
}
