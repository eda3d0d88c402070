import { describe, expect, it } from 'vitest';
import { isIdentity, readRecall } from '../../src/grants/read-recall.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example } from './example.ts';

const FILE = 'recalls/gil.yaml';
const TEXT = example[FILE] as string;

describe('readRecall', () => {
  it('reads who, since when and why', () => {
    expect(readRecall(FILE, bytesOf(TEXT), clouds)).toMatchObject({
      ok: true,
      value: { name: 'gil', principal: 'gil', since: Date.UTC(2026, 10, 21, 3, 12), reason: 'Laptop stolen' },
    });
  });

  it('reads a lockdown', () => {
    const plain = readRecall(FILE, bytesOf(TEXT), clouds);
    expect(plain.ok && 'lockdown' in plain.value).toBe(false);
    expect(readRecall(FILE, bytesOf(`${TEXT}lockdown: true\n`), clouds)).toMatchObject({ ok: true, value: { lockdown: true } });
  });

  it.each(['user:stranger@example.org', 'serviceAccount:x', '1b2c0000-0000-4000-8000-00000000000F', 'principal://x'])(
    'takes the raw identity of a stranger: %s',
    (identity) =>
      expect(readRecall(FILE, bytesOf(TEXT.replace('gil', identity)), clouds)).toMatchObject({ ok: true, value: { principal: identity } }),
  );

  it.each([
    ['principal: gil', 'principal: mail:gil@example.com', 'GK1210 1:12'],
    ['principal: gil', 'principal: Gil M', 'GK1203 1:12'],
    ['since: 2026-11-21', 'since: 2026-11-31', 'GK1204 2:8'],
    ['reason: Laptop stolen', 'reason: ""', 'GK1107 3:9'],
  ])('finds %j as %j', (from, to, place) => {
    const recall = readRecall(FILE, bytesOf(TEXT.replace(from, to)), clouds);
    expect(recall.ok ? [] : recall.findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`)).toEqual([place]);
  });
});

describe('isIdentity', () => {
  it('asks every cloud about every kind', () => {
    expect(isIdentity('group:x', clouds)).toBe(true);
    expect(isIdentity('gil', clouds)).toBe(false);
    expect(isIdentity('user:x', [])).toBe(false);
  });
});
