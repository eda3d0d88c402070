import { casesSchema } from './cases.ts';
import type { CloudSchemas } from './clouds.ts';
import { grantSchema } from './grant.ts';
import { applySchema, findingsSchema, ledgerEntrySchema, planSchema } from './outputs.ts';
import { overrideSchema } from './override.ts';
import { peopleSchema } from './people.ts';
import { policySchema } from './policy.ts';
import { recallSchema } from './recall.ts';
import { roleSchema } from './role.ts';
import type { Schema } from './schema.ts';
import { teamSchema } from './team.ts';

/** Of what people write, by kind. Each has a validator and a type. */
export function inputSchemas(clouds: CloudSchemas): ReadonlyMap<string, Schema> {
  return new Map([
    ['grant', grantSchema(clouds)],
    ['team', teamSchema(clouds)],
    ['people', peopleSchema(clouds)],
    ['role', roleSchema(clouds)],
    ['policy', policySchema(clouds)],
    ['recall', recallSchema()],
    ['override', overrideSchema()],
    ['cases', casesSchema()],
  ]);
}

/** Of what we print, by kind. */
export function outputSchemas(): ReadonlyMap<string, Schema> {
  return new Map([
    ['findings', findingsSchema()],
    ['plan', planSchema()],
    ['apply', applySchema()],
    ['ledger-entry', ledgerEntrySchema()],
  ]);
}
