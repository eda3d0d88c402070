import type { Finding } from '../domain/finding.ts';
import type { Wrong } from './cloud-text.ts';
import { type Code, mistake } from './codes.ts';
import type { Mapping, Node } from './document.ts';
import { KEYS } from './generated/keys.ts';
import type { SchemaError } from './generated/validators.js';
import { nearest } from '../domain/nearest.ts';
import { keysOf, meant, type Subject, textAt, valueAt } from './schema-subject.ts';
import { wrongShape } from './shapes.ts';
import { escapePart } from './spots.ts';

type Keyword =
  | 'additionalProperties'
  | 'required'
  | 'type'
  | 'enum'
  | 'minItems'
  | 'maxItems'
  | 'minProperties'
  | 'uniqueItems'
  | 'minimum'
  | 'maximum'
  | 'pattern'
  | 'false schema';

type Words = (error: SchemaError, subject: Subject) => Finding;

const WORDS: Readonly<Record<Keyword, Words>> = {
  additionalProperties: unknownKey,
  required: missingKey,
  type: wrongKind,
  enum: unknownWord,
  minItems: (error, subject) => wrongCount(error, subject, 'too few', 'at least'),
  maxItems: (error, subject) => wrongCount(error, subject, 'too many', 'at most'),
  minProperties: tooFewKeys,
  uniqueItems: saidTwice,
  minimum: (error, subject) => outOfRange(error, subject, 'too small', 'at least'),
  maximum: (error, subject) => outOfRange(error, subject, 'too large', 'at most'),
  pattern: wrongForm,
  'false schema': noBranch,
};

/** An error of a validator as what a person can mend. */
export function findingOf(error: SchemaError, subject: Subject): Finding {
  return WORDS[error.keyword as Keyword](error, subject);
}

function at({ document }: Subject, code: Code, pointer: string, message: string, hint: string): Finding {
  return mistake(code, document.source.place(pointer), message, hint);
}

function unknownKey(error: SchemaError, subject: Subject): Finding {
  const key = String(error.params['additionalProperty']);
  const place = subject.document.source.key(`${error.instancePath}/${escapePart(key)}`);
  const keys = keysOf(subject, error);
  if (keys.others.includes(key)) {
    return mistake('GK1101', place, `\`${key}\` does not go with the other keys`, `Here may stand: ${keys.own.join(', ')}.`);
  }
  const right = meant(key, error, subject);
  const hint = right === undefined ? `Here may stand: ${keys.own.join(', ')}.` : `Did you mean \`${right}\`?`;
  return mistake('GK1101', place, `\`${key}\` is not a key here`, hint);
}

function missingKey(error: SchemaError, subject: Subject): Finding {
  const key = String(error.params['missingProperty']);
  const example = keysOf(subject, error).examples[key];
  const hint = example === undefined ? `Add \`${key}:\`.` : `Add it: \`${key}: ${example}\`.`;
  return at(subject, 'GK1102', error.instancePath, `\`${key}\` is missing`, hint);
}

const KINDS = {
  string: ['a text', 'Write one value.'],
  array: ['a list', 'Put it in brackets: [a, b].'],
  object: ['a mapping', 'Write keys and values: { key: value }.'],
  boolean: ['true or false', 'Write true or false, without quotes.'],
  integer: ['a whole number', 'Write digits alone: no quotes, and no zero in front.'],
} as const;

function wrongKind(error: SchemaError, subject: Subject): Finding {
  const value = valueAt(subject, error.instancePath);
  if (value === '') return at(subject, 'GK1107', error.instancePath, 'nothing is written here', 'Write a value, or delete the key.');
  const [wanted, hint] = KINDS[error.params['type'] as keyof typeof KINDS];
  return at(subject, 'GK1103', error.instancePath, `${kindOf(value)} where ${wanted} is wanted`, hint);
}

function kindOf(value: Node): string {
  if (typeof value !== 'object') return 'a text';
  return Array.isArray(value) ? 'a list' : 'a mapping';
}

