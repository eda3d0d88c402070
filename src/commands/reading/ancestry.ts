import PQueue from 'p-queue';
import { type CloudName, type Scope, scopeKey } from '../../domain/access.ts';
import type { CloudReader, Siblings } from '../../providers/provider.ts';
import type { Line } from './survey.ts';

/** What is above a scope, itself first; a text where it could not be found out, undefined where no reader could be asked. */
export type Ancestry = (scope: Scope) => Promise<readonly Scope[] | string | undefined>;

/** While scopes wait to be read: how many are asked about at once, and after how many that lie beside each other a list is worth its calls. */
const FEW = 4;

/**
 * Each scope is asked about once, when it first seems to matter. A call for each takes as long as one more scope to read, so while scopes
 * wait in the line it begins with a few, and what lies beside them is told by a list. Once nothing waits any more, all that is still
 * open is asked about at once.
 */
export function ancestryFrom(readers: ReadonlyMap<CloudName, CloudReader>, line: Line): Ancestry {
  const asked = new Map<string, ReturnType<Ancestry>>();
  const few = new PQueue({ concurrency: FEW });
  let nothingWaits: Promise<void> | undefined;
  const idle = () => (nothingWaits ??= line.onSizeLessThan(1).then(() => void (few.concurrency = Infinity)));
  const lists = listsIn(line, idle);
  const askOne = async (reader: CloudReader, scope: Scope) => {
    const told = await lists.tell(scope);
    if (told !== undefined) return told;
    // Before the reads that still stand in the line: where something is lacking, most is still to come.
    const answer = await line.add(() => reader.ancestry(scope), { priority: 1 });
    if (!answer.ok) return answer.failure.message;
    lists.note(reader.siblings?.(answer.chain));
    return answer.chain;
  };
  const ask: Ancestry = async (scope) => {
    const reader = readers.get(scope.cloud);
    if (reader === undefined) return undefined;
    void idle();
    return few.add(() => askOne(reader, scope));
  };
  return (scope) => {
    const known = asked.get(scopeKey(scope)) ?? ask(scope);
    asked.set(scopeKey(scope), known);
    return known;
  };
}

interface Lists {
  /** What a list that was begun says of a scope, however long it takes while scopes wait to be read. */
  readonly tell: (scope: Scope) => Promise<readonly Scope[] | undefined>;
  /** Where one was found to lie: after a few in one place the list of it is begun, if something waits that it could spare. */
  readonly note: (siblings: Siblings | undefined) => void;
}

function listsIn(line: Line, idle: () => Promise<void>): Lists {
  const found = new Map<string, number>();
  const begun = new Map<string, ReturnType<Siblings['list']>>();
  return {
    tell: async (scope) => {
      for (const list of begun.values()) {
        const chain = (await Promise.race([list, idle()]))?.(scope);
        if (chain !== undefined) return chain;
      }
      return undefined;
    },
    note: (siblings) => {
      if (siblings === undefined) return;
      const { key } = siblings;
      const times = (found.get(key) ?? 0) + 1;
      found.set(key, times);
      if (times >= FEW && !begun.has(key) && line.size > 0)
        begun.set(
          key,
          line.add(() => siblings.list(), { priority: 1 }),
        );
    },
  };
}
