import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Ajv } from 'ajv';

/** One call and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
}

interface Schema {
  readonly $ref?: string;
}

interface Parameter {
  readonly $ref?: string;
  readonly in?: string;
  readonly schema?: Schema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Description {
  readonly info: { readonly version: string };
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const STABLE = 'azure-api/specification/authorization/resource-manager/Microsoft.Authorization/stable';
const FILES = [
  '2022-04-01/authorization-RoleAssignmentsCalls.json',
  '2022-04-01/authorization-RoleDefinitionsCalls.json',
  '2022-04-01/authorization-DenyAssignmentCalls.json',
  '2020-10-01/RoleAssignmentSchedule.json',
  '2020-10-01/RoleAssignmentScheduleInstance.json',
  '2020-10-01/RoleAssignmentScheduleRequest.json',
  '2020-10-01/RoleManagementPolicyAssignment.json',
  '../../../../resourcegraph/resource-manager/Microsoft.ResourceGraph/stable/2022-10-01/resourcegraph.json',
];

/** What a call and its answer have against the published descriptions; undefined where none describes such a path. */
export function published(folder: string): (exchange: Exchange) => readonly string[] | undefined {
  const files = FILES.map((file) => resolve(join(folder, STABLE, file)));
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const loaded = new Set<string>();
  for (const file of files) load(ajv, file, loaded);
  const paths = files.flatMap((file) => {
    const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
    return Object.entries(description.paths).flatMap(([path, operations]) =>
      /\/providers\/Microsoft\.(Authorization|ResourceGraph)\//.test(path)
        ? [{ file, pattern: patternOf(path), version: description.info.version, description, operations }]
        : [],
    );
  });
  return (exchange) => {
    const { pathname, searchParams } = new URL(exchange.url);
    const found = paths.find(({ pattern }) => pattern.test(pathname));
    if (found === undefined) return undefined;
    const operation = found.operations[exchange.method.toLowerCase()];
    if (operation === undefined) return [`${exchange.method} is not described`];
    const version = searchParams.get('api-version');
    return [
      ...(version === found.version ? [] : [`api-version ${version} instead of ${found.version}`]),
      ...judged(ajv, found.file, bodyIn(operation, found.description), exchange.body, 'request'),
      ...answered(ajv, found.file, operation, exchange),
    ];
  };
}

/** The schema of the body, which may be a parameter that several operations share. */
function bodyIn({ parameters = [] }: Operation, description: Description): Schema | undefined {
  const whole = parameters.map((one) => description.parameters?.[one.$ref?.replace('#/parameters/', '') ?? ''] ?? one);
  return whole.find((one) => one.in === 'body')?.schema;
}

function answered(ajv: Ajv, file: string, { responses }: Operation, { status, answer }: Exchange): readonly string[] {
  const response = responses[String(status)] ?? (status >= 400 ? responses['default'] : undefined);
  return response === undefined ? [`${status} is not described`] : judged(ajv, file, response.schema, answer, 'answer');
}

function judged(ajv: Ajv, file: string, schema: Schema | undefined, text: string, what: string): readonly string[] {
  if (schema?.$ref === undefined) return [];
  const [other = '', fragment = ''] = schema.$ref.split('#');
  const id = other === '' ? file : resolve(dirname(file), other);
  if (!existsSync(id)) return [];
  const validate = ajv.compile({ $ref: `file://${id}#${fragment}` });
  // The descriptions know no null, the service sends it for what is not set (Azure CLI's recordings).
  const value: unknown = JSON.parse(text, (_, one: unknown) => (one === null ? undefined : one));
  return validate(value) ? [] : [`${what}: ${ajv.errorsText(validate.errors)}`];
}

/**
 * The description of Resource Graph takes the rows of a result and what an error adds for objects; its own examples, and refusals that
 * were quoted, have lists and texts there.
 */
const LOOSE = new Set(['data', 'additionalProperties']);

function load(ajv: Ajv, path: string, loaded: Set<string>): void {
  if (loaded.has(path)) return;
  loaded.add(path);
  const text = readFileSync(path, 'utf8');
  const description = JSON.parse(text, (key, one: unknown) => (LOOSE.has(key) ? {} : one)) as object;
  ajv.addSchema({ ...description, $id: `file://${path}` });
  for (const [, other] of text.matchAll(/"\$ref": "([^"#]+\.json)#/g)) {
    const beside = resolve(dirname(path), other ?? '');
    if (existsSync(beside)) load(ajv, beside, loaded);
  }
}

/** A scope has slashes in it, a name has none; case does not count. */
function patternOf(path: string): RegExp {
  const parts = path
    .split(/(\{[^}]+\})/)
    .map((part) => (part === '/{scope}' || part === '{scope}' ? '.*' : part.startsWith('{') ? '[^/]+' : part.replaceAll('.', '\\.')));
  return new RegExp(`^${parts.join('').replace('/.*/', '(?:/.*)?/')}$`, 'i');
}
