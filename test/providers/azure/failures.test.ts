import { describe, expect, it } from 'vitest';
import { failedAnswer, failedBy, Refused } from '../../../src/providers/azure/failures.ts';
import { NOW } from './samples.ts';

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  failedAnswer(
    { status, headers: new Headers(headers), text: typeof body === 'string' ? body : JSON.stringify(body) },
    'give Reader to ada',
    NOW,
  );
const refused = (status: number, code: string, message = 'no') => answer(status, { error: { code, message } });

describe('failedAnswer', () => {
  it.each([
    [401, 'InvalidAuthenticationToken', 'forbidden'],
    [401, 'InvalidAuthenticationTokenTenant', 'forbidden'],
    [403, 'AuthorizationFailed', 'forbidden'],
    [403, 'LinkedAuthorizationFailed', 'forbidden'],
    [401, 'ExpiredAuthenticationToken', 'forbidden'],
    [404, 'SubscriptionNotFound', 'not-found'],
    [404, 'ResourceGroupNotFound', 'not-found'],
    [404, 'ResourceNotFound', 'not-found'],
    [400, 'RoleDefinitionDoesNotExist', 'not-found'],
    [400, 'SubjectNotFound', 'not-found'],
    [400, 'HashConflictOnDifferentRoleAssignmentIds', 'conflict'],
    [400, 'ActiveDurationTooShort', 'invalid'],
    [400, 'PendingRoleAssignmentRequest', 'conflict'],
    [400, 'RoleAssignmentRequestPolicyValidationFailed', 'invalid'],
    [400, 'AadPremiumLicenseRequired', 'invalid'],
    [400, 'PrincipalNotFound', 'not-found'],
    [400, 'UnmatchedPrincipalType', 'invalid'],
    [400, 'BadRequestFormat', 'invalid'],
    [409, 'RoleAssignmentExists', 'conflict'],
    [400, 'RoleAssignmentUpdateNotPermitted', 'conflict'],
    [409, 'ScopeLocked', 'invalid'],
    [400, 'RoleAssignmentLimitExceeded', 'invalid'],
    [429, 'TooManyRequests', 'transient'],
    [503, 'ServiceUnavailable', 'transient'],
  ])('%i %s is %s', (status, code, kind) => {
    const { failure, ...rest } = refused(status, code, 'because');
    expect(failure).toMatchObject({ kind, message: `could not give Reader to ada: ${status} ${code}: because` });
    expect(rest).toMatchObject({ ok: false, status, code });
  });

  it.each([
    ['ScopeLocked', 'lock'],
    ['AuthorizationFailed', 'Role Based Access Control Administrator'],
    ['LinkedAuthorizationFailed', 'Role Based Access Control Administrator'],
    ['InvalidAuthenticationTokenTenant', 'tenant that policy names'],
    ['ExpiredAuthenticationToken', 'az login'],
    ['PrincipalNotFound', 'not the application id'],
    ['SubjectNotFound', 'object id'],
    ['UnmatchedPrincipalType', 'people, groups or services'],
    ['RoleDefinitionDoesNotExist', 'cannot be assigned'],
    ['SubscriptionNotFound', 'ask again'],
    ['ResourceGroupNotFound', 'still there'],
    ['RoleAssignmentExists', 'by hand'],
    ['RoleAssignmentUpdateNotPermitted', 'name'],
    ['HashConflictOnDifferentRoleAssignmentIds', 'passes by itself'],
    ['ActiveDurationTooShort', 'five minutes'],
    ['PendingRoleAssignmentRequest', 'decided or cancelled'],
    ['RoleAssignmentRequestPolicyValidationFailed', 'role settings of PIM'],
    ['AadPremiumLicenseRequired', 'enforce: run'],
    ['RoleAssignmentLimitExceeded', '4,000'],
  ])('has a remedy for %s', (code, hint) => {
    expect(refused(409, code).failure.hint).toContain(hint);
  });

  it('knows the last Owner by the words that Azure has for it, whatever its code', () => {
    for (const code of ['BadRequest', 'LastRbacAdminAssignment'])
      expect(refused(400, code, 'Cannot delete the last RBAC admin assignment').failure).toMatchObject({
        kind: 'invalid',
        hint: expect.stringContaining('Make somebody else Owner'),
      });
  });

  it('has no remedy for what it does not know', () => {
    expect(refused(418, 'Teapot').failure).not.toHaveProperty('hint');
  });

  it.each([403, 404, 200, 502])("takes a page of HTML with status %i for nobody's answer", (status) => {
    expect(answer(status, '<html>no</html>').failure).toMatchObject({ kind: 'transient', message: expect.stringContaining(`(${status})`) });
  });

  it('judges an empty body by its status', () => {
    expect(answer(403, '').failure).toEqual({ kind: 'forbidden', message: 'could not give Reader to ada: 403' });
    expect(answer(200, '').failure.kind).toBe('transient');
  });

  it('knows when to come back and what time it is there', () => {
    expect(answer(429, {}, { 'retry-after': '7', date: 'Mon, 23 Nov 2026 09:00:05 GMT' })).toMatchObject({
      retryAfter: 7000,
      time: NOW + 5000,
    });
  });

  it('keeps the words of Azure to one line', () => {
    expect(refused(400, 'Bad', 'one\n::error::two').failure.message).toBe('could not give Reader to ada: 400 Bad: one ::error::two');
  });
});

describe('failedBy', () => {
  it.each([
    [new TypeError('fetch failed', { cause: new Error('read ECONNRESET') }), 'the connection failed (fetch failed: read ECONNRESET)'],
    [new DOMException('late', 'TimeoutError'), 'no answer in time'],
    [new DOMException('cut', 'AbortError'), 'no answer in time'],
    ['odd', 'the connection failed'],
  ])('%s is transient', (error, why) => {
    expect(failedBy(error, 'read x', NOW)).toEqual({ ok: false, failure: { kind: 'transient', message: `could not read x: ${why}` } });
  });

  it('keeps what was refused before it was sent', () => {
    const error = new Refused({ kind: 'unsafe', message: 'another host', hint: 'none' });
    expect(error.message).toBe('another host');
    expect(failedBy(error, 'read x', NOW).failure).toEqual({ kind: 'unsafe', message: 'could not read x: another host', hint: 'none' });
  });
});
