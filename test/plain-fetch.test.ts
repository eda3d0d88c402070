import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainFetch } from '../src/plain-fetch.ts';

let server: Server;
let url = '';

/** What it was asked, as its answer; and an answer for each thing that may go otherwise. */
beforeAll(async () => {
  server = createServer((asked, answer) => {
    const { method, headers, url: path = '' } = asked;
    if (path === '/packed') return answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"packed":true}'));
    if (path === '/broken') return answer.writeHead(200, { 'content-length': '100' }).write('{"half', () => asked.socket.destroy());
    if (path === '/silent') return undefined;
    if (path === '/stalled') return answer.writeHead(200, { 'content-length': '100' }).write('{"half');
    if (path.startsWith('/away')) return answer.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end();
    if (path.startsWith('/moved')) return answer.writeHead(Number(path.slice(7)), { location: '/here' }).end('gone');
    if (path === '/round') return answer.writeHead(307, { location: '/round' }).end();
    return void textOf(asked).then((body) => {
      const { authorization, 'content-length': length } = headers;
      const told = JSON.stringify({ method, path, body, authorization, length });
      answer.writeHead(path === '/missing' ? 404 : 200, { 'content-type': 'application/json', 'x-seen': 'yes' }).end(told);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const headers = { authorization: 'Bearer x' };

describe('a plain fetch', () => {
  it.each([
    ['GET', undefined],
    ['POST', '{"a":"ä"}'],
    ['PATCH', ''],
    ['DELETE', undefined],
  ])('sends and answers what the built-in one does: %s', async (method, body) => {
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    const [ours, theirs] = await Promise.all([plainFetch(`${url}/a?b=c`, init), fetch(`${url}/a?b=c`, init)]);
    expect(JSON.parse(await ours.text())).toEqual(await theirs.json());
    expect([ours.ok, ours.status, ours.statusText, ours.url]).toEqual([theirs.ok, theirs.status, theirs.statusText, theirs.url]);
    expect([ours.headers.get('X-Seen'), ours.headers.get('none')]).toEqual(['yes', null]);
    expect(Object.fromEntries(ours.headers)).toMatchObject({ 'content-type': 'application/json', 'x-seen': 'yes' });
  });

  it('gives a text in every form that is asked for', async () => {
    const answer = await plainFetch(`${url}/packed`, { headers });
    expect([await answer.json(), await answer.text()]).toEqual([{ packed: true }, '{"packed":true}']);
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toBe('{"packed":true}');
    expect((await plainFetch(`${url}/missing`, {})).ok).toBe(false);
  });

  it.each([301, 302, 303, 307, 308])('follows an address that moved within its host, as the built-in one does: %s', async (status) => {
    for (const init of [{ headers }, { method: 'POST', headers, body: 'x' }, { method: 'DELETE', headers }]) {
      const [ours, theirs] = await Promise.all([plainFetch(`${url}/moved/${status}`, init), fetch(`${url}/moved/${status}`, init)]);
      expect(await ours.json()).toEqual(await theirs.json());
      expect(ours.url).toBe(theirs.url);
    }
  });

  it('hands on where it is sent, if that is wanted, and takes what proves us nowhere else', async () => {
    const told = await plainFetch(`${url}/away`, { headers, redirect: 'manual' });
    expect([told.status, told.headers.get('location')]).toEqual([302, 'http://127.0.0.1:9/elsewhere']);
    await expect(plainFetch(`${url}/away`, { headers })).rejects.toMatchObject({ cause: { message: 'redirected to 127.0.0.1:9' } });
    await expect(plainFetch(`${url}/round`, { headers })).rejects.toThrow('fetch failed');
  });

  it('fails where an answer breaks off, and with the reason of whoever stops it', async () => {
    await expect(plainFetch(`${url}/broken`, {})).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } });
    await expect(plainFetch('http://127.0.0.1:1/', {})).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    const stop = new AbortController();
    const asked = plainFetch(`${url}/silent`, { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    await expect(plainFetch(`${url}/silent`, { signal: stop.signal })).rejects.toThrow('enough');
    await expect(plainFetch(`${url}/stalled`, { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('leaves to the built-in one whatever is more than a short text', async () => {
    const rich = await plainFetch(`${url}/a`, { method: 'POST', headers: new Headers(headers), body: new URLSearchParams({ a: 'b' }) });
    expect(rich).toBeInstanceOf(Response);
    expect(await rich.json()).toMatchObject({ body: 'a=b', authorization: 'Bearer x' });
    expect(await (await plainFetch(new Request(`${url}/a`))).json()).toMatchObject({ method: 'GET' });
  });
});
