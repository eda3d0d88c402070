import { describe, expect, it } from 'vitest';
import { tokenChecks } from '../../../src/commands/doctor/token.ts';
import { settings, told, untold, verdicts } from './settings.ts';

describe('the token', () => {
  it.each([
    ['app', 'github-actions[bot]', 'pass', /^the workflow's own token/],
    ['app', 'acme-access[bot]', 'pass', /^the token of the app acme-access\[bot\]$/],
    ['classic', 'ada-b', 'fail', /classic personal token of ada-b/],
    ['fine-grained', 'ada-b', 'unknown', /^a token of a person, which acts as ada-b$/],
    ['user', 'ada-b', 'unknown', /^a token of a person/],
    ['unknown', 'ada-b', 'unknown', /^a token of a form that we do not know/],
  ] as const)('of kind %s of %s: %s', (token, login, verdict, found) => {
    const [check] = tokenChecks(settings({ token, login: told(login) }));
    expect(check).toMatchObject({ verdict, found: expect.stringMatching(found) });
  });

  it('that GitHub does not name is unknown', () => expect(verdicts(tokenChecks(settings({ login: untold() })))).toEqual(['token unknown']));
});
