import { describe, expect, it, vi } from 'vitest';
import { actingSignIn } from '../../../src/providers/gcp/acting.ts';
import { type Scripted, scripted } from '../scripted.ts';

const TOOL = 'Grantkeeper@platform-shared.iam.gserviceaccount.com';
const source = { headers: async () => ({ authorization: 'Bearer person', 'x-goog-user-project': 'platform-shared' }) };

/** Tokens of an hour, numbered by their call. */
function google(spoiled: readonly Scripted[] = []) {
  const access = scripted(() => {
    const number = access.seen.length;
    return spoiled[number - 1] ?? { json: { accessToken: `t${number}`, expireTime: new Date(access.clock() + 3_600_000).toISOString() } };
  });
  return { access, acting: actingSignIn(TOOL, source, access) };
}

describe('acting as a service account', () => {
  it('asks once for many, as whoever signed in, and keeps who pays', async () => {
    const { access, acting } = google();
    const all = await Promise.all([acting.headers(), acting.headers(), acting.headers()]);
    expect(new Set(all.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ 'x-goog-user-project': 'platform-shared', authorization: 'Bearer t1' })]),
    );
    expect(acting.self).toBe(`serviceAccount:${TOOL.toLowerCase()}`);
    expect(access.seen.length).toBe(1);
    expect(access.seen[0]?.headers.get('authorization')).toBe('Bearer person');
    expect(access.seen[0]?.headers.get('x-goog-user-project')).toBe('platform-shared');
    expect(JSON.parse(access.seen[0]?.body ?? '')).toEqual({
      scope: ['https://www.googleapis.com/auth/cloud-platform'],
      lifetime: '3600s',
    });
  });

  it('asks again shortly before the end of a token', async () => {
    const { access, acting } = google();
    await acting.headers();
    await access.sleep(54 * 60_000);
    expect(await acting.headers()).toMatchObject({ authorization: 'Bearer t1' });
    await access.sleep(2 * 60_000);
    expect(await acting.headers()).toMatchObject({ authorization: 'Bearer t2' });
  });

  it('tells a refusal by its status, and asks again after it', async () => {
    const { acting } = google([{ status: 403, json: { error: { status: 'PERMISSION_DENIED', message: 'no' } } }, 'cut', { json: {} }]);
    await expect(acting.headers()).rejects.toMatchObject({ status: 403, message: expect.stringContaining('no') });
    await expect(acting.headers()).rejects.not.toHaveProperty('status');
    await expect(acting.headers()).rejects.toThrow('is no token');
    expect(await acting.headers()).toMatchObject({ authorization: 'Bearer t4' });
  });

  it('says nothing on the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await google().acting.headers();
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});
