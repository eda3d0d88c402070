import { describe, expect, it } from 'vitest';
import type { Drifted } from '../../src/domain/drift.ts';
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

  it('is a log that code scanning takes: its schema, its tool, a category, and a place in the repository', () => {
    const kinds = ['foreign', 'twin', 'masked', 'escaped', 'unrecorded', 'tampered', 'forged'] as const;
    const found = kinds.map((kind) => drifted({ seen: { ...drifted({}).seen, kind } as Drifted['seen'] }));
    const log = JSON.parse(driftSarif(driftWith({ found, unread: [UNREAD] }), words())) as {
      readonly $schema: string;
      readonly runs: readonly [Run];
    };
    expect(log.$schema).toBe('https://json.schemastore.org/sarif-2.1.0.json');
    expect(log.runs[0]).toMatchObject({
      tool: {
        driver: {
          name: 'grantkeeper',
          rules: [
            { id: 'drift/escaped', shortDescription: { text: 'Access of a grant that lost its mark' } },
            { id: 'drift/foreign', shortDescription: { text: 'Access that no grant explains' } },
            { id: 'drift/forged', shortDescription: { text: 'Access that carries our mark, and that no grant asked for' } },
            { id: 'drift/masked', shortDescription: { text: 'Access made by hand that takes the effect from the end of a grant' } },
            { id: 'drift/tampered', shortDescription: { text: 'Access of a grant that somebody changed' } },
            { id: 'drift/twin', shortDescription: { text: 'Access made by hand beside a grant' } },
            { id: 'drift/unrecorded', shortDescription: { text: 'Emergency access without a record' } },
          ],
        },
      },
      automationDetails: { id: 'grantkeeper/drift/' },
      columnKind: 'utf16CodeUnits',
      invocations: [{ toolExecutionNotifications: [{ level: 'error' }] }],
    });
    expect(log.runs[0].results[0]).toMatchObject({
      baselineState: 'new',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'policy/policy.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
          },
        },
      ],
    });
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
