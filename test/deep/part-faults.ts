import { everyFaultOfGithub } from '../forge/github/every-fault.ts';
import { callsOfRun, everyDoubleDeath, everyFault } from '../worlds/every-fault.ts';
import type { Part } from './part.ts';

/** Every kind of fault at every call of a run to the clouds and of a proof by GitHub, and every pair of deaths. */
export const faults: Part = async () => {
  const calls = await callsOfRun();
  const once = await everyFault(calls);
  const twice = await everyDoubleDeath();
  const github = await everyFaultOfGithub();
  const missed = Object.entries(once.met).flatMap(([kind, times]) => (times === 0 ? [kind] : []));
  const wrong = [
    ...once.wrong,
    ...twice.wrong,
    ...github.judged.flatMap(({ kind, call, wrong: what }) => (what === undefined ? [] : [`GitHub, ${kind} at call ${call}: ${what}`])),
  ];
  return {
    ok: wrong.length === 0 && missed.length === 0,
    figures: { once, twice, github: { calls: github.calls, judged: github.judged.length } },
    lines: [
      `${Object.keys(once.met).length} kinds of faults, each at each of the ${calls} calls of a run to both clouds: ${once.worlds} worlds.`,
      `Calls to whose answers each kind did something: ${Object.entries(once.met)
        .map(([kind, times]) => `${kind} ${times}`)
        .join(', ')}.`,
      `Two runs that die one after the other, before or during any call: ${twice.worlds} worlds.`,
      `The same kinds at each of the ${github.calls} calls by which GitHub proves an approval: ${github.judged.length} proofs.`,
      ...missed.map((kind) => `never met: ${kind}`),
      ...wrong,
    ],
  };
};
