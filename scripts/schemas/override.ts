import { document, listOf, record, shape, words, type Schema } from './schema.ts';
import { shapes } from './shapes.ts';

const DIGEST = 'sha256:9f2c41d07a5be3d1c0a4f6b8e2d9135779ace024681bdf13579bdf02468ace13';

/** policy/overrides/<name>.yaml */
export function overrideSchema(): Schema {
  const body = record(
    {
      withdraws: listOf('digest', { ...words('Digests of the withdrawals that are let through.', [DIGEST]), default: [] }),
      grants: listOf('digest', { ...words('Digests of the new bindings that are let through.', [DIGEST]), default: [] }),
      expires: shape('instant', words('When the override ends, at most 24 hours after it lands.', '2026-11-22T17:00:00Z')),
      reason: shape('text', words('Why so much may change at once.', 'payments moves to its own organisation')),
    },
    ['expires', 'reason'],
    {
      description:
        'policy/overrides/<name>.yaml: lets exactly what the guard held back through, until its end. The refused plan prints the whole file.',
    },
  );
  return document('override', 'An override of the guard', body, shapes);
}
