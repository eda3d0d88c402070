import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/domain/instant.ts';
import { readPeople } from '../../src/grants/read-people.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example } from './example.ts';

const FILE = 'policy/people/payments.yaml';
const TEXT = example[FILE] as string;

describe('readPeople', () => {
  it('take no letter of another alphabet in a name, a login or an identity', () => {
    for (const line of [
      '\u0430da: { name: Ada, gcp: "user:ada@example.com" }',
      'ada: { name: Ada, github: \u0430da-b, gcp: "user:ada@example.com" }',
      'ada: { name: Ada, gcp: "user:\u0430da@example.com" }',
      'ada: { name: Ada, gcp: "user:ada@ex\u0430mple.com" }',
      'ada: { name: Ada, azure: 1b2c0000-0000-4000-8000-00000000000\uff11 }',
    ]) {
      const read = (text: string) => readPeople(FILE, bytesOf(`people:\n  ${text}\n`), clouds).ok;
      const ours = line.replace('\u0430', 'a').replace('\uff11', '1');
      expect([line, read(ours), read(line)]).toEqual([line, true, false]);
    }
  });

  it('leaves out a login that nobody wrote', () => {
    const people = readPeople(FILE, bytesOf('people:\n  ada: { name: Ada, gcp: "user:ada@example.com" }\n'), clouds);
    expect(people.ok && people.value.map((one) => 'github' in one)).toEqual([false]);
  });

  it('reads people, accounts, groups and services', () => {
    const people = readPeople(FILE, bytesOf(TEXT), clouds);
    if (!people.ok) expect.fail('the example must read');
    const bare = people.value.map(({ source, ...rest }) => (source.file === FILE ? rest : undefined));
    expect(bare).toEqual(
      expect.arrayContaining([
        {
          name: 'ada',
          kind: 'person',
          fullName: 'Ada Byron',
          person: 'ada',
          github: 'ada-b',
          identities: new Map([
            ['gcp', 'user:ada@example.com'],
            ['azure', '1b2c0000-0000-4000-8000-000000000001'],
          ]),
          members: [],
          pointer: '/people/ada',
        },
        {
          name: 'ada-adm',
          kind: 'account',
          person: 'ada',
          identities: new Map([['gcp', 'user:adm-ada@example.com']]),
          members: [],
          pointer: '/people/ada-adm',
        },
        {
          name: 'payments-oncall',
          kind: 'group',
          identities: new Map([
            ['gcp', 'group:payments-oncall@example.com'],
            ['azure', '3d4e0000-0000-4000-8000-000000000002'],
          ]),
          members: ['ada', 'chi'],
          pointer: '/groups/payments-oncall',
        },
        {
          name: 'deployer',
          kind: 'service',
          identities: new Map([['gcp', 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com']]),
          members: [],
          pointer: '/services/deployer',
        },
      ]),
    );
    expect(people.value.find(({ name }) => name === 'eve')?.left).toBe(parseInstant('2026-11-20T16:00:00Z'));
  });

  it('reads a file with services alone', () => {
    const text = 'services: { deployer: { gcp: "serviceAccount:deployer" } }\n';
    expect(readPeople(FILE, bytesOf(text), clouds)).toMatchObject({ ok: true, value: [{ name: 'deployer', kind: 'service' }] });
    expect(readPeople(FILE, bytesOf('people: { bo: { name: Bo } }\n'), clouds)).toMatchObject({ ok: true, value: [{ name: 'bo' }] });
  });

  it('reads the login and the leaving of an account', () => {
    const text = 'people: { ada-adm: { person: ada, github: ada-adm, left: 2026-11-20T16:00:00Z } }\n';
    expect(readPeople(FILE, bytesOf(text), clouds)).toMatchObject({
      ok: true,
      value: [{ kind: 'account', github: 'ada-adm', left: expect.any(Number) }],
    });
  });

  it.each([
    ['gcp: user:bo@example.com', 'gcp: group:bo@example.com', 'GK1210 3:44'],
    ['gcp: group:', 'gcp: user:', 'GK1210 8:27'],
    ['left: 2026-11-20T16', 'left: 2026-11-20T25', 'GK1204 6:74'],
    ['name: Bo Stone, ', '', 'GK1102 3:7'],
    ['{ person: ada', '{ persn: ada', 'GK1101 5:14'],
  ])('finds %j as %j', (from, to, place) => {
    const people = readPeople(FILE, bytesOf(TEXT.replace(from, to)), clouds);
    expect(people.ok ? [] : people.findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`)).toEqual([place]);
  });

  it('wants a name for the file, too', () => {
    expect(readPeople('policy/people/All.yaml', bytesOf(TEXT), clouds)).toMatchObject({ ok: false, findings: [{ code: 'GK1201' }] });
  });
});
