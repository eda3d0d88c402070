import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/domain/instant.ts';
import { readGrant } from '../../src/grants/read-grant.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example } from './example.ts';

const FILE = 'grants/payments/2026-11-23-ada-debug.yaml';
const SHORT = 'principal: ada\naccess: [{ role: debug, place: payments-prod }]\nexpires: 2026-11-23T17:00:00Z\n';

function read(text: string, file = FILE) {
  return readGrant(file, bytesOf(text), clouds);
}

function codes(text: string, file = FILE): readonly string[] {
  const found = read(text, file);
  return found.ok ? [] : found.findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`);
}

describe('readGrant', () => {
  it('finds an end that does not exist where it stands', () => {
    expect(codes(SHORT.replace('11-23T17', '11-31T17'))).toEqual(['GK1204 3:10']);
  });

  it('reads all that a grant can say', () => {
    const grant = read(example[FILE] as string);
    if (!grant.ok) expect.fail('the example must read');
    const { source, starts, expires, ...rest } = grant.value;
    expect(rest).toEqual({
      id: '2026-11-23-ada-debug',
      team: 'payments',
      principals: ['ada'],
      requestedBy: 'bo',
      reason: "Find out why last night's settlements failed",
      ticket: 'INC-4711',
      access: [
        { kind: 'catalogue', role: 'debug', places: ['payments-prod'] },
        { kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: 'roles/monitoring.viewer' },
        {
          kind: 'cloud',
          cloud: 'azure',
          target: 'payments-prod/providers/Microsoft.Storage/storageAccounts/ledger',
          role: 'Storage Blob Data Reader',
          condition: "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'x'",
        },
      ],
      duration: 3 * 3_600_000,
      grace: 15 * 60_000,
    });
    expect(starts === undefined ? undefined : formatInstant(starts)).toBe('2026-11-23T09:00:00Z');
    expect(formatInstant(expires)).toBe('2026-11-23T17:00:00Z');
    expect(source.place('/access/2/role')).toMatchObject({ file: FILE, line: 9, column: 11, endColumn: 35 });
  });

  it('leaves out what is not written', () => {
    const grant = read(SHORT);
    if (!grant.ok) expect.fail('the text must read');
    expect(Object.keys(grant.value).toSorted()).toEqual(['access', 'expires', 'grace', 'id', 'principals', 'source', 'team']);
    expect(grant.value.grace).toBe(0);
    const raw = read(SHORT.replace('role: debug, place: payments-prod', 'gcp: payments-prod, role: roles/browser'));
    expect(raw.ok && raw.value.access.map((entry) => Object.keys(entry))).toEqual([['kind', 'cloud', 'target', 'role']]);
  });

  it('reads lists of principals and of places', () => {
    const grant = read(SHORT.replace('ada', '[ada, chi]').replace('payments-prod', '[payments-prod, payments-test]'));
    expect(grant).toMatchObject({
      ok: true,
      value: { principals: ['ada', 'chi'], access: [{ places: ['payments-prod', 'payments-test'] }] },
    });
  });

  it('takes a raw scope, and only places that can be names', () => {
    const entry = (text: string) => codes(SHORT.replace('{ role: debug, place: payments-prod }', text));
    expect(entry('{ gcp: projects/payments-prod, role: roles/browser }')).toEqual([]);
    expect(entry('{ gcp: projects/Payments, role: roles/browser }')).toEqual(['GK1208 2:17']);
    expect(entry('{ gcp: payments_prod, role: roles/browser }')).toEqual(['GK1208 2:17']);
    expect(entry('{ azure: payments-prod/x, role: Reader }')).toEqual([]);
    expect(entry('{ gcp: payments-prod, role: roles/owner }')).toEqual(['GK1209 2:38']);
  });

  it('finds an end that does not lie after the start', () => {
    const from = (start: string) => codes(`${SHORT}starts: ${start}\n`);
    expect(from('2026-11-23T16:59:59Z')).toEqual([]);
    expect(from('2026-11-23T17:00:00Z')).toEqual(['GK1207 3:10']);
    expect(from('2026-11-31T17:00:00Z')).toEqual(['GK1204 4:9']); // and nothing is said of its order
  });

  it('finds a condition where the cloud holds none', () => {
    const bare = clouds.map((cloud) => ({
      ...cloud,
      capabilities: { ...cloud.capabilities, ownConditions: { can: false, why: 'It has none.' } as const },
    }));
    const text = SHORT.replace('{ role: debug, place: payments-prod }', '{ gcp: payments-prod, role: roles/browser, condition: x }');
    expect(readGrant(FILE, bytesOf(text), bare)).toMatchObject({ ok: false, findings: [{ code: 'GK1211', at: { line: 2, column: 64 } }] });
  });

  it('is called by its file, and owned by its folder', () => {
    expect(codes(SHORT, 'grants/payments/Ada.yaml')).toEqual(['GK1201 1:1']);
    expect(codes(SHORT, 'grants/payments/bg-ada.yaml')).toEqual(['GK1202 1:1']);
    expect(read(SHORT, 'ada.yaml')).toMatchObject({ ok: true, value: { id: 'ada', team: '' } });
  });

  it('reads no grant from a file that says two things, or lets itself be read in two ways', () => {
    const tricks = {
      'a key twice': [`${SHORT}principal: bo\n`, 'GK1013'],
      'a key twice, once in quotes': [`${SHORT}"principal": bo\n`, 'GK1013'],
      'a key by an alias': [`x: &k principal\n${SHORT}*k : bo\n`, 'GK1010'],
      'a value with a second life': [SHORT.replace('ada', '&who bo'), 'GK1009'],
      'a merge key': [`${SHORT}<<: { principal: bo }\n`, 'GK1012'],
      'a tag': [SHORT.replace('ada', '!!binary Ym8='), 'GK1011'],
      'a directive': [`%YAML 1.1\n---\n${SHORT}`, 'GK1008'],
      'a second document': [`${SHORT}---\nprincipal: bo\n`, 'GK1007'],
      'the end of a document': [`${SHORT}...\n`, 'GK1007'],
      nothing: ['# principal: ada\n', 'GK1005'],
      'a list': [`- ${SHORT.replaceAll('\n', '\n  ').trimEnd()}\n`, 'GK1006'],
      'a key that every object has': [`${SHORT}__proto__: { principal: bo }\n`, 'GK1101'],
    } as const;
    for (const [name, [text, code]] of Object.entries(tricks)) {
      const found = read(text);
      expect([name, found.ok, found.ok ? [] : found.findings.map((one) => one.code)]).toEqual([
        name,
        false,
        expect.arrayContaining([code]),
      ]);
    }
  });

  it('takes no letter of another alphabet, however much it looks like ours, in an id, a principal, a role, a place or a scope', () => {
    const cyrillic = (text: string) => text.replace(/(?<=: [a-z/]*)a/, '\u0430');
    expect(codes(SHORT, 'grants/payments/\u0430da.yaml')).toEqual(['GK1201 1:1']);
    const entries = [
      '{ role: apply, place: payments-prod }',
      '{ role: debug, place: payments-prod }',
      '{ role: roles/appengine.appViewer, gcp: payments-prod }',
      '{ gcp: projects/payments-prod, role: roles/logging.viewer }',
      '{ azure: /subscriptions/a0000000-0000-4000-8000-000000000000, role: Reader }',
    ];
    const texts = [SHORT, ...entries.map((entry) => SHORT.replace('ada', 'bo').replace(/access: .*/, `access: [${entry}]`))];
    for (const text of texts) {
      expect(cyrillic(text)).not.toBe(text);
      expect([text, read(text).ok, read(cyrillic(text)).ok]).toEqual([text, true, false]);
    }
  });

  it('says what the schema refuses', () => expect(codes('principal: ada\n')).toEqual(['GK1102 1:1', 'GK1102 1:1']));
});
