import { describe, expect, it } from 'vitest';
import { memberChecks, membersAsked } from '../../../src/commands/doctor/members.ts';
import { parseInstant, type Instant } from '../../../src/domain/instant.ts';
import type { Control } from '../../../src/domain/policy.ts';
import type { ForgeSettings } from '../../../src/forge/settings.ts';
import { control, directoryOf, principal } from '../../policy/acme.ts';
import { HOME, one, settings, told, untold } from './settings.ts';

const NOW = parseInstant('2026-11-23T09:00:00Z') as Instant;
const LEFT = parseInstant('2026-11-20T16:00:00Z') as Instant;

type Members = ForgeSettings['members'];

function checked(members: Partial<Members>, policy: Control = control()) {
  const checks = memberChecks(settings({ members: { strangers: told([], 'GET /memberships'), teams: [], ...members } }), policy, NOW);
  return { people: one(checks, 'approver-members'), teams: one(checks, 'approver-teams') };
}

const team = (name: string, ...members: readonly string[]) => ({ name, members: told(members, `GET /teams/${name}`) });

describe('the memberships of those who may approve', () => {
  it('are asked for by every login that counts, from teams, roles and policy, and for every team of ours', () => {
    const { approvers, teams } = membersAsked(control(), NOW);
    expect(approvers).toEqual(expect.arrayContaining(['bo-s', 'chi-p', 'sam-o']));
    expect(approvers).not.toContain('ada-b');
    expect(teams).toEqual([...control().teams.keys(), 'security'].toSorted());
    expect(membersAsked(undefined, NOW)).toEqual({ approvers: [], teams: [] });
    const second = control({ directory: directoryOf(principal('bo-too', 'account', { person: 'bo', github: 'bo-two' })) });
    expect(membersAsked(second, NOW).approvers).toContain('bo-two');
  });

  it('are not asked of who has left: they count for nothing any more', () => {
    const gone = control({ directory: directoryOf(principal('bo', 'person', { github: 'bo-s', left: LEFT })) });
    expect(membersAsked(gone, NOW).approvers).not.toContain('bo-s');
  });

  it('pass where all are there, and say who else is in the team', () => {
    const { people, teams } = checked({ teams: [team('payments', 'Bo-S', 'chi-p', 'zed'), team('security', 'sam-o', 'kim-i')] });
    expect(people.verdict).toBe('pass');
    expect(teams).toMatchObject({
      verdict: 'pass',
      found: 'payments, security: all who may approve are in that team; in payments and not asked here: zed',
      source: 'GET /teams/payments, GET /teams/security',
    });
  });

  it('fail for who may approve and is gone from the organization or from the team', () => {
    const { people, teams } = checked({
      strangers: told(['bo-s']),
      teams: [team('payments', 'chi-p'), { name: 'search', members: untold() }],
    });
    expect(people).toMatchObject({ verdict: 'fail', found: 'may approve, and is no member of acme: bo-s', fix: expect.any(String) });
    expect(teams).toMatchObject({ verdict: 'fail', found: 'bo-s may approve for payments, and is not in that team' });
  });

  it('are unknown where the token may not look, with the right that it needs', () => {
    const { people, teams } = checked({
      strangers: untold(),
      teams: [team('payments', 'bo-s', 'chi-p'), { name: 'search', members: untold() }],
    });
    const fix = 'Run doctor with a token that has Members: read, of the organization.';
    expect([people, teams]).toMatchObject([
      { verdict: 'unknown', fix },
      { verdict: 'unknown', fix },
    ]);
  });

  it('have nothing to say where no team has a name of ours, and where a person owns the repository', () => {
    const none = { name: 'payments', members: told(undefined) };
    expect(checked({ teams: [none] }).teams).toMatchObject({ verdict: 'pass', found: expect.stringContaining('nothing to compare') });
    const alone = memberChecks(settings({ home: told({ ...HOME, organization: false }) }), control(), NOW);
    expect(alone.map(({ verdict, found }) => [verdict, found])).toEqual([
      ['pass', 'acme is a person, who has no members and no teams'],
      ['pass', 'acme is a person, who has no members and no teams'],
    ]);
    const unread = settings({ members: { strangers: told([]), teams: [team('payments', 'bo-s')] } });
    expect(memberChecks(unread, undefined, NOW).map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  });
});
