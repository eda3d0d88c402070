import { describe, expect, it } from 'vitest';
import { inert as inertLog } from '../../src/action/inert.ts';
import { summaryOf } from '../../src/action/summary.ts';
import type { Binding } from '../../src/domain/access.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { driftPage } from '../../src/report/drift-page.ts';
import { driftSarif } from '../../src/report/drift-sarif.ts';
import { driftText } from '../../src/report/drift-text.ts';
import { ledgerPage } from '../../src/report/ledger-text.ts';
import { outcomeText } from '../../src/report/outcome-text.ts';
import { planText } from '../../src/report/plan-text.ts';
import { recallText } from '../../src/report/recall-receipt.ts';
import { drifted, driftWith, ENTRY, UNREAD, words } from './drift-samples.ts';
import { OPEN, skeleton, strings } from './naughty.ts';
import { ACTS, at, gcp, grantOf, live, NOW, planOf, revokeOf, WORDS } from './samples.ts';

// Beside hostile.test.ts, which has requests: every other text that people and machines read, with each string wherever data goes in.

const HASH = `sha256:${'a'.repeat(64)}`;
const ODD = { ...WORDS, verbose: true };

function bindingOf(text: string): Binding {
  const { scope, role, member } = gcp();
  return {
    scope: { ...scope, path: text },
    role: { ...role, id: text, name: text },
    member: { ...member, id: `user:${text}`, shown: text },
    condition: text,
  };
}

function planFor(text: string) {
  const binding = bindingOf(text);
  const grant = grantOf(binding, at('20:00'), { grant: text, principal: text, file: text, because: [text] });
  return planOf({
    changes: [{ ...grant, principal: text, grant: text }],
    held: [{ ...revokeOf(binding, at('16:00'), 'withdrawn'), principal: text, grant: text }],
    observations: [
      { kind: 'foreign', live: live(binding), note: text },
      { kind: 'forged', live: live(binding), grant: text },
      { kind: 'note', grant: text, text },
    ],
    refusals: [{ code: 'GK2001', grant: text, message: text, hint: text, holds: [] }],
    basis: { unread: [{ scope: binding.scope, message: text, hint: text }] },
  });
}

function outcomesOf(text: string): readonly Outcome[] {
  const change = { ...revokeOf(bindingOf(text), at('16:00')), principal: text, grant: text };
  return [
    { status: 'applied', change, at: NOW, evidence: text },
    { status: 'failed', change, at: NOW, failure: { kind: 'invalid', message: text, hint: text } },
  ];
}

function driftOf(text: string) {
  const seen = { kind: 'foreign', live: live(bindingOf(text)), note: text } as const;
  const entry = { ...ENTRY, role: text, scope: text, member: text };
  return driftWith({
    found: [drifted({ seen, principal: text })],
    gone: [entry],
    misstated: [entry],
    unread: [{ ...UNREAD, message: text }],
  });
}

function receiptOf(text: string, landed: boolean): string {
  const odd = live(bindingOf(text));
  const failed = [{ where: text, failure: { kind: 'invalid', message: text, hint: text } }] as const;
  const published = landed ? ({ ok: true, number: 7, url: text } as const) : ({ ok: false, why: text } as const);
  const record = { path: text, text: `reason: ${text}`, branch: text, unsent: text, published };
  const common = {
    foreign: false,
    plan: planFor(text),
    spared: 1,
    unread: 1,
    measures: [],
    clouds: [],
    recorded: { head: HASH, lines: 1 },
  };
  const search = { searched: [], beyond: [{ where: text, roles: [text], why: text }], failed };
  return recallText(
    { ...common, principal: text, outcomes: outcomesOf(text), left: [odd], groups: [{ group: text, live: odd }], search, record },
    ODD,
    '',
  );
}

function ledgerOf(text: string): string {
  const said = { principal: text, role: text, scope: text, cloud: 'gcp', grant: text, reason: text, until: at('20:00') } as const;
  const entry = { seq: 1, prev: HASH, hash: HASH, at: NOW, run: text, ...said };
  return ledgerPage({
    head: { seq: 12, hash: HASH },
    at: NOW,
    run: text,
    open: [{ ...entry, kind: 'granted' }],
    recalls: [{ ...entry, kind: 'recalled' }],
  });
}

describe('every naughty string', () => {
  const all = strings();

  it('acts in no line of a plan, of what was done, of a drift or of a receipt', () => {
    for (const text of all) {
      const texts = [
        planText(planFor(text), ODD),
        outcomeText(outcomesOf(text), ODD),
        driftText(driftOf(text), words({ doubts: [text] })),
        receiptOf(text, true),
        receiptOf(text, false),
      ];
      for (const one of texts) {
        expect([text, one.split('\n').filter((line) => ACTS.test(line))]).toEqual([text, []]);
        const logged = inertLog(one);
        expect([text, /^\s*::/m.test(logged), logged.includes('##[')]).toEqual([text, false, false]);
      }
      const { markdown } = summaryOf('plan', texts.join(''));
      expect([text, skeleton(markdown)]).toEqual([text, skeleton(summaryOf('plan', 'x\n').markdown)]);
    }
  });

  it.each([
    ['drift', (text: string) => driftPage(driftOf(text), words({ doubts: [text] }))],
    ['ledger', ledgerOf],
  ])('is code and nothing else on the page of a %s', (_, pageOf) => {
    const bones = skeleton(pageOf('x'));
    expect(bones).not.toMatch(OPEN);
    for (const text of all) expect([text, skeleton(pageOf(text))]).toEqual([text, bones]);
  });

  it('is plain text in the SARIF of a drift, and makes no link', () => {
    for (const text of all) {
      const { runs } = JSON.parse(driftSarif(driftOf(text), words())) as {
        readonly runs: readonly { readonly results: readonly { readonly message: { readonly text: string } }[] }[];
      };
      for (const { message } of runs[0]?.results ?? []) expect([text, /(?<!\\)(?:\\\\)*[[\]]/.test(message.text)]).toEqual([text, false]);
    }
  });
});
