import type { Failure, FailureKind } from '../../domain/outcome.ts';
import type { Scope } from '../../domain/access.ts';
import { field, oneLine } from '../answer.ts';
import type { DenyRule } from './deny-rule.ts';
import { denyTransport } from './deny-transport.ts';
import type { Session } from './session.ts';

/** A deny policy as google.iam.v2 Policy has it. */
export interface DenyPolicy {
  readonly name?: string | null;
  readonly etag?: string | Uint8Array | null;
  readonly displayName?: string | null;
  readonly annotations?: Readonly<Record<string, string>> | null;
  readonly rules?: readonly DenyRule[] | null;
}

export type Got<T> =
  | { readonly ok: true; readonly value: T }
  /** `pending` is a write that was taken and whose operation goes on: to send it again would only meet itself. */
  | { readonly ok: false; readonly failure: Failure; readonly pending?: boolean };

/** One deny policy and what can be done with it. A write is over when its operation is. Never throws. */
export interface DenyClient {
  /** Undefined where there is none. */
  get(): Promise<Got<DenyPolicy | undefined>>;
  create(policy: DenyPolicy): Promise<Got<void>>;
  update(policy: DenyPolicy): Promise<Got<void>>;
  remove(etag: string): Promise<Got<void>>;
}

/** The client's own retries are off: it would try a write again without knowing what became of the first. */
const CALL = { retry: null, timeout: 60_000 };

/** Seconds between looks at an operation, two minutes in all: reading is limited as writing is. */
const WAITS = [2, 4, 8, 16, 30, 60];

/** By google.rpc.Code; what has no code did not arrive, or came back as no answer of Google's. */
const KINDS: Readonly<Record<number, FailureKind>> = {
  3: 'invalid',
  5: 'not-found',
  6: 'conflict',
  7: 'forbidden',
  9: 'invalid',
  10: 'conflict',
  11: 'invalid',
  12: 'invalid',
  16: 'forbidden',
};

/** The SDK loads here. */
export async function denyClient(session: Session, at: Scope, id: string): Promise<DenyClient> {
  const { v2 } = await import('@google-cloud/iam');
  type Options = ConstructorParameters<typeof v2.PoliciesClient>[0];
  const options = { fallback: true, universeDomain: 'googleapis.com', auth: denyTransport(session) };
  const client = new v2.PoliciesClient(options as unknown as Options);
  const parent = `policies/${encodeURIComponent(`cloudresourcemanager.googleapis.com/${at.path}`)}/denypolicies`;
  const name = `${parent}/${id}`;
  const what = `the lockdown at ${at.path}`;
  const settled = async (send: () => Promise<readonly unknown[]>): Promise<Got<void>> =>
    attempted(`write ${what}`, async () => {
      const [operation] = await send();
      return finished(session, field(operation, 'latestResponse'), async (asked) => {
        const [answer] = await client.operationsClient.getOperation({ name: asked } as never, CALL);
        return answer;
      });
    });
  return {
    get: async () => {
      const got = await attempted(`read ${what}`, async () => {
        const [policy] = await client.getPolicy({ name }, CALL as never);
        return policy;
      });
      return got.ok || got.failure.kind !== 'not-found' ? got : { ok: true, value: undefined };
    },
    create: async (policy) => settled(() => client.createPolicy({ parent, policyId: id, policy: policy as never }, CALL as never)),
    update: async (policy) => settled(() => client.updatePolicy({ policy: { ...policy, name } as never }, CALL as never)),
    remove: async (etag) => settled(() => client.deletePolicy({ name, etag }, CALL as never)),
  };
}

async function attempted<T>(purpose: string, work: () => Promise<T>): Promise<Got<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, failure: failureOf(purpose, error), ...(error instanceof Unfinished ? { pending: true } : {}) };
  }
}

function failureOf(purpose: string, error: unknown): Failure {
  // A sign-in that failed says so itself.
  const known = field(error, 'failure');
  if (known !== undefined) return known as Failure;
  const said = error instanceof Error ? oneLine(error.message) : 'unknown reason';
  const kind = KINDS[Number(field(error, 'code'))] ?? 'transient';
  return { kind, message: `could not ${purpose}: ${said}` };
}

class Unfinished extends Error {}

/** Waits for a long-running operation (google.longrunning.Operation), as long as two minutes. */
async function finished({ access }: Session, first: unknown, ask: (name: string) => Promise<unknown>): Promise<void> {
  let operation = first;
  for (const wait of WAITS) {
    if (field(operation, 'done') === true) return concluded(operation);
    await access.sleep(wait * 1000);
    operation = await ask(String(field(operation, 'name')));
  }
  if (field(operation, 'done') !== true) throw new Unfinished('its operation was not done within two minutes');
  concluded(operation);
}

function concluded(operation: unknown): void {
  const error = field(operation, 'error');
  const message = field(error, 'message');
  if (error !== undefined && error !== null)
    throw Object.assign(new Error(typeof message === 'string' ? message : 'refused'), { code: field(error, 'code') });
}
