import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';
import type { Document } from './document.ts';
import type { Files } from './generated/types.ts';
import { cases, grant, override, people, policy, recall, role, team, type Verdict } from './generated/verdicts.js';
import { schemaMistakes } from './schema-mistakes.ts';
import { typeScalars } from './typed.ts';

const VERDICTS: Readonly<Record<keyof Files, Verdict>> = { cases, grant, override, people, policy, recall, role, team };

/** What is wrong with a document by the schema of its kind; defaults are filled in. Each mistake is said once. */
export function checkSchema(kind: keyof Files, document: Document, clouds: readonly CloudSyntax[]): readonly Finding[] {
  typeScalars(kind, document);
  return VERDICTS[kind](document.root) ? [] : schemaMistakes(kind, document, clouds);
}
