import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCondition } from '../../../src/providers/azure/conditions.ts';
import { takesClause, timed, untimed } from '../../../src/providers/azure/time-clause.ts';
import type { RoleAssignment } from '../../../src/sim/azure/state.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { stage } from './stage.ts';
import { instant, wish } from './samples.ts';

const BLOB = { id: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', name: 'Storage Blob Data Reader' };
const QUEUE = '19e7f393-937e-4f77-808e-94535e297925';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const UNTIL = instant('2026-11-23T13:00:00Z');
const OWN = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'x' OR @Resource[a:b] StringEquals 'y'";
const CLAUSE =
  "(!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*'}) OR @Environment[UtcNow] DateTimeLessThan '2026-11-23T13:00:00Z')";

describe('the time clause', () => {
  it('stands beside the own condition of roles on storage data, and nowhere else', () => {
    expect(timed(BLOB.id, undefined, UNTIL)).toBe(CLAUSE);
    expect(timed(BLOB.id, OWN, UNTIL)).toBe(`(${OWN}) AND ${CLAUSE}`);
    expect(timed(QUEUE, undefined, UNTIL)).toContain('queueServices/queues/messages/*');
    expect([timed(READER, OWN, UNTIL), timed(READER, undefined, UNTIL)]).toEqual([OWN, undefined]);
  });

  // Azure role definitions, "Storage": the built-in roles on the data of blobs and queues.
  it.each([
    ['ba92f5b4-2d11-453d-a403-e96b0029c9fe', 'blobServices/containers/blobs/*'],
    ['b7e6dc6d-f1e8-4753-8033-0f276bb0955b', 'blobServices/containers/blobs/*'],
    ['2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', 'blobServices/containers/blobs/*'],
    ['974c5e8b-45b9-4653-ba55-5f855dd0fb88', 'queueServices/queues/messages/*'],
    ['8a0f0c08-91a1-4084-bc3d-661d67233fed', 'queueServices/queues/messages/*'],
    ['c6a89b2d-59bc-44d0-9896-0f6e12d7b80a', 'queueServices/queues/messages/*'],
    ['19e7f393-937e-4f77-808e-94535e297925', 'queueServices/queues/messages/*'],
  ])('of %s is about all of its data: %s', (role, data) => {
    const actions = `ActionMatches{'Microsoft.Storage/storageAccounts/${data}'}`;
    expect(takesClause(role)).toBe(true);
    expect(timed(role, undefined, UNTIL)).toBe(`(!(${actions}) OR @Environment[UtcNow] DateTimeLessThan '2026-11-23T13:00:00Z')`);
    expect(untimed(role, timed(role, OWN, UNTIL))).toEqual({ own: OWN, until: UNTIL });
  });

  it('is none where a role takes no condition, or nothing is said', () => {
    expect(takesClause(READER)).toBe(false);
    expect(untimed(BLOB.id, undefined)).toStrictEqual({});
    expect(untimed(BLOB.id, `${CLAUSE} `)).toEqual({ own: `${CLAUSE} ` });
    expect(untimed(BLOB.id, `(${OWN}) AND ${CLAUSE.replace('13:00', '25:00')}`)).toEqual({
      own: `(${OWN}) AND ${CLAUSE.replace('13:00', '25:00')}`,
    });
  });

  it('is taken apart again, and a condition of somebody else is not', () => {
    expect(untimed(BLOB.id, timed(BLOB.id, OWN, UNTIL))).toEqual({ own: OWN, until: UNTIL });
    expect(untimed(BLOB.id, CLAUSE)).toEqual({ until: UNTIL });
    expect(untimed(BLOB.id, undefined)).toEqual({});
    for (const other of [OWN, `${OWN} AND ${CLAUSE}`, `(${OWN}) OR ${CLAUSE}`, CLAUSE.replace('blobs/*', 'blobs/read')])
      expect(untimed(BLOB.id, other)).toEqual({ own: other });
    expect(untimed(READER, CLAUSE)).toEqual({ own: CLAUSE });
  });

  it('cannot be got out of by any own condition that is let pass', () => {
    const part = fc.constantFrom(
      "'",
      "''",
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ' OR ',
      ' AND ',
      '!',
      '@Resource[a:b]',
      "StringEquals 'x'",
      '\\',
      '"',
      '//',
      ' ',
      'a',
    );
    let passed = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const own = `@Resource[a:b] StringEquals 'x'${parts.join('')}`;
        if (!checkCondition(own).ok) return;
        passed += 1;
        const text = timed(BLOB.id, own, UNTIL) ?? '';
        expect(closingOf(text)).toBe(own.length + 1);
        expect(untimed(BLOB.id, text)).toEqual({ own, until: UNTIL });
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  it.each(["@Resource[a:b] StringEquals 'x') OR (@Resource[a:b] StringEquals 'x'", "@Resource[a:b] StringEquals 'x\\' ) OR (1 == '1'"])(
    'is not even joined to %s',
    (own) => expect(checkCondition(own).ok).toBe(false),
  );
});

/** Where the bracket closes that a text begins with, quotes left out. */
function closingOf(text: string): number {
  let depth = 0;
  let quoted = false;
  for (const [at, character] of Array.from(text).entries()) {
    if (character === "'") quoted = !quoted;
    if (quoted) continue;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

describe('an assignment of a role on storage data', () => {
  const desired = wish({ role: BLOB, condition: OWN });
  const later = { ...desired, until: instant('2026-11-23T14:00:00Z') };

  it('carries its end as a condition, reads as what was asked for, and is moved with it', async () => {
    const { one, standing, ours } = await stage();
    const live = await standing(desired);
    expect(ours().map(({ condition, conditionVersion }) => [condition, conditionVersion])).toEqual([[`(${OWN}) AND ${CLAUSE}`, '2.0']]);
    expect(live).toMatchObject({ binding: { condition: OWN }, conditional: true, mark: { until: desired.until } });
    expect((await one(grant(desired)))?.status).toBe('already-so');
    expect((await one(alter('extend', live, later)))?.status).toBe('applied');
    expect(ours()[0]?.condition).toBe(timed(BLOB.id, OWN, later.until));
  });

  it.each([
    ['lost its condition', { condition: null, conditionVersion: null }, undefined],
    ['lost its end', { condition: OWN }, OWN],
    ['was given another end', { condition: timed(BLOB.id, OWN, later.until) ?? null }, OWN],
  ] as const)('that %s was edited, and is put right or taken away', async (_what, changed, own) => {
    const { one, standing, state, ours, reader, apply } = await stage();
    await standing(desired);
    const edit = (each: RoleAssignment) => (each.description?.includes('stamp=acme-access') ? { ...each, ...changed } : each);
    state.roleAssignments = state.roleAssignments.map(edit);
    const read = async () => {
      const reading = await reader.read(desired.binding.scope);
      const found = reading.ok ? reading.live.find(({ mark }) => mark?.stamp === 'acme-access') : undefined;
      if (found === undefined) throw new Error('it does not stand');
      return found;
    };
    const found = await read();
    expect(found.mark?.until).toBeUndefined();
    expect(found.binding.condition).toBe(own);
    expect((await one(alter('restore', found, desired)))?.status).toBe('applied');
    expect(ours()[0]?.condition).toBe(`(${OWN}) AND ${CLAUSE}`);
    expect((await apply([revoke(await read())])).outcomes[0]?.status).toBe('applied');
  });
});
