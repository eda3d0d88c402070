import type { Parsed } from '../../domain/cloud.ts';
import { MASKED_ROLE } from './role-name.ts';

/** An allow policy as Google sends it. Fields that are not named here are kept as they came (Google IAM: allow policies). */
export interface Policy {
  readonly version?: number;
  readonly etag?: string;
  readonly bindings?: readonly PolicyBinding[];
  readonly auditConfigs?: unknown;
  readonly [more: string]: unknown;
}

export interface PolicyBinding {
  readonly role: string;
  readonly members?: readonly string[];
  readonly condition?: Condition;
  readonly [more: string]: unknown;
}

export interface Condition {
  readonly expression: string;
  readonly title?: string;
  readonly description?: string;
  readonly location?: string;
}

/** What a reader of version 3 may get: 1 where no binding has a condition, absent where there is no binding at all. */
const VERSIONS: ReadonlySet<unknown> = new Set([undefined, 1, 3]);

/** An answer as a policy, or why nothing may be decided or written on it. */
export function parsePolicy(body: unknown): Parsed<Policy> {
  if (!isObject(body)) return unsafe('the answer is no policy');
  if (!VERSIONS.has(body['version'])) return unsafe(`the policy has version ${JSON.stringify(body['version'])}, and we know 1 and 3`);
  const { etag, bindings } = body;
  if (etag !== undefined && typeof etag !== 'string') return unsafe('the etag of the policy is no text');
  if (etag === undefined && bindings === undefined) return unsafe('the answer has neither bindings nor an etag');
  if (bindings !== undefined && !(Array.isArray(bindings) && bindings.every(isBinding)))
    return unsafe('the bindings of the policy do not read');
  const policy = body as Policy;
  const masked = policy.bindings?.find(({ role }) => MASKED_ROLE.test(role));
  if (masked !== undefined) return unsafe(`the policy hides its conditions: role ${masked.role}`);
  return { ok: true, value: policy };
}

function unsafe(problem: string): Parsed<Policy> {
  return { ok: false, problem, hint: 'nothing was decided or written; run again, and report it if it stays' };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBinding(value: unknown): value is PolicyBinding {
  if (!isObject(value) || typeof value['role'] !== 'string') return false;
  const { members, condition } = value;
  return (members === undefined || isTexts(members)) && (condition === undefined || isCondition(condition));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isCondition(value: unknown): value is Condition {
  if (!isObject(value) || typeof value['expression'] !== 'string') return false;
  return ['title', 'description', 'location'].every((name) => value[name] === undefined || typeof value[name] === 'string');
}
