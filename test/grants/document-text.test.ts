import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/grants/document.ts';
import { bytesOf } from './example.ts';

function read(text: string) {
  return readDocument('x.yaml', bytesOf(text), 16 * 1024);
}

function found(text: string): readonly string[] {
  return read(text).findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}-${at?.endLine}:${at?.endColumn}`);
}

describe('texts of several lines', () => {
  it.each([
    ['a: |+\n  b\n', ['GK1017 2:3-2:4']],
    ['a:\n# c\n b\n', ['GK1017 3:2-3:3']],
    ['a:\n# c\n\n b\nd: e\n', ['GK1017 4:2-4:3']],
    ['a:\n  # c\n # c\n  b\n', ['GK1017 4:3-4:4']],
    ['a:\n - \n# c\n  b\n - d\n', ['GK1017 4:3-4:4']],
    ['a:\r\n# c\r\n b\r\n', ['GK1017 3:2-3:3']],
    ['a:\n # c\n b\n', []],
    ['a:\n# c\n "b"\n', []],
    ['a:\n# c\n b: c\n', []],
    ['# c\na:\n b\n', []],
    ['a:\n# c\n - b\n', []],
    ['a: >+\n  b\n\n', ['GK1017 2:3-2:4']],
    ['a: |\n  b\n  ', []],
    ['a: |\n b\n  ', ['GK1017 2:2-2:3']],
    ['a: |1\n  \n', ['GK1017 2:1-2:1']],
    ['a: "b\\\n  c"\n', ['GK1017 1:4-2:5']],
    ['a: "b\n  c"\n', []],
    ["a: 'b\n  c'\n", []],
    ['a: b\n  c\n', []],
    ['a: >-\n  b\n  c\n', []],
    ['a: |\n  b\n', []],
    ['a: |\nb: ""\n', []],
    ['a: "b\n', ['GK1004 1:6-1:6']],
  ])('judges %j', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('texts and comments', () => {
  it.each([
    ['reason: fix #4711 now\n', 'GK1016 1:13-1:22', 'Put all of it in quotes: reason: "fix #4711 now"'],
    ['reason:  #4711 now   \n', 'GK1016 1:10-1:19', 'Put all of it in quotes: reason: "#4711 now"'],
    ['"reason":  #1\n', 'GK1016 1:12-1:14', 'Put all of it in quotes: reason: "#1"'],
    ['"reason": fix #1', 'GK1016 1:15-1:17', 'Put all of it in quotes: reason: "fix #1"'],
    ['a: { condition: x == "y" # z\n }\n', 'GK1016 1:26-1:29', `Put all of it in quotes: condition: 'x == "y" # z'`],
    [`message: it's "ours" # now\n`, 'GK1016 1:22-1:27', `Put all of it in quotes: message: 'it''s "ours" # now'`],
    ['description: two\n  lines # cut\n', 'GK1016 2:9-2:14', 'Put all of it in quotes: description: "two lines # cut"'],
  ])('refuses a text cut by a comment: %j', (text, place, hint) => {
    expect(found(text)).toEqual([place]);
    expect(read(text).findings[0]?.hint).toBe(hint);
  });

  it.each([
    'reason: "fix" # 4711\n',
    "reason: 'fix' # 4711\n",
    'reason: fix#4711\n',
    'reason: | # a comment\n  fix #4711\n',
    'reason: [fix] # 4711\n',
    ' # 4711\nreason: [fix]\n',
    'reason: |\n  fix\n # 4711\n',
    'reason: fix\n # 4711\n',
    'ticket: INC-1 # the big one\n',
    'reason:\n  fix\n# 4711\n',
    'reason:\nticket: "#4711"\n',
  ])('takes a comment that cuts nothing: %j', (text) => expect(found(text)).toEqual([]));
});
