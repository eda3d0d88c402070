import { describe, expect, it } from 'vitest';

import { later } from '../../../src/domain/instant.ts';
import { APPLICATIONS, PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES, TENANT, TOKENS } from '../../../src/sim/azure/example.ts';
import { PUBLISHED_RATES } from '../../../src/sim/azure/manner.ts';
import { assignmentsAt, listed, messageOf, refusalOf, ROLES, START, tenant, wish } from './tenant.ts';

const NAME = '0a0a0000-0000-4000-8000-000000000001';
const AT = assignmentsAt(SCOPES.paymentsGroup, NAME);
const LIST = `https://management.azure.com${assignmentsAt(SCOPES.payments)}?api-version=2022-04-01`;

describe('who calls', () => {
  it.each([
    ['nobody', {}, 'AuthenticationFailed'],
    ['an empty token', { authorization: 'Bearer ' }, 'AuthenticationFailedMissingToken'],
    ['another scheme', { authorization: 'Basic eDp5' }, 'AuthenticationFailedMissingToken'],
    ['a token that nobody issued', { authorization: 'Bearer nonsense' }, 'InvalidAuthenticationToken'],
    ['a token for Graph', { authorization: 'Bearer for-graph' }, 'InvalidAuthenticationTokenAudience'],
    ['a token that is over', { authorization: 'Bearer over' }, 'ExpiredAuthenticationToken'],
  ])('401 with a challenge for %s', async (_, headers, code) => {
    const { send } = tenant((state) => {
      state.tokens.push({ value: 'for-graph', principalId: SERVICES.grantkeeper, audience: 'https://graph.microsoft.com' });
      state.tokens.push({ value: 'over', principalId: SERVICES.grantkeeper, expires: START });
    });
    const reply = await send(LIST, { headers: headers as Record<string, string> });
    expect(refusalOf(reply)).toBe(`401 ${code}`);
    expect(reply.headers.get('www-authenticate')).toMatch(
      new RegExp(`^Bearer authorization_uri="https://login.microsoftonline.com/${TENANT}", error="invalid_token"`),
    );
  });

  it('a token works until its end', async () => {
    const { arm } = tenant((state) =>
      state.tokens.push({
        value: 'short',
        principalId: SERVICES.grantkeeper,
        audience: 'https://management.azure.com',
        expires: later(START, 1),
      }),
    );
    expect((await arm('GET', assignmentsAt(SCOPES.payments), undefined, 'short')).status).toBe(200);
  });
});

describe('who may', () => {
  it('403 AuthorizationFailed names client, object, action and scope', async () => {
    const { arm } = tenant();
    const refused = await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada), TOKENS.reader);
    expect(refusalOf(refused)).toBe('403 AuthorizationFailed');
    expect(messageOf(refused)).toBe(
      `The client '${APPLICATIONS.planner}' with object id '${SERVICES.planner}' does not have authorization to perform action ` +
        `'Microsoft.Authorization/roleAssignments/write' over scope '${SCOPES.paymentsGroup}' or the scope is invalid. ` +
        'If access was recently granted, please refresh your credentials.',
    );
    expect((await arm('GET', assignmentsAt(SCOPES.paymentsGroup), undefined, TOKENS.reader)).status).toBe(200);
  });

  it('a right can be taken out at a scope and below', async () => {
    const { arm } = tenant((state) => {
      const rest = state.callers.filter((one) => one.principalId !== SERVICES.grantkeeper);
      const refused = [{ action: 'Microsoft.Authorization/roleAssignments/*', scope: SCOPES.payments.toUpperCase() }];
      const own = { principalId: SERVICES.grantkeeper, client: APPLICATIONS.grantkeeper, actions: ['*'], refused, graph: [] };
      state.callers = [...rest, own];
    });
    expect(refusalOf(await arm('GET', assignmentsAt(SCOPES.paymentsGroup)))).toBe('403 AuthorizationFailed');
    expect((await arm('GET', assignmentsAt(SCOPES.search))).status).toBe(200);
  });

  it('a principal without any right is refused, whatever it asks', async () => {
    const { arm } = tenant((state) => state.tokens.push({ value: 'adas', principalId: PEOPLE.ada }));
    expect(refusalOf(await arm('GET', assignmentsAt(SCOPES.payments), undefined, 'adas'))).toBe('403 AuthorizationFailed');
    const kinds = ['roleDefinitions', 'denyAssignments', 'locks', 'roleAssignmentSchedules', 'roleAssignmentScheduleInstances'];
    for (const [at, kind] of kinds.entries()) {
      const version = ['2022-04-01', '2022-04-01', '2020-05-01', '2020-10-01', '2020-10-01'][at];
      const reply = await arm(
        'GET',
        `${SCOPES.payments}/providers/Microsoft.Authorization/${kind}?api-version=${version}`,
        undefined,
        'adas',
      );
      expect(messageOf(reply)).toContain(`Microsoft.Authorization/${kind}/read`);
    }
    const group = '/providers/Microsoft.Management/managementGroups/acme?api-version=2020-05-01';
    expect(refusalOf(await arm('GET', group, undefined, 'adas'))).toBe('403 AuthorizationFailed');
    expect(refusalOf(await arm('GET', `${SCOPES.paymentsGroup}?api-version=2021-04-01`, undefined, 'adas'))).toBe(
      '403 AuthorizationFailed',
    );
  });
});

