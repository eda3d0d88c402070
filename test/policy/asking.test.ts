import { describe, expect, it } from 'vitest';
import type { Asking } from '../../src/domain/policy.ts';
import { judgeGrant } from '../../src/policy/approval.ts';
import { askersText, barredFromAsking } from '../../src/policy/asking.ts';
import { control, grant, policy, request } from './acme.ts';

const only = (by: readonly string[]): Asking => ({ for: [], by, self: false });
const under = (...asking: readonly Asking[]) => control({ policy: policy({ asking }) });

describe('who may ask', () => {
  it('is everybody where no entry is about the principal', () => {
    expect(barredFromAsking(control(), undefined, 'ada')).toBeUndefined();
    expect(barredFromAsking(under({ for: ['bo'], by: [], self: true }), 'gil', 'ada')).toBeUndefined();
  });

  it('is nobody who is not known', () => expect(barredFromAsking(under(only(['bo'])), undefined, 'ada')).toEqual([only(['bo'])]));

  it('is limited for each principal that an entry names', () => {
    const entry = { for: ['bo', 'ada'], by: ['gil'], self: false };
    for (const name of ['bo', 'ada', 'ada-adm', 'payments-oncall']) expect(barredFromAsking(under(entry), 'sam', name)).toEqual([entry]);
  });

  it('is said in words', () => expect(askersText([only(['bo', 'chi'])], 'ada')).toBe('bo or chi'));
});

describe('a request by somebody who may not ask', () => {
  const landing = (asking: Asking, author = 'ada-b', authorIsBot = false) =>
    judgeGrant({
      path: 'grants/payments/2026-11-23-ada-debug.yaml',
      request: request({ author, authorIsBot }),
      sameBlob: () => true,
      grants: [grant(authorIsBot ? { requestedBy: 'ada' } : {})],
      control: under(asking),
      privileged: false,
    });

  it('is refused, whatever the file says of who asks', () => {
    expect(landing(only(['gil']))).toMatchObject({
      approved: false,
      code: 'GK2015',
      reason: 'ada-b opened the request and may not ask for ada',
      hint: 'Let gil open it',
    });
    expect(landing(only(['gil']), 'stranger')).toMatchObject({ code: 'GK2015' });
    expect(landing(only(['gil']), 'gil-m')).toMatchObject({ approved: true });
  });

  it('is a bot’s, for whom the file speaks', () => expect(landing(only(['gil']), 'asker-bot', true)).toMatchObject({ approved: true }));
});
