/** Parts of the published schemas that are about Google Cloud. src/providers/gcp/syntax.ts judges the texts to the end. */
export const gcpSchema = {
  scope: {
    type: 'string',
    pattern: '^[a-z0-9][!-~]*$',
    description:
      "Where on Google Cloud: a place of the folder's team, something below a place, or a raw scope that starts with a collection word. docs/reference/capabilities.md lists what may lie below a place.",
    examples: [
      'payments-prod',
      'payments-prod/buckets/ledger',
      'payments-prod/datasets/settlements',
      'projects/payments-prod/secrets/psp-key',
      'folders/77',
    ],
  },
  role: {
    type: 'string',
    pattern: '^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$',
    description: 'A predefined or custom role of Google Cloud IAM. Basic roles are refused, because they cannot carry an end.',
    examples: ['roles/logging.viewer', 'projects/payments-prod/roles/ledgerReader'],
  },
  principal: {
    type: 'string',
    pattern: '^[A-Za-z]+:[!-~]+$',
    description: 'The identity on Google Cloud, as IAM spells members.',
    examples: [
      'user:ada@example.com',
      'group:payments-oncall@example.com',
      'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com',
    ],
  },
  place: {
    type: 'string',
    pattern: '^(?:projects|folders|organizations)/[!-~]+$',
    description: 'The Google Cloud scope of the place.',
    examples: ['projects/payments-prod', 'projects/payments-prod/buckets/ledger', 'folders/77'],
  },
  bounds: {
    type: 'object',
    description: 'What the tool may look at and write to on Google Cloud.',
    examples: [{ reads: ['organizations/123456789012'], manages: ['folders/77'] }],
    properties: {
      reads: {
        type: 'array',
        description: 'Scopes at and below which recall and drift look, besides every place. Left out: the same as `manages`.',
        examples: [['organizations/123456789012']],
        items: { type: 'string', $ref: '#/$defs/gcp-place' },
        minItems: 1,
        uniqueItems: true,
      },
      manages: {
        type: 'array',
        description: 'Scopes at which and below which grants may be written. Nothing else is ever written to.',
        examples: [['folders/77']],
        items: { type: 'string', $ref: '#/$defs/gcp-place' },
        minItems: 1,
        uniqueItems: true,
      },
    },
    required: ['manages'],
    additionalProperties: false,
  },
} as const;
