import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { exampleRepository, scratchDir, startedEntry } from '../cli/child.ts';

/** The Action as the runner starts it: inputs as variables, files for outputs and summary. */
async function action(inputs: Readonly<Record<string, string>>, cwd: string, more: Readonly<Record<string, string>> = {}) {
  const dir = scratchDir();
  const [output, summary] = [join(dir, 'output'), join(dir, 'summary')];
  for (const file of [output, summary]) writeFileSync(file, '');
  const given = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const ended = await startedEntry(join(inject('bundle'), 'action.js'), [], {
    cwd,
    env: { ...given, ...more, CI: 'true', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
  });
  const pairs = [...readFileSync(output, 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)];
  return { ...ended, outputs: Object.fromEntries(pairs.map(([, name, , value]) => [name, value])), summary: readFileSync(summary, 'utf8') };
}

describe('the Action', () => {
  it('plans over simulated clouds, with outputs and a summary', async () => {
    const run = await action({ command: 'plan', simulate: scratchDir() }, await exampleRepository());
    expect(run.exit).toBe(0);
    expect(run.outputs).toMatchObject({ 'exit-code': '0', 'has-changes': 'false', refused: '0' });
    expect(run.summary).toMatch(/^### grantkeeper plan\n\n```text\nacme-access at /);
    expect(run.stdout).not.toMatch(/^::/m);
  });

  it('does not apply what a pull request proposes', async () => {
    const run = await action({ command: 'apply', simulate: scratchDir() }, await exampleRepository(), {
      GITHUB_EVENT_NAME: 'pull_request',
    });
    expect(run.exit).toBe(64);
    expect(run.stdout).toMatch(/^::error::.*apply does not run on pull_request/m);
  });

  it('puts a finding on its line and fails', async () => {
    const run = await action({ command: 'validate' }, await exampleRepository('principal: ada\nexpires: tomorrow\n'));
    expect(run.exit).toBe(3);
    expect(run.outputs['exit-code']).toBe('3');
    expect(run.stdout).toMatch(
      /^::error title=GK1204,file=grants\/payments\/ada-look\.yaml,line=2,endLine=2,col=10,endColumn=18::GK1204 /m,
    );
    expect(run.stdout).toMatch(/^::error::grantkeeper validate ended with 3$/m);
  });

  it('lets no word of a file become a command of the workflow', async () => {
    const evil = 'principal: "x%0A::add-mask::y"\nreason: "##[error]z"\n::stop-commands::w: 1\nexpires: 2026-11-23T17:00:00Z\n';
    const run = await action({ command: 'validate' }, await exampleRepository(evil));
    const commands = [...run.stdout.matchAll(/^\s*::([\w-]+)/gm)].map(([, name]) => name);
    expect(new Set(commands)).toEqual(new Set(['error']));
    expect(run.stdout).not.toContain('##[');
  });

  it('says which input is wrong, ends with 64, and never prints the token', async () => {
    const run = await action({ command: 'valdate', token: 's3cret-token' }, await exampleRepository());
    expect(run.exit).toBe(64);
    expect(run.outputs).toEqual({ 'exit-code': '64' });
    expect(run.stdout).toMatch(/^::error::error: the input command is one of [a-z, -]+, not "valdate"$/m);
    expect(run.stdout.replace('::add-mask::s3cret-token', '') + run.stderr + run.summary).not.toContain('s3cret-token');
  });
});
