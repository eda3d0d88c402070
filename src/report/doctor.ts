/** `unknown` where nobody could look: it never counts as a pass. */
export type Verdict = 'pass' | 'fail' | 'unknown';

/** What one check asks, what was found, how it was looked up, and what mends it. */
export interface Check {
  /** Never changes: tools that read the JSON know a check by it. */
  readonly id: string;
  /** Under which heading it stands. */
  readonly family: string;
  /** The state that is wanted, as a sentence without an end. */
  readonly wanted: string;
  readonly verdict: Verdict;
  readonly found: string;
  /** The call or the command behind it, such as `GET /repos/acme/access`. */
  readonly source: string;
  /** One line; for an unknown one it says how to get to know. */
  readonly fix?: string;
  /** What to write elsewhere, such as in the trust condition of a cloud; one line each. */
  readonly notes?: readonly string[];
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
}

export function tallyOf(checks: readonly Check[]): Tally {
  const of = (verdict: Verdict) => checks.filter((check) => check.verdict === verdict).length;
  return { passed: of('pass'), failed: of('fail'), unknown: of('unknown') };
}

/** What `doctor --json` prints. */
export function doctorJson(checks: readonly Check[]): object {
  return { summary: tallyOf(checks), checks: checks.map((check) => ({ ...check, fix: check.fix ?? null, notes: check.notes ?? [] })) };
}
