import { describe, expect, it } from 'vitest';
import { hidesFolder, refusal, stemOfAny, unfit } from '../../src/grants/tree-file.ts';

const FORM = 'grants/<team>/<id>.yaml';

function file(path: string, mode = '100644') {
  return { path, mode, bytes: new Uint8Array() };
}

describe('unfit', () => {
  it('takes a plain .yaml file at its depth', () => expect(unfit(file('grants/a/b.yaml'), FORM)).toBeUndefined());

  it.each([
    [file('grants/a/b.yaml', '120000'), 'GK1402', 'a symbolic link, and only plain files are read'],
    [file('grants/a/b.yaml', '160000'), 'GK1402', 'a submodule, and only plain files are read'],
    [file('grants/a/b.yaml', '100755'), 'GK1402', 'an executable file, and only plain files are read'],
    [file('grants/a/b.yaml', '100664'), 'GK1402', 'a file of mode 100664, and only plain files are read'],
    [file('grants/b.yaml'), 'GK1403', 'the file lies in the wrong folder'],
    [file('grants/a/b/c.yaml'), 'GK1403', 'the file lies in the wrong folder'],
    [file('grants/a/b.yml'), 'GK1401', 'not a .yaml file'],
    [file('grants/a/b.YAML'), 'GK1401', 'not a .yaml file'],
  ])('refuses %j', (one, code, message) => expect(unfit(one, FORM)).toMatchObject({ code, message, at: { file: one.path } }));
});

describe('a file as such', () => {
  it('is refused at its first character', () => {
    expect(refusal(file('x'), 'GK1404', 'odd', 'Go.')).toEqual({
      code: 'GK1404',
      severity: 'error',
      message: 'odd',
      hint: 'Go.',
      at: { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 },
    });
  });

  it.each([
    ['grants/a/ada-debug.yaml', 'ada-debug'],
    ['grants/a/ada-debug.yml', 'ada-debug'],
    ['grants/a/ada-debug.yaml.bak', 'ada-debug'],
    ['grants/a/.ada-debug.yaml.swp', 'ada-debug'],
    ['grants/a/Ada-Debug.YAML', 'ada-debug'],
    ['grants/a/ada-debug', 'ada-debug'],
    ['grants/a/ada\n.yaml', 'ada\n'],
    ['grants/a/...', ''],
  ])('%j has the stem %j', (path, stem) => expect(stemOfAny(file(path))).toBe(stem));

  it.each([
    ['grants', '120000', true],
    ['grants', '100644', false],
    ['grants/payments', '120000', true],
    ['grants/payments', '160000', true],
    ['grants/payments', '100644', false],
    ['grants/payments/x.yaml', '120000', false],
  ])('%j of mode %s in the place of a folder: %j', (path, mode, hides) => expect(hidesFolder(file(path, mode))).toBe(hides));
});
