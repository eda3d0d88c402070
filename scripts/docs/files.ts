import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { compare } from '../../src/domain/finding.ts';
import { code, page, prose, table, WRITTEN } from './markdown.ts';

/** A JSON Schema of ours: no more of it than ours use. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema | boolean;
}

/** Kinds of files that people write, where they lie, and one of the worked example. */
const FILES = [
  ['grant', 'grants/TEAM/ID.yaml', 'grants/payments/2026-11-23-ada-debug.yaml'],
  ['team', 'policy/teams/TEAM.yaml', 'policy/teams/payments.yaml'],
  ['people', 'policy/people/NAME.yaml', 'policy/people/engineering.yaml'],
  ['role', 'policy/roles/ROLE.yaml', 'policy/roles/debug.yaml'],
  ['policy', 'policy/policy.yaml', 'policy/policy.yaml'],
  ['recall', 'recalls/NAME.yaml', undefined],
  ['override', 'policy/overrides/NAME.yaml', undefined],
  ['cases', 'policy-tests/NAME.yaml', 'policy-tests/limits.yaml'],
] as const;

/** Keys of policy.yaml that are read and checked, and that nothing acts on yet. */
export const IDLE = ['notices', 'breakGlass.reviewWithin'] as const;

export function filesPage(schemasDir: string): string {
  const schemas = FILES.map(([kind, path, example]) => ({ kind, path, example, schema: schemaOf(schemasDir, kind) }));
  const forms = new Map(schemas.flatMap(({ schema }) => Object.entries(schema.$defs ?? {}).filter(([, one]) => one.pattern !== undefined)));
  return page(
    WRITTEN,
    '# Files',
    'Every key that a file may have. Another key, or a value of another form, is a [finding](findings.md) with its line.',
    ...schemas.flatMap(({ kind, path, example, schema }) => [
      `## ${path}`,
      `${schema.title ?? kind}. ${prose(schema.description ?? '')}`,
      `Schema: [${kind}.schema.json](../../schemas/${kind}.schema.json).${example === undefined ? '' : ` Example: [${example}](../../${example}).`}`,
      table(['key', 'form', 'what it says', 'example', 'left out'], rowsOf(schema, schema, '')),
      ...(kind === 'policy' ? [`Read and checked, but nothing acts on it yet: ${IDLE.map(code).join(', ')}.`] : []),
    ]),
    '## Forms',
    table(
      ['form', 'what it is', 'pattern'],
      [...forms]
        .sort(([a], [b]) => compare(a, b))
        .map(([name, one]) => [code(name), prose(one.description ?? ''), code(one.pattern ?? '')]),
    ),
  );
}

function schemaOf(dir: string, kind: string): Schema {
  return JSON.parse(readFileSync(`${dir}/${kind}.schema.json`, 'utf8')) as Schema;
}

function resolved(root: Schema, part: Schema): Schema {
  const name = part.$ref?.replace('#/$defs/', '');
  const found = name === undefined ? undefined : root.$defs?.[name];
  return found === undefined ? part : { ...found, ...part };
}

/** A row for each key, then rows for what lies below it. `beside` is the key that chooses the branch. */
function rowsOf(root: Schema, part: Schema, at: string, beside = ''): readonly (readonly string[])[] {
  const { properties = {}, required = [], additionalProperties, items, then, else: otherwise, if: condition } = resolved(root, part);
  const chosen = condition?.required?.[0];
  return [
    ...Object.entries(properties).flatMap(([key, value]) => keyRows(root, key, value, { at, beside, isRequired: required.includes(key) })),
    ...(typeof additionalProperties === 'object' ? rowsOf(root, additionalProperties, `${at}NAME.`) : []),
    ...(items === undefined ? [] : rowsOf(root, items, `${at.replace(/\.$/, '')}[].`)),
    ...(then === undefined || chosen === undefined ? [] : rowsOf(root, then, at, chosen)),
    ...(typeof otherwise === 'object' && chosen !== undefined ? rowsOf(root, otherwise, at) : []),
  ];
}

interface Spot {
  readonly at: string;
  readonly beside: string;
  readonly isRequired: boolean;
}

function keyRows(root: Schema, key: string, value: Schema, { at, beside, isRequired }: Spot): readonly (readonly string[])[] {
  const path = `${at}${key}`;
  const label = beside === '' || beside === key ? code(path) : `${code(path)} beside ${code(beside)}`;
  const { description = '', examples = [], default: otherwise } = resolved(root, value);
  const left = isRequired ? 'must be there' : otherwise === undefined ? '' : code(flow(otherwise));
  return [
    [label, formOf(root, value), prose(description), examples.map((one) => code(flow(one))).join(', ')].concat(left),
    ...rowsOf(root, value, `${path}.`),
  ];
}

/** On one line, as the files of the example are written. */
function flow(value: unknown): string {
  const plain = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: !plain }).trim();
}

function formOf(root: Schema, part: Schema): string {
  if (part.if?.type === 'array') return 'one, or a list';
  const { type, enum: values, items, minimum, maximum, pattern, additionalProperties } = resolved(root, part);
  if (values !== undefined) return values.map(code).join(', ');
  if (type === 'array') return `list of ${items === undefined ? 'anything' : formOf(root, items)}`;
  if (type === 'integer') return `number, ${minimum ?? 0} ${maximum === undefined ? 'or more' : `to ${maximum}`}`;
  if (type === 'boolean') return '`true` or `false`';
  if (pattern !== undefined) return `[${part.$ref?.replace('#/$defs/', '') ?? 'text'}](#forms)`;
  return typeof additionalProperties === 'object' ? 'names and values' : 'keys and values';
}
