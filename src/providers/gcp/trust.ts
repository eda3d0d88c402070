import { readFileSync } from 'node:fs';
import { type ASTNode, parse } from '@marcbachmann/cel-js';
import type { Failure } from '../../domain/outcome.ts';
import type { ClaimTest, Trust } from '../../domain/trust.ts';
import { field, textField } from '../answer.ts';
import type { Trusted } from '../provider.ts';
import { readSigned, type Session } from './session.ts';

const PROVIDER = /projects\/\d+\/locations\/global\/workloadIdentityPools\/([a-z0-9-]{4,32})\/providers\/([a-z0-9-]{4,32})$/;

/** The provider that this run signs in through, as it stands now (IAM: "projects.locations.workloadIdentityPools.providers.get"). */
export async function trusted(session: Session): Promise<Trusted> {
  const { identity } = session.access;
  const name = identity.kind === 'ambient' ? providerIn(identity.env) : undefined;
  if (name === undefined) return { ok: true, trusts: [] };
  if (typeof name !== 'string') return { ok: false, source: 'GOOGLE_APPLICATION_CREDENTIALS', failure: name };
  const path = `/v1/${name}`;
  const source = `GET ${path}`;
  const purpose = 'read whom the workload identity provider trusts';
  const reply = await readSigned(session, { method: 'GET', url: `https://iam.googleapis.com${path}`, purpose });
  return reply.ok ? { ok: true, trusts: [trustOf(reply.body, name, source)] } : { ok: false, source, failure: reply.failure };
}

/** From the variable, or from the file that google-github-actions/auth writes. */
function providerIn(env: Readonly<Record<string, string | undefined>>): string | Failure | undefined {
  const { GCP_WORKLOAD_IDENTITY_PROVIDER: named, GOOGLE_APPLICATION_CREDENTIALS: file = '' } = env;
  if (file === '') return PROVIDER.exec(named ?? '')?.[0];
  try {
    const audience: unknown = field(JSON.parse(readFileSync(file, 'utf8')), 'audience');
    return typeof audience === 'string' ? PROVIDER.exec(audience)?.[0] : undefined;
  } catch {
    // The reader's own words quote the text, and the text is a secret.
    return { kind: 'forbidden', message: 'the credential file does not read' };
  }
}

/** What a provider says of itself. Without audiences of its own it takes its own name alone (IAM: Oidc, allowedAudiences). */
export function trustOf(provider: unknown, name: string, source: string): Trust {
  const [, pool = '', own = ''] = PROVIDER.exec(name) ?? [];
  const oidc = field(provider, 'oidc');
  const audiences = field(oidc, 'allowedAudiences');
  const listed = Array.isArray(audiences) ? audiences.map(String) : [];
  return {
    name: `provider ${own} of the pool ${pool}`,
    source,
    issuer: textField(oidc, 'issuerUri'),
    strayAudiences: listed.filter((one) => one.replace(/^(https:)?\/\/iam\.googleapis\.com\//, '') !== name),
    ways: waysIn(field(provider, 'attributeCondition'), field(provider, 'attributeMapping')),
  };
}

function waysIn(condition: unknown, mapping: unknown): Trust['ways'] {
  if (typeof condition !== 'string' || condition.trim() === '') return [[]];
  try {
    return waysOf(parse(condition).ast, mapping) ?? condition;
  } catch {
    // What this reader of CEL cannot read, nobody has judged.
    return condition;
  }
}

type Ways = readonly (readonly ClaimTest[])[];

/** Alternatives of tests that must all hold. Undefined for what can be told in no such way, such as what must not be. */
function waysOf({ op, args }: ASTNode, mapping: unknown): Ways | undefined {
  if (op === 'value') return args === true ? [[]] : undefined;
  if (op === '||' || op === '&&') {
    const [left, right] = [waysOf(args[0], mapping), waysOf(args[1], mapping)];
    if (left === undefined || right === undefined) return undefined;
    return op === '||' ? [...left, ...right] : left.flatMap((one) => right.map((other) => [...one, ...other]));
  }
  const test = testOf({ op, args } as ASTNode, mapping);
  return test === undefined ? undefined : [[test]];
}

const BY: Readonly<Record<string, ClaimTest['how']>> = { startsWith: 'begins', matches: 'matches' };

function testOf({ op, args }: ASTNode, mapping: unknown): ClaimTest | undefined {
  if (op === '==' || op === 'in') {
    const [one, other] = args;
    const [claim, values] = [claimOf(one, mapping), textsOf(other)];
    if (claim !== undefined && values !== undefined) return { claim, how: 'is', values };
    const [turned, value] = [claimOf(other, mapping), op === '==' ? textsOf(one) : undefined];
    return turned === undefined || value === undefined ? undefined : { claim: turned, how: 'is', values: value };
  }
  if (op !== 'rcall') return undefined;
  const [called, receiver, [given]] = args;
  const how = BY[called];
  const [claim, values] = [claimOf(receiver, mapping), given === undefined ? undefined : textsOf(given)];
  return how === undefined || claim === undefined || values === undefined ? undefined : { claim, how, values };
}

function textsOf({ op, args }: ASTNode): readonly string[] | undefined {
  if (op === 'value') return typeof args === 'string' ? [args] : undefined;
  if (op !== 'list') return undefined;
  const texts = args.map(textsOf);
  return texts.every((one) => one !== undefined) ? texts.flat() : undefined;
}

/** `assertion.sub`, or what an attribute stands for where it stands for a claim as it is (IAM: "attribute mappings"). */
function claimOf(node: ASTNode, mapping: unknown): string | undefined {
  const path = pathOf(node);
  if (path === undefined) return undefined;
  const [, claim] = /^assertion\.(\w+)$/.exec(path) ?? [];
  return claim ?? /^assertion\.(\w+)$/.exec(textField(mapping, path).trim())?.[1];
}

function pathOf({ op, args }: ASTNode): string | undefined {
  if (op !== '.' && op !== '[]') return undefined;
  const [of, name] = args;
  const key: unknown = typeof name === 'string' ? name : name.args;
  return of.op === 'id' && typeof key === 'string' ? `${of.args}.${key}` : undefined;
}
