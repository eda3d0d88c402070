import { describe, expect, it } from 'vitest';
import { sarifOf } from '../../src/report/sarif.ts';
import { finding } from './request-samples.ts';

interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations?: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

/** Its own input stands for a hash, so that a test can see what goes into it. */
function resultsOf(...args: readonly [Parameters<typeof sarifOf>[0], Parameters<typeof sarifOf>[1]]): readonly Result[] {
  const { version, runs } = JSON.parse(sarifOf(...args, (text) => text)) as {
    readonly version: string;
    readonly runs: readonly [
      { readonly results: readonly Result[]; readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } } },
    ];
  };
  expect(version).toBe('2.1.0');
  const { results, tool } = runs[0];
  expect(tool.driver.rules.map(({ id }) => id)).toEqual([...new Set(results.map(({ ruleId }) => ruleId))].toSorted());
  return results;
}

const PATH = 'grants/payments/2026-11-21-ada-debug.yaml';
const text = 'principal: ada\nreason: x\nexpires: z\n\n\n\nduration: 8h\n';

describe('SARIF', () => {
  it('tells a finding with its rule, its place and a fingerprint', () => {
    expect(resultsOf([finding()], [{ path: PATH, text }])).toEqual([
      {
        ruleId: 'GK2103',
        level: 'error',
        message: { text: '8h is longer than the 4h that environment prod allows\nWrite "duration: 4h" beside the latest end' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: PATH, uriBaseId: '%SRCROOT%' },
              region: { startLine: 7, startColumn: 11, endLine: 7, endColumn: 13 },
            },
          },
        ],
        partialFingerprints: { 'grantkeeper/v1': `GK2103\n${PATH}\nduration: 8h\n0` },
      },
    ]);
  });

  it('names its schema, the tool and how columns are counted', () => {
    const { $schema, runs } = JSON.parse(sarifOf([], [], (text) => text)) as {
      readonly $schema: string;
      readonly runs: readonly [{ readonly columnKind: string; readonly tool: { readonly driver: { readonly name: string } } }];
    };
    expect([$schema, runs[0].columnKind, runs[0].tool.driver.name]).toEqual([
      'https://json.schemastore.org/sarif-2.1.0.json',
      'utf16CodeUnits',
      'grantkeeper',
    ]);
  });

  it('tells findings by their places, numbers those that are alike, and minds no indentation', () => {
    const on = (line: number) => finding({ at: { file: PATH, line, column: 1, endLine: line, endColumn: 2 } });
    const results = resultsOf([on(3), on(2), on(1)], [{ path: PATH, text: '  x\nx\n x\n' }]);
    expect(results.map(({ partialFingerprints: own }) => own['grantkeeper/v1'])).toEqual(
      [0, 1, 2].map((times) => `GK2103\n${PATH}\nx\n${times}`),
    );
    const lines = results.map(({ locations }) => (locations as [{ physicalLocation: { region: { startLine: number } } }])[0]);
    expect(lines.map(({ physicalLocation }) => physicalLocation.region.startLine)).toEqual([1, 2, 3]);
  });

  it('keeps the fingerprint where the line moves, and gives two that are alike two of them', () => {
    const moved = finding({ at: { file: PATH, line: 8, column: 11, endLine: 8, endColumn: 13 } });
    const print = (all: readonly Result[]) => all.map(({ partialFingerprints: own }) => own['grantkeeper/v1']);
    const before = print(resultsOf([finding()], [{ path: PATH, text }]));
    expect(print(resultsOf([moved], [{ path: PATH, text: `\r\n${text}` }]))).toEqual(before);
    expect(new Set(print(resultsOf([finding(), finding()], [{ path: PATH, text }]))).size).toBe(2);
  });

  it('tells what has no place, no remedy and a lesser weight', () => {
    const { at: _at, hint: _hint, ...bare } = finding({ severity: 'notice', message: 'see [docs](https://evil.example) \\' });
    const [notice, warning] = resultsOf([bare, finding({ severity: 'warning', code: 'GK1506' })], []);
    expect(notice).toEqual({
      ruleId: 'GK2103',
      level: 'note',
      message: { text: 'see \\[docs\\](https://evil.example) \\\\' },
      partialFingerprints: { 'grantkeeper/v1': 'GK2103\n\nsee [docs](https://evil.example) \\\n0' },
    });
    expect(warning).toMatchObject({ level: 'warning', partialFingerprints: { 'grantkeeper/v1': `GK1506\n${PATH}\n\n0` } });
  });

  it('writes a path as the address that it is', () => {
    const at = { file: 'grants/a b/#1?.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
    expect(JSON.stringify(resultsOf([finding({ at })], []))).toContain('grants/a%20b/%231%3F.yaml');
  });
});