function unknownWord(error: SchemaError, subject: Subject): Finding {
  const allowed = error.params['allowedValues'] as readonly string[];
  const value = textAt(subject, error.instancePath);
  const right = nearest(value, allowed);
  const hint = right === undefined ? `Write one of: ${allowed.join(', ')}.` : `Did you mean \`${right}\`?`;
  return at(subject, 'GK1104', error.instancePath, 'not one of the words that may stand here', hint);
}

function wrongCount(error: SchemaError, subject: Subject, what: string, limit: string): Finding {
  const count = Object.keys(valueAt(subject, error.instancePath) as object).length;
  const bound = `${limit} ${String(error.params['limit'])}`;
  return at(subject, 'GK1105', error.instancePath, `${what}: ${count} of ${bound}`, `Write ${bound}.`);
}

function tooFewKeys(error: SchemaError, subject: Subject): Finding {
  const present = valueAt(subject, error.instancePath) as Mapping;
  const finding = wrongCount(error, subject, 'too few keys', 'at least');
  const more = KEYS[subject.kind][error.schemaPath.slice(0, error.schemaPath.lastIndexOf('/'))]?.own.filter((key) => !(key in present));
  return more === undefined ? finding : { ...finding, hint: `Add one of: ${more.join(', ')}.` };
}

function saidTwice(error: SchemaError, subject: Subject): Finding {
  const later = Math.max(Number(error.params['i']), Number(error.params['j']));
  return at(subject, 'GK1106', `${error.instancePath}/${later}`, 'said twice in this list', 'Keep one of them.');
}

function outOfRange(error: SchemaError, subject: Subject, what: string, limit: string): Finding {
  const value = textAt(subject, error.instancePath);
  const message = `${what}: ${value} of ${limit} ${String(error.params['limit'])}`;
  return at(subject, 'GK1108', error.instancePath, message, 'Write another number.');
}

/** Of a value, or of a name that stands as a key. */
function wrongForm(error: SchemaError, subject: Subject): Finding {
  const { propertyName, instancePath, schemaPath } = error;
  const shape = /^#\/\$defs\/([^/]+)\/pattern$/.exec(schemaPath)?.[1];
  const value = propertyName ?? textAt(subject, instancePath);
  const { code, message, hint } = shape === undefined ? ownForm(error, subject) : wrongShape(shape, value, subject.clouds);
  const { source } = subject.document;
  const place = propertyName === undefined ? source.place(instancePath) : source.key(`${instancePath}/${escapePart(propertyName)}`);
  return mistake(code, place, message, hint);
}

/** Of a key whose form the schema gives on the spot. */
function ownForm({ schemaPath }: SchemaError, { kind }: Subject): Wrong {
  const [, path, key] = /^(.*)\/properties\/([^/]+)\/pattern$/.exec(schemaPath) as unknown as [string, string, string];
  return { code: 'GK1109', message: `not a ${key}`, hint: `Such as ${KEYS[kind][path]?.examples[key]}` };
}

/** An entry that names no cloud. */
function noBranch({ instancePath }: SchemaError, subject: Subject): Finding {
  const value = valueAt(subject, instancePath);
  if (typeof value !== 'object' || Array.isArray(value)) {
    return at(subject, 'GK1103', instancePath, `${kindOf(value)} where a mapping is wanted`, KINDS.object[1]);
  }
  const names = subject.clouds.map((cloud) => cloud.name);
  const slip = Object.keys(value).find((key) => nearest(key, names) !== undefined);
  if (slip === undefined) return at(subject, 'GK1102', instancePath, 'no cloud is named', `Add one of: ${names.join(', ')}.`);
  const place = subject.document.source.key(`${instancePath}/${escapePart(slip)}`);
  return mistake('GK1101', place, `\`${slip}\` is not a key here`, `Did you mean \`${nearest(slip, names)}\`?`);
}
