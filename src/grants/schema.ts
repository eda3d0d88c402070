import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';
import type { Document } from './document.ts';
import type { Files } from './generated/types.ts';
import { cases, grant, override, people, policy, recall, role, type SchemaError, team, type Validator } from './generated/validators.js';
import { withoutEchoes } from './schema-echo.ts';
import { findingOf } from './schema-error.ts';
import type { Subject } from './schema-subject.ts';
import { typeScalars } from './typed.ts';

const VALIDATORS: Readonly<Record<keyof Files, Validator>> = { cases, grant, override, people, policy, recall, role, team };

/** What is wrong with a document by the schema of its kind; defaults are filled in. Each mistake is said once. */
export function checkSchema(kind: keyof Files, document: Document, clouds: readonly CloudSyntax[]): readonly Finding[] {
  typeScalars(kind, document);
  const validate = VALIDATORS[kind];
  if (validate(document.root)) return [];
  const errors = (validate.errors as readonly SchemaError[]).filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames');
  const subject: Subject = { kind, document, clouds, errors };
  const findings = withoutEchoes(subject).map((error) => findingOf(error, subject));
  return [...new Map(findings.map((finding) => [JSON.stringify([finding.at, finding.message]), finding])).values()];
}
