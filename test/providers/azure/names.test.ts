import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assignmentNames } from '../../../src/providers/azure/names.ts';
import { member, READER, scope } from './samples.ts';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

/** RFC 9562, section 5.5, written out. */
function uuid5(name: string, namespace: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

describe('assignmentNames', () => {
  it('are these for Ada, Reader and the resource group payments', () => {
    expect(assignmentNames('acme-access', { scope: scope(), role: READER, member: member() })).toEqual([
      'dfec2d22-d28d-5013-ba76-aeeaf23fe768',
      '19009ca2-a554-5e6d-8486-462d2403eaae',
      '53b1515b-42ca-54b8-b766-6a6d981b588e',
    ]);
  });

  it('are this for a group and the root of the tenant', () => {
    const group = member('3D4E0000-0000-4000-8000-000000000002', 'group');
    expect(assignmentNames('acme-access', { scope: scope('/'), role: READER, member: group })[0]).toBe(
      '4d3e4c41-d33d-526b-97cd-06af7ee761d8',
    );
  });

  it('are what another reckoning of UUIDv5 gives', () => {
    expect(uuid5('www.example.org', DNS)).toBe('74738ff5-5367-5958-9aee-98fffdcd1876'); // RFC 9562 over a known name
    const text = `acme-access|subscriptions/00000000-0000-4000-8000-000000000000/resourcegroups/payments|${READER.id}|${member().id}`;
    const expected = ['', '/1', '/2'].map((salt) => uuid5(text + salt, uuid5('grantkeeper.dev', DNS)));
    expect(assignmentNames('acme-access', { scope: scope(), role: READER, member: member() })).toEqual(expected);
  });

  it('are the same however the parts are spelled', () => {
    const binding = { scope: scope(), role: READER, member: member() };
    const shout = {
      scope: scope(),
      role: { ...READER, id: READER.id.toUpperCase() },
      member: { ...member(), id: member().id.toUpperCase() },
    };
    expect(assignmentNames('ACME-access', shout)).toEqual(assignmentNames('acme-access', binding));
  });

  it('differ from stamp to stamp', () => {
    const binding = { scope: scope(), role: READER, member: member() };
    expect(assignmentNames('acme-access', binding)[0]).not.toBe(assignmentNames('acme-exit', binding)[0]);
  });
});
