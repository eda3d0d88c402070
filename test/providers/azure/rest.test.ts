import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/providers/azure/client.ts';
import { readArm } from '../../../src/providers/azure/rest.ts';
import { json, type Line, refusal, scripted } from './scripted.ts';

async function over(...lines: Line[]) {
  const stage = scripted(lines);
  return { ...stage, connection: await connect(stage.access) };
}

describe('readArm', () => {
  it('carries the token and an empty object where it posts', async () => {
    const { connection, requests } = await over(json({ a: 1 }));
    expect(await readArm(connection, 'ask', 'POST', '/x?y=1')).toMatchObject({ ok: true, body: { a: 1 } });
    expect(await readArm(connection, 'ask', 'GET', '/x')).toMatchObject({ ok: true });
    expect(requests.map(({ method, url }) => [method, url])).toEqual([
      ['POST', 'https://management.azure.com/x?y=1'],
      ['GET', 'https://management.azure.com/x'],
    ]);
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer secret-token', 'Bearer secret-token']);
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(['{}', '']);
  });

  it('tries again while the failure may pass', async () => {
    const { connection, requests } = await over(refusal(503, 'Busy'), json('{"a":', 200), json({}));
    expect(await readArm(connection, 'ask', 'GET', '/x')).toMatchObject({ ok: true });
    expect(requests.length).toBe(3);
  });

  it('takes a no for a no', async () => {
    const { connection } = await over(refusal(403, 'AuthorizationFailed', 'you may not'));
    expect(await readArm(connection, 'ask', 'GET', '/x')).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', message: 'could not ask: 403 AuthorizationFailed: you may not' },
    });
  });
});
