import { describe, expect, it } from 'vitest';

import { deletionHash, pruneMarker, readPruneMarker, withPruneMarker } from '../../src/forge/prune-marker.ts';

const a = { path: 'grants/payments/a.yaml', blob: '1'.repeat(40) };
const b = { path: 'grants/search/b.yaml', blob: '2'.repeat(40) };

describe('the prune marker', () => {
  it('is the same for the same set, in any order and however often named', () => {
    expect(pruneMarker([a, b])).toBe(pruneMarker([b, a, b]));
    expect(pruneMarker([a, b])).toMatch(/^<!-- grantkeeper:prune v1 [0-9a-f]{64} -->$/);
  });

  it('differs by path and by blob', () => {
    const hashes = [[a], [b], [a, b], [{ ...a, blob: b.blob }], [{ ...b, blob: a.blob }], []].map(deletionHash);
    expect(new Set(hashes).size).toBe(6);
    expect(deletionHash([{ path: 'a","b', blob: 'c' }])).not.toBe(deletionHash([{ path: 'a', blob: 'b","c' }]));
  });

  it('is read back from the end of a body, whatever ends its lines', () => {
    const body = withPruneMarker('Three grants.\n\n', [a, b]);
    expect(body).toBe(`Three grants.\n\n${pruneMarker([a, b])}\n`);
    expect(readPruneMarker(body)).toBe(deletionHash([a, b]));
    expect(readPruneMarker(body.replaceAll('\n', '\r\n'))).toBe(deletionHash([a, b]));
    expect(readPruneMarker(withPruneMarker(withPruneMarker('x', [a]), [b]))).toBe(deletionHash([b]));
  });

  it('is no marker inside a line, half, or of another version', () => {
    const marker = pruneMarker([a]);
    for (const body of ['', `| \`${marker}\` |`, ` ${marker}`, marker.slice(0, -5), marker.replace('v1', 'v2')]) {
      expect(readPruneMarker(body)).toBeUndefined();
    }
  });
});
