/** One of the `details` of a refused query: a code, words, and whatever else tells where the query went wrong. */
export interface Detail {
  readonly code: string;
  readonly message: string;
  readonly [more: string]: unknown;
}

/** What is said where a query cannot be read, or asks for what this simulator does not know. */
export class QueryError extends Error {
  readonly details: readonly Detail[];
  constructor(...details: readonly Detail[]) {
    super(details[0]?.message);
    this.details = details;
  }
}

const INVALID: Detail = {
  code: 'InvalidQuery',
  message: 'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
};

/** Where in a query something stands, for its refusal. */
export interface Spot {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/** As quoted in Azure/aztfexport issue 485. */
export function unreadable({ text, line, column }: Spot): QueryError {
  const where = { line, characterPositionInLine: column, token: text === '' ? '<EOF>' : text };
  return new QueryError(INVALID, { code: 'ParserFailure', message: 'ParserFailure', ...where });
}

/** As quoted in Azure/azure-powershell issue 13762: an operator or function that the language of the service does not have. */
export function unsupported(token: string): QueryError {
  const where = { line: -1, characterPositionInLine: -1, token };
  return new QueryError(INVALID, { code: 'InvalidQueryLanguage', message: 'InvalidQueryLanguage', ...where });
}

/** Code and words as public clients match them. */
export function unknownTable(table: string): QueryError {
  const message = `Table ${table} is invalid, unsupported or disallowed.`;
  return new QueryError(INVALID, { code: 'DisallowedLogicalTableName', message, logicalTableName: table });
}

/** Microsoft.ResourceGraph 2022-10-01, example ResourcesFacetQuery. */
export function unknownColumn(column: string): QueryError {
  return new QueryError(INVALID, { code: 'InvalidColumnNames', message: `Invalid column names: [${column}].` });
}
