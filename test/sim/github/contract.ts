// Checks calls and answers against the published OpenAPI description of GitHub's REST API.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required?: boolean };
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly 'x-multi-segment'?: boolean;
  readonly schema: { readonly type?: string };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Contract {
  /** A fetch that notes every breach of the description, in the request or in the answer. */
  readonly fetch: typeof fetch;
  readonly breaches: string[];
  /** `GET /repos/{owner}/{repo}` and so on, with the status that was answered. */
  readonly seen: Set<string>;
}

/** Undefined without the corpora, after one line that says so. */
export function contractOf(inner: typeof fetch): Contract | undefined {
  const data = process.env['CONFORMANCE_DATA'];
  if (data !== undefined) return checked(inner, loaded(join(data, 'github-api', 'openapi-slice.json')));
  console.log("skipped: calls against GitHub's OpenAPI description, because CONFORMANCE_DATA is not set");
  return undefined;
}

function loaded(path: string): Description {
  return nullable(JSON.parse(readFileSync(path, 'utf8'))) as Description;
}

/** OpenAPI 3.0 writes `nullable: true` where JSON Schema has a type of its own. */
function nullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullable);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable: orNull, ...rest } = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, nullable(one)]));
  if (orNull !== true) return orNull === undefined ? rest : { ...rest, nullable: orNull };
  return { anyOf: [rest, { type: 'null' }] };
}

function checked(inner: typeof fetch, description: Description): Contract {
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: false, logger: false });
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addSchema({ $id: 'github', ...description });
  const breaches: string[] = [];
  const seen = new Set<string>();
  const fetch: Contract['fetch'] = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const body = await request.clone().text();
    const response = await inner(request);
    if (url.pathname === '/graphql') return response; // not a part of the description
    const found = operationFor(description, request.method, url.pathname);
    if (found === undefined) breaches.push(`${request.method} ${url.pathname} is not described`);
    else {
      const at = `${request.method} ${found.path}`;
      seen.add(`${at} ${response.status}`);
      breaches.push(...requestBreaches(ajv, description, found, url, body).map((one) => `${at}: ${one}`));
      breaches.push(...(await answerBreaches(ajv, found, response.clone())).map((one) => `${at} -> ${response.status}: ${one}`));
    }
    return response;
  };
  return { fetch, breaches, seen };
}

interface Found {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

function operationFor(description: Description, method: string, pathname: string): Found | undefined {
  const verb = method.toLowerCase();
  const fits = Object.entries(description.paths).filter(([path, item]) => {
    const operation = item[verb];
    return operation !== undefined && patternOf(description, path, operation).test(pathname);
  });
  const [best] = fits.toSorted(([a], [b]) => literals(b) - literals(a));
  const operation = best?.[1][verb];
  return best === undefined || operation === undefined ? undefined : { path: best[0], method: verb, operation };
}

function literals(path: string): number {
  return path.split('/').filter((part) => !part.startsWith('{')).length;
}

function patternOf(description: Description, path: string, operation: Operation): RegExp {
  const deep = parametersOf(description, operation).filter((one) => one['x-multi-segment'] === true);
  const source = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (deep.some((one) => one.name === name) ? '.+' : '[^/]+'));
  return new RegExp(`^${source}$`);
}

function parametersOf(description: Description, operation: Operation): readonly Parameter[] {
  return (operation.parameters ?? []).map((one) => {
    if (!('$ref' in one)) return one;
    const [, , kind = '', name = ''] = one.$ref.split('/');
    return description.components[kind]?.[name] as Parameter;
  });
}

function requestBreaches(ajv: Ajv, description: Description, found: Found, url: URL, body: string): string[] {
  const known = parametersOf(description, found.operation).filter((one) => one.in === 'query');
  const breaches = [...url.searchParams.entries()].flatMap(([name, value]) => {
    const parameter = known.find((one) => one.name === name);
    if (parameter === undefined) return [`unknown query ${name}`];
    const typed = typedAs(parameter.schema.type, value);
    return ajv.validate(parameter.schema, typed) ? [] : [`query ${name}=${value}: ${ajv.errorsText()}`];
  });
  const missing = known
    .filter((one) => one.required === true && !url.searchParams.has(one.name))
    .map((one) => `query ${one.name} is missing`);
  return [...breaches, ...missing, ...bodyBreaches(ajv, found, body)];
}

/** A query is text; numbers and truth values are written as JSON writes them. */
function typedAs(type: string | undefined, value: string): unknown {
  if (type === 'integer') return Number(value);
  return type === 'boolean' && /^(true|false)$/.test(value) ? value === 'true' : value;
}

function bodyBreaches(ajv: Ajv, found: Found, body: string): string[] {
  const validate = schemaAt(ajv, found, 'requestBody', 'content', 'application/json', 'schema');
  if (body === '') return found.operation.requestBody?.required === true ? ['the body is missing'] : [];
  if (validate === undefined) return ['a body that is not described'];
  const value: unknown = JSON.parse(body);
  if (!validate(value)) return [ajv.errorsText(validate.errors)];
  const fields = (validate.schema as { readonly properties?: object }).properties;
  return fields === undefined
    ? []
    : Object.keys(value as object)
        .filter((key) => !(key in fields))
        .map((key) => `unknown field ${key}`);
}

async function answerBreaches(ajv: Ajv, found: Found, response: Response): Promise<string[]> {
  const text = await response.text();
  const described = String(response.status) in found.operation.responses;
  if (!described && response.status < 400) return ['a status that is not described'];
  const direct = schemaAt(ajv, found, 'responses', String(response.status), 'content', 'application/json', 'schema');
  const shared = (found.operation.responses[String(response.status)] as { readonly $ref?: string } | undefined)?.$ref;
  const content = '/content/application~1json/schema';
  const referred = shared === undefined ? undefined : ajv.getSchema(`github${shared}${content.replaceAll('~', '%7E')}`);
  const fallback = response.status >= 400 ? ajv.getSchema('github#/components/schemas/basic-error') : undefined;
  const validate = direct ?? referred ?? fallback;
  if (text === '') return response.status === 204 ? [] : ['an empty body'];
  if (validate === undefined) return ['a body that is not described'];
  return validate(JSON.parse(text)) ? [] : [ajv.errorsText(validate.errors)];
}

function schemaAt(ajv: Ajv, found: Found, ...below: readonly string[]): ValidateFunction | undefined {
  const keys = ['paths', found.path, found.method, ...below];
  const pointer = keys.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  return ajv.getSchema(`github#/${pointer}`);
}
