import { describe, expect, it } from 'vitest';
import { driftOver, runOver } from '../../../bench/parts/gcp.ts';

describe('calls to Google Cloud', () => {
  it('are one read for each scope where nothing changes', async () => {
    expect(await runOver(200, 0)).toEqual({ getIamPolicy: 200 });
  });

  it('of drift alone are the pages of the index', async () => {
    expect(await driftOver(600)).toEqual({ searchAllIamPolicies: 2 });
  });

  it('are a read, a write and a second look for each scope where something does', async () => {
    expect(await runOver(50, 50)).toEqual({ getIamPolicy: 100, setIamPolicy: 50 });
  });
});
