import type { Deed, RunDeed, Script } from './deeds.ts';
import { play } from './world.ts';

/** Which deeds of a script are kept, by their number, and how much of what goes wrong in a run. */
export interface Kept {
  readonly deed: number;
  /** Which spoils of a run stay; all when absent, and with `calm` nothing goes wrong at all. */
  readonly spoils?: readonly number[];
  readonly calm?: true;
}

/** `7`, `7.0.2` (of run 7 only these spoils) or `7!` (run 7 with nothing wrong), with commas between. */
export function keptText(kept: readonly Kept[]): string {
  return kept
    .map(({ deed, spoils, calm }) =>
      calm ? `${deed}!` : [deed, ...(spoils ?? []).map(String)].join('.') + (spoils?.length === 0 ? '.' : ''),
    )
    .join(',');
}

/** Throws for a text of another form. */
export function keptFrom(text: string): readonly Kept[] {
  return text.split(',').map((one) => {
    const [, deed, rest = ''] = /^(\d+)(!|(?:\.\d*)*)$/.exec(one) ?? [];
    if (deed === undefined) throw new Error(`${one} names no deed: write 7, 7.0.2 or 7!`);
    if (rest === '!') return { deed: Number(deed), calm: true };
    if (rest === '') return { deed: Number(deed) };
    const spoils = rest.split('.').filter((part) => part !== '');
    return { deed: Number(deed), spoils: spoils.map(Number) };
  });
}

/** The script with nothing in it but what is kept. */
export function cutTo(script: Script, kept: readonly Kept[]): Script {
  const deeds = kept.flatMap((one): readonly Deed[] => {
    const deed = script.deeds[one.deed];
    if (deed === undefined) return [];
    if (deed.do !== 'run') return [deed];
    if (one.calm === true) return [{ do: 'run', checkout: 'tip', forge: 'none', skew: 0, spoils: [] } satisfies RunDeed];
    const { spoils } = one;
    return [spoils === undefined ? deed : { ...deed, spoils: deed.spoils.filter((_, at) => spoils.includes(at)) }];
  });
  return { ...script, deeds };
}

/** The smallest history that still breaks the promise, as far as leaving out one thing after another finds it. */
export async function shrunk(script: Script, promise: string): Promise<readonly Kept[]> {
  const breaks = async (kept: readonly Kept[]) => (await broken(cutTo(script, kept))) === promise;
  let kept: readonly Kept[] = script.deeds.map((_, deed) => ({ deed }));
  for (let smaller = true; smaller;) {
    smaller = false;
    for (const next of candidates(script, kept)) {
      if (!(await breaks(next))) continue;
      kept = next;
      smaller = true;
      break;
    }
  }
  return kept;
}

async function broken(script: Script): Promise<string | undefined> {
  return (await play(script)).breach?.promise;
}

/** Each with one thing less: a deed, all that goes wrong in a run, or one spoil of it. The last deeds go first. */
function* candidates(script: Script, kept: readonly Kept[]): Generator<readonly Kept[]> {
  for (let at = kept.length - 1; at >= 0; at -= 1) yield kept.toSpliced(at, 1);
  for (const [at, one] of kept.entries()) {
    const deed = script.deeds[one.deed];
    if (deed?.do !== 'run' || one.calm === true) continue;
    const isCalm = deed.checkout === 'tip' && deed.forge === 'none' && deed.skew === 0 && deed.spoils.length === 0;
    if (!(isCalm && deed.second === undefined && deed.only === undefined)) yield kept.with(at, { deed: one.deed, calm: true });
    const spoils = one.spoils ?? deed.spoils.map((_, number) => number);
    for (const gone of spoils) yield kept.with(at, { deed: one.deed, spoils: spoils.filter((number) => number !== gone) });
  }
}
