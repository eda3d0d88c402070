import { describe, expect, it } from 'vitest';
import { KEYS } from '../../src/grants/generated/keys.ts';
import type { Files } from '../../src/grants/generated/types.ts';
import { readDocument } from '../../src/grants/document.ts';
import { checkSchema } from '../../src/grants/schema.ts';
import { clouds } from './clouds.ts';
import { bytesOf } from './example.ts';

function found(kind: keyof Files, text: string): readonly string[] {
  const { document, findings } = readDocument('x.yaml', bytesOf(text), 100_000);
  if (document === undefined) throw new Error(JSON.stringify(findings));
  return checkSchema(kind, document, clouds).map(({ code, message, hint, at }) => `${at?.line}:${at?.column} ${code} ${message}. ${hint}`);
}

const ACCESS = 'access: [{ role: debug, place: x }]\n';
const END = 'expires: 2026-11-23T17:00:00Z\n';

describe('errors of the schema', () => {
  it.each([
    ['principal: {}\n', '1:12 GK1103 a mapping where a text is wanted. Write one value.'],
    ['principal: []\n', '1:12 GK1105 too few: 0 of at least 1. Write at least 1.'],
    ['principal: [[a]]\n', '1:13 GK1103 a list where a text is wanted. Write one value.'],
    ['principal: [a, a]\n', '1:16 GK1106 said twice in this list. Keep one of them.'],
    ['principal:\n', '1:1 GK1107 nothing is written here. Write a value, or delete the key.'],
    ['principal: ""\n', '1:12 GK1107 nothing is written here. Write a value, or delete the key.'],
    ['principal: A\n', '1:12 GK1201 not a name. Write at most 60 lower-case letters, digits and dashes, such as a.'],
  ])('of %j are said once', (text, expected) => expect(found('grant', text + ACCESS + END)).toEqual([expected]));

  it.each([
    ['- debug', '3:3 GK1103 a text where a mapping is wanted. Write keys and values: { key: value }.'],
    ['- [debug]', '3:3 GK1103 a list where a mapping is wanted. Write keys and values: { key: value }.'],
    ['- { role: debug, plcae: x }', '3:18 GK1101 `plcae` is not a key here. Did you mean `place`?'],
    ['- { gcp: x, rol: roles/browser }', '3:13 GK1101 `rol` is not a key here. Did you mean `role`?'],
    ['- { azur: x, role: Reader }', '3:5 GK1101 `azur` is not a key here. Did you mean `azure`?'],
    [
      '- { role: debug, place: x, condition: c }',
      '3:28 GK1101 `condition` does not go with the other keys. Here may stand: role, place, enforce, adopt, replace.',
    ],
    [
      '- { role: debug, place: x, approvedBy: me }',
      '3:28 GK1101 `approvedBy` is not a key here. Here may stand: role, place, enforce, adopt, replace.',
    ],
    ['- { place: x }', '3:3 GK1102 `role` is missing. Add it: `role: debug`.'],
    ['- { gcp: x, role: { a: b } }', '3:19 GK1103 a mapping where a text is wanted. Write one value.'],
    ['- { gcp: x, role: Reader }', '3:19 GK1209 not a role of Google Cloud. Write roles/NAME.'],
  ])('of the entry %j are said once', (entry, expected) => {
    expect(found('grant', `principal: a\naccess:\n${entry}\n${END}`)).toEqual([expected]);
  });

  it('are all said where there are several', () => {
    expect(found('grant', 'princpal: a\nfoo: b\naccess: []\n')).toEqual([
      '1:1 GK1102 `expires` is missing. Add it: `expires: 2026-11-23T17:00:00Z`.',
      '1:1 GK1101 `princpal` is not a key here. Did you mean `principal`?',
      '2:1 GK1101 `foo` is not a key here. Here may stand: principal, requestedBy, reason, ticket, access, starts, expires, duration, grace.',
      '3:9 GK1105 too few: 0 of at least 1. Write at least 1.',
    ]);
  });

  it('are each said once where two keys are misspelt', () => {
    expect(found('grant', `princpal: a\n${ACCESS}expire: 2026-11-23T17:00:00Z\n`)).toEqual([
      '1:1 GK1101 `princpal` is not a key here. Did you mean `principal`?',
      '3:1 GK1101 `expire` is not a key here. Did you mean `expires`?',
    ]);
  });

  it('are said of what nobody wrote', () => {
    expect(found('grant', `principal: a\naccess:\n${END}`)).toEqual([
      '2:1 GK1107 nothing is written here. Write a value, or delete the key.',
    ]);
  });

  it('hide nothing that stands elsewhere', () => {
    const entries = '- { gpc: x, role: roles/browser }\n- { role: A, place: x }';
    expect(found('grant', `principal: a\naccess:\n${entries}\n${END}`)).toEqual([
      '3:5 GK1101 `gpc` is not a key here. Did you mean `gcp`?',
      '4:11 GK1201 not a name. Write at most 60 lower-case letters, digits and dashes, such as a.',
    ]);
  });

  it('of a wrong word name the nearest, or all', () => {
    const policy = (unmanaged: string) =>
      found('policy', `stamp: a\nsecurity: [sam]\nclouds: { gcp: { manages: [folders/7] } }\nunmanaged: ${unmanaged}\n`);
    expect(policy('{ mode: ignored }')).toEqual(['4:20 GK1104 not one of the words that may stand here. Did you mean `ignore`?']);
    expect(policy('{ mode: x }')).toEqual(['4:20 GK1104 not one of the words that may stand here. Write one of: report, ignore.']);
    expect(policy('{ mode: { a: b } }')).toEqual(['4:20 GK1103 a mapping where a text is wanted. Write one value.']);
    expect(policy('{ ignore: pim }')).toEqual(['4:22 GK1103 a text where a list is wanted. Put it in brackets: [a, b].']);
    expect(policy('{ ignore: [pim, [pam]] }')).toEqual(['4:28 GK1103 a list where a text is wanted. Write one value.']);
  });

  it('of numbers say the bound', () => {
    const policy = (approval: string) =>
      found('policy', `stamp: a\nsecurity: [sam]\nclouds: { gcp: { manages: [folders/7] } }\n${approval}\n`);
    expect(policy('approval: { minimum: 0 }')).toEqual(['4:22 GK1108 too small: 0 of at least 1. Write another number.']);
    expect(policy('guard: { withdrawals: { percent: 200 } }')).toEqual([
      '4:34 GK1108 too large: 200 of at most 100. Write another number.',
    ]);
    expect(policy('approval: { minimum: [1] }')).toEqual([
      '4:22 GK1103 a list where a whole number is wanted. Write digits alone: no quotes, and no zero in front.',
    ]);
  });

  it('of names that stand as keys are at the key', () => {
    expect(found('people', 'people:\n  Ada: { name: Ada }\n  a/b~c: { name: x }\n')).toEqual([
      '2:3 GK1201 not a name. Write at most 60 lower-case letters, digits and dashes, such as ada.',
      '3:3 GK1201 not a name. Write at most 60 lower-case letters, digits and dashes, such as a-b-c.',
    ]);
    expect(found('people', 'services: { __proto__: { gcp: "serviceAccount:x" } }\n')).toEqual([
      '1:13 GK1201 not a name. Write at most 60 lower-case letters, digits and dashes, such as proto.',
    ]);
  });

  it('of too few keys say which may be added', () => {
    expect(found('team', 'approvers: [a, b]\nplaces: { x: { env: prod } }\n')).toEqual([
      '2:14 GK1105 too few keys: 1 of at least 2. Add one of: gcp, azure.',
    ]);
    expect(found('team', 'approvers: [a, b]\nplaces: {}\n')).toEqual(['2:9 GK1105 too few keys: 0 of at least 1. Write at least 1.']);
  });

  it('of a form that only the schema knows give its example', () => {
    expect(found('policy', 'stamp: a\nsecurity: [s]\nclouds: { azure: { tenant: x, manages: [/] } }\n')).toEqual([
      '3:28 GK1109 not a tenant. Such as 11111111-2222-4333-8444-555555555555',
    ]);
  });

  it('of a role without a cloud name the clouds', () => {
    const role = (entry: string) => found('role', `description: x\naccess: [${entry}]\n`);
    expect(role('{ role: x }')).toEqual(['2:10 GK1102 no cloud is named. Add one of: gcp, azure.']);
    expect(role('{ gpc: $place, role: roles/browser }')).toEqual(['2:12 GK1101 `gpc` is not a key here. Did you mean `gcp`?']);
    expect(role('x')).toEqual(['2:10 GK1103 a text where a mapping is wanted. Write keys and values: { key: value }.']);
    expect(role('[x]')).toEqual(['2:10 GK1103 a list where a mapping is wanted. Write keys and values: { key: value }.']);
  });

  it('have a key to add without an example where its value is no text', () => {
    expect(found('team', 'zone: UTC\napprovers: [a, b]\n')).toEqual(['1:1 GK1102 `places` is missing. Add `places:`.']);
    expect(KEYS.team['#']?.examples['places']).toBeUndefined();
  });
});
