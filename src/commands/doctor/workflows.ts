import { parse } from 'yaml';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, type Finding, pass, type Question, unknown } from './check.ts';

export interface WorkflowFile {
  /** Below .github/workflows. */
  readonly file: string;
  readonly text: string;
}

interface Step {
  readonly uses?: unknown;
  readonly run?: unknown;
  readonly with?: Readonly<Record<string, unknown>> | null;
}

interface Workflow {
  readonly on?: unknown;
  readonly jobs?: Readonly<Record<string, { readonly steps?: readonly Step[] } | null>> | null;
}

const QUESTION: Question = {
  id: 'workflow-history',
  family: 'this repository',
  wanted: 'workflows that run Grantkeeper check out the whole history',
  fix: 'Give their actions/checkout step fetch-depth: 0, and no filter.',
};

/** Those whose schedule GitHub keeps. One that does not read has none. */
export function scheduledFiles(files: readonly WorkflowFile[]): readonly string[] {
  return files.filter(({ text }) => isScheduled(read(text)?.on)).map(({ file }) => file);
}

function isScheduled(on: unknown): boolean {
  if (on === 'schedule') return true;
  if (Array.isArray(on)) return on.includes('schedule');
  return typeof on === 'object' && on !== null && 'schedule' in on;
}

/** A cut-off history proves nothing, so every run over one grants nothing. */
export function workflowChecks(files: readonly WorkflowFile[]): readonly Check[] {
  return [checkOf(QUESTION, '.github/workflows', historyFinding(files))];
}

function historyFinding(files: readonly WorkflowFile[]): Finding {
  const broken = files.filter(({ text }) => read(text) === undefined).map(({ file }) => file);
  if (broken.length > 0) return unknown(`${broken.join(', ')} cannot be read`, 'Mend the YAML of that workflow.');
  const checkouts = files.flatMap(({ file, text }) => ownCheckouts(read(text)).map((step) => ({ file, step })));
  if (checkouts.length === 0) return unknown('no workflow checks out this repository and runs Grantkeeper', 'Commit the workflows first.');
  const short = [...new Set(checkouts.filter(({ step }) => !isWhole(step)).map(({ file }) => file))];
  return short.length === 0
    ? pass(`${checkouts.length} checkouts, all of them whole`)
    : fail(`the history is cut off in ${short.join(', ')}`);
}

function ownCheckouts(workflow: Workflow | undefined): readonly Step[] {
  const jobs = Object.values(workflow?.jobs ?? {}).map((job) => job?.steps ?? []);
  return jobs.filter((steps) => steps.some(runsUs)).flatMap((steps) => steps.filter(isCheckoutHere));
}

/** An action named so, or one of the repository itself, which is how a copy of it is used. */
function runsUs({ uses, run }: Step): boolean {
  return (typeof uses === 'string' && /grantkeeper|^\.\/|^\$\//.test(uses)) || (typeof run === 'string' && run.includes('grantkeeper'));
}

/** Another repository beside ours, such as that of the action, needs no history. */
function isCheckoutHere({ uses, with: inputs }: Step): boolean {
  return typeof uses === 'string' && uses.startsWith('actions/checkout@') && inputs?.['repository'] === undefined;
}

function isWhole({ with: inputs }: Step): boolean {
  const depth = inputs?.['fetch-depth'];
  return (depth === 0 || depth === '0') && inputs?.['filter'] === undefined;
}

function read(text: string): Workflow | undefined {
  try {
    const found: unknown = parse(text);
    return typeof found === 'object' && found !== null ? found : undefined;
  } catch {
    // GitHub does not run what does not parse; the check says which file it is.
    return undefined;
  }
}
