import { afterAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHANGED, livePolicies } from '../../../bench/fixtures/live.ts';
import { placeAt, SCOPES } from '../../../bench/fixtures/organisation.ts';
import { googleOver } from '../../../bench/io/google.ts';

const work = mkdtempSync(join(tmpdir(), 'grantkeeper-bench-'));
afterAll(() => rmSync(work, { recursive: true }));
const policies = livePolicies(work, SCOPES, 15 * SCOPES);

describe('the light cloud of the benches', () => {
  it('holds fifteen bindings at each scope, ours among them but where something is to do', () => {
    const answer = googleOver(policies);
    const ours = Array.from({ length: SCOPES }, (_, scope) => {
      const { body } = answer(`/v3/${placeAt(scope).path}:getIamPolicy`, '');
      const { bindings } = JSON.parse(body) as {
        readonly bindings: readonly { readonly condition?: { readonly title: string } }[];
      };
      expect(bindings).toHaveLength(15);
      return bindings.filter(({ condition }) => condition?.title.startsWith('gk:') === true).length;
    });
    expect(ours.filter((count) => count === 0)).toHaveLength(CHANGED);
    expect(ours.filter((count) => count === 5)).toHaveLength(SCOPES - CHANGED);
  });

  it('lists the projects of its folder, page after page', () => {
    const answer = googleOver(policies);
    const idsOn = (parent: string, pageToken: string) => {
      const { body } = answer('/v3/projects', '', new URLSearchParams({ parent, pageToken }));
      return JSON.parse(body) as { readonly projects: readonly { readonly projectId: string }[]; readonly nextPageToken?: string };
    };
    const seen: string[] = [];
    for (let token: string | undefined = ''; token !== undefined;) {
      const { projects, nextPageToken } = idsOn('folders/77', token);
      seen.push(...projects.map(({ projectId }) => projectId));
      token = nextPageToken;
    }
    expect(seen).toEqual(Array.from({ length: SCOPES }, (_, scope) => placeAt(scope).place));
    expect(idsOn('folders/78', '').projects).toEqual([]);
  });

  it('takes a write over the etag that stands and refuses the next one over the same', () => {
    const answer = googleOver(policies);
    const [read, write] = ['getIamPolicy', 'setIamPolicy'].map((verb) => `/v3/${placeAt(0).path}:${verb}`) as [string, string];
    const body = JSON.stringify({ policy: JSON.parse(answer(read, '').body) });
    expect(answer(write, body).status).toBe(200);
    expect(answer(write, body)).toMatchObject({ status: 409 });
    expect(answer('/v1/b/bucket', '').status).toBe(404);
  });
});