describe('api-version', () => {
  it('is required', async () => {
    const { send } = tenant();
    const reply = await send(LIST.replace(/\?.*/, ''), { headers: { authorization: `Bearer ${TOKENS.reader}` } });
    expect(refusalOf(reply)).toBe('400 MissingApiVersionParameter');
  });

  it('must be one that the type knows; the refusal lists them', async () => {
    const { arm } = tenant();
    const reply = await arm('GET', `${assignmentsAt(SCOPES.payments)}?api-version=2099-01-01`);
    expect(refusalOf(reply)).toBe('400 InvalidResourceType');
    expect(messageOf(reply)).toBe(
      "The resource type 'roleassignments' could not be found in the namespace 'microsoft.authorization' for api version '2099-01-01'. " +
        "The supported api-versions are '2020-04-01-preview,2022-04-01,2026-08-01'.",
    );
    expect(refusalOf(await arm('GET', '/subscriptions?api-version=2099-01-01'))).toBe('400 InvalidApiVersionParameter');
    expect(refusalOf(await arm('POST', '/providers/Microsoft.Management/getEntities?api-version=1'))).toBe('400 InvalidResourceType');
  });

  it('is found in any case', async () => {
    const { arm } = tenant();
    expect((await arm('GET', `${assignmentsAt(SCOPES.payments)}?API-Version=2022-04-01&api-version=`)).status).toBe(200);
  });
});

describe('a type that nobody knows', () => {
  it.each(['/providers/Microsoft.Nothing/things', '/nothing', '/', '/%E0%A4%A'])('is not found: %s', async (path) => {
    expect(refusalOf(await tenant().arm('GET', `${path}?api-version=2022-12-01`))).toBe('404 InvalidResourceType');
  });

  it('and a host that is not simulated says so', async () => {
    const { send } = tenant();
    expect(await send('https://example.org/')).toMatchObject({ status: 404, body: null });
  });
});

const level = (reply: { headers: Headers }): unknown => [...reply.headers].filter(([name]) => name.startsWith('x-ms-ratelimit'));

describe('headers', () => {
  it('identify each answer, and give the caller its correlation id back', async () => {
    const { send } = tenant();
    const headers = { authorization: `Bearer ${TOKENS.reader}`, 'x-ms-correlation-request-id': 'mine' };
    const [first, second] = [await send(LIST, { headers }), await send(LIST, { headers })];
    expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(first.headers.get('x-ms-correlation-request-id')).toBe('mine');
    expect(first.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(first.headers.get('x-ms-request-id')).not.toBe(second.headers.get('x-ms-request-id'));
    expect(first.headers.get('date')).toBe('Mon, 23 Nov 2026 09:00:00 GMT');
  });

  it('say how many more calls may follow', async () => {
    const { arm } = tenant();
    expect(level(await arm('GET', assignmentsAt(SCOPES.payments)))).toEqual([['x-ms-ratelimit-remaining-subscription-reads', '249']]);
    expect(level(await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada)))).toEqual([['x-ms-ratelimit-remaining-subscription-writes', '199']]);
    expect(level(await arm('DELETE', AT))).toEqual([['x-ms-ratelimit-remaining-subscription-deletes', '199']]);
    expect(level(await arm('GET', assignmentsAt(SCOPES.acme)))).toEqual([['x-ms-ratelimit-remaining-tenant-reads', '249']]);
  });
});

