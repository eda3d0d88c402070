import { describe, expect, it } from 'vitest';
import { inert as inertLog } from '../../src/action/inert.ts';
import { summaryOf } from '../../src/action/summary.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { findingsText } from '../../src/report/findings.ts';
import { pruneText } from '../../src/report/prune-text.ts';
import { printable } from '../../src/report/printable.ts';
import { requestComment } from '../../src/report/request-comment.ts';
import type { GrantChange, GrantFacts, RequestFacts } from '../../src/report/request-facts.ts';
import { titleOf } from '../../src/report/request-state.ts';
import { sarifOf } from '../../src/report/sarif.ts';
import { OPEN, OWN, skeleton, strings } from './naughty.ts';
import { ACTS, at } from './samples.ts';

const CHANGES: readonly GrantChange[] = ['new', 'renewal', 'change', 'shortening', 'ending', 'wording'];

function findingOf(text: string, severity: Finding['severity']): Finding {
  const at = { file: `${text}_`, line: 1, column: 1, endLine: 1, endColumn: 2 };
  return { code: 'GK1109', severity, message: text, hint: text, at };
}

/** One request with the same text wherever text can come from a file, a cloud, a forge or a failure. */
function factsOf(text: string, refused: boolean, change: GrantChange = 'new'): RequestFacts {
  // With the dash below, no text passes for a name: those that do are tried in markdown.test.ts.
  const name = `${text}_`;
  const access = [{ role: text, at: text, description: name }];
  const row = { principal: text, role: text, cloud: 'gcp', scope: text, member: text, condition: text } as const;
  const grant: GrantFacts = {
    id: text,
    path: text,
    change,
    principals: [
      { name: text, kind: 'person', fullName: name, members: [] },
      { name: text, kind: 'account', fullName: name, members: [] },
      { name: text, kind: 'group', members: [text, text] },
      { name: text, kind: 'service', members: [] },
    ],
    access,
    lost: access,
    reason: text,
    ticket: text,
    requestedBy: text,
    zone: 'Europe/Berlin',
    environments: [name],
    privileged: true,
    length: 3600_000,
    latest: at('17:30'),
    before: at('19:00'),
    rows: [
      { ...row, sign: '+', endsBy: 'cloud', twin: 'masked' },
      { ...row, sign: '-', endsBy: 'run' },
      { ...row, sign: '~', endsBy: 'run', lateness: { count: 1, p50: 1, p90: 2, max: 3 } },
    ],
    notes: [text],
    holdings: [{ person: text, fullName: name, now: [{ grant: text, access, until: at('20:00') }], past: { grants: 1, time: 1 } }],
  };
  return {
    at: at('17:04'),
    number: 1,
    head: '3f2a91c7d0b84c0f9a9e6f1e2d3c4b5a69788776',
    grants: [grant],
    lapsed: 1,
    control: [text],
    findings: [findingOf(text, refused ? 'error' : 'warning'), findingOf(text, 'notice')],
    suggestions: [],
    rules: 15,
    approval: {
      met: false,
      by: [text],
      open: [
        { count: 1, from: [name] },
        { count: 2, from: [text] },
      ],
      barred: [{ person: text, why: name }],
      discounted: [text],
      against: [text],
      faults: refused ? [{ reason: text, hint: text }] : [],
    },
    seen: text,
    unknown: [],
    readOnly: true,
  };
}

const BENIGN = 'x';

function skeletons(facts: RequestFacts): readonly string[] {
  const { body, page, summary } = requestComment(facts);
  return [page, body, summary].map(skeleton);
}

describe('text from files, clouds and people', () => {
  const all = strings();

  it.each([false, true])('is code and nothing else in the comment, the check and the summary (refused: %s)', (refused) => {
    const bones = CHANGES.map((change) => skeletons(factsOf(BENIGN, refused, change)));
    for (const one of bones.flat()) expect(one).not.toMatch(OPEN);
    for (const [n, text] of all.entries()) {
      // Each text in one kind of request is enough; our own in each kind.
      const kinds = n < OWN.length ? [...CHANGES.keys()] : [n % CHANGES.length];
      for (const kind of kinds) {
        const [page, ...cut] = skeletons(factsOf(text, refused, CHANGES[kind]));
        const [whole, ...rest] = bones[kind] ?? [];
        // What is very long is left out of the comment, and never of the page.
        expect([text, page, ...(text.length > 200 ? rest : cut)]).toEqual([text, whole, ...rest]);
      }
    }
  });

  it('is code and nothing else in a prune request', () => {
    const of = (text: string) => {
      const item = { grant: text, path: text, team: text, principals: [text], ended: at('16:00') };
      const { title, body } = pruneText({ items: [item], stamp: text, zones: new Map(), waiting: 0 });
      return `${title}\n${body}`;
    };
    for (const text of all) expect([text, skeleton(of(text))]).toEqual([text, skeleton(of(BENIGN))]);
  });

  it('moves nothing on a terminal and commands no workflow', () => {
    for (const text of all) {
      const facts = factsOf(text, true);
      const comment = requestComment(facts);
      expect(summaryOf('plan', '', comment.page).markdown.endsWith(comment.page)).toBe(true);
      const lines = [
        printable(titleOf(facts)),
        printable(titleOf(factsOf(text, false))),
        findingsText(facts.findings, new Map([[`${text}_`, text]]), 1),
        comment.body,
        comment.page,
      ].join('\n');
      expect([text, lines.replaceAll('\n', '').match(ACTS)]).toEqual([text, null]);
      const logged = inertLog(lines);
      expect([text, /^\s*::/m.test(logged), logged.includes('##[')]).toEqual([text, false, false]);
    }
  });

  it('is plain text in SARIF: no link, and whole after a reader', () => {
    for (const text of all) {
      const sarif = sarifOf([findingOf(text, 'error')], [], () => 'hash');
      const parsed = JSON.parse(sarif) as {
        readonly runs: readonly { readonly results: readonly { readonly message: { readonly text: string } }[] }[];
      };
      const message = parsed.runs[0]?.results[0]?.message.text ?? '';
      expect([text, message.replaceAll(/\\(.)/gs, '$1')]).toEqual([text, `${text}\n${text}`.toWellFormed()]);
      expect([text, /(?<!\\)(?:\\\\)*[[\]]/.test(message)]).toEqual([text, false]);
    }
  });
});
