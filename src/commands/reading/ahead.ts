import { type CloudName, type Scope, scopeKey } from '../../domain/access.ts';
import type { Control } from '../../domain/policy.ts';
import type { CloudReader } from '../../providers/provider.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import type { ControlHistory } from '../../reconcile/control-history.ts';
import { type Expand, expander } from '../../reconcile/expand.ts';
import type { Version } from '../../reconcile/timeline.ts';
import type { Context } from '../context.ts';
import { openReaders } from './open-readers.ts';
import { type Line, newLine, type Read, readThrough } from './survey.ts';

/**
 * Reads of scopes that were begun while the rest of history was still worked out. They are reads of this run like all others: none begins
 * before the ledger was read, since a line that is older than what was seen says too little, and one that is newer would call gone what
 * another run has only just written.
 */
export interface Ahead {
  /** The state of the control files whose readers these are. */
  readonly control: Control;
  readonly readers: ReadonlyMap<CloudName, CloudReader>;
  readonly line: Line;
  readonly expand: Expand;
  /** The read that was begun, or one that begins now. */
  readonly read: Read;
  /** Begins to read all that a version of a grant ever asked for. */
  readonly see: (version: Version) => void;
  /** What was not begun yet never is. */
  readonly stop: () => void;
}

/** Undefined where no state of the control files counts: then nobody knows which clouds to ask. */
export async function readAhead(context: Context, ruled: ControlHistory, commit: string, clouds: Clouds): Promise<Ahead | undefined> {
  const control = ruled.now;
  if (control === undefined) return undefined;
  const readers = await openReaders(context, control, `grantkeeper ${control.policy.stamp} ${commit}`);
  const line = newLine();
  const expand = expander(clouds);
  const begin = readThrough(readers, line, context.clock);
  const begun = new Map<string, ReturnType<Read>>();
  const read: Read = (scope) => {
    const reading = begun.get(scopeKey(scope)) ?? begin(scope);
    begun.set(scopeKey(scope), reading);
    return reading;
  };
  const see = ({ body, position }: Version) => {
    if (body.kind !== 'grant') return;
    const scopes: readonly Scope[] = expand(body.grant, ruled.at(position) ?? control).units.map(({ scope }) => scope);
    // Whoever takes the reading is told of what went wrong; here nobody waits for it.
    for (const scope of scopes) read(scope).catch(() => undefined);
  };
  return { control, readers, line, expand, read, see, stop: () => line.clear() };
}
