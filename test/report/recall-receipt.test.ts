import { describe, expect, it } from 'vitest';
import { isOpen, recallJson, type RecallReceipt, recallText } from '../../src/report/recall-receipt.ts';
import { ACTS, at, azure, gcp, HOSTILE, live, NOW, planOf, revokeOf, WORDS } from './samples.ts';

const CHANGE = revokeOf(gcp(), at('17:00'), 'recalled');
const CAN_NOT = { endsSessions: { can: false, why: 'not yet' } } as const;

const EMPTY: RecallReceipt = {
  principal: 'ada',
  foreign: false,
  plan: planOf(),
  outcomes: [],
  left: [],
  spared: 0,
  groups: [],
  unread: 0,
  search: { searched: [], beyond: [], failed: [] },
  measures: [],
  clouds: [],
  record: { path: 'recalls/ada.yaml', text: 'principal: ada\n', branch: 'b/ada', published: { ok: true, number: 7, url: 'u' } },
  recorded: { head: 'sha256:1', lines: 1 },
};

function textOf(more: Partial<RecallReceipt>): string {
  return recallText({ ...EMPTY, ...more }, WORDS, 'the plan\n');
}

describe('the receipt of a recall', () => {
  it('says that there was nothing, and where that is written', () => {
    expect(textOf({})).toMatch(
      /^the plan\nada held nothing of ours\.\nRecorded in recalls\/ada\.yaml: request #7, u\. It counts already; merge it\.\n/,
    );
    expect(isOpen(EMPTY)).toBe(false);
  });

  it('has each binding with what the cloud answered, and how many a second read did not show', () => {
    const done = { status: 'applied', change: CHANGE, at: NOW, evidence: 'etag A=' } as const;
    const lost = { ...done, status: 'unverified', failure: { kind: 'transient', message: 'not seen' } } as const;
    const text = textOf({ outcomes: [done, { ...done, status: 'already-so' }, lost] });
    expect(text).toMatch(/applied +etag A=; gone\n/);
    expect(text).toContain('Read back: 2 of 3 bindings are gone.');
    expect(recallJson({ ...EMPTY, outcomes: [done, lost] }, WORDS)).toMatchObject({
      outcomes: [
        { status: 'applied', evidence: 'etag A=', readBack: 'gone' },
        { status: 'unverified', readBack: 'not seen' },
      ],
    });
    const { evidence: _none, ...bare } = done;
    expect(textOf({ outcomes: [bare] })).toMatch(/applied *\n/);
    expect(recallJson({ ...EMPTY, outcomes: [{ ...done, status: 'failed' }] }, WORDS)).toMatchObject({
      outcomes: [{ readBack: 'not looked' }],
    });
    expect(isOpen({ ...EMPTY, outcomes: [done] })).toBe(false);
    expect(isOpen({ ...EMPTY, outcomes: [done, lost] })).toBe(true);
  });

  it('is final when two sweeps found nothing, and else has what is pending with its reason', () => {
    const done = { status: 'applied', change: CHANGE, at: NOW } as const;
    const locked = { ...done, status: 'failed', failure: { kind: 'invalid', message: 'a lock', hint: 'take it away' } } as const;
    const bare = { ...done, status: 'failed', failure: { kind: 'transient', message: 'cut' } } as const;
    expect(textOf({ outcomes: [done], sweeps: { made: 2, final: true } })).toContain(
      'gone.\nFinal: 2 sweeps made, and the last two found nothing more to take.\n',
    );
    const receipt = { ...EMPTY, outcomes: [locked, bare, { ...done, status: 'skipped' as const }], sweeps: { made: 5, final: false } };
    const text = textOf(receipt);
    expect(text).toContain('PENDING: user:ada@example.com  roles/logging.viewer  payments-prod gcp  a lock (take it away)\n');
    expect(text).toMatch(/^PENDING: .* cut$/m);
    expect(text).toMatch(/^PENDING: .* skipped$/m);
    expect(text).toContain('NOT FINAL: 5 sweeps made, and the last two were not both empty. Run it again: recall ada.');
    expect(recallJson(receipt, WORDS)).toMatchObject({
      sweeps: { made: 5, final: false },
      pending: [{ cloud: 'gcp', why: 'a lock (take it away)' }, { why: 'cut' }, { why: 'skipped' }],
    });
    expect(recallJson(EMPTY, WORDS)).toMatchObject({ sweeps: null, pending: [] });
  });

  it('lists what is left, what groups give, and what is out of reach', () => {
    const beyond = [{ where: '//pubsub.googleapis.com/t', roles: ['roles/a', 'roles/b'], why: 'no conditions' }];
    const left = [live(gcp()), { ...live(azure()), origin: 'pim' as const }];
    const groups = [
      { group: 'oncall', live: live(gcp('roles/viewer')) },
      { group: 'oncall', live: live(gcp('roles/editor')) },
    ];
    const receipt = { ...EMPTY, left, groups, search: { searched: [], beyond, failed: [] } };
    const text = textOf(receipt);
    expect(text).toContain('left: user:ada@example.com  roles/logging.viewer  payments-prod gcp  not ours\n');
    expect(text).toContain('not ours (pim)\n');
    expect(text).toContain('left: //pubsub.googleapis.com/t  roles/a, roles/b  not read here: no conditions\n');
    expect(text).toContain('2 bindings that are not ours are left; --foreign --confirm ada takes the direct ones too.');
    expect(text).toContain('through group oncall: roles/viewer  payments-prod gcp  not taken\n');
    expect(text).toContain('Take ada out of oncall to end that');
    expect(textOf({ left, foreign: true })).not.toContain('--foreign');
    expect(recallJson(receipt, WORDS)).toMatchObject({
      left: 2,
      remains: [
        { role: 'roles/logging.viewer', why: 'not ours' },
        { why: 'pim' },
        { why: 'group oncall' },
        { role: 'roles/editor' },
        { scope: '//pubsub.googleapis.com/t', role: 'roles/a, roles/b', why: 'no conditions' },
      ],
      record: { path: 'recalls/ada.yaml', number: 7, url: 'u' },
    });
  });

  it('says where it searched and where it could not', () => {
    const searched = [{ title: 'Google Cloud', below: ['organizations/1'] }];
    const failed = [
      { where: 'organizations/1', failure: { kind: 'forbidden', message: '403', hint: 'give it' } },
      { where: '/', failure: { kind: 'transient', message: '503' } },
    ] as const;
    const receipt = { ...EMPTY, search: { searched, beyond: [], failed } };
    const text = textOf(receipt);
    expect(text).toContain('Google Cloud: searched below organizations/1; the index lags');
    expect(text).toContain('NOT SEARCHED: organizations/1: 403 (give it). Read were the places and bounds of policy alone.');
    expect(text).toContain('NOT SEARCHED: /: 503. Read');
    expect(recallJson(receipt, WORDS)).toMatchObject({ notSearched: [{ hint: 'give it' }, { hint: null }] });
  });

  it('says what nobody can end, by the kind of identity, and for how long', () => {
    const outlasts = [
      { what: 'the change', longest: '2 minutes', source: 'IAM: propagation' },
      { kind: 'user', what: 'sessions', longest: '14 days', endedBy: 'sign-out' },
      { kind: 'service', what: 'keys', longest: 'for ever' },
    ] as const;
    const clouds: RecallReceipt['clouds'] = [
      { name: 'gcp', title: 'Google Cloud', capabilities: { ...CAN_NOT, outlasts }, kinds: new Set(['user']) },
      { name: 'azure', title: 'Azure', capabilities: { endsSessions: { can: true, how: 'by Graph' } }, kinds: new Set() },
    ];
    const text = textOf({ clouds });
    expect(text).toContain(
      'Google Cloud: sessions and tokens were not ended: not yet\n  may go on: the change: 2 minutes (IAM: propagation)\n',
    );
    expect(text).toContain('  may go on: sessions: 14 days\nAzure: sessions and tokens were not ended: policy does not ask for it\n');
    expect(text).not.toContain('for ever');
    const measure = { kind: 'sign-out', cloud: 'gcp', member: 'user:ada@example.com' } as const;
    const measures = [{ measure, status: 'applied', at: NOW, evidence: 'signed out' }] as const;
    const ended = textOf({ clouds, measures });
    expect(ended).toContain('gcp: user:ada@example.com signed out: applied  signed out\n');
    expect(ended).toContain('Google Cloud: sessions were ended as said above\n  may go on: the change');
    expect(ended).not.toContain('14 days');
    expect(recallJson({ ...EMPTY, clouds, measures }, WORDS)).toMatchObject({
      measures: [{ kind: 'sign-out', status: 'applied' }],
      lasting: [{ cloud: 'gcp', what: 'the change', longest: '2 minutes', source: 'IAM: propagation' }],
    });
    expect(recallJson({ ...EMPTY, clouds }, WORDS)).toMatchObject({ lasting: [{}, { what: 'sessions', source: null }] });
    expect(isOpen({ ...EMPTY, measures: [{ measure, status: 'failed', at: NOW }] })).toBe(true);
  });

  it('is not finished while something of ours is there, or may be', () => {
    const text = textOf({ spared: 1, unread: 2 });
    expect(text).toContain('Nothing was taken.');
    expect(text).toContain('NOT FINISHED: 1 binding of ours left, since policy protects it; --foreign --confirm ada takes it too.');
    expect(text).toContain('NOT FINISHED: 2 scopes not read, so what ada holds there is not known. Run it again.');
    expect(isOpen({ ...EMPTY, spared: 1 })).toBe(true);
  });

  it('prints the file where it could not be recorded, and where it counts until then', () => {
    const published = { ok: false, why: 'no forge' } as const;
    const record = { ...EMPTY.record, published };
    const text = textOf({ record });
    expect(text).toContain(
      'NOT FINISHED: the record could not be written (no forge). This file must land:\nrecalls/ada.yaml\nprincipal: ada\n',
    );
    expect(text).toContain('Until then it counts from the branch b/ada, which Git itself could push.\nUntil then the ledger has it');
    const trouble = { trouble: 'no ledger' };
    const alone = textOf({ record: { ...record, unsent: 'no remote' }, recorded: trouble });
    expect(alone).toContain('stands on the branch b/ada of this clone alone, where the next run finds it (no remote).');
    expect(alone).not.toContain('Until then the ledger has it');
    expect(recallJson({ ...EMPTY, record }, WORDS)).toMatchObject({ record: { text: 'principal: ada\n', why: 'no forge' } });
  });

  it('stays inert', () => {
    const odd = live({ ...gcp(HOSTILE), member: { kind: 'user', id: 'x', shown: HOSTILE } });
    const beyond = [{ where: HOSTILE, roles: [HOSTILE], why: HOSTILE }];
    const failed = [{ where: HOSTILE, failure: { kind: 'invalid', message: HOSTILE, hint: HOSTILE } }] as const;
    const text = textOf({ left: [odd], groups: [{ group: HOSTILE, live: odd }], search: { searched: [], beyond, failed } });
    expect(text.replaceAll('\n', '')).not.toMatch(ACTS);
  });
});
