import { describe, expect, it } from 'vitest';
import { cloneChecks } from '../../../src/commands/doctor/clone.ts';
import { verdicts } from './settings.ts';

describe('the clone', () => {
  it.each([
    ['git version 2.38.0', 'pass'],
    ['git version 2.50.1 (Apple Git-155)', 'pass'],
    ['git version 3.0.0', 'pass'],
    ['git version 2.37.9', 'fail'],
    ['git version 1.99.0', 'fail'],
    ['something else', 'unknown'],
  ])('with %s: %s', (version, verdict) => {
    expect(verdicts(cloneChecks({ version, shallow: false }))).toEqual([`git-version ${verdict}`, 'clone-whole pass']);
  });

  it('fails where its history is cut off', () => {
    expect(verdicts(cloneChecks({ version: 'git version 2.40.0', shallow: true }))[1]).toBe('clone-whole fail');
  });
});
