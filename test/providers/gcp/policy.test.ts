import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePolicy, type Policy } from '../../../src/providers/gcp/policy.ts';
import { edited } from '../../../src/providers/gcp/edit.ts';
import { liveBindings } from '../../../src/providers/gcp/wire.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { gcpWriter } from '../../../src/providers/gcp/writer.ts';
import { grant, revoke } from '../conformance.ts';
import { scripted } from '../scripted.ts';
import { desired, instant, scopeOf } from './world.ts';

describe('parsePolicy', () => {
  it.each([
    { etag: 'ACAB' },
    { version: 1, etag: 'x', bindings: [] },
    {
      version: 3,
      etag: 'x',
      bindings: [{ role: 'roles/a', members: ['user:a@b.c'], condition: { expression: 'true', title: 't', location: '' } }],
    },
    { bindings: [{ role: 'roles/a' }] },
    { etag: 'x', auditConfigs: [{ service: 'allServices' }], later: { unknown: 1 } },
  ])('takes %j as it came', (body) => {
    const policy = parsePolicy(body);
    expect(policy).toEqual({ ok: true, value: body });
    expect(policy.ok && policy.value).toBe(body);
  });

  it.each([
    [undefined, 'no policy'],
    [null, 'no policy'],
    [[], 'no policy'],
    ['etag', 'no policy'],
    [{}, 'neither bindings nor an etag'],
    [{ version: 2, etag: 'x' }, 'version 2'],
    [{ version: '3', etag: 'x' }, 'version "3"'],
    [{ etag: 1 }, 'no text'],
    [{ etag: 'x', bindings: {} }, 'do not read'],
    [{ etag: 'x', bindings: [null] }, 'do not read'],
    [{ etag: 'x', bindings: [{ members: [] }] }, 'do not read'],
    [{ etag: 'x', bindings: [{ role: 'roles/a', members: 'user:a@b.c' }] }, 'do not read'],
    [{ etag: 'x', bindings: [{ role: 'roles/a', members: [1] }] }, 'do not read'],
    [{ etag: 'x', bindings: [{ role: 'roles/a', condition: 'true' }] }, 'do not read'],
    [{ etag: 'x', bindings: [{ role: 'roles/a', condition: { title: 't' } }] }, 'do not read'],
    [{ etag: 'x', bindings: [{ role: 'roles/a', condition: { expression: 'true', title: 1 } }] }, 'do not read'],
    [{ etag: 'x', bindings: [{ role: 'roles/a_withcond_0123456789abcdef0123', members: [] }] }, 'hides its conditions'],
  ])('refuses %j', (body, problem) => {
    expect(parsePolicy(body)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
      hint: expect.stringContaining('nothing was decided'),
    });
  });
});

const data = process.env['CONFORMANCE_DATA'];

describe.runIf(data !== undefined)('policies of others', () => {
  const path = join(data ?? '', 'gcp-policies', 'policies.json');
  const samples = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { policy: Policy }[]) : [];

  it('come back as they were, but for one binding of ours that came and went', () => {
    expect(samples.length).toBe(24);
    for (const { policy: sample } of samples) {
      const policy = parsePolicy({ etag: 'x', ...sample });
      if (!policy.ok) throw new Error(policy.problem);
      const text = JSON.stringify(policy.value);
      const add = {
        role: 'roles/a',
        member: 'user:a@b.c',
        condition: { title: 'gk:s:g', expression: 'request.time < timestamp("2026-11-23T17:00:00Z")' },
      };
      const grown = edited(policy.value, { add });
      const live = liveBindings(scopeOf('projects/payments-prod'), grown);
      const ours = live.find(({ mark }) => mark !== undefined);
      expect(live.length).toBe((policy.value.bindings ?? []).reduce((sum, { members = [] }) => sum + members.length, 1));
      const back = edited(grown, ours === undefined ? {} : { remove: ours.handle });
      expect(JSON.stringify({ ...back, ...(policy.value.bindings === undefined ? { bindings: undefined } : {}) })).toBe(text);
    }
  });
});

describe.runIf(data !== undefined)('policies of others through read, diff and write', () => {
  const path = join(data ?? '', 'gcp-policies', 'policies.json');
  const samples = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { assetType: string; policy: Policy }[]) : [];
  const SCOPES: Readonly<Record<string, string>> = {
    Project: 'projects/payments-prod',
    Folder: 'folders/77',
    Organization: 'organizations/1',
  };

  it.each(samples.map(({ assetType, policy }, at) => [at, assetType, policy] as const))(
    'keep each byte of number %i, %s',
    async (_, assetType, sample) => {
      let stored: Policy = { etag: 'AA==', ...sample };
      const rest = ({ etag: _etag, version: _version, ...more }: Policy) => JSON.stringify({ bindings: [], ...more });
      const before = rest(stored);
      const access = scripted(({ url, body }) => {
        if (url.includes(':setIamPolicy')) {
          const { policy } = JSON.parse(body) as { policy: Policy };
          if (policy.etag !== stored.etag || policy.version !== 3) return { status: 409 };
          stored = { ...policy, etag: `${policy.etag?.slice(0, -2)}A==` };
        }
        return { json: stored };
      });
      const scope = scopeOf(SCOPES[assetType.split('/').at(-1) ?? ''] ?? 'projects/payments-prod');
      const [reader, writer] = [gcpReader(access), gcpWriter(access)];
      const read = async () => {
        const reading = await reader.read(scope);
        if (!reading.ok) throw new Error(reading.failure.message);
        return reading;
      };
      const until = instant('2026-11-23T17:00:00Z');
      const change = grant(desired({ who: 'ada', role: 'reader', grant: 'unrelated', until }, scope));
      expect((await writer.apply(await read(), [change], () => [])).outcomes).toMatchObject([{ status: 'applied' }]);
      const { bindings = [], ...more } = stored;
      expect(rest({ ...more, bindings: bindings.slice(0, -1) })).toBe(before);
      const ours = (await read()).live.filter(({ mark }) => mark !== undefined);
      expect(
        (
          await writer.apply(
            await read(),
            ours.map((live) => revoke(live)),
            () => [],
          )
        ).outcomes,
      ).toMatchObject([{ status: 'applied' }]);
      expect(rest(stored)).toBe(before);
    },
  );
});

it.runIf(data === undefined)('skips the policies of others: CONFORMANCE_DATA is not set', () => {
  console.log('CONFORMANCE_DATA is not set: the policies of others were not tried');
});
