import type { ClaimTest, Trust } from '../../domain/trust.ts';
import { field, textField } from '../answer.ts';
import type { Access, Trusted } from '../provider.ts';
import { type Graph, graphOf } from './graph.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The one audience that Entra recommends for public clouds (Microsoft Graph: federatedIdentityCredential, audiences). */
const OWN_AUDIENCE = 'api://AzureADTokenExchange';

/** The credentials of the application that this run signs in as (Microsoft Graph: "List federatedIdentityCredentials"). */
export async function trusted(access: Access): Promise<Trusted> {
  const { identity } = access;
  const client = identity.kind === 'ambient' ? (identity.env['AZURE_CLIENT_ID'] ?? '') : '';
  return GUID.test(client) ? credentialsOf(await graphOf(access), client.toLowerCase()) : { ok: true, trusts: [] };
}

export async function credentialsOf(graph: Pick<Graph, 'read'>, client: string): Promise<Trusted> {
  const path = `/applications(appId='${client}')/federatedIdentityCredentials`;
  const source = `GET /v1.0${path}`;
  const reply = await graph.read({ method: 'GET', path, purpose: 'read whom the application trusts' });
  if (!reply.ok) return { ok: false, source, failure: reply.failure };
  const listed = field(reply.body, 'value');
  return { ok: true, trusts: Array.isArray(listed) ? listed.map((one) => trustOf(one, source)) : [] };
}

/** One credential: a subject to the letter, or an expression over claims (Entra: "flexible federated identity credentials"). */
export function trustOf(credential: unknown, source: string): Trust {
  const audiences = field(credential, 'audiences');
  const listed = Array.isArray(audiences) ? audiences.map(String) : [];
  const subject = textField(credential, 'subject');
  const expression = textField(field(credential, 'claimsMatchingExpression'), 'value');
  return {
    name: `federated credential ${textField(credential, 'name')}`,
    source,
    issuer: textField(credential, 'issuer'),
    strayAudiences: listed.filter((one) => one !== OWN_AUDIENCE),
    ways: subject !== '' ? [[{ claim: 'sub', how: 'is', values: [subject] }]] : waysIn(expression),
  };
}

const TEST = /^claims\['(\w+)'\]\s+(eq|matches)\s+'([^']*)'$/;

/** `claims['sub'] matches 'repo:acme/*:ref:refs/heads/main' and …`; in a pattern `*` and `?` stand for anything. */
function waysIn(expression: string): Trust['ways'] {
  const tests = expression.split(/\s+and\s+/).map((part): ClaimTest | undefined => {
    const [, claim, how, value] = TEST.exec(part.trim()) ?? [];
    if (claim === undefined || value === undefined) return undefined;
    const open = how === 'matches' && /[*?]/.test(value);
    return { claim, how: open ? 'matches' : 'is', values: [value] };
  });
  return tests.every((one) => one !== undefined) ? [tests] : expression;
}
