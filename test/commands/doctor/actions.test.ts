import { describe, expect, it } from 'vitest';
import { actionsChecks } from '../../../src/commands/doctor/actions.ts';
import type { Directory, Principal } from '../../../src/domain/directory.ts';
import type { ScheduleSettings } from '../../../src/forge/settings.ts';
import { one, settings, told, untold, verdicts } from './settings.ts';

const source = { file: 'policy/people/payments.yaml', at: () => undefined } as unknown as Principal['source'];
const ada: Principal = {
  name: 'ada',
  kind: 'person',
  person: 'ada',
  github: 'ada-b',
  identities: new Map(),
  members: [],
  source,
  pointer: '/people/ada',
};
const PEOPLE: Directory = new Map([['ada', ada]]);

const of = (more: Parameters<typeof settings>[0]) => actionsChecks(settings(more), PEOPLE);
const schedule = (more: Partial<ScheduleSettings>) =>
  of({ schedules: [{ file: 'r.yml', state: told('active'), actor: told(undefined), ...more }] });

describe('what Actions may do', () => {
  it('passes where they neither approve nor begin with the right to write', () => {
    expect(verdicts(of({})).slice(0, 2)).toEqual(['actions-approve pass', 'actions-rights pass']);
  });

  it('fails where they do', () => {
    const checks = of({ workflowRights: told({ write: true, approves: true }) });
    expect(verdicts(checks).slice(0, 2)).toEqual(['actions-approve fail', 'actions-rights fail']);
  });

  it('is unknown to a token that may not look', () => {
    const checks = of({ workflowRights: untold() });
    expect(verdicts(checks).slice(0, 2)).toEqual(['actions-approve unknown', 'actions-rights unknown']);
  });
});

describe('a schedule', () => {
  it('must be there', () => {
    expect(one(of({ schedules: [] }), 'schedules')).toMatchObject({ verdict: 'fail', source: '.github/workflows' });
  });

  it.each([
    ['active', 'pass', 'r.yml is on'],
    ['disabled_inactivity', 'fail', 'r.yml: GitHub switched it off: 60 days without activity'],
    ['disabled_manually', 'fail', 'r.yml: somebody switched it off'],
    ['something_new', 'fail', 'r.yml: something_new'],
  ])('that is %s: %s', (state, verdict, found) => {
    expect(one(schedule({ state: told(state) }), 'schedule-enabled r.yml')).toMatchObject({ verdict, found });
  });

  it('that cannot be read is unknown', () => {
    expect(verdicts(schedule({ state: untold(), actor: untold() })).slice(2)).toEqual([
      'schedule-enabled r.yml unknown',
      'schedule-actor r.yml unknown',
    ]);
  });

  it.each([
    [{ login: 'acme-app[bot]', bot: true }, 'pass', 'r.yml runs as acme-app[bot]'],
    [{ login: 'acme-bot', bot: false }, 'pass', 'r.yml runs as acme-bot, who is nobody of policy/people'],
    [{ login: 'Ada-B', bot: false }, 'fail', 'r.yml runs as Ada-B, who is ada of policy/people'],
    [undefined, 'unknown', 'r.yml has not run on its schedule yet'],
  ])('that ran as %j: %s', (actor, verdict, found) => {
    expect(one(schedule({ actor: told(actor) }), 'schedule-actor r.yml')).toMatchObject({ verdict, found });
  });
});
