import { bindingKey } from '../domain/access.ts';
import type { Change } from '../domain/change.ts';
import { keepsEnd, keepsStart, type LiveBinding } from '../domain/live-binding.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { CloudReader, Readable } from '../providers/provider.ts';

/** Clouds answer writes before every reader sees them: waits in milliseconds before each further look, 30 s in all. */
const WAITS = [1000, 2000, 4000, 8000, 15_000];

const NOT_SHOWN = 'a second read did not show it within 30 s';

/**
 * Reads the scope once more, independently of what the write answered, until each applied change is seen. What is still not seen
 * becomes `unverified`: it may be there, but nobody can say so.
 */
export async function verified(
  outcomes: readonly Outcome[],
  reading: Readable,
  reader: CloudReader,
  sleep: (ms: number) => Promise<void>,
): Promise<readonly Outcome[]> {
  let open = outcomes.filter((one) => one.status === 'applied');
  let message = NOT_SHOWN;
  for (const wait of [0, ...WAITS]) {
    if (open.length === 0) break;
    if (wait > 0) await sleep(wait);
    const again = await reader.read(reading.scope);
    if (again.ok) open = open.filter((one) => !isSeen(one.change, again.live));
    message = again.ok ? NOT_SHOWN : `a second read failed: ${again.failure.message}`;
  }
  return outcomes.map((one) =>
    open.includes(one) ? { ...one, status: 'unverified', failure: { kind: 'transient', message, hint: 'The next run looks again.' } } : one,
  );
}

/** What was to go is gone, and what was to come is there. */
function isSeen(change: Change, live: readonly LiveBinding[]): boolean {
  if (change.verb !== 'grant' && live.some((one) => isTheVery(one, change.live))) return false;
  if (change.verb === 'revoke') return true;
  const { binding, until, starts, grant } = change.desired;
  const key = bindingKey(binding);
  return live.some(
    (one) =>
      bindingKey(one.binding) === key &&
      ((keepsEnd(one, until) && keepsStart(one, starts)) || (one.mark?.until === until && one.mark.grant === grant)),
  );
}

/** The same binding with the same mark, not one that was granted anew for the same principal. */
function isTheVery(one: LiveBinding, other: LiveBinding): boolean {
  if (other.end !== undefined)
    return one.end === other.end && one.starts === other.starts && bindingKey(one.binding) === bindingKey(other.binding);
  const marks = [one.mark, other.mark].map((mark) => [mark?.stamp, mark?.grant, mark?.starts, mark?.until].join(' '));
  return marks[0] === marks[1] && bindingKey(one.binding) === bindingKey(other.binding);
}
