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
      recall: {
        type: 'object',
        description: 'What a recall does on Google Cloud beside taking bindings. Left out: nothing.',
        examples: [{ lockdown: 'organizations/123456789012', disables: true }],
        properties: {
          lockdown: {
            type: 'string',
            pattern: '^(?:projects|folders|organizations)/[a-z0-9-]+$',
            description:
              'Where the deny policy stands that locks recalled principals out of what others gave them. Without it nobody is locked out.',
            examples: ['organizations/123456789012', 'folders/77'],
          },
          denies: {
            type: 'array',
            description:
              'Permissions that it denies, in the spelling of deny policies. Left out: those that read data, hand out credentials and change projects.',
            examples: [['secretmanager.googleapis.com/*.*', 'storage.googleapis.com/objects.get']],
            items: {
              type: 'string',
              pattern: '^[a-z0-9-]+\\.googleapis\\.com/(?:\\*|[A-Za-z0-9]+)\\.(?:\\*|[A-Za-z0-9]+)$',
              description: 'A permission, or a group of them that Google publishes.',
              examples: ['secretmanager.googleapis.com/*.*'],
            },
            minItems: 1,
            uniqueItems: true,
          },
          disables: {
            type: 'boolean',
            description: 'True: a service account that is locked out is disabled too, and enabled again when the recall is lifted.',
            examples: [true],
          },
          signOut: {
            type: 'object',
            description: 'Who signs recalled users out of Google Workspace or Cloud Identity. Left out: nobody does.',
            examples: [{ account: 'signer@platform-shared.iam.gserviceaccount.com', admin: 'it@example.com' }],
            properties: {
              account: {
                type: 'string',
                pattern: '^[a-z0-9][a-z0-9.-]*@[a-z0-9.-]+\\.gserviceaccount\\.com$',
                description: 'A service account that the recall may act as, with an admin role of its own or with domain-wide delegation.',
                examples: ['signer@platform-shared.iam.gserviceaccount.com'],
              },
              admin: {
                type: 'string',
                pattern: '^[^@\\s]+@[^@\\s]+$',
                description: 'The administrator for whom the account works, where its domain delegated that. Left out: its own admin role.',
                examples: ['it@example.com'],
              },
            },
            required: ['account'],
            additionalProperties: false,
          },
        },
        additionalProperties: false,
        minProperties: 1,
      },
    },
    required: ['manages'],
    additionalProperties: false,
  },
} as const;
