import { describe, expect, it } from 'vitest';

import { later } from '../../../src/domain/instant.ts';
import { DELETED_PRINCIPAL } from '../../../src/sim/azure/example-assignments.ts';
import { APPLICATIONS, GROUPS, PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { TOKENS } from '../../../src/sim/azure/example.ts';
import { type Reply, refusalOf, START, tenant } from './tenant.ts';

const idsIn = (reply: Reply): readonly string[] => (reply.body as { value: readonly { id: string }[] }).value.map((one) => one.id);

describe('users', () => {
  it('are found by id and by user principal name', async () => {
    const { graph } = tenant();
    const ada = {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
      id: PEOPLE.ada,
      displayName: 'Ada Byron',
      userPrincipalName: 'ada@example.com',
      mail: 'ada@example.com',
      accountEnabled: true,
      signInSessionsValidFromDateTime: '2025-11-23T09:00:00.0000000Z',
    };
    expect((await graph('GET', `/users/${PEOPLE.ada.toUpperCase()}`)).body).toEqual(ada);
    expect((await graph('GET', '/users/ADA@example.com')).body).toEqual(ada);
    expect((await graph('GET', '/users/ada@example.com?$select=id,mail')).body).toEqual({
      '@odata.context': ada['@odata.context'],
      id: PEOPLE.ada,
      mail: 'ada@example.com',
    });
  });

  it('are found by filter', async () => {
    const { graph } = tenant();
    expect(idsIn(await graph('GET', "/users?$filter=userPrincipalName eq 'Bo@example.com'"))).toEqual([PEOPLE.bo]);
    expect(idsIn(await graph('GET', "/users?$filter=userPrincipalName eq 'x' and displayName eq 'y'"))).toEqual([]);
    expect(refusalOf(await graph('GET', '/users?$filter=startsWith(mail)'))).toBe('400 Request_BadRequest');
    expect(refusalOf(await graph('GET', "/users?$filter=mail ne 'x'"))).toBe('400 Request_BadRequest');
  });

  it('who is not there is not found', async () => {
    const { graph } = tenant();
    const reply = await graph('GET', `/users/${DELETED_PRINCIPAL}`);
    expect(reply.body).toMatchObject({
      error: {
        code: 'Request_ResourceNotFound',
        message: expect.stringContaining(DELETED_PRINCIPAL),
        innerError: { date: '2026-11-23T09:00:00' },
      },
    });
    expect(refusalOf(await graph('POST', '/users/none/revokeSignInSessions'))).toBe('404 Request_ResourceNotFound');
  });

  it('come in pages with a whole @odata.nextLink', async () => {
    const { graph } = tenant();
    const seen = [];
    const links = [];
    for (let next: string | undefined = '/users?$top=4'; next !== undefined;) {
      const reply = await graph('GET', next);
      seen.push(idsIn(reply));
      const link = (reply.body as { '@odata.nextLink'?: string })['@odata.nextLink'];
      links.push(link);
      next = link?.replace('https://graph.microsoft.com/v1.0', '');
    }
    const whole = expect.stringMatching(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?/) as unknown;
    expect(links).toEqual([whole, whole, undefined]);
    expect(seen.map((page) => page.length)).toEqual([4, 4, 3]);
    expect(seen.flat()).toEqual(Object.values(PEOPLE).toSorted());
  });

  it('are signed out by revokeSignInSessions', async () => {
    const { graph, clock } = tenant();
    clock.advance(5000);
    expect((await graph('POST', `/users/${PEOPLE.ada}/revokeSignInSessions`)).body).toMatchObject({ value: true });
    const sessions = async (id: string): Promise<unknown> => (await graph('GET', `/users/${id}`)).body;
    expect(await sessions(PEOPLE.ada)).toMatchObject({ signInSessionsValidFromDateTime: '2026-11-23T09:00:05.0000000Z' });
    expect(await sessions(PEOPLE.bo)).toMatchObject({ signInSessionsValidFromDateTime: '2025-11-23T09:00:00.0000000Z' });
  });

  it('cannot be changed otherwise', async () => {
    const { graph } = tenant();
    expect(refusalOf(await graph('DELETE', `/users/${PEOPLE.ada}`))).toBe('400 Request_BadRequest');
    expect(refusalOf(await graph('GET', `/users/${PEOPLE.ada}/revokeSignInSessions`))).toBe('400 Request_BadRequest');
    expect(refusalOf(await graph('POST', `/users/${PEOPLE.ada}/changePassword`))).toBe('400 Request_BadRequest');
  });
});

describe('groups', () => {
  it('are read with their members', async () => {
    const { graph } = tenant();
    expect((await graph('GET', `/groups/${GROUPS.paymentsOncall}`)).body).toMatchObject({
      displayName: 'payments-oncall',
      securityEnabled: true,
    });
    const members = await graph('GET', `/groups/${GROUPS.paymentsOncall}/members`);
    expect(members.body).toMatchObject({ value: [{ '@odata.type': '#microsoft.graph.user', id: PEOPLE.ada }, { id: PEOPLE.chi }] });
    expect(idsIn(await graph('GET', "/groups?$filter=displayName eq 'search-oncall'"))).toEqual([GROUPS.searchOncall]);
  });

  it('show members of groups in them', async () => {
    const { graph, state } = tenant();
    const outer = '3d4e0000-0000-4000-8000-0000000000aa';
    state.groups.push({
      id: outer,
      displayName: 'outer',
      createdAt: START,
      members: [GROUPS.paymentsOncall, PEOPLE.ada, DELETED_PRINCIPAL],
    });
    expect(idsIn(await graph('GET', `/groups/${outer}/members`))).toEqual([PEOPLE.ada, GROUPS.paymentsOncall]);
    expect(idsIn(await graph('GET', `/groups/${outer}/transitiveMembers`))).toEqual([PEOPLE.ada, PEOPLE.chi, GROUPS.paymentsOncall]);
  });

  it('let a member be taken out once', async () => {
    const { graph } = tenant();
    const member = `/groups/${GROUPS.paymentsOncall}/members/${PEOPLE.chi}/$ref`;
    expect(await graph('DELETE', member)).toMatchObject({ status: 204, body: null });
    expect(idsIn(await graph('GET', `/groups/${GROUPS.paymentsOncall}/members`))).toEqual([PEOPLE.ada]);
    expect(refusalOf(await graph('DELETE', member))).toBe('404 Request_ResourceNotFound');
    expect(refusalOf(await graph('DELETE', '/groups/none/members/x/$ref'))).toBe('404 Request_ResourceNotFound');
  });

  it.each([
    ['GET', `/groups/${GROUPS.paymentsOncall}/owners`],
    ['GET', `/groups/${GROUPS.paymentsOncall}/members/x`],
    ['DELETE', `/groups/${GROUPS.paymentsOncall}`],
  ])('know no %s %s', async (method, path) => {
    expect(refusalOf(await tenant().graph(method, path))).toBe('400 Request_BadRequest');
  });
});

describe('PIM for groups', () => {
  const path = '/identityGovernance/privilegedAccess/group/assignmentScheduleRequests';
  const wished = {
    accessId: 'member',
    action: 'adminAssign',
    groupId: GROUPS.paymentsOncall,
    principalId: PEOPLE.zoe,
    scheduleInfo: { expiration: { type: 'afterDateTime', endDateTime: '2026-11-23T10:00:00Z' } },
  };

  it('makes a member until an end, who can be taken out before', async () => {
    const { graph, clock } = tenant();
    expect(await graph('POST', path, wished)).toMatchObject({ status: 201, body: { status: 'Provisioned', principalId: PEOPLE.zoe } });
    const members = async (): Promise<readonly string[]> => idsIn(await graph('GET', `/groups/${GROUPS.paymentsOncall}/members`));
    expect(await members()).toContain(PEOPLE.zoe);
    clock.set(later(START, 3600_000));
    expect(await members()).not.toContain(PEOPLE.zoe);
    clock.advance(1);
    await graph('POST', path, { ...wished, scheduleInfo: { expiration: { endDateTime: '2026-11-24T10:00:00Z' } } });
    expect((await graph('DELETE', `/groups/${GROUPS.paymentsOncall}/members/${PEOPLE.zoe}/$ref`)).status).toBe(204);
    expect(await members()).not.toContain(PEOPLE.zoe);
  });

  it.each([
    ['another action', { ...wished, action: 'adminRemove' }, '400 Request_BadRequest'],
    ['ownership', { ...wished, accessId: 'owner' }, '400 Request_BadRequest'],
    ['no end', { ...wished, scheduleInfo: {} }, '400 Request_BadRequest'],
    ['no body', undefined, '400 Request_BadRequest'],
    ['a group that is none', { ...wished, groupId: PEOPLE.ada }, '404 Request_ResourceNotFound'],
    ['nobody', { ...wished, principalId: DELETED_PRINCIPAL }, '404 Request_ResourceNotFound'],
  ])('refuses %s', async (_, body, expected) => {
    expect(refusalOf(await tenant().graph('POST', path, body))).toBe(expected);
  });

  it('knows no other path', async () => {
    expect(refusalOf(await tenant().graph('GET', path))).toBe('400 Request_BadRequest');
    expect(refusalOf(await tenant().graph('POST', '/identityGovernance/other', wished))).toBe('400 Request_BadRequest');
  });
});

describe('service principals', () => {
  it('are found by object id, by application id in two forms', async () => {
    const { graph } = tenant();
    const found = {
      id: SERVICES.grantkeeper,
      appId: APPLICATIONS.grantkeeper,
      displayName: 'grantkeeper',
      servicePrincipalType: 'Application',
    };
    expect((await graph('GET', `/servicePrincipals/${SERVICES.grantkeeper}`)).body).toMatchObject(found);
    expect((await graph('GET', `/servicePrincipals(appId='${APPLICATIONS.grantkeeper}')`)).body).toMatchObject(found);
    expect((await graph('GET', `/servicePrincipals?$filter=appId eq '${APPLICATIONS.grantkeeper}'`)).body).toMatchObject({
      value: [found],
    });
    expect(refusalOf(await graph('GET', `/servicePrincipals/${APPLICATIONS.grantkeeper}`))).toBe('404 Request_ResourceNotFound');
    expect(refusalOf(await graph('GET', `/servicePrincipals(appId='none')`))).toBe('404 Request_ResourceNotFound');
  });

  it('are disabled and enabled, nothing else', async () => {
    const { graph } = tenant();
    const path = `/servicePrincipals/${SERVICES.deployer}`;
    expect(await graph('PATCH', path, { accountEnabled: false })).toMatchObject({ status: 204, body: null });
    expect((await graph('GET', path)).body).toMatchObject({ accountEnabled: false });
    expect(refusalOf(await graph('PATCH', path, { displayName: 'x' }))).toBe('400 Request_BadRequest');
    expect(refusalOf(await graph('PATCH', path))).toBe('400 Request_BadRequest');
    expect(refusalOf(await graph('DELETE', path))).toBe('400 Request_BadRequest');
    expect(refusalOf(await graph('POST', '/servicePrincipals', {}))).toBe('404 Request_ResourceNotFound');
  });
});

describe('getByIds', () => {
  it('leaves out who is not there', async () => {
    const { graph } = tenant();
    const ids = [PEOPLE.ada, DELETED_PRINCIPAL, GROUPS.searchOncall, SERVICES.deployer];
    const reply = await graph('POST', '/directoryObjects/getByIds', { ids, types: ['user', 'group', 'servicePrincipal'] });
    expect(reply.body).toMatchObject({
      value: [
        { '@odata.type': '#microsoft.graph.user', id: PEOPLE.ada },
        { '@odata.type': '#microsoft.graph.group', id: GROUPS.searchOncall },
        { '@odata.type': '#microsoft.graph.servicePrincipal', id: SERVICES.deployer },
      ],
    });
    expect(idsIn(await graph('POST', '/directoryObjects/getByIds', { ids, types: ['group'] }))).toEqual([GROUPS.searchOncall]);
    expect(idsIn(await graph('POST', '/directoryObjects/getByIds', { ids }))).toHaveLength(3);
  });

  it('takes a thousand ids and no more', async () => {
    const { graph } = tenant();
    const ask = async (count: number): Promise<number> =>
      (await graph('POST', '/directoryObjects/getByIds', { ids: Array.from({ length: count }, () => PEOPLE.ada) })).status;
    expect([await ask(1000), await ask(1001)]).toEqual([200, 400]);
    expect(refusalOf(await graph('POST', '/directoryObjects/getByIds', { ids: [1] }))).toBe('400 Request_BadRequest');
    expect(refusalOf(await graph('POST', '/directoryObjects/getByIds'))).toBe('400 Request_BadRequest');
    expect(refusalOf(await graph('GET', '/directoryObjects/getByIds'))).toBe('400 Request_BadRequest');
  });
});

describe('$batch', () => {
  it('answers each request with its own id and status', async () => {
    const { graph } = tenant();
    const requests = [
      { id: '1', method: 'GET', url: `/users/${PEOPLE.ada}?$select=id` },
      { id: '2', method: 'GET', url: 'users/none' },
      { id: '3', method: 'PATCH', url: `/servicePrincipals/${SERVICES.deployer}`, body: { accountEnabled: false } },
      { id: '4' },
      'nonsense',
    ];
    expect((await graph('POST', '/$batch', { requests })).body).toMatchObject({
      responses: [
        { id: '1', status: 200, body: { id: PEOPLE.ada } },
        { id: '2', status: 404, body: { error: { code: 'Request_ResourceNotFound' } } },
        { id: '3', status: 204, body: null },
        { id: '4', status: 400 },
        { status: 400 },
      ],
    });
  });

  it('takes twenty requests and no more', async () => {
    const { graph } = tenant();
    const ask = async (count: number): Promise<number> =>
      (await graph('POST', '/$batch', { requests: Array.from({ length: count }, (_, id) => ({ id, method: 'GET', url: '/users' })) }))
        .status;
    expect([await ask(20), await ask(21)]).toEqual([200, 400]);
    expect(refusalOf(await graph('POST', '/$batch', {}))).toBe('400 Request_BadRequest');
  });
});

describe('who may', () => {
  it.each([
    ['POST', `/users/${PEOPLE.ada}/revokeSignInSessions`, undefined],
    ['PATCH', `/servicePrincipals/${SERVICES.deployer}`, { accountEnabled: false }],
    ['DELETE', `/groups/${GROUPS.paymentsOncall}/members/${PEOPLE.ada}/$ref`, undefined],
    ['POST', '/identityGovernance/privilegedAccess/group/assignmentScheduleRequests', {}],
  ])('a reader may not %s %s', async (method, path, body) => {
    expect(refusalOf(await tenant().graph(method, path, body, TOKENS.reader))).toBe('403 Authorization_RequestDenied');
  });

  it.each(['/users', '/groups', '/servicePrincipals'])('a reader may read %s, one without rights may not', async (path) => {
    const { graph } = tenant((state) => state.tokens.push({ value: 'adas', principalId: PEOPLE.ada }));
    expect((await graph('GET', path, undefined, TOKENS.reader)).status).toBe(200);
    expect(refusalOf(await graph('GET', path, undefined, 'adas'))).toBe('403 Authorization_RequestDenied');
    expect(refusalOf(await graph('POST', '/directoryObjects/getByIds', { ids: [] }, 'adas'))).toBe('403 Authorization_RequestDenied');
  });

  it('nobody without a token', async () => {
    const { send } = tenant();
    expect(refusalOf(await send('https://graph.microsoft.com/v1.0/users'))).toBe('401 InvalidAuthenticationToken');
  });
});

describe('the rest of Graph', () => {
  it('is not simulated and says so', async () => {
    const { graph, send } = tenant();
    expect(refusalOf(await graph('GET', '/devices'))).toBe('400 Request_BadRequest');
    expect(refusalOf(await graph('GET', '/users/%E0%A4%A'))).toBe('404 Request_ResourceNotFound');
    const beta = await send('https://graph.microsoft.com/beta/users', { headers: { authorization: `Bearer ${TOKENS.reader}` } });
    expect(refusalOf(beta)).toBe('400 Request_BadRequest');
  });

  it('gives the caller its request id back, and 429 by fault', async () => {
    const { send, service } = tenant();
    const headers = { authorization: `Bearer ${TOKENS.reader}`, 'client-request-id': 'mine' };
    const reply = await send('https://graph.microsoft.com/v1.0/users', { headers });
    expect(reply.headers.get('client-request-id')).toBe('mine');
    expect(reply.headers.get('content-type')).toMatch(/^application\/json;odata/);
    service.faults.push({ path: /users/, effect: { kind: 'answer', status: 429, headers: { 'retry-after': '7' } } });
    const throttled = await send('https://graph.microsoft.com/v1.0/users', { headers });
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '7']);
  });
});

