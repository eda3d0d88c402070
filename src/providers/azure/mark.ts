import { formatInstant, parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Mark } from '../../domain/mark.ts';

const DESCRIPTION =
  /^grantkeeper\/1 stamp=([a-z0-9][a-z0-9-]{0,23}) grant=([a-z0-9][a-z0-9-]{0,59})(?: until=(\S+) sha=[0-9a-z]{0,12}$|(?= |$))/;

/** What is written into the description of an assignment. */
export interface Marking {
  readonly stamp: string;
  readonly grant: string;
  readonly until: Instant;
  /** The whole id of the commit; the first twelve hex digits are kept. */
  readonly commit: string;
}

/** `grantkeeper/1 stamp=… grant=… until=… sha=…`: ASCII, far below the 2 KB that Azure takes, and no e-mail address. */
export function describe({ stamp, grant, until, commit }: Marking): string {
  return `grantkeeper/1 stamp=${stamp} grant=${grant} until=${formatInstant(until)} sha=${commit.slice(0, 12)}`;
}

/**
 * The mark in a description, or undefined where there is none. A description that begins as ours and goes on otherwise was
 * edited by somebody: its mark has no `until`. The commit is evidence for people, so what it says is not judged.
 */
export function readMark(description: string | null | undefined): Mark | undefined {
  const [, stamp, grant, end] = DESCRIPTION.exec(description ?? '') ?? [];
  if (stamp === undefined || grant === undefined) return undefined;
  const until = end === undefined ? undefined : parseInstant(end);
  return { stamp, grant, ...(until === undefined ? {} : { until }) };
}

export function isSameMark(a: Mark | undefined, b: Mark | undefined): boolean {
  return a?.stamp === b?.stamp && a?.grant === b?.grant && a?.until === b?.until;
}
