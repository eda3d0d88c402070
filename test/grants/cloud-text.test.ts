import { describe, expect, it } from 'vitest';
import { wrongCondition, wrongMember, wrongRole, wrongScope } from '../../src/grants/cloud-text.ts';
import { azure, gcp } from './clouds.ts';

describe('what a cloud says of a text', () => {
  it('is nothing when it is right', () => {
    expect(wrongScope(gcp, 'projects/payments-prod')).toBeUndefined();
    expect(wrongRole(azure, 'Reader')).toBeUndefined();
    expect(wrongMember(gcp, 'user:ada@example.com', 'user')).toBeUndefined();
    expect(wrongCondition(gcp)).toBeUndefined();
  });

  it('is its problem, with its hint or with one of ours', () => {
    expect(wrongScope(gcp, 'x')).toEqual({ code: 'GK1208', message: 'not a scope of Google Cloud', hint: 'Write projects/ID.' });
    const byId = { ...gcp, written: () => ({ ok: false, problem: 'a number', hint: 'Write its id.' }) as const };
    expect(wrongScope(byId, 'projects/payments-prod')).toEqual({ code: 'GK1208', message: 'a number', hint: 'Write its id.' });
    expect(wrongRole(gcp, 'roles/owner')).toEqual({
      code: 'GK1209',
      message: 'a basic role cannot end by itself',
      hint: 'Name a predefined role.',
    });
    const mute = { ...gcp, role: () => ({ ok: false, problem: 'x' }) as const, scope: () => ({ ok: false, problem: 'y' }) as const };
    expect(wrongRole(mute, 'x')).toMatchObject({ hint: 'Write the role as the cloud itself does.' });
    expect(wrongScope({ ...mute, written: undefined as never }, 'x')).toMatchObject({ hint: 'Write the scope as the cloud itself does.' });
    expect(wrongMember(azure, 'ada', 'user')).toEqual({
      code: 'GK1210',
      message: 'not an object id',
      hint: 'Write the identity as the cloud itself does.',
    });
  });

  it('is that it holds no conditions, and why', () => {
    const bare = { ...gcp, capabilities: { ...gcp.capabilities, ownConditions: { can: false, why: 'It has none.' } as const } };
    expect(wrongCondition(bare)).toEqual({ code: 'GK1211', message: 'Google Cloud holds no conditions of your own', hint: 'It has none.' });
  });
});