describe('token buckets', () => {
  it('refuse with 429 and Retry-After once empty, and refill with the clock', async () => {
    const { arm, clock } = tenant((state) => {
      state.manner.throttle = { ...PUBLISHED_RATES, reads: { burst: 2, perSecond: 0.5 } };
    });
    const read = async (): Promise<number> => (await arm('GET', assignmentsAt(SCOPES.payments))).status;
    expect([await read(), await read()]).toEqual([200, 200]);
    const refused = await arm('GET', assignmentsAt(SCOPES.payments));
    expect(refusalOf(refused)).toBe('429 SubscriptionRequestsThrottled');
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(refused.headers.get('x-ms-ratelimit-remaining-subscription-reads')).toBe('0');
    clock.advance(2000);
    expect([await read(), await read()]).toEqual([200, 429]);
    clock.advance(3600_000);
    expect([await read(), await read(), await read()]).toEqual([200, 200, 429]);
  });

  it('are apart for principals, subscriptions and kinds of calls', async () => {
    const one = { burst: 1, perSecond: 1 };
    const { arm } = tenant((state) => void (state.manner.throttle = { reads: one, writes: one, deletes: one }));
    const statuses = [
      await arm('GET', assignmentsAt(SCOPES.payments)),
      await arm('GET', assignmentsAt(SCOPES.search)),
      await arm('GET', assignmentsAt(SCOPES.acme)),
      await arm('GET', assignmentsAt(SCOPES.payments), undefined, TOKENS.reader),
      await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada)),
      await arm('DELETE', AT),
      await arm('GET', assignmentsAt(SCOPES.payments)),
    ].map((reply) => reply.status);
    expect(statuses).toEqual([200, 200, 200, 200, 201, 200, 429]);
  });
});

describe('faults', () => {
  it('a 429 may come without Retry-After', async () => {
    const { arm, service } = tenant();
    service.faults.push({ method: 'GET', path: /roleAssignments/, effect: { kind: 'answer', status: 429 } });
    const refused = await arm('GET', assignmentsAt(SCOPES.payments));
    expect(refusalOf(refused)).toBe('429 TooManyRequests');
    expect(refused.headers.get('retry-after')).toBeNull();
    expect((await arm('GET', assignmentsAt(SCOPES.payments))).status).toBe(200);
  });

  it('a proxy may answer HTML, the service 500', async () => {
    const { service, arm } = tenant();
    const html = { kind: 'answer', status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad Gateway</h1>' } as const;
    service.faults.push({ path: /./, effect: html });
    const spoiled = await service.fetch(LIST);
    expect([spoiled.status, await spoiled.text()]).toEqual([502, '<h1>Bad Gateway</h1>']);
    service.faults.push({ path: /./, effect: { kind: 'answer', status: 500 } });
    expect(refusalOf(await arm('GET', assignmentsAt(SCOPES.payments)))).toBe('500 ServiceFault');
  });

  it('failures may come in bursts, and pass', async () => {
    const { arm, service } = tenant();
    service.faults.push({ path: /./, times: 3, effect: { kind: 'answer', status: 503, headers: { 'retry-after': '1' } } });
    const statuses = [];
    for (let at = 0; at < 4; at += 1) statuses.push((await arm('GET', assignmentsAt(SCOPES.payments))).status);
    expect(statuses).toEqual([503, 503, 503, 200]);
  });

  it('the connection may be cut after a write took effect', async () => {
    const { arm, service } = tenant();
    service.faults.push({ method: 'PUT', path: /./, effect: { kind: 'cut-after' } });
    await expect(arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada))).rejects.toThrow('fetch failed');
    expect((await arm('GET', AT)).status).toBe(200);
  });

  it('somebody else may write first', async () => {
    const { arm, service, state } = tenant();
    const act = (): void => void (state.roleAssignments = []);
    service.faults.push({ method: 'GET', path: /./, effect: { kind: 'meanwhile', act } });
    const found = listed(await arm('GET', assignmentsAt(SCOPES.payments)));
    expect(found).toEqual([]);
  });

  it('calls are counted', async () => {
    const { arm, service } = tenant();
    await arm('GET', assignmentsAt(SCOPES.payments));
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    expect(service.calls.map((call) => [call.method, call.status])).toEqual([
      ['GET', 200],
      ['PUT', 201],
    ]);
  });
});
