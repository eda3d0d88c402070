import { describe, expect, it } from 'vitest';
import type { Hours, Where } from '../../../src/domain/policy.ts';
import { businessHours } from '../../../src/policy/rules/business-hours.ts';
import { asked, at, control, grant, HOUR, policy, source, use } from '../acme.ts';

const EVERYWHERE: Where = { folders: [], environments: [], clouds: [], roles: [], principals: [] };
const OFFICE: Hours = { where: EVERYWHERE, days: ['tue', 'mon'], from: 8 * 60, to: 18 * 60, part: 'whole' };

function strict(...hours: readonly Hours[]) {
  return control({ policy: policy({ hours, source: source('policy/policy.yaml', ['/hours/0', '/hours/1']) }) });
}

/** Asked at one time until another, on the clock of Berlin in winter. */
function problems(from: string, to: string, hours: readonly Hours[] = [OFFICE], changes: Parameters<typeof use>[0] = {}) {
  const now = at(
    `${from}+01:00`.replace(
      /^(.*)T(\d\d)(.*)\+01:00$/,
      (_, day, hour, rest) => `${day}T${String(Number(hour) - 1).padStart(2, '0')}${rest}Z`,
    ),
  );
  const end = at(to.replace(/T(\d\d)(.*)$/, (_, hour, rest) => `T${String(Number(hour) - 1).padStart(2, '0')}${rest}Z`));
  return businessHours.judge(asked({ control: strict(...hours), now, end, uses: [use(changes)] }));
}

describe('business-hours', () => {
  it('says nothing where no hours are set', () => expect(businessHours.judge(asked())).toEqual([]));

  it.each([
    ['2026-11-23T08:00:00', '2026-11-23T18:00:00'],
    ['2026-11-24T17:59:59', '2026-11-24T18:00:00'],
    ['2026-11-24T09:00:00', '2026-11-24T17:00:00'],
  ])('holds from %s to %s', (from, to) => expect(problems(from, to)).toEqual([]));

  it.each([
    ['2026-11-23T07:59:59', '2026-11-23T17:00:00', '/access/0'],
    ['2026-11-23T18:00:00', '2026-11-23T19:00:00', '/access/0'],
    ['2026-11-25T09:00:00', '2026-11-25T10:00:00', '/access/0'],
    ['2026-11-23T09:00:00', '2026-11-23T18:00:01', '/expires'],
    ['2026-11-23T09:00:00', '2026-11-24T10:00:00', '/expires'],
  ])('refuses from %s to %s', (from, to, pointer) => expect(problems(from, to)).toMatchObject([{ pointer }]));

  it('says the hours, and where they are set', () => {
    expect(problems('2026-11-22T09:00:00', '2026-11-22T10:00:00')).toEqual([
      {
        pointer: '/access/0',
        message: 'access to payments-prod begins outside of mon tue 08:00 to 18:00 (Europe/Berlin)',
        hint: 'Ask within these hours, or write a `starts` that lies in them',
        at: expect.objectContaining({ file: 'policy/policy.yaml', line: 1 }),
      },
    ]);
    expect(problems('2026-11-23T17:00:00', '2026-11-23T19:00:00')).toMatchObject([
      { message: 'access to payments-prod lasts beyond mon tue 08:00 to 18:00 (Europe/Berlin)', hint: 'Write an end that lies in them' },
    ]);
  });

  it('spells the days in the order of the week, and the minutes', () => {
    const every: Hours = { ...OFFICE, days: ['sun', 'sat', 'fri', 'thu', 'wed', 'tue', 'mon'], from: 8 * 60 + 5 };
    expect(problems('2026-11-23T07:00:00', '2026-11-23T09:00:00', [every])).toMatchObject([
      { message: expect.stringContaining('mon tue wed thu fri sat sun 08:05 to 18:00') },
    ]);
  });

  it('minds the begin alone where that is enough', () => {
    expect(problems('2026-11-23T17:00:00', '2026-11-24T19:00:00', [{ ...OFFICE, part: 'begin' }])).toEqual([]);
    expect(problems('2026-11-23T19:00:00', '2026-11-23T20:00:00', [{ ...OFFICE, part: 'begin' }])).toHaveLength(1);
  });

  it('goes by its own zone, and by UTC for a team that is not there', () => {
    expect(problems('2026-11-23T17:00:00', '2026-11-23T18:30:00', [{ ...OFFICE, zone: 'UTC' }])).toEqual([]);
    const ghosts = asked({
      control: strict(OFFICE),
      grant: grant({ team: 'ghosts' }),
      now: at('2026-11-23T17:00:00Z'),
      end: at('2026-11-23T18:00:00Z'),
    });
    expect(businessHours.judge(ghosts)).toEqual([]);
  });

  it('needs one of several that fit', () => {
    const night: Hours = { ...OFFICE, from: 20 * 60, to: 24 * 60 };
    expect(problems('2026-11-23T20:00:00', '2026-11-23T21:00:00', [OFFICE, night])).toEqual([]);
    expect(problems('2026-11-23T19:00:00', '2026-11-23T19:30:00', [OFFICE, night])).toMatchObject([
      { message: expect.stringContaining('mon tue 08:00 to 18:00 (Europe/Berlin), or mon tue 20:00 to 24:00 (Europe/Berlin)') },
    ]);
    const midnight = { ...OFFICE, from: 0, to: 24 * 60 };
    expect(
      businessHours.judge(asked({ control: strict(midnight), now: at('2026-11-23T20:00:00Z'), end: at('2026-11-23T23:00:00Z') })),
    ).toEqual([]);
  });

  it('is about the access that it names', () => {
    const test: Hours = { ...OFFICE, where: { ...EVERYWHERE, environments: ['test'] } };
    expect(problems('2026-11-22T09:00:00', '2026-11-22T10:00:00', [test])).toEqual([]);
    const { place: _, ...bare } = use();
    const raw = asked({ control: strict(OFFICE), now: at('2026-11-22T09:00:00Z'), uses: [{ ...bare, env: 'none' }] });
    expect(businessHours.judge(raw)).toMatchObject([{ message: expect.stringContaining('projects/payments-prod begins') }]);
  });

  it('points at a start that is written', () => {
    const late = grant({ starts: at('2026-11-23T19:00:00Z'), expires: at('2026-11-23T20:00:00Z') });
    expect(businessHours.judge(asked({ control: strict(OFFICE), grant: late }))).toMatchObject([{ pointer: '/starts' }]);
    const long = grant({ duration: 20 * HOUR });
    expect(businessHours.judge(asked({ control: strict(OFFICE), grant: long, end: at('2026-11-23T18:00:00Z') }))).toHaveLength(1);
  });

  it('says the same of one entry once', () => {
    const uses = [use(), use({ roleKey: 'other' })];
    expect(businessHours.judge(asked({ control: strict(OFFICE), now: at('2026-11-22T09:00:00Z'), uses }))).toHaveLength(1);
  });
});
