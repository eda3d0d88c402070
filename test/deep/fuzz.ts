import { dice, type Dice } from '../worlds/dice.ts';

/** Input of one kind: how it is made from a seed, and what must hold of it. */
export interface Fuzz {
  readonly name: string;
  /** How many inputs of it there are for each input of the differential kind. */
  readonly share: number;
  make(one: Dice): string;
  check(input: string): Checked | Promise<Checked>;
}

export interface Checked {
  /** Whether it was taken for right. */
  readonly taken: boolean;
  /** What must not be. */
  readonly wrong?: string;
}

export interface Fuzzed {
  readonly name: string;
  readonly inputs: number;
  readonly taken: number;
  readonly seconds: number;
  /** The first input with which something is wrong. */
  readonly found?: { readonly seed: number; readonly input: string; readonly wrong: string };
}

/** Inputs of one kind, one for each seed from `seed` on, every `step`th, until the first with which something is wrong. */
export async function fuzz(
  kind: Fuzz,
  { seed, step, count }: { readonly seed: number; readonly step: number; readonly count: number },
): Promise<Fuzzed> {
  const began = performance.now();
  let taken = 0;
  for (let number = 0; number < count; number += 1) {
    const own = seed + number * step;
    const input = kind.make(dice(own));
    const checked = await judged(kind, input);
    if (checked.wrong !== undefined)
      return { ...sum(number + 1), found: { seed: own, input: await smallest(kind, input, checked.wrong), wrong: checked.wrong } };
    taken += Number(checked.taken);
  }
  return sum(count);

  function sum(inputs: number): Fuzzed {
    return { name: kind.name, inputs, taken, seconds: (performance.now() - began) / 1000 };
  }
}

/** What is thrown is wrong, too: every input has an answer. */
async function judged(kind: Fuzz, input: string): Promise<Checked> {
  try {
    const checked = kind.check(input);
    return checked instanceof Promise ? await checked : checked;
  } catch (error) {
    return { taken: false, wrong: `it threw ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}` };
  }
}

/** Before what it quotes of the input. */
const sort = (wrong: string | undefined): string | undefined =>
  wrong
    ?.split(':', 2)
    .slice(0, wrong.startsWith('it threw') ? 2 : 1)
    .join(':');

/** With as many pieces taken out as can be, so that the same is still wrong. */
async function smallest(kind: Fuzz, input: string, wrong: string): Promise<string> {
  let kept = input;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const less = kept.slice(0, at) + kept.slice(at + size);
      if (sort((await judged(kind, less)).wrong) !== sort(wrong)) at += size;
      else kept = less;
    }
  }
  return kept;
}
