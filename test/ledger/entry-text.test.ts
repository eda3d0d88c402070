import { expect, it } from 'vitest';
import { readEntry } from '../../src/ledger/entry-text.ts';

const ENDS = `"hash":"sha256:${'0'.repeat(64)}"}`;
const HEAD = '{"seq":1,"prev":"p","at":"2026-11-23T09:00:00Z","run":"r","kind":"heartbeat"';

it('reads a line that says what a ledger may say', () => {
  expect(readEntry(`${HEAD},${ENDS}`)).toMatchObject({ seq: 1, kind: 'heartbeat' });
  expect(readEntry(`${HEAD},"because":"lapsed","approvedBy":["bo"],"request":3,"carried":true,${ENDS}`)).toMatchObject({
    approvedBy: ['bo'],
  });
});

it.each([
  ['{', 'it is not JSON'],
  [`{"seq":1,"prev":"p","at":"2026-11-23T09:00:00Z","run":"r",${ENDS}`, 'it has no kind'],
  [`${HEAD},"size":3,${ENDS}`, 'it has a key that no ledger knows: size'],
  [`${HEAD.replace('heartbeat', 'gone')},${ENDS}`, 'its kind is none'],
  [`${HEAD.replace('09:00:00Z', '9:00')},${ENDS}`, 'its at is none'],
  [`${HEAD},"until":3,${ENDS}`, 'its until is none'],
  [`${HEAD},"request":0,${ENDS}`, 'its request is none'],
  [`${HEAD},"approvedBy":"bo",${ENDS}`, 'its approvedBy is none'],
  [`${HEAD},"approvedBy":[1],${ENDS}`, 'its approvedBy is none'],
  [`${HEAD},"access":"x",${ENDS}`, 'its access is none'],
  [`${HEAD},"carried":false,${ENDS}`, 'its carried is none'],
  [`${HEAD},"reason":"x","grant":"g",${ENDS}`, 'its keys are not in order, or a value is spelled in another way'],
  [`${HEAD},"grant":"a","grant":"g",${ENDS}`, 'its keys are not in order, or a value is spelled in another way'],
  [`${HEAD},"grant":"\\u0061",${ENDS}`, 'its keys are not in order, or a value is spelled in another way'],
])('refuses %s', (line, why) => expect(readEntry(line)).toBe(why));
