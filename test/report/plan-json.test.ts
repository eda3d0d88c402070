import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Observation, Plan } from '../../src/domain/plan.ts';
import { outcomeJson, planJson } from '../../src/report/plan-json.ts';
import { at, azure, COMMON, desired, gcp, grantOf, live, NOW, planOf, revokeOf, WORDS } from './samples.ts';

const GRANT = '2026-11-21-ada-debug';

const extend: Change = {
  ...COMMON,
  verb: 'extend',
  because: 'renewed',
  live: live(azure(), at('18:00')),
  desired: desired(azure(), at('20:00')),
};

const OBSERVATIONS: readonly Observation[] = [
  { kind: 'foreign', live: live(gcp('roles/browser', 'zoe')) },
  { kind: 'foreign', live: live({ ...gcp('roles/browser', 'zoe'), condition: 'true' }), note: 'inherited' },
  { kind: 'twin', live: live(gcp()), grant: GRANT },
  { kind: 'masked', live: live(gcp()), grant: GRANT },
  { kind: 'escaped', live: live(gcp()) },
  { kind: 'tampered', live: live(gcp(), at('21:03')), grant: GRANT },
  { kind: 'forged', live: live(gcp(), at('21:03')), grant: GRANT },
  { kind: 'expiring', grant: GRANT, until: at('21:03') },
  { kind: 'in-grace', grant: GRANT, until: at('21:03') },
  { kind: 'scheduled', grant: GRANT, starts: at('19:00'), begunBy: 'run' },
  { kind: 'note', grant: GRANT, text: 'Reader falls away' },
];

const FULL: Plan = planOf({
  changes: [revokeOf(gcp(), at('17:00')), extend, grantOf(gcp(), at('21:03'))],
  held: [revokeOf(azure(), at('21:00'), 'withdrawn')],
  observations: OBSERVATIONS,
  refusals: [
    { code: 'GK3304', message: 'too long', grant: GRANT, holds: [] },
    {
      code: 'GK3201',
      message: 'too many',
      hint: 'Merge this file',
      holds: [COMMON.digest],
      override: { path: 'policy/overrides/x.yaml', text: 'reason: x\n' },
    },
  ],
  kept: 7,
  basis: {
    unread: [
      { scope: gcp().scope, message: '403' },
      { scope: azure().scope, message: '401', hint: 'sign in' },
    ],
  },
});

const OUTCOMES: readonly Outcome[] = [
  { status: 'applied', change: extend, at: NOW, evidence: 'roleAssignments/x, 201' },
  { status: 'failed', change: extend, at: NOW, failure: { kind: 'conflict', message: 'changed meanwhile', hint: 'Run again' } },
];

function published(kind: string): (data: unknown) => readonly unknown[] {
  const schema = JSON.parse(readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), 'utf8')) as object;
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  return (data) => (validate(JSON.parse(JSON.stringify(data))) ? [] : (validate.errors ?? []));
}

describe('planJson', () => {
  it('tells a change with its end and who ends it', () => {
    const { changes } = planJson(FULL, WORDS.endsBy) as { changes: readonly unknown[] };
    expect(changes).toEqual([
      {
        verb: 'revoke',
        because: 'lapsed',
        cloud: 'gcp',
        scope: 'projects/payments-prod',
        role: 'roles/logging.viewer',
        principal: 'ada',
        grant: GRANT,
        until: null,
        endsBy: null,
        takesOver: null,
        digest: COMMON.digest,
      },
      expect.objectContaining({ verb: 'extend', because: 'renewed', cloud: 'azure', until: '2026-11-21T20:00:00Z', endsBy: 'run' }),
      expect.objectContaining({ verb: 'grant', because: 'asked', cloud: 'gcp', until: '2026-11-21T21:03:00Z', endsBy: 'cloud' }),
    ]);
  });

  it('tells what becomes of something made by hand', () => {
    const over = live(azure());
    const change = { ...grantOf(azure(), at('21:03'), { takeover: 'replace' }), over } as Change;
    expect(planJson({ ...FULL, changes: [change] }, WORDS.endsBy)).toMatchObject({ changes: [{ verb: 'grant', takesOver: 'replace' }] });
    const bare = { ...grantOf(azure(), at('21:03')), over } as Change;
    expect(planJson({ ...FULL, changes: [bare] }, WORDS.endsBy)).toMatchObject({ changes: [{ takesOver: null }] });
  });

  it('has the plan in numbers, and as of when and which commit', () =>
    expect(planJson(FULL, WORDS.endsBy)).toMatchObject({
      summary: { revoke: 1, shorten: 0, restore: 0, extend: 1, retitle: 0, grant: 1, held: 1, kept: 7, refused: 2, scopes: 4, unread: 2 },
      at: '2026-11-21T17:04:00Z',
      commit: '3f2a91c7d0b84c0f9a9e6f1e2d3c4b5a69788776',
      confirmed: true,
      digest: FULL.digest,
    }));

  it('tells of every observation what it is about', () => {
    const { observations } = planJson(FULL, WORDS.endsBy) as { observations: readonly Record<string, unknown>[] };
    expect(observations.map((one) => one['kind'])).toEqual(OBSERVATIONS.map((one) => one.kind));
    expect(observations[1]).toEqual({
      kind: 'foreign',
      cloud: 'gcp',
      scope: 'projects/payments-prod',
      role: 'roles/browser',
      member: 'user:zoe@example.com',
      condition: 'true',
      note: 'inherited',
    });
    expect(observations.slice(7)).toEqual([
      { kind: 'expiring', grant: GRANT, until: '2026-11-21T21:03:00Z' },
      { kind: 'in-grace', grant: GRANT, until: '2026-11-21T21:03:00Z' },
      { kind: 'scheduled', grant: GRANT, starts: '2026-11-21T19:00:00Z', begunBy: 'run' },
      { kind: 'note', grant: GRANT, text: 'Reader falls away' },
    ]);
  });
});

describe('the published schemas', () => {
  it.each([
    ['nothing', planOf()],
    ['all there is', FULL],
  ])('fit a plan of %s', (_, plan) => expect(published('plan')(planJson(plan, WORDS.endsBy))).toEqual([]));

  it('fit what became of it', () => {
    const outcomes = OUTCOMES.map((one) => outcomeJson(one, WORDS.endsBy));
    expect(published('apply')({ ...planJson(FULL, WORDS.endsBy), outcomes })).toEqual([]);
    expect(outcomes.map(({ evidence, failure }: { evidence?: unknown; failure?: unknown }) => [evidence, failure])).toEqual([
      ['roleAssignments/x, 201', null],
      [null, { kind: 'conflict', message: 'changed meanwhile', hint: 'Run again' }],
    ]);
  });

  it('know no other key', () => expect(published('plan')({ ...planJson(FULL, WORDS.endsBy), more: 1 })).not.toEqual([]));
});
