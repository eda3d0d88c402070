import type { Instant } from '../../domain/instant.ts';
import type { Asked } from '../faults.ts';
import type { GoogleError } from './google-error.ts';
import type { GcpState, GcpToken } from './state.ts';

/** A JSON object as it came in. */
export type Json = Readonly<Record<string, unknown>>;

/** An authenticated call to one of the methods. */
export interface GcpCall {
  readonly asked: Asked;
  /** What the path's pattern caught, by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly state: GcpState;
  readonly now: Instant;
  readonly token: GcpToken;
}

/** The answer of a method that has nothing to say: 204 without a body. */
export const NOTHING = Symbol('204');

export type Reply = { readonly value: unknown } | { readonly error: GoogleError };

export function query(call: GcpCall, name: string): string | undefined {
  return call.asked.url.searchParams.get(name) ?? undefined;
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An int32 in JSON is a number or its digits (protobuf: ProtoJSON format, int32). */
export function integer(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}