describe('app registrations and tags', () => {
  it('are told apart from service principals, and tags are found and replaced', async () => {
    const { graph, state } = tenant();
    state.applications = [{ id: '5f6a0000-0000-4000-8000-0000000000b1', appId: APPLICATIONS.grantkeeper, displayName: 'grantkeeper' }];
    expect(idsIn(await graph('GET', '/applications'))).toEqual([state.applications[0]?.id]);
    expect((await graph('GET', `/applications/${state.applications[0]?.id ?? ''}`)).body).toMatchObject({
      appId: APPLICATIONS.grantkeeper,
    });
    expect((await graph('GET', `/applications/${SERVICES.deployer}`)).status).toBe(404);
    expect((await graph('DELETE', '/applications')).status).toBe(400);
    expect((await graph('PATCH', `/servicePrincipals/${SERVICES.deployer}`, { tags: ['a', 'b'] })).status).toBe(204);
    expect(idsIn(await graph('GET', "/servicePrincipals?$filter=tags/any(t:t eq 'b')"))).toEqual([SERVICES.deployer]);
    expect(idsIn(await graph('GET', "/servicePrincipals?$filter=tags/any(t:t eq 'c')"))).toEqual([]);
    expect((await graph('PATCH', `/servicePrincipals/${SERVICES.deployer}`, { tags: [1] })).status).toBe(400);
  });
});
