import { describe, expect, it } from 'vitest';
import { before, isRequestComment, type Look, looksOf, markerOf } from '../../src/report/request-marker.ts';
import { at, NOW } from './samples.ts';

const HEAD = '3f2a91c7d0b84c0f9a9e6f1e2d3c4b5a69788776';
const look: Look = { at: NOW, head: HEAD, state: 'waiting' };
const other: Look = { at: at('16:00'), head: HEAD.replaceAll('3', '4'), state: 'refused' };

describe('the marker', () => {
  it('is read as it was written, with CR and LF too', () => {
    const body = `Text\n\n${markerOf(look, [other])}\n`;
    expect(isRequestComment(body)).toBe(true);
    for (const text of [body, body.replaceAll('\n', '\r\n')]) expect(looksOf(text)).toEqual([look, other]);
  });

  it('is no part of a line', () => {
    expect(isRequestComment(` ${markerOf(look, [])}`)).toBe(false);
    expect(isRequestComment(`\`${markerOf(look, [])}\``)).toBe(false);
    expect(looksOf('nothing')).toEqual([]);
  });

  it('takes over nothing but times, commits and states, and not too many', () => {
    const forged = markerOf(look, [other]).replace('refused', 'granted').replace('2026-11-21T17:04:00Z', 'yesterday');
    expect(looksOf(forged)).toEqual([]);
    expect(
      looksOf(
        markerOf(
          look,
          Array.from({ length: 30 }, () => other),
        ),
      ),
    ).toHaveLength(10);
    expect(markerOf({ ...look, head: '--> <b>' }, [])).toBe('<!-- grantkeeper:request v1 2026-11-21T17:04:00Z b waiting -->');
  });

  it('remembers a look once', () => {
    expect(before(look, [])).toEqual([]);
    expect(before({ ...look, at: at('18:00') }, [look, other])).toEqual([other]);
    expect(before({ ...look, state: 'ready' }, [look, other])).toEqual([look, other]);
    expect(before({ ...look, head: other.head }, [look])).toEqual([look]);
  });
});
