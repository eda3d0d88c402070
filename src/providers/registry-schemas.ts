import { azureSchema } from './azure/schema.ts';
import { gcpSchema } from './gcp/schema.ts';

/** What a cloud brings to the published schemas: JSON Schema for the key of its name in each kind of file, and for its roles. */
export interface CloudSchema {
  /** `gcp:` of an access entry of a grant. */
  readonly scope: object;
  /** `role:` beside it. */
  readonly role: object;
  /** `gcp:` of a person, group or service. */
  readonly principal: object;
  /** `gcp:` of a place of a team. */
  readonly place: object;
  /** `gcp:` under `clouds` of the policy. */
  readonly bounds: object;
}

/** Light enough for editors and for the generator: no cloud's code is loaded for it. */
export const cloudSchemas = { gcp: gcpSchema, azure: azureSchema } satisfies Readonly<Record<string, CloudSchema>>;
