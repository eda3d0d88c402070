import { describe, expect, it } from 'vitest';
import { subjectChecks } from '../../../src/commands/doctor/subject.ts';
import { type Instant, parseInstant } from '../../../src/domain/instant.ts';
import type { ForgeSettings } from '../../../src/forge/settings.ts';
import { HOME, settings, told, untold } from './settings.ts';

function of(more: Partial<ForgeSettings>) {
  const [check] = subjectChecks(settings(more));
  if (check === undefined) throw new Error('no check');
  return check;
}

const young = told({ ...HOME, createdAt: parseInstant('2026-07-16T00:00:00Z') as Instant });
const IMMUTABLE = 'repo:acme@11/access@22';
const NAMED = 'repo:acme/access';

function trusted(...repositories: readonly string[]): readonly string[] {
  const subjects = repositories.flatMap((one) => [`${one}:ref:refs/heads/main`, `${one}:environment:grant`]);
  return [
    `Google Cloud, attribute condition of the provider: assertion.sub in [${subjects.map((one) => `"${one}"`).join(', ')}]`,
    ...subjects.map((one) => `Azure, federated credential: subject ${one}, audience api://AzureADTokenExchange`),
  ];
}

describe('the subject of tokens', () => {
  it('passes where GitHub says which form it has, and both clouds are told what to trust', () => {
    expect(of({})).toMatchObject({ verdict: 'pass', found: 'subjects carry the ids of owner and repository', notes: trusted(IMMUTABLE) });
    const named = of({ subject: told({ usesDefault: true, claims: [], immutable: false }), home: young });
    expect(named).toMatchObject({ verdict: 'pass', found: 'subjects carry names, without ids', notes: trusted(NAMED) });
  });

  it('has ids in every repository that was made since 16 July 2026', () => {
    const subject = told({ usesDefault: true, claims: [] });
    expect(of({ subject, home: young })).toMatchObject({ verdict: 'pass', notes: trusted(IMMUTABLE) });
  });

  it('is unknown in an older one, which may have moved since: both forms are told', () => {
    const subject = told({ usesDefault: true, claims: [] });
    expect(of({ subject })).toMatchObject({
      verdict: 'unknown',
      fix: expect.stringContaining('both forms'),
      notes: trusted(NAMED, IMMUTABLE),
    });
    expect(of({ subject: untold() })).toMatchObject({ verdict: 'unknown', notes: trusted(NAMED, IMMUTABLE) });
    expect(of({ subject: untold(), home: young })).toMatchObject({ verdict: 'unknown', notes: trusted(IMMUTABLE) });
  });

  it('names no environment that cannot be read, and no repository either', () => {
    expect(of({ environments: untold() }).notes?.[0]).toBe(
      `Google Cloud, attribute condition of the provider: assertion.sub in ["${IMMUTABLE}:ref:refs/heads/main"]`,
    );
    expect(of({ home: untold() }).notes).toBeUndefined();
    expect(of({ home: untold(), subject: told({ usesDefault: true, claims: [] }) }).verdict).toBe('unknown');
  });

  it('fails where a template leaves out what tells branches apart', () => {
    const template = (...claims: readonly string[]) => of({ subject: told({ usesDefault: false, claims }) });
    expect(template('repo', 'repository_id')).toMatchObject({ verdict: 'fail', found: 'subjects are made of repo, repository_id alone' });
    expect(template('repo', 'context')).toMatchObject({ verdict: 'pass', found: 'subjects are made of repo, context' });
    expect(template('repo').notes).toBeUndefined();
  });
});
