import { MAX_STEPS } from '../../src/policy/cel-cost.ts';
import { CALLS, MAX_NESTED, WALKS } from '../../src/policy/cel-guard.ts';
import { LISTS, VARIABLES } from '../../src/policy/cel-variables.ts';
import { RULES } from '../../src/policy/rules.ts';
import { code, page, prose, table, WRITTEN } from './markdown.ts';

/** Every rule there is, how each is set and loosened, and all that rules in CEL can speak of. */
export function policyPage(): string {
  return page(
    WRITTEN,
    '# Rules of policy',
    'What is judged at the proposal and before a binding is first written or extended. How to write, test and loosen rules: [policy](../how-to/policy.md).',
    '## Typed rules',
    'The name is what `modes` and tests of a policy call the rule. A rule without a line has no setting: it holds always.',
    table(
      ['rule', 'code', 'what holds', 'as a line of policy/policy.yaml'],
      RULES.map(({ id, code: finding, summary, example }) => [
        code(id),
        `[${code(finding)}](findings.md#gk21xx-rules-of-policy)`,
        prose(summary),
        example === undefined ? '' : code(example),
      ]),
    ),
    'How many must approve is no rule but a need, which `approval` sets: `approval: { minimum: 1, privileged: 2, more: [{ where: { env: [prod] }, minimum: 2, approvers: [sam] }] }`.',
    '## Break-glass',
    'A binding of break-glass carries an id that begins with `bg-`, which no file may have. It is never desired and never withdrawn: its own end takes it away, or a recall, or `breakGlass`: `breakGlass: { who: [payments-oncall], roles: [debug], maxDuration: 1h, reviewWithin: 24h }`. A run removes it as lapsed where it has no end or one that is more than `maxDuration` ahead (give or take five minutes), where whoever holds it is none of `who`, neither as a person nor as a member of a group, where its role is none that `roles` give, and where policy has no `breakGlass`. What could not be looked up decides nothing. While the ledger has no line of it, it is an alarm in every run. Nothing gives such access yet.',
    '## Modes',
    'A rule refuses, unless an entry of `modes` loosens it: `modes: [{ rule: ticket-pattern, mode: warn, where: { env: [test] } }]`. `mode` is `deny`, `warn` or `off`; of several entries that fit the last counts. `where` has `folder`, `env`, `cloud`, `role` and `principal`, each a list; what is left out leaves nothing out. Of a grant that is partly loosened the rest is judged as ever. What the plan itself refuses, such as a grant that is over or a protected principal, no mode lets through.',
    '## Rules in CEL',
    'An expression of `rules` is true for what is allowed, and is judged once for each role and scope that a grant comes to. Its types are checked when the file is read. What is not true, or cannot be worked out, refuses.',
    table(
      ['variable', 'type', 'what it is'],
      [
        ...Object.entries(VARIABLES).flatMap(([name, fields]) =>
          Object.entries(fields).map(([field, [type, says]]) => [code(`${name}.${field}`), code(type), prose(says)]),
        ),
        ...Object.entries(LISTS).flatMap(([name, { says, fields }]) => [
          [code(name), 'list', prose(`${says}; empty at the proposal`)],
          ...Object.entries(fields).map(([field, [type, meaning]]) => [code(`${name}[].${field}`), code(type), prose(meaning)]),
        ]),
      ],
    ),
    `Lists are walked by ${listed(WALKS)}, at most ${MAX_NESTED} inside each other. What else may be called: ${listed(CALLS)}. \`text.like("INC-*")\` is a glob over the whole text, in which \`*\` stands for anything but \`/\`; there is no \`matches\`, since a regular expression of the engine has no bound on its time.`,
    `An expression has at most 500 nodes and takes at most ${MAX_STEPS} steps, counted before it runs from its tree and from the sizes of what it is given: so the verdict is the same on every machine. One that could take more refuses, and says so.`,
  );
}

function listed(names: ReadonlySet<string>): string {
  return [...names].map(code).join(', ');
}
