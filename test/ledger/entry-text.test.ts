import { expect, it } from 'vitest';
import type { Fact } from '../../src/domain/entry.ts';
import { factText, readEntry } from '../../src/ledger/entry-text.ts';

const ENDS = `"hash":"sha256:${'0'.repeat(64)}"}`;
const HEAD = '{"seq":1,"prev":"p","at":"2026-11-23T09:00:00Z","run":"r","kind":"heartbeat"';

const EVERYTHING: Fact = {
  at: Date.parse('2026-11-23T09:00:00Z') as Fact['at'],
  run: 'r',
  kind: 'granted',
  grant: 'g',
  cloud: 'gcp',
  scope: 's',
  role: 'o',
  principal: 'p',
  member: 'm',
  access: `sha256:${'a'.repeat(64)}`,
  condition: 'c',
  until: Date.parse('2026-11-23T10:00:00Z') as Fact['at'],
  because: 'lapsed',
  requestedBy: 'q',
  approvedBy: ['bo', 'chi'],
  commit: 'i',
  landed: Date.parse('2026-11-23T08:00:00Z') as Fact['at'],
  request: 3,
  file: 'f',
  evidence: 'e',
  reason: 'why',
  carried: true,
};

/** The line of a fact, and what it reads as. */
const line = (fact: Fact) => `{"seq":1,"prev":"p",${factText(fact).slice(1, -1)},${ENDS}`;
const readBack = (fact: Fact) => {
  const read = readEntry(line(fact));
  if (typeof read === 'string') throw new Error(read);
  const { seq: _seq, prev: _prev, hash: _hash, ...rest } = read;
  return rest;
};

it('spells a fact with everything in one order', () => {
  expect(factText(EVERYTHING)).toBe(
    `{"at":"2026-11-23T09:00:00Z","run":"r","kind":"granted","grant":"g","cloud":"gcp","scope":"s","role":"o","principal":"p","member":"m","access":"sha256:${'a'.repeat(64)}","condition":"c","until":"2026-11-23T10:00:00Z","because":"lapsed","requestedBy":"q","approvedBy":["bo","chi"],"commit":"i","landed":"2026-11-23T08:00:00Z","request":3,"file":"f","evidence":"e","reason":"why","carried":true}`,
  );
  expect(readBack(EVERYTHING)).toStrictEqual(EVERYTHING);
});

it.each(['asked', 'approved', 'granted', 'verified', 'ended', 'recalled', 'lifted', 'refused', 'spent', 'heartbeat'] as const)(
  'reads what was %s',
  (kind) => expect(readBack({ ...EVERYTHING, kind }).kind).toBe(kind),
);

it.each(['lapsed', 'recalled', 'left', 'withdrawn', 'tampered', 'renewed', 'renamed', 'asked'] as const)('reads why: %s', (because) =>
  expect(readBack({ ...EVERYTHING, because }).because).toBe(because),
);

it('cuts what is too long, and spells as ASCII what is not', () => {
  const of = (reason: string) => JSON.parse(factText({ ...EVERYTHING, reason })) as { readonly reason: string };
  expect(of('x'.repeat(1000)).reason).toBe('x'.repeat(1000));
  expect(of('x'.repeat(1001)).reason).toBe(`${'x'.repeat(999)}…`);
  expect(JSON.parse(factText({ ...EVERYTHING, approvedBy: ['y'.repeat(2000)] }))).toMatchObject({ approvedBy: [`${'y'.repeat(999)}…`] });
  expect(factText({ ...EVERYTHING, reason: 'é\t\u202e\u{1f600}' })).toContain('"reason":"\\u00e9\\t\\u202e\\ud83d\\ude00"');
  const odd = { ...EVERYTHING, reason: 'é\u202e', approvedBy: ['bö'] };
  expect(readBack(odd)).toStrictEqual(odd);
});

it('says the first thing that is missing, and needs every name of a list to be text', () => {
  expect(readEntry(`{"seq":1,"prev":"p",${ENDS}`)).toBe('it has no at');
  expect(readEntry(`{"seq":1,"prev":"p","kind":"heartbeat",${ENDS}`)).toBe('it has no at');
  expect(readEntry(`${HEAD},"approvedBy":["bo",1],${ENDS}`)).toBe('its approvedBy is none');
  expect(readEntry(`${HEAD},"reason":1,${ENDS}`)).toBe('its reason is none');
});

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
