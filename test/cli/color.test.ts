import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { colored } from '../../src/cli/color.ts';

const ESC = '\u001b[';

afterEach(() => vi.unstubAllEnvs());

describe('colour', () => {
  it('follows the first sign of a line and changes no character of it', () => {
    vi.stubEnv('FORCE_COLOR', '1');
    vi.stubEnv('NO_COLOR', undefined);
    const text = '- gone\n+ new\n~ longer\n! tampered\nx failed\n? not ours\ngrants/a.yaml:3:1  GK1204  no\nplain\n';
    const shown = colored(text, false);
    expect(shown.split('\n').map((line) => line.startsWith(ESC))).toEqual([true, true, true, true, true, true, true, false, false]);
    expect(stripVTControlCharacters(shown)).toBe(text);
  });

  it('is not there with --no-color', () => {
    vi.stubEnv('FORCE_COLOR', '1');
    expect(colored('- gone\n', true)).toBe('- gone\n');
  });

  it('is not there with NO_COLOR', () => {
    vi.stubEnv('FORCE_COLOR', undefined);
    vi.stubEnv('NO_COLOR', '1');
    expect(colored('- gone\n', false)).toBe('- gone\n');
  });
});
