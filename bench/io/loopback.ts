import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { NOW } from '../fixtures/grants.ts';
import { googleOver } from './google.ts';
import { kindOf } from './within.ts';

/**
 * A cloud on loopback in a process of its own, so that its work is not taken for the engine's. Arguments: the folder with the
 * policies and how many milliseconds each call takes. Prints its port. `/calls` tells what was called since the last time and
 * forgets what was written. It ends when whoever started it closes its standard input.
 */
const [dir = '', latency = ''] = process.argv.slice(2);
let cloud = googleOver(dir);
let calls: Record<string, number> = {};

const server = createServer((request, response) => {
  void textOf(request).then(async (body) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    if (path === '/calls') return response.end(report());
    const answer = cloud(path, body, searchParams);
    const kind = kindOf(path);
    calls[kind] = (calls[kind] ?? 0) + 1;
    await wait(Number(latency));
    response.writeHead(answer.status, { 'content-type': 'application/json', date: new Date(NOW).toUTCString() });
    return response.end(answer.body);
  });
});

function report(): string {
  const seen = JSON.stringify(calls);
  calls = {};
  cloud = googleOver(dir);
  return seen;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

// Longer than any pause between two runs of a bench, as clouds keep connections open for minutes.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
process.stdin.on('end', () => process.exit()).resume();
