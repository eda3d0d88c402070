import { fixtureRepository } from '../fixtures/repository.ts';
import { compared, interleaved } from '../measure.ts';
import { timed } from '../process.ts';
import type { Part } from './part.ts';

const ROUNDS = 15;
const GOAL = 2.2;

/** How long a person waits for `validate` on a repository of ten grants, against Node doing nothing. */
export const start: Part = async ({ work, programs }) => {
  const dir = await fixtureRepository(work, 10);
  const node = process.execPath;
  const { bare, ours } = await interleaved(ROUNDS, {
    bare: timed({ program: node, args: ['-e', '0'] }),
    ours: timed({ program: node, args: [programs.cli, 'validate'], dir }),
  });
  return [compared('cold start of validate', ours, { name: 'node -e 0', samples: bare }, { goal: GOAL })];
};
