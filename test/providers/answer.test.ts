import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { dateOf, describeError, field, kindOfStatus, oneLine, parseBody, retryAfterOf } from '../../src/providers/answer.ts';

describe('kindOfStatus', () => {
  it.each([
    [302, 'transient'],
    [400, 'invalid'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [408, 'transient'],
    [409, 'conflict'],
    [410, 'not-found'],
    [412, 'conflict'],
    [422, 'invalid'],
    [425, 'transient'],
    [429, 'transient'],
    [500, 'transient'],
    [503, 'transient'],
  ])('takes %i for %s', (status, kind) => {
    expect(kindOfStatus(status)).toBe(kind);
  });
});

describe('parseBody', () => {
  it('reads JSON, and nothing where nothing is', () => {
    expect(parseBody('{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
    expect(parseBody(' \n')).toEqual({ ok: true, value: undefined });
  });

  it.each(['<html>no</html>', '{"bindings": [', 'etag'])('knows %s for no JSON', (text) => {
    expect(parseBody(text)).toEqual({ ok: false });
  });
});

describe('describeError', () => {
  it.each([
    [{ error: { code: 409, status: 'ABORTED', message: 'retry' } }, { code: 'ABORTED', message: 'retry' }],
    [{ error: { code: 'RoleAssignmentExists', message: 'there' } }, { code: 'RoleAssignmentExists', message: 'there' }],
    [
      { error: 'invalid_grant', error_description: 'gone' },
      { code: 'invalid_grant', message: 'gone' },
    ],
    [{ message: 'plain' }, { message: 'plain' }],
    [{ error: { code: 500 } }, {}],
    [undefined, {}],
    [[], {}],
  ])('reads %j', (body, expected) => {
    expect(describeError(body)).toEqual(expected);
  });
});

describe('field', () => {
  it('reads own properties of objects only', () => {
    expect(field({ a: 1 }, 'a')).toBe(1);
    expect(field({}, 'constructor')).toBeUndefined();
    expect(field(null, 'a')).toBeUndefined();
    expect(field('text', 'length')).toBeUndefined();
  });
});

describe('oneLine', () => {
  it('leaves nothing that could break a log or a terminal', () => {
    expect(oneLine('a\r\n::error::b\u001B[2J\u2028c\u202Ed')).toBe('a ::error::b [2J c d');
  });

  it('leaves out the value of a header that cannot be sent, which may be a token', () => {
    const thrown = (): unknown => new Headers({ authorization: 'Bearer \u0000 "the secret"' });
    expect(thrown).toThrow('secret');
    try {
      thrown();
    } catch (error) {
      expect(oneLine((error as Error).message)).toBe('Headers.append: what is to be sent is an invalid header value.');
    }
  });

  it('cuts at 500 characters', () => {
    expect(oneLine('x'.repeat(600))).toBe(`${'x'.repeat(500)}…`);
  });
});

describe('dateOf and retryAfterOf', () => {
  const date = 'Mon, 23 Nov 2026 09:00:00 GMT';
  const at = Date.UTC(2026, 10, 23, 9) as Instant;

  it('reads a Date header', () => {
    expect(dateOf(new Headers({ date }))).toBe(at);
    expect(dateOf(new Headers())).toBeUndefined();
    expect(dateOf(new Headers({ date: 'yesterday' }))).toBeUndefined();
  });

  it('reads seconds and dates to wait for', () => {
    expect(retryAfterOf(new Headers({ 'retry-after': '7' }), at)).toBe(7000);
    expect(retryAfterOf(new Headers({ 'retry-after': 'Mon, 23 Nov 2026 09:00:30 GMT', date }), 0 as Instant)).toBe(30_000);
    expect(retryAfterOf(new Headers({ 'retry-after': 'Mon, 23 Nov 2026 09:00:30 GMT' }), (at + 10_000) as Instant)).toBe(20_000);
    expect(retryAfterOf(new Headers({ 'retry-after': date }), (at + 10_000) as Instant)).toBe(0);
    expect(retryAfterOf(new Headers({ 'retry-after': 'soon' }), at)).toBeUndefined();
    expect(retryAfterOf(new Headers({ 'retry-after': ' ' }), at)).toBeUndefined();
    expect(retryAfterOf(new Headers(), at)).toBeUndefined();
  });
});
