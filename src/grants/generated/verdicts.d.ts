// Written by `npm run generate` from scripts/schemas; do not edit.
/** Whether a document is right by its schema. Defaults are filled in. */
export type Verdict = (data: unknown) => boolean;
export declare const grant: Verdict;
export declare const team: Verdict;
export declare const people: Verdict;
export declare const role: Verdict;
export declare const policy: Verdict;
export declare const recall: Verdict;
export declare const override: Verdict;
export declare const cases: Verdict;
