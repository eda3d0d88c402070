import { describe, expect, it } from 'vitest';
import { scheduledFiles, workflowChecks } from '../../../src/commands/doctor/workflows.ts';

function workflow(checkout: string, run = 'uses: acme/grantkeeper@v1', on = '{ schedule: [{ cron: "7 * * * *" }] }'): string {
  return `on: ${on}\njobs:\n  one:\n    steps:\n      - ${checkout}\n      - ${run}\n`;
}

const WHOLE = '{ uses: actions/checkout@v5, with: { fetch-depth: 0 } }';

function of(...texts: readonly string[]) {
  const [check] = workflowChecks(texts.map((text, at) => ({ file: `${at}.yml`, text })));
  return [check?.verdict, check?.found];
}

describe('the history that workflows check out', () => {
  it('passes where it is whole', () => {
    expect(of(workflow(WHOLE), workflow(WHOLE, 'run: npx grantkeeper plan'))).toEqual(['pass', '2 checkouts, all of them whole']);
    expect(of(workflow(WHOLE, 'uses: ./.grantkeeper'))[0]).toBe('pass');
    expect(of(workflow('{ uses: actions/checkout@v5, with: { fetch-depth: "0" } }'))[0]).toBe('pass');
  });

  it.each([
    '{ uses: actions/checkout@v5 }',
    '{ uses: actions/checkout@v5, with: { fetch-depth: 1 } }',
    '{ uses: actions/checkout@v5, with: { fetch-depth: 0, filter: "blob:none" } }',
  ])('fails with %s', (checkout) => expect(of(workflow(WHOLE), workflow(checkout))).toEqual(['fail', 'the history is cut off in 1.yml']));

  it('is none of ours in a job that does not run us, or of another repository', () => {
    const none = ['unknown', 'no workflow checks out this repository and runs Grantkeeper'];
    expect(of(workflow('{ uses: actions/checkout@v5 }', 'run: npm test'))).toEqual(none);
    expect(of(workflow('{ uses: actions/checkout@v5, with: { repository: acme/other } }'))).toEqual(none);
    expect(of()).toEqual(none);
    expect(of('on: push\njobs: { one: null, two: {} }\n', 'on: push\n')).toEqual(none);
  });

  it('is unknown where a workflow does not read', () => {
    expect(of(workflow(WHOLE), 'a: [', 'text')).toEqual(['unknown', '1.yml, 2.yml cannot be read']);
  });
});

describe('schedules', () => {
  it('are found in every form in which a workflow names its events', () => {
    const texts = [workflow(WHOLE), 'on: schedule\n', 'on: [push, schedule]\n', 'on: push\n', 'on: { push: }\n', 'on:\n', 'a: ['];
    expect(scheduledFiles(texts.map((text, at) => ({ file: `${at}.yml`, text })))).toEqual(['0.yml', '1.yml', '2.yml']);
  });
});
