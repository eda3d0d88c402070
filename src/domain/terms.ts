/** Who ends access: the cloud (PIM), our run, or the cloud wherever it can. */
export type Enforce = 'pim' | 'run' | 'auto';

/** What becomes of a binding made by hand that stands where ours must: it is marked as ours, or ours comes in its place. */
export type Takeover = 'adopt' | 'replace';

/** What an access entry says beside who, what and where. */
export interface Terms {
  /** Absent: as the role of the catalogue says, or policy. */
  readonly enforce?: Enforce;
  /** Absent: ours is held back while such a binding stands. */
  readonly takeover?: Takeover;
}

const STRENGTH: readonly Enforce[] = ['run', 'auto', 'pim'];

/** Of several for one binding the one that promises most; undefined where nobody says anything. */
export function strongest(all: readonly (Enforce | undefined)[]): Enforce | undefined {
  return STRENGTH.findLast((one) => all.includes(one));
}
