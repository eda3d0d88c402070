import { describe, expect, it } from 'vitest';
import { everyFaultOfGithub } from '../forge/github/every-fault.ts';
import { everyFault } from './every-fault.ts';
import { FAULT_NAMES } from './fault-kinds.ts';

// A share: each kind at one call or two. `npm run test:deep -- --only faults` tries each at every call.

describe('a run that has something of everything to do', () => {
  it('keeps every promise whatever goes wrong at a call', async () => {
    const { worlds, met, wrong } = await everyFault(40, (kind, call) => call === (FAULT_NAMES.indexOf(kind) * 7) % 40);
    expect(wrong).toEqual([]);
    expect(worlds).toBe(FAULT_NAMES.length);
    expect(Object.values(met).filter((times) => times > 0).length).toBeGreaterThan(30);
  });
});

describe('the proof of an approval', () => {
  it('is whole or none, whatever goes wrong at a call to GitHub', async () => {
    const { calls, judged } = await everyFaultOfGithub(['unavailable', 'body-list', 'cut-after']);
    expect(calls).toBeGreaterThan(5);
    expect(judged.length).toBe(3 * calls);
    expect(judged.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
  });
});
