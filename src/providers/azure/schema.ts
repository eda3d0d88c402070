/** Parts of the published schemas that are about Azure. src/providers/azure/syntax.ts judges the texts to the end. */
export const azureSchema = {
  scope: {
    type: 'string',
    pattern: '^[a-z0-9/][!-~]*$',
    description: "Where on Azure: a place of the folder's team, something below a place, or a raw scope that starts with `/`.",
    examples: ['payments-prod', 'payments-prod/providers/Microsoft.Storage/storageAccounts/ledger'],
  },
  role: {
    type: 'string',
    pattern: '^[!-~]+(?: [!-~]+)*$',
    description: 'A role of Azure RBAC, by its name or by the GUID of its definition.',
    examples: ['Reader', 'Storage Blob Data Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7'],
  },
  principal: {
    type: 'string',
    pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$',
    description: 'The object id of the identity in Microsoft Entra.',
    examples: ['1b2c0000-0000-4000-8000-000000000001'],
  },
  place: {
    type: 'string',
    pattern: '^/[!-~]*$',
    description: 'The Azure scope of the place.',
    examples: ['/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments'],
  },
  bounds: {
    type: 'object',
    description: 'What the tool may look at and write to on Azure.',
    examples: [
      {
        tenant: '11111111-2222-4333-8444-555555555555',
        reads: ['/'],
        manages: ['/providers/Microsoft.Management/managementGroups/acme'],
      },
    ],
    properties: {
      tenant: {
        type: 'string',
        pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$',
        description: 'The id of the tenant. It is checked before the first read, so that a wrong sign-in changes nothing.',
        examples: ['11111111-2222-4333-8444-555555555555'],
      },
      enforce: {
        enum: ['pim', 'run', 'auto'],
        description:
          'Who ends access: `pim` gives it as a time-bound assignment of PIM, which Azure ends by itself; `run` as a role assignment, which our run ends; `auto` by PIM where the tenant has it and its rules for the role allow it, else by our run. A role of the catalogue and an access entry may say otherwise. Left out: `run`.',
        examples: ['auto'],
      },
      mayEnforce: {
        type: 'array',
        description: 'What access entries and roles of the catalogue may say of `enforce`. Left out: all of it.',
        examples: [['pim', 'auto']],
        items: { type: 'string', enum: ['pim', 'run', 'auto'] },
        minItems: 1,
        uniqueItems: true,
      },
      reads: {
        type: 'array',
        description: 'Scopes at which a recall looks, besides every place. Left out: the same as `manages`.',
        examples: [['/']],
        items: { type: 'string', $ref: '#/$defs/azure-place' },
        minItems: 1,
        uniqueItems: true,
      },
      manages: {
        type: 'array',
        description: 'Scopes at which and below which grants may be written. Nothing else is ever written to.',
        examples: [['/providers/Microsoft.Management/managementGroups/acme']],
        items: { type: 'string', $ref: '#/$defs/azure-place' },
        minItems: 1,
        uniqueItems: true,
      },
    },
    required: ['tenant', 'manages'],
    additionalProperties: false,
  },
} as const;
