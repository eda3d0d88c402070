/** What a service says before the connection's own headers are put on. `body` is sent as JSON; absent is an empty body. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** The error form of Azure Resource Manager: `{ error: { code, message } }` (common-types/resource-management, ErrorResponse). */
export function refusal(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { error: { code, message } } };
}
