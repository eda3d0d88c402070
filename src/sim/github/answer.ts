/** What an endpoint says, before the headers that every answer has. An absent body is an empty one. */
export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const DOCS = 'https://docs.github.com/rest';

/** Thrown by an endpoint to answer with an error; nothing was changed before. */
export class Refused extends Error {
  readonly said: Said;

  constructor(said: Said) {
    super(`refused with ${said.status}`);
    this.said = said;
  }
}

export function ok(body: unknown): Said {
  return { status: 200, body };
}

export function created(body: unknown): Said {
  return { status: 201, body };
}

export function nothing(): Said {
  return { status: 204 };
}

/** GitHub's plain error form: message, documentation, and the status as text (REST API: basic-error). */
export function problem(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Said {
  return { status, headers, body: { message, documentation_url: DOCS, status: String(status) } };
}

export function refused(status: number, message: string): Refused {
  return new Refused(problem(status, message));
}

export function notFound(): Refused {
  return refused(404, 'Not Found');
}

export interface FieldError {
  readonly resource: string;
  readonly field?: string;
  readonly code: string;
  readonly message?: string;
}

/** 422 with the fields that are wrong (REST API: validation-error). */
export function invalid(...errors: readonly FieldError[]): Refused {
  return new Refused({ status: 422, body: { message: 'Validation Failed', errors, documentation_url: DOCS, status: '422' } });
}

/** 422 as the review endpoints give it, with bare sentences (REST API: validation-error-simple). */
export function unprocessable(...errors: readonly string[]): Refused {
  return new Refused({ status: 422, body: { message: 'Unprocessable Entity', errors, documentation_url: DOCS, status: '422' } });
}
