import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/domain/instant.ts';
import { readCases } from '../../src/grants/read-cases.ts';
import { clouds } from './clouds.ts';
import { bytesOf } from './example.ts';

const GRANT = `    grant: |
      principal: ada
      access: [{ role: debug, place: payments-prod }]
      expires: 2026-11-23T17:00:00Z
`;
const HEAD = 'now: 2026-11-23T09:00:00Z\ncases:\n  - name: Fine\n    team: payments\n';

function read(text: string) {
  return readCases('policy-tests/limits.yaml', bytesOf(text), clouds);
}

function places(text: string): readonly string[] {
  const cases = read(text);
  return cases.ok ? [] : cases.findings.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`);
}

describe('readCases', () => {
  it('reads a grant in a block, and what is left out', () => {
    const cases = read(HEAD + GRANT);
    expect(cases.ok && cases.value).toMatchObject([
      {
        name: 'Fine',
        now: parseInstant('2026-11-23T09:00:00Z'),
        grant: { id: 'case', team: 'payments', principals: ['ada'] },
        held: [],
        history: [],
        refusedBy: [],
        warnedBy: [],
        pointer: '/cases/0',
      },
    ]);
    expect(cases.ok && Object.keys(cases.value[0] ?? {})).not.toContain('approvals');
    expect(cases.ok && Object.keys(cases.value[0] ?? {})).not.toContain('approvers');
  });

  it('reads all that a case can say', () => {
    const more = `    id: 2026-11-23-ada
    now: 2026-11-23T10:00:00Z
    held: [{ principal: ada, role: release, place: payments-prod, until: 2026-11-23T12:00:00Z }]
    history: [{ principal: ada, role: debug, place: payments-prod, from: 2026-11-01T08:00:00Z, to: 2026-11-02T08:00:00Z }]
    refusedBy: [max-duration]
    warnedBy: [required]
    approvals: 2
    approvers: [sam]
`;
    const cases = read(HEAD + GRANT + more);
    expect(cases.ok && cases.value).toMatchObject([
      {
        now: parseInstant('2026-11-23T10:00:00Z'),
        grant: { id: '2026-11-23-ada' },
        held: [{ principal: 'ada', role: 'release', place: 'payments-prod', to: parseInstant('2026-11-23T12:00:00Z') }],
        history: [{ from: parseInstant('2026-11-01T08:00:00Z'), to: parseInstant('2026-11-02T08:00:00Z') }],
        refusedBy: ['max-duration'],
        warnedBy: ['required'],
        approvals: 2,
        approvers: ['sam'],
      },
    ]);
  });

  it('finds an instant that does not exist where it stands', () => {
    const found = (text: string) => {
      const cases = read(text);
      return cases.ok ? [] : cases.findings.map(({ code, at }) => [code, at?.line, at?.column]);
    };
    const where = (text: string) => {
      const lines = text.split('\n');
      const line = lines.findIndex((one) => one.includes('11-31'));
      return [['GK1204', line + 1, (lines[line] ?? '').indexOf('2026-11-31') + 1]];
    };
    const access = (when: string) => `[{ principal: ada, role: debug, place: payments-prod, ${when} }]`;
    for (const text of [
      HEAD.replace('11-23', '11-31') + GRANT,
      `${HEAD}${GRANT}    now: 2026-11-31T09:00:00Z\n`,
      `${HEAD}${GRANT}    held: ${access('until: 2026-11-31T09:00:00Z')}\n`,
      `${HEAD}${GRANT}    history: ${access('from: 2026-11-01T09:00:00Z, to: 2026-11-31T09:00:00Z')}\n`,
      `${HEAD}${GRANT}    history: ${access('from: 2026-11-31T09:00:00Z, to: 2026-11-30T09:00:00Z')}\n`,
    ])
      expect(found(text), text).toEqual(where(text));
  });

  it('takes no name of a file that is no name', () => {
    expect(readCases('policy-tests/Limits.yaml', bytesOf(HEAD + GRANT), clouds)).toMatchObject({
      ok: false,
      findings: [{ message: 'the file name Limits is not a name' }],
    });
  });

  it('finds what is wrong with a grant on its line', () => {
    expect(places(HEAD + GRANT.replace('access:', 'acess:'))).toContain('GK1101 policy-tests/limits.yaml:7');
    expect(places(`${HEAD}    grant: principl\n`)).toEqual(['GK1006 policy-tests/limits.yaml:5']);
  });

  it.each([
    [HEAD.replace('now: 2026-11-23', 'now: 2026-02-30') + GRANT, 'GK1204 policy-tests/limits.yaml:1'],
    [`${HEAD}${GRANT}    now: 2026-02-30T00:00:00Z\n`, 'GK1204 policy-tests/limits.yaml:9'],
    [HEAD.replace('name:', 'nmae:') + GRANT, 'GK1101 policy-tests/limits.yaml:3'],
    ['now: 2026-11-23T09:00:00Z\ncases: []\n', 'GK1105 policy-tests/limits.yaml:2'],
  ])('finds in %j %s', (text, place) => expect(places(text)).toContain(place));
});
