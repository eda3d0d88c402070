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
      recall: {
        type: 'object',
        description: 'What a recall does on Azure beside taking assignments. Left out: nothing.',
        examples: [{ lockdown: '/subscriptions/00000000-0000-4000-8000-000000000000', disables: true }],
        properties: {
          lockdown: {
            type: 'string',
            pattern: '^/[!-~]*$',
            description:
              'Where deny assignments stand that lock recalled principals out of writing, deleting and acting, whatever others gave them. Azure has to offer it (API version 2026-09-01). Without it nobody is locked out.',
            examples: ['/subscriptions/00000000-0000-4000-8000-000000000000'],
          },
          denies: {
            type: 'array',
            description:
              'Operations that they deny: writes, deletions and actions, since Azure lets no reads be denied. Left out: all of these.',
            examples: [['Microsoft.Storage/*/write', 'Microsoft.Storage/*/delete']],
            items: {
              type: 'string',
              pattern: '^[A-Za-z0-9.*/]+/(?:write|delete|action)$',
              description: 'An operation of a resource provider; `*` stands for any part.',
              examples: ['*/write'],
            },
            minItems: 1,
            uniqueItems: true,
          },
          disables: {
            type: 'boolean',
            description:
              'True: a service principal that is locked out is disabled too, and enabled again when the recall is lifted. It needs `signOut`.',
            examples: [true],
          },
          signOut: {
            type: 'object',
            description: 'Who ends the sessions of recalled users, and disables service principals. Left out: nobody does.',
            examples: [{ account: '7a8b0000-0000-4000-8000-0000000000a3' }],
            properties: {
              account: {
                type: 'string',
                pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$',
                description:
                  'The application (client) id of an app registration of its own that trusts the same workflow, with User.RevokeSessions.All and, to disable, Application.ReadWrite.All on Microsoft Graph.',
                examples: ['7a8b0000-0000-4000-8000-0000000000a3'],
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
    required: ['tenant', 'manages'],
    additionalProperties: false,
  },
} as const;
