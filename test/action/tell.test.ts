import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { core } from '../../src/action/core.ts';
import { tell } from '../../src/action/tell.ts';
import { scratchDir } from '../cli/child.ts';

// The toolkit keeps the path of the first summary that it wrote.
const summary = join(scratchDir(), 'summary');

async function told(text: string, files = true) {
  const dir = scratchDir();
  const output = join(dir, 'output');
  for (const file of [output, summary]) writeFileSync(file, '');
  vi.stubEnv('GITHUB_OUTPUT', files ? output : join(dir, 'no', 'output'));
  vi.stubEnv('GITHUB_STEP_SUMMARY', summary);
  const written: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  const env = { GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: dir };
  await tell(core, 'plan', { exit: 0, text, json: {}, outputs: { digest: 'sha256:1' } }, env);
  stdout.mockRestore();
  vi.unstubAllEnvs();
  return { dir, log: written.join(''), outputs: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') };
}

describe('what a step tells', () => {
  it('is short and open where the report is', async () => {
    const { log, outputs, summary } = await told('no change\n');
    expect(log).toBe('no change\n');
    expect(outputs).toMatch(/^digest<<(\S+)\nsha256:1\n\1\nexit-code<<(\S+)\n0\n\2\n$/);
    expect(summary).toContain('no change');
  });

  it('is never lost: what the summary has no room for stands whole in a file and in a folded log', async () => {
    const text = '+ one line of a plan for a very large organisation\n'.repeat(30_000);
    const { dir, log, outputs, summary } = await told(text);
    const path = join(dir, 'grantkeeper-plan.txt');
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(outputs).toContain(`\n${path}\n`);
    expect(summary).toMatch(/\n\d+ bytes more did not fit/);
    expect(log).toBe(`::group::grantkeeper plan: the whole report\n${text}::endgroup::\n`);
  });

  it('goes on where one way is blocked, and says so', async () => {
    const { log, summary } = await told('no change\n', false);
    expect(log).toMatch(/::warning::the outputs could not be written: /);
    expect(summary).toContain('no change');
  });
});
