import { describe, expect, it } from 'vitest';
import { readOverride } from '../../src/grants/read-override.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example } from './example.ts';

const FILE = 'policy/overrides/2026-11-21-payments-exit.yaml';
const TEXT = example[FILE] as string;
const DIGEST = 'sha256:9f2c41d07a5be3d1c0a4f6b8e2d9135779ace024681bdf13579bdf02468ace13';

describe('readOverride', () => {
  it('reads digests, end and reason', () => {
    expect(readOverride(FILE, bytesOf(TEXT), clouds)).toMatchObject({
      ok: true,
      value: {
        name: '2026-11-21-payments-exit',
        withdraws: [DIGEST],
        grants: [],
        expires: Date.UTC(2026, 10, 22, 17),
        reason: 'payments moves to its own organisation',
      },
    });
  });

  it('reads one for new grants alone', () => {
    const text = `grants: [${DIGEST}]\nexpires: 2026-11-22T17:00:00Z\nreason: x\n`;
    expect(readOverride(FILE, bytesOf(text), clouds)).toMatchObject({ ok: true, value: { withdraws: [], grants: [DIGEST] } });
  });

  it('finds one that lets nothing through', () => {
    const text = 'withdraws: []\nexpires: 2026-11-22T17:00:00Z\nreason: x\n';
    expect(readOverride(FILE, bytesOf(text), clouds)).toMatchObject({
      ok: false,
      findings: [
        {
          code: 'GK1220',
          at: { line: 1 },
          message: 'no digest under `withdraws` or `grants`',
          hint: 'Copy the whole file from the refused plan.',
        },
      ],
    });
  });

  it('reads one that lets a withdrawal and a new grant through', () => {
    const text = `withdraws: [${DIGEST}]\ngrants: [${DIGEST}]\nexpires: 2026-11-22T17:00:00Z\nreason: x\n`;
    expect(readOverride(FILE, bytesOf(text), clouds)).toMatchObject({ ok: true, value: { withdraws: [DIGEST], grants: [DIGEST] } });
  });

  it('finds an end that does not exist where it stands', () => {
    expect(readOverride(FILE, bytesOf(TEXT.replace('2026-11-22T', '2026-11-31T')), clouds)).toMatchObject({
      ok: false,
      findings: [{ code: 'GK1204', at: { line: TEXT.split('\n').findIndex((line) => line.startsWith('expires')) + 1, column: 10 } }],
    });
  });

  it.each([DIGEST.slice(0, -1), `${DIGEST}0`, DIGEST.toUpperCase(), DIGEST.slice(7)])('finds what is no digest: %s', (digest) => {
    expect(readOverride(FILE, bytesOf(TEXT.replace(DIGEST, digest)), clouds)).toMatchObject({ ok: false, findings: [{ code: 'GK1213' }] });
  });
});
