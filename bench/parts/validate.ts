import { join } from 'node:path';
import { fixtureRepository } from '../fixtures/repository.ts';
import { compared, interleaved, type Result } from '../measure.ts';
import { ajv, AJV } from '../peers/ajv.ts';
import { installPeers } from '../peers/install.ts';
import { sourcemeta, SOURCEMETA } from '../peers/sourcemeta.ts';
import { timed } from '../process.ts';
import type { Ground, Part } from './part.ts';

const SCHEMA: string = join(import.meta.dirname, '../../schemas/grant.schema.json');

/** The native program starts twenty times faster than Node, which is most of the time for a thousand files: a goal is set for ten thousand. */
const SIZES = [
  { count: 1000, rounds: 9 },
  { count: 10_000, rounds: 7, goals: { folder: 1.5, objects: 2 } },
] as const;

/** `validate` with all its checks, from the folder and from Git objects, against two validators that check the schema alone. */
export const validate: Part = async (ground) => {
  installPeers(ground.say);
  const results: Result[] = [];
  for (const size of SIZES) results.push(...(await validateSome(size, ground)));
  return results;
};

interface Size {
  readonly count: number;
  readonly rounds: number;
  readonly goals?: { readonly folder: number; readonly objects: number };
}

async function validateSome({ count, rounds, goals }: Size, { work, programs, say }: Ground): Promise<readonly Result[]> {
  const dir = await fixtureRepository(work, count);
  say(`validate ${count} grants, ${rounds} rounds`);
  const ours = (...args: readonly string[]) => timed({ program: process.execPath, args: [programs.cli, 'validate', ...args], dir });
  const taken = await interleaved(rounds, {
    folder: ours('--working-tree'),
    native: timed(sourcemeta(SCHEMA, dir)),
    objects: ours(),
    ajv: timed(ajv(SCHEMA, work, dir)),
  });
  const name = (from: string) => `validate ${count} grants from ${from}`;
  const [native, script] = [
    { name: SOURCEMETA, samples: taken.native },
    { name: AJV, samples: taken.ajv },
  ];
  return [
    compared(name('the folder'), taken.folder, native, goals === undefined ? {} : { goal: goals.folder }),
    compared(name('Git objects'), taken.objects, native, goals === undefined ? {} : { goal: goals.objects }),
    compared(name('the folder'), taken.folder, script),
    compared(name('Git objects'), taken.objects, script),
  ];
}
