// Written by `npm run generate` from scripts/schemas; do not edit.
import type { Files } from './types.ts';

export interface Typed {
  readonly pointer: string;
  readonly type: 'boolean' | 'integer';
}

/** By kind: what is no text. A `*` stands for any index or name. */
export const TYPED: Readonly<Record<keyof Files, readonly Typed[]>> = {
  "grant": [
    {
      "pointer": "/access/*/adopt",
      "type": "boolean"
    },
    {
      "pointer": "/access/*/replace",
      "type": "boolean"
    },
    {
      "pointer": "/access/*/adopt",
      "type": "boolean"
    },
    {
      "pointer": "/access/*/replace",
      "type": "boolean"
    },
    {
      "pointer": "/access/*/adopt",
      "type": "boolean"
    },
    {
      "pointer": "/access/*/replace",
      "type": "boolean"
    }
  ],
  "team": [],
  "people": [],
  "role": [
    {
      "pointer": "/privileged",
      "type": "boolean"
    }
  ],
  "policy": [
    {
      "pointer": "/clouds/gcp/recall/disables",
      "type": "boolean"
    },
    {
      "pointer": "/clouds/azure/recall/disables",
      "type": "boolean"
    },
    {
      "pointer": "/limits/*/deny",
      "type": "boolean"
    },
    {
      "pointer": "/asking/*/self",
      "type": "boolean"
    },
    {
      "pointer": "/groups/maxMembers",
      "type": "integer"
    },
    {
      "pointer": "/approval/minimum",
      "type": "integer"
    },
    {
      "pointer": "/approval/privileged",
      "type": "integer"
    },
    {
      "pointer": "/approval/more/*/privileged",
      "type": "boolean"
    },
    {
      "pointer": "/approval/more/*/minimum",
      "type": "integer"
    },
    {
      "pointer": "/guard/withdrawals/max",
      "type": "integer"
    },
    {
      "pointer": "/guard/withdrawals/percent",
      "type": "integer"
    },
    {
      "pointer": "/guard/newGrants/max",
      "type": "integer"
    },
    {
      "pointer": "/guard/newGrants/privileged",
      "type": "integer"
    }
  ],
  "recall": [
    {
      "pointer": "/lockdown",
      "type": "boolean"
    }
  ],
  "override": [],
  "cases": [
    {
      "pointer": "/cases/*/approvals",
      "type": "integer"
    }
  ]
};
