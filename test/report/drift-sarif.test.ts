import { describe, expect, it } from 'vitest';
import { driftSarif } from '../../src/report/drift-sarif.ts';
import { ALL, DIGEST, drifted, driftWith, UNREAD, words } from './drift-samples.ts';
import { gcp, HARMLESS, HOSTILE, live } from './samples.ts';

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations: readonly object[];
  readonly results: readonly { readonly ruleId: string; readonly level: string; readonly message: { readonly text: string } }[];
}

function runOf(text: string): Run {
  const { version, runs } = JSON.parse(text) as { readonly version: string; readonly runs: readonly [Run] };
  expect(version).toBe('2.1.0');
  return runs[0];
}

describe('drift for code scanning', () => {
  it('has a rule for each kind, and a result for each binding that is not known', () => {
    const { tool, results, invocations } = runOf(driftSarif(driftWith({ found: ALL }), words()));
    expect(tool.driver.rules.map(({ id }) => id)).toEqual([
      'drift/escaped',
      'drift/foreign',
      'drift/forged',
      'drift/masked',
      'drift/tampered',
    ]);
    expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
      'drift/masked error',
      'drift/forged error',
      'drift/tampered error',
      'drift/escaped error',
      'drift/foreign warning',
      'drift/foreign warning',
      'drift/foreign warning',
    ]);
    expect(results[0]).toMatchObject({
      message: {
        text: 'ada has roles/owner at payments-prod gcp: without an end, so the end of 2026-11-21-ada-debug has no effect (new, privileged)',
      },
      partialFingerprints: { 'grantkeeper/drift/v1': DIGEST },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'policy/policy.yaml' } } }],
    });
    expect(invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });

  it('says that it could not look everywhere', () => {
    expect(runOf(driftSarif(driftWith({ unread: [UNREAD] }), words())).invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ message: { text: 'not read: projects/payments-prod gcp: the permission is missing' } }],
      },
    ]);
  });

  it('lets no data act', () => {
    const seen = { kind: 'foreign', live: live(gcp(`[x](y)${HOSTILE}`)) } as const;
    const { results } = runOf(driftSarif(driftWith({ found: [drifted({ seen })] }), words()));
    expect(results[0]?.message.text).toContain(`\\[x\\](y)${HARMLESS.replaceAll('\\', '\\\\').replaceAll('[', '\\[')}`);
  });
});
