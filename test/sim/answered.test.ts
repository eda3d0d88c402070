import { describe, expect, it } from 'vitest';
import { Answered } from '../../src/sim/answered.ts';

const ADDRESS = 'https://management.azure.com/subscriptions';
const answered = (words = '{"a":1}') =>
  new Answered(words, { status: 201, headers: { 'content-type': 'application/json', date: 'x' } }, ADDRESS);

describe('an answer of which the text is known', () => {
  it('is a Response with its address, status and headers', () => {
    const one = answered();
    expect(one).toBeInstanceOf(Response);
    expect([one.url, one.status, one.ok, one.headers.get('Content-Type'), one.bodyUsed]).toEqual([
      ADDRESS,
      201,
      true,
      'application/json',
      false,
    ]);
  });

  it('is read once, as any other', async () => {
    const one = answered();
    await expect(one.text()).resolves.toBe('{"a":1}');
    expect(one.bodyUsed).toBe(true);
    await expect(one.text()).rejects.toThrow(TypeError);
    expect(() => one.clone()).toThrow(TypeError);
  });

  it('is had in every form', async () => {
    await expect(answered().json()).resolves.toEqual({ a: 1 });
    expect((await answered().arrayBuffer()).byteLength).toBe(7);
    expect((await answered().bytes()).byteLength).toBe(7);
    expect((await answered().blob()).size).toBe(7);
    await expect(answered().formData()).rejects.toThrow(TypeError);
    const chunks = await Array.fromAsync(answered().body ?? []);
    expect(Buffer.concat(chunks).toString()).toBe('{"a":1}');
  });

  it('is copied before it is read', async () => {
    const one = answered();
    const copy = one.clone();
    await expect(copy.text()).resolves.toBe('{"a":1}');
    await expect(one.text()).resolves.toBe('{"a":1}');
    expect([copy.status, one.bodyUsed]).toEqual([201, true]);
  });

  it('takes as many turns as a stream, so that calls on their way together keep their order', async () => {
    const order: string[] = [];
    const said = async (name: string, one: Response) => {
      await one.text();
      order.push(name);
    };
    const streamed = () => new Response('x');
    await Promise.all([said('a', answered()), said('b', streamed()), said('c', answered()), said('d', streamed())]);
    expect(order).toEqual(['a', 'b', 'c', 'd']);
  });
});
