import type { Capabilities, CloudSyntax, Support } from '../../src/domain/cloud.ts';
import { CONTAINERS, KINDS, type ResourceKind } from '../../src/providers/gcp/kinds.ts';
import { UNFIT, type Unfit } from '../../src/providers/gcp/unfit.ts';
import { clouds } from '../../src/providers/registry.ts';
import { code, page, prose, table, WRITTEN } from './markdown.ts';

const QUESTIONS: readonly (readonly [keyof Omit<Capabilities, 'unitOfWrite' | 'staleFor' | 'index' | 'outlasts'>, string])[] = [
  ['nativeExpiry', 'The cloud itself ends the access'],
  ['nativeStart', 'The cloud itself holds the access back until `starts`'],
  ['chosenEnder', 'Files choose who ends the access (`enforce`)'],
  ['ownConditions', 'A grant can carry a condition of its own'],
  ['besideTwin', 'Ours can stand beside the same binding made by hand'],
  ['endsSessions', 'A recall ends sessions and tokens'],
];

const syntaxes: readonly CloudSyntax[] = Object.values(clouds).map((cloud) => cloud.syntax);

/** One row a question, one column a cloud: yes or no. */
export function capabilitiesTable(): string {
  return table(
    ['', ...syntaxes.map((syntax) => syntax.title)],
    [
      ...QUESTIONS.map(([key, question]) => [question, ...syntaxes.map(({ capabilities }) => (capabilities[key].can ? 'yes' : 'no'))]),
      ['One write changes', ...syntaxes.map(({ capabilities }) => unitText(capabilities))],
    ],
  );
}

export function capabilitiesPage(): string {
  return page(
    WRITTEN,
    '# What each cloud can do',
    'The plan decides by these facts: they are data in the code of each cloud.',
    capabilitiesTable(),
    ...syntaxes.flatMap((syntax) => [
      `## ${syntax.title}`,
      table(
        ['', '', 'how, or why not'],
        [
          ...QUESTIONS.map(([key, question]) => [question, ...supportCells(syntax.capabilities[key])]),
          ['An index tells where to look', ...indexCells(syntax.capabilities)],
          ['One write changes', unitText(syntax.capabilities), ''],
        ],
      ),
      'What a recall or an end does not stop at once, and for how long at most:',
      table(
        ['of', 'what', 'how long', 'published in'],
        (syntax.capabilities.outlasts ?? []).map(({ kind = 'all', what, longest, source = '' }) => [
          kind,
          prose(what),
          prose(longest),
          prose(source),
        ]),
      ),
    ]),
    ...googleKinds(),
  );
}

/** What has an allow policy with conditions, by the data that the reader and the writer go by. */
function googleKinds(): readonly string[] {
  const containers = Object.entries(CONTAINERS).map(([word, kind]) => [kind.title, code(`${word}/…`), ...kindCells(kind)]);
  return [
    '## What Google Cloud can be granted at',
    'An allow policy that keeps conditions can carry our mark and its end, and so can the access list of a dataset. Below a place, or below `projects/ID`, write the path with the names in place of the capital words.',
    table(
      ['what', 'written', 'read', 'write', 'permissions', 'needs'],
      [...containers, ...KINDS.map((kind) => [kind.title, code(kind.form), ...kindCells(kind)])],
    ),
    'These are refused, because they cannot carry the end of a grant:',
    table(
      ['written', 'why', 'instead, at the project'],
      UNFIT.map((unfit) => [code(unfit.form), prose(sentence(unfit.why)), insteadOf(unfit)]),
    ),
  ];
}

function kindCells({ url, get, set, permissions, also, needs = '' }: ResourceKind): readonly string[] {
  const host = new URL(url).hostname;
  const more = [...(also?.reading ?? []), ...(also?.writing ?? [])];
  return [`${get} ${host}`, set, [`${permissions}.{get,set}IamPolicy`, ...more].map(code).join(', '), needs];
}

/** A clause where one means the same; else what a role at the project reaches. */
function insteadOf({ clause, all }: Unfit): string {
  return clause === undefined ? `a role there reaches ${all}` : `a condition: ${code(clause)}`;
}

function supportCells(support: Support): readonly string[] {
  return support.can ? ['yes', prose(sentence(support.how))] : ['no', prose(sentence(support.why))];
}

function indexCells({ index }: Capabilities): readonly string[] {
  return index === undefined ? ['no', ''] : supportCells(index);
}

function unitText({ unitOfWrite }: Capabilities): string {
  return unitOfWrite === 'policy' ? 'the whole policy of a scope' : 'one binding';
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
