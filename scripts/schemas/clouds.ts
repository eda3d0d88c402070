import type { CloudSchema } from '../../src/providers/registry-schemas.ts';
import { byKey, choice, flag, record, shape, words, type Schema } from './schema.ts';

export type CloudSchemas = Readonly<Record<string, CloudSchema>>;

const PARTS = ['scope', 'role', 'principal', 'place', 'bounds'] as const;

/** `gcp-scope`, `gcp-role` and so on, to refer to. */
export function cloudShapes(clouds: CloudSchemas): Record<string, Schema> {
  const entries = Object.entries(clouds).flatMap(([cloud, parts]) =>
    PARTS.map((part) => [`${cloud}-${part}`, { ...parts[part] }] as const),
  );
  return Object.fromEntries(entries);
}

/** A key for each cloud, all of one part. */
export function cloudKeys(clouds: CloudSchemas, part: (typeof PARTS)[number]): Record<string, Schema> {
  return Object.fromEntries(Object.entries(clouds).map(([cloud, parts]) => [cloud, reference(cloud, part, parts[part])]));
}

function reference(cloud: string, part: string, fragment: object): Schema {
  const { description, examples } = fragment as { description: string; examples: readonly unknown[] };
  return { $ref: `#/$defs/${cloud}-${part}`, description, examples };
}

const condition = shape(
  'line',
  words(
    'A condition of your own in the words of the cloud, on one line. The tool adds the end beside it.',
    'resource.name.startsWith("projects/_/buckets/ledger")',
    "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'x'",
  ),
);

/** Who ends access, for entries and catalogue roles. */
export function enforce(description: string): Schema {
  return choice(words(description, 'pim'), 'pim', 'run', 'auto');
}

/** What an access entry of a grant says beside who, what and where. */
export const terms: Readonly<Record<string, Schema>> = {
  enforce: enforce('Who ends this access on Azure: `pim`, `run` or `auto`. Left out: as the role of the catalogue says, or policy.'),
  adopt: flag(
    words('Whether a binding made by hand for the same role, place and holder is marked as ours, and ends with this grant.', true),
  ),
  replace: flag(words('Whether such a binding is taken away, and ours made in its place; the access has a short gap.', true)),
};

/** One role of one cloud, for the access entries of grants and of catalogue roles. `more` are further keys. */
export function cloudAccess(
  clouds: CloudSchemas,
  where: (cloud: string) => Schema,
  more: Readonly<Record<string, Schema>> = {},
): ReadonlyMap<string, Schema> {
  const roles = cloudKeys(clouds, 'role');
  return new Map(
    Object.keys(clouds).map((cloud) => {
      const role = roles[cloud] ?? {};
      return [cloud, record({ [cloud]: where(cloud), role, condition, ...more }, [cloud, 'role'])];
    }),
  );
}

/** Entries as definitions of their own, with the choice between them. */
export function accessShapes(branches: ReadonlyMap<string, Schema>, otherwise: Schema | false): Record<string, Schema> {
  const named = new Map([...branches.keys()].map((cloud) => [cloud, { $ref: `#/$defs/${cloud}-access` }]));
  const bodies = [...branches].map(([cloud, body]) => [`${cloud}-access`, body] as const);
  return { access: { ...byKey(named, otherwise) }, ...Object.fromEntries(bodies) };
}
