import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MemberKind } from '../../src/domain/access.ts';
import type { CloudSyntax } from '../../src/domain/cloud.ts';
import { type CloudSchema, cloudSchemas } from '../../src/providers/registry-schemas.ts';
import { clouds } from '../../src/providers/registry.ts';

const KINDS: readonly MemberKind[] = ['user', 'group', 'service', 'other'];
const syntaxes: readonly CloudSyntax[] = Object.values(clouds).map(({ syntax }) => syntax);

function examplesOf(fragment: object): readonly string[] {
  return 'examples' in fragment ? (fragment.examples as readonly string[]) : [];
}

function patternOf(fragment: object): RegExp {
  return new RegExp('pattern' in fragment ? String(fragment.pattern) : '^$', 'u');
}

describe('schemas of the clouds', () => {
  it('are there for every cloud of the registry, under its name', () => {
    expect(Object.keys(cloudSchemas)).toEqual(Object.keys(clouds));
    expect(syntaxes.map(({ name }) => name)).toEqual(Object.keys(clouds));
  });

  it.each(syntaxes.map((syntax) => [syntax.title, syntax] as const))('%s takes what they give as examples', (_, syntax) => {
    const { scope, role, principal, place, bounds } = cloudSchemas[syntax.name as keyof typeof cloudSchemas] as CloudSchema;
    for (const text of examplesOf(role)) expect(syntax.role(text), text).toMatchObject({ ok: true });
    for (const text of examplesOf(place)) expect(syntax.scope(text), text).toMatchObject({ ok: true });
    for (const text of examplesOf(principal))
      expect(
        KINDS.some((kind) => syntax.member(text, kind).ok),
        text,
      ).toBe(true);
    for (const text of examplesOf(scope)) expect(!syntax.isRawScope(text) || syntax.scope(text).ok, text).toBe(true);
    const [{ reads, manages } = { reads: [], manages: [] }] = examplesOf(bounds) as readonly unknown[] as readonly Record<
      string,
      readonly string[]
    >[];
    for (const text of [...(reads ?? []), ...(manages ?? [])]) expect(syntax.scope(text), text).toMatchObject({ ok: true });
  });
});

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.log('skipped: roles of the clouds against the published schemas, because CONFORMANCE_DATA is not set');

describe.runIf(data !== undefined)('patterns of roles', () => {
  const read = (path: string) => JSON.parse(readFileSync(`${data}/${path}`, 'utf8')) as object;

  it('take every predefined role of Google Cloud', () => {
    const pattern = patternOf(cloudSchemas.gcp.role);
    expect(Object.keys(read('gcp-roles/roles.json')).filter((role) => !pattern.test(role))).toEqual([]);
  });

  it('take every built-in role of Azure, but for the one whose name ends in a blank', () => {
    const names = (read('azure-roles/built-in-roles.json') as readonly { readonly roleName: string }[]).map(({ roleName }) => roleName);
    const pattern = patternOf(cloudSchemas.azure.role);
    expect(names.filter((role) => !pattern.test(role))).toEqual(['Azure Arc VMware Administrator role ']);
  });
});
