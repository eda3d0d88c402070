import { describe, expect, it } from 'vitest';
import { ticketPattern } from '../../../src/policy/rules/ticket-pattern.ts';
import { asked, control, grant, policy } from '../acme.ts';

function problems(pattern: string | undefined, ticket: string | undefined) {
  const grants = { maxGrace: 0, require: [], ...(pattern === undefined ? {} : { ticketPattern: pattern }) };
  const asks = grant(ticket === undefined ? {} : { ticket });
  return ticketPattern.judge(asked({ control: control({ policy: policy({ grants }) }), grant: asks }));
}

describe('ticket-pattern', () => {
  it.each([
    [undefined, 'anything'],
    ['INC-[0-9]+', undefined],
    ['INC-[0-9]+', 'INC-4711'],
    ['^INC-[0-9]+$', 'INC-4711'],
    ['(INC|REQ)-\\d{4}', 'REQ-4711'],
  ])('%s holds for %s', (pattern, ticket) => expect(problems(pattern, ticket)).toEqual([]));

  it.each(['INC-', 'INC-4711 ', 'xINC-4711', 'inc-4711', 'INC-4711\nINC-4712'])('refuses %j, over the whole text', (ticket) => {
    expect(problems('INC-[0-9]+', ticket)).toMatchObject([
      { pointer: '/ticket', message: `${ticket} does not look like a ticket`, hint: 'Write one that is INC-[0-9]+' },
    ]);
  });

  it('refuses every ticket when the pattern cannot be read', () => {
    expect(problems('(INC', 'INC-1')).toMatchObject([
      {
        pointer: '/ticket',
        message: 'the ticketPattern of policy cannot be read: a group is not closed',
        hint: 'Mend ticketPattern in policy/policy.yaml',
      },
    ]);
  });
});
