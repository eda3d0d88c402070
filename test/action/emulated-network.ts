/**
 * What takes the place of the network in a child, as an option of Node: the cloud's hosts are the simulated ones, the machine is signed in
 * to it, and the gaps that GitHub asks for between writes take no time. Where `SEEN` names a file, the child leaves there how long, in
 * milliseconds, it had nothing to do but to wait for an answer, and whom it has reached.
 */
export function network(cloud: string): string {
  return `data:text/javascript,${encodeURIComponent(CHILD.replace('CLOUD', JSON.stringify(cloud)))}`;
}

const CHILD = `
const { performance } = process.getBuiltinModule('node:perf_hooks');
const { subscribe } = process.getBuiltinModule('node:diagnostics_channel');
const real = process.getBuiltinModule;
const request = ({ host, pathname, search }, ...more) => real('node:http').request(new URL(CLOUD + '/' + host + pathname + search), ...more);
process.getBuiltinModule = (name) => (name === 'node:https' ? { request } : real(name));
const timers = real('node:timers/promises');
const wait = timers.setTimeout;
timers.setTimeout = (ms, value, options) => wait(ms <= 5000 ? 0 : ms, value, options);
let open = 0, began, waited = 0;
const idle = () => performance.eventLoopUtilization().idle;
subscribe('http.client.request.start', () => { if (open++ === 0) began = idle(); });
subscribe('http.client.response.finish', () => { if (--open === 0) waited += idle() - began; });
const reached = new Set();
subscribe('net.client.socket', ({ socket }) => socket.on('connectionAttempt', (address, port) => reached.add(address + ':' + port)));
const { SEEN } = process.env;
if (SEEN !== undefined) process.on('exit', () => real('node:fs').writeFileSync(SEEN, JSON.stringify({ waited, reached: [...reached] })));
`;
