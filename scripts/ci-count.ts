import { readFileSync } from 'node:fs';

/** What vitest's JSON reporter writes, as far as it is counted here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly object[] }[];
}

/** Lines of `ok` and `not ok` that the other checks wrote. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** A file that failed before its first test counts as one failure: its tests are in no number. */
function testsIn(report: Report): Tally {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

function checksIn(text: string): Tally {
  const lines = text.split('\n');
  return {
    passed: lines.filter((line) => line.startsWith('ok ')).length,
    failed: lines.filter((line) => line.startsWith('not ok ')).length,
  };
}

/** A report that is not there means that the tests did not run to their end, which is a failure and not nothing. */
function read<T>(path: string, parse: (text: string) => T, otherwise: T): T {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`${path.split('/').at(-1) ?? path}: ${error instanceof Error ? error.name : String(error)}`);
    return otherwise;
  }
}

const [, , reportPath = '', checksPath = ''] = process.argv;
const nothing: Tally = { passed: 0, failed: 1 };
const tests = read(reportPath, (text) => testsIn(JSON.parse(text) as Report), nothing);
const checks = read(checksPath, checksIn, nothing);
const failed = tests.failed + checks.failed;
console.log(`${tests.passed + checks.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
