import { readFileSync } from 'node:fs';

/** The folder of published test data, from CONFORMANCE_DATA. */
const data = process.env['CONFORMANCE_DATA'];

/** A file of the published test data as JSON; undefined where CONFORMANCE_DATA is not set, which is said in one line. */
export function corpus(path: string): unknown {
  if (data !== undefined) return JSON.parse(readFileSync(`${data}/${path}`, 'utf8'));
  console.log(`skipped: ${path}, because CONFORMANCE_DATA is not set`);
  return undefined;
}
