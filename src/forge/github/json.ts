/**
 * JSON as Node reads and writes it, in the place of what Octokit brings for numbers beyond 2^53: that asks about each value of every
 * answer, and takes a text such as "1n" for a number. GitHub's ids are nowhere near, and one that does not read is refused where it is used.
 */
export const JSONParse = (text: string): unknown => JSON.parse(text);
export const JSONStringify = (value: unknown): string => JSON.stringify(value);
