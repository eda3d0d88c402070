/** What a job may do with the token of its workflow (GitHub Actions: workflow syntax, permissions). */
export type Rights = Readonly<Record<string, 'read' | 'write'>>;

/** One of our actions, with its inputs; or lines for the shell, with what they find in their environment. */
export type Step =
  | { readonly verb: string; readonly with?: Readonly<Record<string, string>> }
  | { readonly name: string; readonly env: Readonly<Record<string, string>>; readonly run: readonly string[] };

export interface Job {
  readonly name: string;
  /** Why it is as it is; one comment line each. */
  readonly why?: readonly string[];
  readonly rights: Rights;
  /** Whether it signs in to the clouds. */
  readonly clouds: boolean;
  readonly minutes: number;
  readonly needs?: string;
  readonly condition?: string;
  /** Whether people may have to let it go on, where an environment is asked for. */
  readonly gated?: boolean;
  readonly steps: readonly Step[];
}

export interface Workflow {
  /** Its file is `.github/workflows/<name>.yml`. */
  readonly name: string;
  readonly about: readonly string[];
  /** Lines of YAML below `on:`. */
  readonly on: readonly string[];
  /** Works on the newest commit of this branch, even when the run has waited or is an old one run again; else on that of the event. */
  readonly branch?: string;
  /** Runs of one group go one after the other, and none is dropped. */
  readonly group?: string;
  readonly jobs: readonly Job[];
}

/** How a workflow is written for one repository. */
export interface Rendering {
  /** First line of each file. */
  readonly heading: string;
  /** What stands behind `uses:` for one of our actions. */
  readonly uses: (verb: string) => string;
  /** Lines of YAML for steps that come before the action, behind the checkout. */
  readonly before: (job: Job) => readonly string[];
  /** Variables of a job that signs in to the clouds. */
  readonly env: Readonly<Record<string, string>>;
  /** Inputs of every action of a job. */
  readonly with: (job: Job) => Readonly<Record<string, string>>;
  /** False where nothing signs in, so that no job may ask for an identity. */
  readonly identity: boolean;
  /** Why the steps of a job may fail without its job failing; undefined where it may not. */
  readonly tolerated: (job: Job) => string | undefined;
  readonly environment?: string;
  /** GitHub Enterprise Server knows no `queue`. */
  readonly queue: boolean;
}

/** Pinned by commit, since a tag can be moved; the version is a comment for people and for tools that update it. */
export const PINS = {
  checkout: 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2',
  node: 'actions/setup-node@395ad3262231945c25e8478fd5baf05154b1d79f # v6.1.0',
} as const;

export function pathOf(workflow: Workflow): string {
  return `.github/workflows/${workflow.name}.yml`;
}

/** The rights of a job as they are written: without clouds there is nobody to prove an identity to. */
export function rightsOf(job: Job, rendering: Pick<Rendering, 'identity'>): Rights {
  return { ...job.rights, ...(job.clouds && rendering.identity ? { 'id-token': 'write' as const } : {}) };
}

export function workflowText(workflow: Workflow, rendering: Rendering): string {
  const lines = [
    `# ${rendering.heading}`,
    ...workflow.about.map((line) => `# ${line}`),
    `name: ${workflow.name}`,
    'on:',
    ...indented(workflow.on),
    '',
    'permissions: {}',
    '',
    ...(workflow.group === undefined ? [] : [...concurrency(workflow.group, rendering), '']),
    'jobs:',
    ...indented(separated(workflow.jobs.map((job) => jobLines(job, workflow, rendering)))),
  ];
  return `${lines.join('\n')}\n`;
}

/** By default a newcomer pushes out the one that waits; nothing here may be lost, nor be stopped between two writes. */
function concurrency(group: string, { queue }: Rendering): readonly string[] {
  return ['concurrency:', `  group: ${group}`, ...(queue ? ['  queue: max'] : []), '  cancel-in-progress: false'];
}

function jobLines(job: Job, { branch }: Workflow, rendering: Rendering): readonly string[] {
  const signsIn = job.clouds && Object.keys(rendering.env).length > 0;
  return [
    ...(job.why ?? []).map((line) => `# ${line}`),
    `${job.name}:`,
    ...indented([
      ...(job.needs === undefined ? [] : [`needs: ${job.needs}`]),
      ...(job.condition === undefined ? [] : [`if: ${job.condition}`]),
      'runs-on: ubuntu-latest',
      `timeout-minutes: ${job.minutes}`,
      ...(job.gated === true && rendering.environment !== undefined ? [`environment: ${rendering.environment}`] : []),
      'permissions:',
      ...pairs(rightsOf(job, rendering)),
      ...(signsIn ? ['env:', ...pairs(rendering.env)] : []),
      'steps:',
      ...indented(job.steps.some((step) => 'verb' in step) ? [...checkout(branch), ...rendering.before(job)] : []),
      ...indented(job.steps.flatMap((step) => ('verb' in step ? actionLines(step, job, rendering) : shellLines(step)))),
    ]),
  ];
}

/** The whole history, without a filter: what approved a grant, and what ended, stands in it. The token stays out of .git/config. */
function checkout(branch: string | undefined): readonly string[] {
  const ref = branch === undefined ? [] : [`    ref: ${branch}`];
  return [`- uses: ${PINS.checkout}`, '  with:', ...ref, '    fetch-depth: 0', '    persist-credentials: false'];
}

function actionLines(step: Extract<Step, { verb: string }>, job: Job, rendering: Rendering): readonly string[] {
  const inputs = { ...step.with, ...rendering.with(job) };
  const tolerated = rendering.tolerated(job);
  return [
    `- uses: ${rendering.uses(step.verb)}`,
    ...(tolerated === undefined ? [] : [`  # ${tolerated}`, '  continue-on-error: true']),
    ...(Object.keys(inputs).length === 0 ? [] : ['  with:', ...indented(pairs(inputs))]),
  ];
}

function shellLines({ name, env, run }: Extract<Step, { run: readonly string[] }>): readonly string[] {
  return [`- name: ${name}`, '  env:', ...indented(pairs(env)), '  run: |', ...indented(indented(run))];
}

function pairs(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).map(([name, value]) => `  ${name}: ${value}`);
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

function separated(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}
