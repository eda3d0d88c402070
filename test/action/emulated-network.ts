import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What takes the place of the network in a child, as options of Node: the cloud's hosts are the simulated ones, the machine is signed in
 * to it, and the gaps that GitHub asks for between writes take no time. Where `SEEN` names a file, the child leaves there how long, in
 * milliseconds, it had nothing to do but to wait for an answer, and whom it has reached. The folder keeps what is loaded for this.
 */
export function network(cloud: string, dir: string): readonly string[] {
  const path = join(dir, 'network.cjs');
  writeFileSync(path, CHILD.replace('CLOUD', JSON.stringify(cloud)));
  return ['--require', path];
}

/**
 * Time counts as waiting from the end of a question to the first line of its answer, and only what the event loop slept of it. While a
 * child of Git runs nothing counts, since that may be what is waited for. What Node loads to tell is loaded at once, so that a program
 * that never waits has it, too.
 */
const CHILD = `
const real = process.getBuiltinModule;
const { subscribe } = real('node:diagnostics_channel');
const request = ({ host, pathname, search }, ...more) => real('node:http').request(new URL(CLOUD + '/' + host + pathname + search), ...more);
process.getBuiltinModule = (name) => (name === 'node:https' ? { request } : real(name));
const timers = real('node:timers/promises');
const wait = timers.setTimeout;
timers.setTimeout = (ms, value, options) => (ms <= 5000 ? timers.setImmediate(value, options) : wait(ms, value, options));
let open = 0, children = 0, began, waited = 0;
performance.eventLoopUtilization();
const change = (requests, processes) => {
  const idle = performance.eventLoopUtilization().idle;
  if (began !== undefined) waited += idle - began;
  open += requests;
  children += processes;
  began = open > 0 && children === 0 ? idle : undefined;
};
subscribe('http.client.request.start', () => change(1, 0));
subscribe('http.client.response.finish', () => change(-1, 0));
subscribe('http.client.request.error', () => change(-1, 0));
subscribe('child_process', ({ process: child }) => {
  change(0, 1);
  child.once('exit', () => change(0, -1));
});
const reached = new Set();
subscribe('net.client.socket', ({ socket }) => socket.on('connectionAttempt', (address, port) => reached.add(address + ':' + port)));
const { SEEN } = process.env;
if (SEEN !== undefined) process.on('exit', () => real('node:fs').writeFileSync(SEEN, JSON.stringify({ waited, reached: [...reached] })));
`;
