import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/domain/access.ts';
import { ancestryFrom } from '../../../src/commands/reading/ancestry.ts';
import { IN_FLIGHT, type Line, newLine } from '../../../src/commands/reading/survey.ts';
import type { CloudReader } from '../../../src/providers/provider.ts';

const FOLDER = scopeOf('folders/77');

function scopeOf(path: string): Scope {
  return { cloud: 'gcp', path, key: path };
}

function projects(count: number, folder = 77): readonly Scope[] {
  return Array.from({ length: count }, (_, at) => scopeOf(`projects/p${folder}-${at}`));
}

interface Asked {
  readonly reader: CloudReader;
  readonly asks: string[];
  readonly lists: string[];
  /** Lets one list that was asked for be answered. */
  readonly answer: () => void;
  most: number;
}

/** A cloud in which `projects/pN-M` lies in `folders/N`; its lists have what `has` says, when they are let go. */
function cloud(has: (scope: Scope) => boolean = () => true): Asked {
  const waiting: (() => void)[] = [];
  let now = 0;
  const unasked = () => Promise.reject(new Error('nobody reads here'));
  const chainOf = (scope: Scope) => [scope, scopeOf(`folders/${/\d+/.exec(scope.path)?.[0]}`)];
  const seen: Asked = {
    asks: [],
    lists: [],
    answer: () => waiting.shift()?.(),
    most: 0,
    reader: {
      read: unasked,
      role: unasked,
      ancestry: async (scope) => {
        seen.asks.push(scope.path);
        now += 1;
        seen.most = Math.max(seen.most, now);
        await nextTurn();
        now -= 1;
        if (scope.path.endsWith('-3')) return { ok: false, failure: { kind: 'forbidden', message: 'no' } };
        return { ok: true, chain: chainOf(scope) };
      },
      siblings: (chain) => {
        const key = chain[1]?.key ?? '';
        return {
          key,
          list: async () => {
            seen.lists.push(key);
            await new Promise<void>((resolve) => void waiting.push(resolve));
            return (scope) => (chainOf(scope)[1]?.key === key && has(scope) ? chainOf(scope) : undefined);
          },
        };
      },
    },
  };
  return seen;
}

/** A line in which more reads wait than there are hands, each for a moment, and as many again behind them until it is let go. */
function busy(): { readonly line: Line; readonly free: () => void } {
  const line = newLine();
  let open = true;
  const read = async (): Promise<void> => {
    await nextTurn();
    if (open) void line.add(read);
  };
  for (let at = 0; at < IN_FLIGHT + 8; at += 1) void line.add(read);
  return { line, free: () => void (open = false) };
}

/** Waits until a list was asked for. */
async function listed(seen: Asked): Promise<void> {
  while (seen.lists.length === 0) await nextTurn();
}

/** Forty projects of one folder, asked about while scopes wait to be read, up to where a list was asked for. */
async function askedBusily(seen: Asked) {
  const { line, free } = busy();
  const all = projects(40);
  const chains = Promise.all(all.map(ancestryFrom(new Map([['gcp', seen.reader]]), line)));
  await listed(seen);
  return { all, chains, free };
}

describe('what lies above scopes', () => {
  it('is asked about all at once where nothing waits, and about each once', async () => {
    const seen = cloud();
    const ancestry = ancestryFrom(new Map([['gcp', seen.reader]]), newLine());
    const all = projects(12);
    const chains = await Promise.all([...all, ...all].map(ancestry));
    expect(seen.asks).toEqual(all.map(({ path }) => path));
    expect(chains[1]).toEqual([all[1], FOLDER]);
    expect(chains[3]).toBe('no');
    expect([seen.lists, seen.most]).toEqual([[], 12]);
    expect(await ancestry({ cloud: 'azure', path: '/', key: '/' })).toBeUndefined();
  });

  it('is told by one list after a few asks, while scopes wait to be read', async () => {
    const seen = cloud();
    const { all, chains, free } = await askedBusily(seen);
    expect(seen.most).toBe(4);
    const before = seen.asks.length;
    seen.answer();
    expect((await chains).filter((chain) => chain !== 'no')).toEqual(all.filter((_, at) => at !== 3).map((scope) => [scope, FOLDER]));
    expect([seen.lists, seen.asks.length]).toEqual([['folders/77'], before]);
    expect(before).toBeLessThan(10);
    free();
  });

  it('is asked about alone where the list has it not', async () => {
    const seen = cloud(({ path }) => !path.endsWith('-30'));
    const { chains, free } = await askedBusily(seen);
    const before = seen.asks.length;
    seen.answer();
    expect((await chains)[30]).toEqual([scopeOf('projects/p77-30'), FOLDER]);
    expect([seen.lists, seen.asks.slice(before)]).toEqual([['folders/77'], ['projects/p77-30']]);
    free();
  });

  it('waits for no list once no scope waits any more', async () => {
    const seen = cloud();
    const { all, chains, free } = await askedBusily(seen);
    free();
    expect((await chains)[39]).toEqual([all[39], FOLDER]);
    expect(new Set(seen.asks).size).toBe(40);
  });

  it('is never listed for a few in each of many places', async () => {
    const seen = cloud();
    const { line, free } = busy();
    const ancestry = ancestryFrom(new Map([['gcp', seen.reader]]), line);
    const all = Array.from({ length: 8 }, (_, at) => projects(3, 70 + at)).flat();
    await Promise.all(all.map(ancestry));
    expect([seen.lists, seen.asks.length, seen.most]).toEqual([[], 24, 4]);
    free();
  });
});
