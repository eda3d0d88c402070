// Written by `npm run generate` from scripts/schemas; do not edit.
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
export declare const grant: Validator;
export declare const team: Validator;
export declare const people: Validator;
export declare const role: Validator;
export declare const policy: Validator;
export declare const recall: Validator;
export declare const override: Validator;
export declare const cases: Validator;
