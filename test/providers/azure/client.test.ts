import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/providers/azure/arm.ts';
import { connect } from '../../../src/providers/azure/client.ts';
import { json, refusal, scripted } from './scripted.ts';

const NAME = 'dfec2d22-d28d-5013-ba76-aeeaf23fe768';

describe('connect', () => {
  it('makes the real SDK speak through the given fetch, with its token and name', async () => {
    const { access, requests } = scripted([json({ id: 'x' })]);
    const { client } = await connect(access);
    await ask(access, 'read', (options) => client.roleAssignments.get('subscriptions/s', NAME, options));
    const [sent] = requests;
    expect(sent?.url).toBe(
      `https://management.azure.com/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/${NAME}?api-version=2022-04-01`,
    );
    expect(sent?.headers.get('authorization')).toBe('Bearer secret-token');
    expect(sent?.headers.get('user-agent')).toMatch(/^grantkeeper azsdk-js-arm-authorization/);
  });

  it('is one for the reader and the writer of a run, so that both sign in once', async () => {
    const { access } = scripted([]);
    const [reader, writer] = await Promise.all([connect(access), connect(access)]);
    expect(writer).toBe(reader);
    expect(writer.client).toBe(reader.client);
    expect(await connect({ ...access })).not.toBe(reader);
  });

  it.each([429, 500, 503, 408])('tries nothing again after %i', async (status) => {
    const { access, requests } = scripted([refusal(status, 'No')]);
    const { client } = await connect(access);
    const answer = await ask(access, 'read', (options) => client.roleAssignments.get('subscriptions/s', NAME, options));
    expect(answer).toMatchObject({ ok: false, status, failure: { kind: 'transient' } });
    expect(requests.length).toBe(1);
  });

  it('follows no redirect', async () => {
    const { access, requests } = scripted([json({}, 307, { location: 'https://management.azure.com/elsewhere' })]);
    const { client } = await connect(access);
    expect(await ask(access, 'read', (options) => client.roleAssignments.get('subscriptions/s', NAME, options))).toMatchObject({
      ok: false,
      status: 307,
    });
    expect(requests.length).toBe(1);
  });

  it('answers a cut connection as a failure, with one call', async () => {
    const { access, requests } = scripted([new TypeError('fetch failed')]);
    const { client } = await connect(access);
    const answer = await ask(access, 'read', (options) => client.roleAssignments.get('subscriptions/s', NAME, options));
    expect(answer).toMatchObject({
      ok: false,
      failure: { kind: 'transient', message: 'could not read: the connection failed (fetch failed)' },
    });
    expect(requests.length).toBe(1);
  });
});
