import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/domain/outcome.ts';
import { applySituation } from '../../../src/commands/apply.ts';
import type { Context } from '../../../src/commands/context.ts';
import { draftPicture, drawingOf, leavePicture, rehearsePicture } from '../../../src/commands/ledger/picture.ts';
import { recorder } from '../../../src/commands/ledger/record.ts';
import type { Beside } from '../../../src/commands/reading/early.ts';
import { prepare } from '../../../src/commands/reading/prepare.ts';
import { surveyAndPlan } from '../../../src/commands/reading/situation.ts';
import { aWorld, grantFile } from '../../scenarios/world.ts';
import { withReader } from '../reading/reader.ts';

const LOGS = grantFile({ access: ['{ gcp: payments-prod, role: roles/logging.viewer }'], expires: '12:00' });
const TEST = grantFile({ access: ['{ gcp: payments-test, role: roles/logging.viewer }'], expires: '10:00' });

/** Applies two grants; `rehearsed` is what the writing down is prepared for, of what came of the writes, and `early` has each scope drawn as it is read. */
async function written(rehearsed?: (outcomes: readonly Outcome[]) => readonly Outcome[], early = false) {
  const world = await aWorld();
  await world.land({ 'grants/payments/b.yaml': LOGS, 'grants/payments/c.yaml': TEST });
  let hashed = 0;
  const plain = world.context();
  const { promise: others, resolve } = Promise.withResolvers<void>();
  const slow = withReader((reader) => ({
    ...reader,
    read: async (scope) => {
      if (early && scope.path === 'projects/payments-test') await others;
      return reader.read(scope);
    },
  }));
  const context: Context = { ...plain, ...slow, earlyFrom: 1, hash: (text) => ((hashed += 1), plain.hash(text)) };
  const prepared = await prepare(context);
  if (!prepared.ok) throw new Error('the world does not read');
  const { basis, control, ledger } = prepared;
  let drawn = 0;
  const beside: Beside = ({ live }, ground) => {
    drawn += 1;
    resolve();
    expect(drawingOf(live, ground)).toBe(drawingOf(live, ground));
  };
  const options = { recallsForeign: false, ledger, also: [], ...(early ? { beside } : {}) } as const;
  const situation = await surveyAndPlan(context, basis, control, options);
  const record = recorder(ledger, situation, context);
  const draft = await draftPicture(situation);
  const outcomes = await applySituation(situation, context, undefined, { beforeGiving: () => record.approvals() });
  if (rehearsed !== undefined) {
    await record.rehearse(rehearsed(outcomes));
    await rehearsePicture(situation, rehearsed(outcomes), context, draft);
  }
  const before = hashed;
  expect(await record.run(outcomes)).toMatchObject({ head: expect.any(String) });
  const spared = hashed === before;
  await leavePicture(situation, outcomes, context, draft);
  const books = [...world.books].map(([name, { files }]) => [name, [...files]] as const);
  return { outcomes: outcomes.map(({ status }) => status), spared, books, drawn };
}

describe('what is worked out while the writes are read back', () => {
  it('is written down as it is where all was confirmed, and anew where it was not', async () => {
    const plain = await written();
    const [same, other] = [await written((outcomes) => outcomes), await written(([first]) => (first === undefined ? [] : [first]))];
    expect(plain.outcomes).toEqual(['applied', 'applied']);
    expect(JSON.stringify(plain.books)).toContain('projects/payments-test');
    expect([same.books, other.books]).toEqual([plain.books, plain.books]);
    expect([plain.spared, same.spared, other.spared]).toEqual([false, true, false]);
  });

  it('is the same picture where each scope was drawn as it was read', async () => {
    const [plain, early] = [await written(), await written(undefined, true)];
    expect(early.books).toEqual(plain.books);
    expect([plain.drawn, early.drawn > 0]).toEqual([0, true]);
  });
});
