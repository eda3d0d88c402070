import { QueryError } from './query-error.ts';
import { badRequest } from './refusals.ts';
import type { QueryRequest } from './request.ts';
import type { Result } from './query.ts';

const LARGEST = 1000;

/** Where a result goes on, and how much comes at once. */
interface Mark {
  readonly skip: number;
  readonly top: number;
}

/**
 * One page of a result (Azure Resource Graph: paging results). Pages count rows, so what changes meanwhile moves rows from one page to
 * another. A query that limits itself, or has nothing but dynamic columns, is cut off and cannot be paged.
 */
export function pageOf({ rows, columns, limited }: Result, request: QueryRequest): unknown {
  const mark = markOf(request.skipToken);
  const top = request.top ?? mark.top;
  const skip = request.skip ?? mark.skip;
  const page = rows.slice(skip, skip + top);
  const more = rows.length > skip + page.length;
  const isPageable = !limited && columns.some(({ type }) => type !== 'object');
  const token = more && isPageable ? { $skipToken: tokenOf({ skip: skip + page.length, top }) } : {};
  const body = {
    totalRecords: rows.length,
    count: page.length,
    resultTruncated: more && !isPageable ? 'true' : 'false',
    facets: [],
    ...token,
  };
  if (request.format === 'objectArray') return { ...body, data: page };
  return { ...body, data: { columns, rows: page.map((row) => columns.map(({ name }) => row[name])) } };
}

function tokenOf(mark: Mark): string {
  return Buffer.from(JSON.stringify(mark)).toString('base64');
}

function markOf(token: string | undefined): Mark {
  if (token === undefined) return { skip: 0, top: LARGEST };
  const read = readToken(token);
  if (read === undefined) throw new QueryError(badRequest('The skip token is not one that this service gave.'));
  return read;
}

function readToken(token: string): Mark | undefined {
  try {
    const mark: unknown = JSON.parse(Buffer.from(token, 'base64').toString());
    return isMark(mark) ? mark : undefined;
  } catch {
    return undefined;
  }
}

function isMark(value: unknown): value is Mark {
  return typeof value === 'object' && value !== null && 'skip' in value && Number.isInteger(value.skip) && 'top' in value;
}
