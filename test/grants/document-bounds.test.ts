import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/grants/document.ts';
import { bytesOf } from './example.ts';

function read(text: string) {
  return readDocument('x.yaml', bytesOf(text), 16 * 1024);
}

function found(text: string): readonly string[] {
  return read(text).findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}-${at?.endLine}:${at?.endColumn}`);
}

describe('the bounds of a document', () => {
  it.each([
    ['a: b\n---\nc: d\n', ['GK1007 2:1-2:4']],
    ['# x\n\n# y\na: b\n---\nc: d\n', ['GK1007 5:1-5:4']],
    ['--- # x\na: b\n...\n', ['GK1007 3:1-3:4']],
    ['a: b\n...\n', ['GK1007 2:1-2:4']],
    ['...\na: b\n', ['GK1007 1:1-1:4']],
    ['%YAML 1.1\n---\na: yes\n', ['GK1008 1:1-1:10']],
    ['# x\n%ANY thing\n--- # y\na: b\n', ['GK1008 2:1-2:11']],
    ['  %YAML 1.1\n---\na: yes\n', ['GK1008 1:3-1:12']],
    [' ---\na: b\n', ['GK1007 1:2-1:5']],
    ['--- # x\n# y\n\na: b\n', []],
  ])('judges %j', (text, expected) => expect(found(text)).toEqual(expected));

  it('says what does not start a document', () => {
    expect(read('...\na: b\n').findings).toMatchObject([
      { message: 'not the start of a document', hint: 'Delete the line: a file is one document.' },
    ]);
  });

  it('takes one document with a start', () => {
    expect(read('# a comment\n--- # another\na: b\n')).toMatchObject({ document: { root: { a: 'b' } }, findings: [] });
    expect(read('--- { a: b }\n')).toMatchObject({ document: { root: { a: 'b' } }, findings: [] });
  });
});
