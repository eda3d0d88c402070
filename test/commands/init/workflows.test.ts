import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workflows } from '../../../src/commands/init/workflows.ts';
import { scratchDir } from '../../cli/child.ts';

const script = workflows('main')
  .find(({ name }) => name === 'watchdog')
  ?.jobs.flatMap(({ steps }) => steps)
  .flatMap((step) => ('run' in step ? step.run : []))
  .join('\n');

interface Case {
  /** Minutes since the newest revoke job that succeeded; undefined when there is none. */
  readonly age: number | undefined;
  readonly open?: number;
}

/** Runs the script beside a `gh` that answers so and writes down what else it is asked. */
function watch({ age, open }: Case) {
  const dir = scratchDir();
  const deeds = join(dir, 'deeds');
  const ended = age === undefined ? '' : new Date(Date.now() - age * 60_000).toISOString();
  const gh = `#!/bin/sh
case "$1 $2" in
  "api "*/runs\\?*) echo 1; echo 2 ;;
  "api "*/runs/2/jobs) echo "${ended}" ;;
  "api "*) ;;
  "issue list") echo "${open ?? ''}" ;;
  *) echo "$*" >> "${deeds}" ;;
esac
`;
  writeFileSync(join(dir, 'gh'), gh);
  chmodSync(join(dir, 'gh'), 0o755);
  const env = { PATH: `${dir}:${process.env['PATH'] ?? ''}`, GH_REPO: 'acme/access', BRANCH: 'main', MAX_AGE_MINUTES: '90' };
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script ?? ''], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const done = existsSync(deeds) ? readFileSync(deeds, 'utf8').trim().split('\n') : [];
  return { status, stdout, stderr, done: done.map((line) => line.split(' ').slice(0, 2).join(' ')) };
}

describe('the watchdog', () => {
  it('is content while revocations run to their end', () => {
    expect(watch({ age: 80 })).toEqual({ status: 0, stderr: '', stdout: expect.stringMatching(/^Revocations ran/), done: [] });
  });

  it('closes its issue when they do again', () => {
    expect(watch({ age: 10, open: 3 })).toMatchObject({ status: 0, done: ['issue close'] });
  });

  it.each([{ age: 100 }, { age: undefined }])('opens one issue when they do not: %j', (late) => {
    expect(watch(late)).toMatchObject({
      status: 1,
      stderr: '',
      stdout: expect.stringContaining('::error::No revoke job has succeeded since'),
      done: ['label create', 'issue create'],
    });
  });

  it('opens no second one', () => expect(watch({ age: 100, open: 3 })).toMatchObject({ status: 1, done: [] }));
});
