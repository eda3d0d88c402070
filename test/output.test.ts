import { fstatSync, type Stats, writeSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  writeSync: vi.fn<typeof writeSync>(),
  fstatSync: vi.fn<typeof fstatSync>(),
}));
const isatty = vi.spyOn(process.getBuiltinModule('node:tty'), 'isatty');

/** Whether every descriptor is one of a device, and then of a terminal. */
function leadsTo(device: boolean, terminal: boolean): void {
  vi.mocked(fstatSync).mockReturnValue({ isCharacterDevice: () => device } as Stats);
  isatty.mockReturnValue(terminal);
}

const refused = (code: string) => Object.assign(new Error(code), { code });

/** What a descriptor takes: so many bytes of each write, or an error. */
function takes(...each: readonly (number | Error)[]): string[] {
  const taken: string[] = [];
  const left = [...each];
  vi.mocked(writeSync).mockImplementation((_, bytes) => {
    const next = left.shift() ?? Infinity;
    if (next instanceof Error) throw next;
    const part = Buffer.from(bytes as unknown as Uint8Array).subarray(0, next);
    taken.push(part.toString());
    return part.length;
  });
  return taken;
}

async function fresh() {
  vi.resetModules();
  const streams = { out: [] as string[], err: [] as string[] };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => streams.out.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => streams.err.push(String(text)) > 0);
  return { ...(await import('../src/output.ts')), streams };
}

describe('what is written', () => {
  beforeEach(() => leadsTo(false, false));

  it('goes to the descriptor, piece by piece where it takes no more at once', async () => {
    const { writeOut, streams } = await fresh();
    const taken = takes(2, 3);
    writeOut('grants');
    expect([taken, streams.out]).toEqual([['gr', 'ant', 's'], []]);
  });

  it('keeps its order behind what a full pipe did not take', async () => {
    const { writeOut, writeErr, streams } = await fresh();
    const taken = takes(2, refused('EAGAIN'));
    writeOut('grants');
    writeOut('more');
    writeErr('talk');
    expect([taken, streams]).toEqual([['gr', 'talk'], { out: ['ants', 'more'], err: [] }]);
  });

  it('is nothing to a reader who turned away, and no other failure is hidden', async () => {
    const { writeOut } = await fresh();
    takes(refused('EPIPE'), refused('EIO'));
    expect(() => writeOut('grants')).not.toThrow();
    expect(() => writeOut('grants')).toThrow('EIO');
  });

  it('does not end a run where the disk is full: that is said once elsewhere, and the run ends with 1 at the least', async () => {
    const { writeOut, writeErr } = await fresh();
    const before = process.listeners('exit');
    const taken = takes(refused('ENOSPC'), Infinity, refused('ENOSPC'), refused('EDQUOT'));
    writeErr('talk');
    writeErr('more talk');
    writeOut('grants');
    expect(taken).toEqual(['error: what was to be written to stderr is lost: ENOSPC\n']);
    const added = process.listeners('exit').filter((one) => !before.includes(one));
    const was = process.exitCode;
    const ends = [0, 2, 4].map((exit) => {
      process.exitCode = exit;
      for (const one of added) one.call(process, exit);
      return process.exitCode;
    });
    process.exitCode = was;
    for (const one of added) process.off('exit', one);
    expect(ends).toEqual([1, 1, 4]);
  });

  it('goes through the stream of a terminal, whose reader may turn away too', async () => {
    leadsTo(true, true);
    const { writeErr, streams } = await fresh();
    const before = process.stderr.listeners('error');
    const taken = takes();
    writeErr('talk');
    const added = process.stderr.listeners('error').find((one) => !before.includes(one));
    expect([taken, streams.err]).toEqual([[], ['talk']]);
    expect(() => added?.(refused('EPIPE'))).not.toThrow();
    expect(() => added?.(refused('EIO'))).toThrow('EIO');
    process.stderr.off('error', added as () => void);
  });
});

describe('stdout of the process, once it is diverted', () => {
  it('is written to as ours is, and its stream takes only what a full pipe did not', async () => {
    leadsTo(false, false);
    const before = Object.getOwnPropertyDescriptor(process, 'stdout') ?? {};
    const { divertStdout, streams } = await fresh();
    try {
      divertStdout();
      const taken = takes(Infinity, 2, refused('EAGAIN'));
      process.stdout.write('mask');
      process.stdout.write('grants');
      process.stdout.write('more');
      expect([taken, streams.out]).toEqual([
        ['mask', 'gr'],
        ['ants', 'more'],
      ]);
    } finally {
      Object.defineProperty(process, 'stdout', before);
    }
  });
});

describe('a terminal', () => {
  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ])('is a device, %s, that says so, %s: %s', async (device, says, is) => {
    leadsTo(device, says);
    const { isTerminal } = await fresh();
    expect(isTerminal(1)).toBe(is);
  });

  it('is none that is closed', async () => {
    vi.mocked(fstatSync).mockImplementation(() => {
      throw refused('EBADF');
    });
    const { isTerminal } = await fresh();
    expect(isTerminal(0)).toBe(false);
  });
});
