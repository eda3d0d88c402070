import { fstatSync, writeSync } from 'node:fs';

type Descriptor = 1 | 2;

/** Whether somebody sits behind a descriptor. A pipe or a file is none, and what knows terminals takes long to load. */
export function isTerminal(descriptor: 0 | Descriptor): boolean {
  return isDevice(descriptor) && process.getBuiltinModule('node:tty').isatty(descriptor);
}

function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false; // it is closed
  }
}

/** Descriptors that are written through their stream: terminals, whose stream knows their encoding, and pipes that were full once. */
const streamed = new Set<Descriptor>();

export function writeOut(text: string): void {
  write(1, text);
}

export function writeErr(text: string): void {
  write(2, text);
}

/** Straight to a file or a pipe: to open the stream of one takes a twentieth of a short run. */
function write(to: Descriptor, text: string): void {
  const rest = streamed.has(to) || isTerminal(to) ? Buffer.from(text) : unwritten(to, Buffer.from(text));
  if (rest.length > 0) streamOf(to).write(rest);
}

/** What a full pipe did not take. A reader such as `head` may turn away while a run goes on; the run is not to end half-way for that. */
function unwritten(to: Descriptor, bytes: Buffer): Buffer {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(to, rest));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') return Buffer.alloc(0);
    if (code !== undefined && FULL.has(code)) return lost(to, code);
    if (code !== 'EAGAIN') throw error;
  }
  return rest;
}

/** No room on the disk, or none for us. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

const full = new Set<Descriptor>();

/** A run is not to end half-way, and what is due not to stay, because nobody can be told of it. It is said elsewhere, and ends with 1 at the least. */
function lost(to: Descriptor, code: string): Buffer {
  if (!full.has(to)) {
    full.add(to);
    process.once('exit', (exit) => {
      if (exit === 0 || exit === 2) process.exitCode = 1;
    });
    const other = to === 1 ? 2 : 1;
    if (!full.has(other)) write(other, `error: what was to be written to ${to === 1 ? 'stdout' : 'stderr'} is lost: ${code}\n`);
  }
  return Buffer.alloc(0);
}

let openStdout = (): NodeJS.WriteStream => process.stdout;

/** Has what a library writes to `process.stdout` go the way of what is written here: no stream is opened, and no full disk ends the run. */
export function divertStdout(): void {
  const own = Object.getOwnPropertyDescriptor(process, 'stdout');
  const diverted = { write: (text: string) => (writeOut(text), true) };
  openStdout = () => (own?.get?.call(process) ?? own?.value) as NodeJS.WriteStream;
  Object.defineProperty(process, 'stdout', { ...own, get: () => diverted });
}

function streamOf(to: Descriptor): NodeJS.WriteStream {
  const stream = to === 1 ? openStdout() : process.stderr;
  if (!streamed.has(to)) {
    streamed.add(to);
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return stream;
}
