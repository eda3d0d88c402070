import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';
import type { Document } from './document.ts';
import type { Files } from './generated/types.ts';
import { cases, grant, override, people, policy, recall, role, type SchemaError, team, type Validator } from './generated/validators.js';
import { withoutEchoes } from './schema-echo.ts';
import { findingOf } from './schema-error.ts';
import type { Subject } from './schema-subject.ts';

const VALIDATORS: Readonly<Record<keyof Files, Validator>> = { cases, grant, override, people, policy, recall, role, team };

/** What is wrong with a document that its schema refuses; each mistake is said once. One that its schema accepts is a bug, and is thrown. */
export function schemaMistakes(kind: keyof Files, document: Document, clouds: readonly CloudSyntax[]): readonly Finding[] {
  const validate = VALIDATORS[kind];
  validate(document.root);
  const errors = (validate.errors as readonly SchemaError[]).filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames');
  const subject: Subject = { kind, document, clouds, errors };
  const findings = withoutEchoes(subject).map((error) => findingOf(error, subject));
  return [...new Map(findings.map((finding) => [JSON.stringify([finding.at, finding.message]), finding])).values()];
}
