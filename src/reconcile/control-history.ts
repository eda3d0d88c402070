import type { Finding } from '../domain/finding.ts';
import { type Instant, later } from '../domain/instant.ts';
import type { Override } from '../domain/override.ts';
import type { Control } from '../domain/policy.ts';
import { OVERRIDE_LIFE } from './override-file.ts';
import type { Proof } from './timeline.ts';

/** By path, the blob of a control file. */
export type ControlFiles = ReadonlyMap<string, string>;

/** What one first-parent commit did to the control files; a change without a blob is a deletion. */
export interface ControlStep {
  readonly position: number;
  readonly commit: string;
  readonly at: Instant;
  readonly changes: readonly { readonly path: string; readonly blob?: string }[];
}

export type Assembled = { readonly ok: true; readonly control: Control } | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads a state of the control files, and checks it against the one that it would follow. */
export type Assemble = (files: ControlFiles, before: Control | undefined) => Assembled;

/** Which state of the control files counts, now and at every commit. */
export interface ControlHistory {
  /** Undefined while no state was ever without findings. */
  readonly now: Control | undefined;
  /** The state that counted as of a position: after that commit, or before it for the one that judges the commit itself. */
  at(position: number): Control | undefined;
  /** Every state that ever counted, oldest first. */
  readonly states: readonly Control[];
  /** What is wrong with newer versions that do not count. */
  readonly findings: readonly Finding[];
  /** An approval that could not be looked up. Its version is read, to know what is ours; but nothing may be decided from it. */
  readonly doubt?: string;
}

interface Fold {
  files: Map<string, string>;
  /** Approved, but with findings: counts as soon as a later commit mends what was missing. */
  waiting: Map<string, string | undefined>;
  waitingFindings: readonly Finding[];
  /** Paths whose newest version nobody approved. */
  readonly refused: Map<string, Finding>;
  /** Paths whose newest approved version landed beside the rules. */
  readonly aside: Map<string, Finding>;
  readonly counted: { readonly position: number; readonly control: Control }[];
  /** By path, when its newest version landed, approved or trusted. */
  readonly landings: Map<string, Instant>;
  doubt?: string;
}

/**
 * Control files count in their newest version that is without findings and approved by `security` as of the commit's first parent;
 * one that came beside the rules is a finding as well.
 * Until a first state counts there is nobody who could approve, so the first is trusted.
 */
export function controlHistory(
  steps: readonly ControlStep[],
  assemble: Assemble,
  prove: (step: ControlStep, before: Control) => Proof,
): ControlHistory {
  const fold: Fold = {
    files: new Map(),
    waiting: new Map(),
    waitingFindings: [],
    refused: new Map(),
    aside: new Map(),
    counted: [],
    landings: new Map(),
  };
  for (const one of steps) {
    const before = fold.counted.at(-1)?.control;
    const proof: Proof = before === undefined ? { kind: 'proved', by: [] } : prove(one, before);
    if (proof.kind === 'unproved') refuse(fold, one, proof);
    else {
      take(fold, one, assemble);
      noteAside(fold, one, proof);
    }
    if (proof.kind === 'doubt') fold.doubt = proof.reason;
  }
  const { counted, doubt } = fold;
  return {
    now: counted.at(-1)?.control,
    at: (position) => counted.findLast((one) => one.position <= position)?.control,
    states: counted.map((one) => one.control),
    findings: [...fold.waitingFindings, ...fold.refused.values(), ...fold.aside.values()],
    ...(doubt === undefined ? {} : { doubt }),
  };
}

function take(fold: Fold, one: ControlStep, assemble: Assemble): void {
  const changes = new Map(one.changes.map((change) => [change.path, change.blob]));
  for (const path of changes.keys()) {
    fold.refused.delete(path);
    fold.waiting.delete(path);
    fold.landings.set(path, one.at);
  }
  const before = fold.counted.at(-1)?.control;
  const all = new Map([...fold.waiting, ...changes]);
  const whole = assemble(overlay(fold.files, all), before);
  if (whole.ok) return count(fold, one.position, overlay(fold.files, all), whole.control, new Map(), []);
  const without = assemble(overlay(fold.files, changes), before);
  if (without.ok) return count(fold, one.position, overlay(fold.files, changes), without.control, fold.waiting, whole.findings);
  fold.waiting = all;
  fold.waitingFindings = whole.findings;
}

function count(
  fold: Fold,
  position: number,
  files: Map<string, string>,
  control: Control,
  waiting: Fold['waiting'],
  findings: readonly Finding[],
): void {
  fold.files = files;
  fold.waiting = waiting;
  fold.waitingFindings = waiting.size === 0 ? [] : findings;
  // As it was assembled where nothing is to be bounded, so that what is known of it stays known.
  const bound = (): Control => ({ ...control, overrides: control.overrides.map((one) => bounded(one, fold.landings)) });
  fold.counted.push({ position, control: control.overrides.length === 0 ? control : bound() });
}

/** Whatever it says, an override counts for no longer than a day after its landing. */
function bounded(override: Override, landings: ReadonlyMap<string, Instant>): Override {
  const last = later(landings.get(override.source.file) as Instant, OVERRIDE_LIFE);
  return override.expires > last ? { ...override, expires: last } : override;
}

function overlay(files: ControlFiles, changes: ReadonlyMap<string, string | undefined>): Map<string, string> {
  const next = new Map(files);
  for (const [path, blob] of changes) {
    if (blob === undefined) next.delete(path);
    else next.set(path, blob);
  }
  return next;
}

/**
 * What was approved and came beside the rules counts: a narrowing or somebody's leaving must not wait for a second landing. But it is a
 * finding, so nothing is granted or changed until the next approved version of the file. A deleted file gives nothing.
 */
function noteAside(fold: Fold, one: ControlStep, proof: Exclude<Proof, { kind: 'unproved' }>): void {
  const aside = proof.kind === 'proved' ? proof.aside : undefined;
  for (const { path, blob } of one.changes) {
    fold.aside.delete(path);
    if (aside === undefined || blob === undefined) continue;
    const message = `the version of ${one.commit.slice(0, 12)} has to land again: ${aside.reason}`;
    fold.aside.set(path, { code: 'GK3008', severity: 'error', message, hint: aside.hint, at: topOf(path) });
  }
}

function topOf(path: string): NonNullable<Finding['at']> {
  return { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

function refuse(fold: Fold, one: ControlStep, proof: Extract<Proof, { kind: 'unproved' }>): void {
  for (const { path, blob } of one.changes) {
    // Back to the version that counts: nothing is there that anybody would have to approve.
    if (blob === fold.files.get(path)) {
      fold.refused.delete(path);
      continue;
    }
    const message = `the version of ${one.commit.slice(0, 12)} does not count: ${proof.reason}`;
    fold.refused.set(path, { code: 'GK3005', severity: 'error', message, hint: proof.hint, at: topOf(path) });
  }
}
