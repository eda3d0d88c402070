// Written by `npm run generate` from scripts/schemas; do not edit.
import type { Files } from './types.ts';

export interface Keys {
  readonly own: readonly string[];
  readonly others: readonly string[];
  readonly examples: Readonly<Record<string, string>>;
}

/** By kind and path in the schema: the keys that stand there, and those that only other branches have. */
export const KEYS: Readonly<Record<keyof Files, Readonly<Record<string, Keys>>>> = {
  "grant": {
    "#/properties/access/items/then": {
      "own": [
        "gcp",
        "role",
        "condition",
        "enforce",
        "adopt",
        "replace"
      ],
      "examples": {
        "gcp": "payments-prod",
        "role": "roles/logging.viewer",
        "condition": "resource.name.startsWith(\"projects/_/buckets/ledger\")",
        "enforce": "pim"
      },
      "others": [
        "azure",
        "place"
      ]
    },
    "#/properties/access/items/else/then": {
      "own": [
        "azure",
        "role",
        "condition",
        "enforce",
        "adopt",
        "replace"
      ],
      "examples": {
        "azure": "payments-prod",
        "role": "Reader",
        "condition": "resource.name.startsWith(\"projects/_/buckets/ledger\")",
        "enforce": "pim"
      },
      "others": [
        "gcp",
        "place"
      ]
    },
    "#/properties/access/items/else/else": {
      "own": [
        "role",
        "place",
        "enforce",
        "adopt",
        "replace"
      ],
      "examples": {
        "role": "debug",
        "place": "payments-prod",
        "enforce": "pim"
      },
      "others": [
        "gcp",
        "condition",
        "azure"
      ]
    },
    "#": {
      "own": [
        "principal",
        "requestedBy",
        "reason",
        "ticket",
        "access",
        "starts",
        "expires",
        "duration",
        "grace"
      ],
      "others": [],
      "examples": {
        "principal": "ada",
        "requestedBy": "bo",
        "reason": "Find out why last night's settlements failed",
        "ticket": "INC-4711",
        "starts": "2026-11-23T09:00:00Z",
        "expires": "2026-11-23T17:00:00Z",
        "duration": "3h",
        "grace": "15m"
      }
    }
  },
  "team": {
    "#/properties/places/additionalProperties": {
      "own": [
        "env",
        "gcp",
        "azure"
      ],
      "others": [],
      "examples": {
        "env": "prod",
        "gcp": "projects/payments-prod",
        "azure": "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments"
      }
    },
    "#": {
      "own": [
        "approvers",
        "zone",
        "places"
      ],
      "others": [],
      "examples": {
        "zone": "Europe/Berlin"
      }
    }
  },
  "people": {
    "#/properties/people/additionalProperties/then": {
      "own": [
        "person",
        "github",
        "gcp",
        "azure",
        "left"
      ],
      "examples": {
        "person": "ada",
        "github": "ada-b",
        "gcp": "user:ada@example.com",
        "azure": "1b2c0000-0000-4000-8000-000000000001",
        "left": "2026-11-20T16:00:00Z"
      },
      "others": [
        "name"
      ]
    },
    "#/properties/people/additionalProperties/else": {
      "own": [
        "name",
        "github",
        "gcp",
        "azure",
        "left"
      ],
      "examples": {
        "name": "Ada Byron",
        "github": "ada-b",
        "gcp": "user:ada@example.com",
        "azure": "1b2c0000-0000-4000-8000-000000000001",
        "left": "2026-11-20T16:00:00Z"
      },
      "others": [
        "person"
      ]
    },
    "#/properties/groups/additionalProperties": {
      "own": [
        "gcp",
        "azure",
        "members"
      ],
      "others": [],
      "examples": {
        "gcp": "user:ada@example.com",
        "azure": "1b2c0000-0000-4000-8000-000000000001"
      }
    },
    "#/properties/services/additionalProperties": {
      "own": [
        "gcp",
        "azure"
      ],
      "others": [],
      "examples": {
        "gcp": "user:ada@example.com",
        "azure": "1b2c0000-0000-4000-8000-000000000001"
      }
    },
    "#": {
      "own": [
        "people",
        "groups",
        "services"
      ],
      "others": [],
      "examples": {}
    }
  },
  "role": {
    "#/properties/access/items/then": {
      "own": [
        "gcp",
        "role",
        "condition"
      ],
      "examples": {
        "gcp": "$place",
        "role": "roles/logging.viewer",
        "condition": "resource.name.startsWith(\"projects/_/buckets/ledger\")"
      },
      "others": [
        "azure"
      ]
    },
    "#/properties/access/items/else/then": {
      "own": [
        "azure",
        "role",
        "condition"
      ],
      "examples": {
        "azure": "$place",
        "role": "Reader",
        "condition": "resource.name.startsWith(\"projects/_/buckets/ledger\")"
      },
      "others": [
        "gcp"
      ]
    },
    "#": {
      "own": [
        "description",
        "maxDuration",
        "privileged",
        "approvers",
        "enforce",
        "access"
      ],
      "others": [],
      "examples": {
        "description": "Read logs and the replica's settings",
        "maxDuration": "8h",
        "enforce": "pim"
      }
    }
  },
  "policy": {
    "#/properties/clouds/properties/gcp/properties/recall/properties/signOut": {
      "own": [
        "account",
        "admin"
      ],
      "others": [],
      "examples": {
        "account": "signer@platform-shared.iam.gserviceaccount.com",
        "admin": "it@example.com"
      }
    },
    "#/properties/clouds/properties/gcp/properties/recall": {
      "own": [
        "lockdown",
        "denies",
        "disables",
        "signOut"
      ],
      "others": [],
      "examples": {
        "lockdown": "organizations/123456789012"
      }
    },
    "#/properties/clouds/properties/gcp": {
      "own": [
        "reads",
        "manages",
        "recall"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/clouds/properties/azure/properties/recall/properties/signOut": {
      "own": [
        "account"
      ],
      "others": [],
      "examples": {
        "account": "7a8b0000-0000-4000-8000-0000000000a3"
      }
    },
    "#/properties/clouds/properties/azure/properties/recall": {
      "own": [
        "lockdown",
        "denies",
        "disables",
        "signOut"
      ],
      "others": [],
      "examples": {
        "lockdown": "/subscriptions/00000000-0000-4000-8000-000000000000"
      }
    },
    "#/properties/clouds/properties/azure": {
      "own": [
        "tenant",
        "enforce",
        "mayEnforce",
        "reads",
        "manages",
        "recall"
      ],
      "others": [],
      "examples": {
        "tenant": "11111111-2222-4333-8444-555555555555",
        "enforce": "auto"
      }
    },
    "#/properties/clouds": {
      "own": [
        "gcp",
        "azure"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/grants": {
      "own": [
        "maxDuration",
        "maxTotal",
        "maxHorizon",
        "maxGrace",
        "require",
        "ticketPattern"
      ],
      "others": [],
      "examples": {
        "maxDuration": "8h",
        "maxTotal": "30d",
        "maxHorizon": "30d",
        "maxGrace": "30m",
        "ticketPattern": "INC-[0-9]+"
      }
    },
    "#/properties/limits/items": {
      "own": [
        "env",
        "maxDuration",
        "deny"
      ],
      "others": [],
      "examples": {
        "env": "prod",
        "maxDuration": "4h"
      }
    },
    "#/properties/deny": {
      "own": [
        "roles",
        "scopes",
        "principals"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/hours/items/properties/where": {
      "own": [
        "folder",
        "env",
        "cloud",
        "role",
        "principal"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/hours/items": {
      "own": [
        "where",
        "days",
        "from",
        "to",
        "zone",
        "part"
      ],
      "others": [],
      "examples": {
        "from": "08:00",
        "to": "18:00",
        "zone": "Europe/Berlin",
        "part": "begin"
      }
    },
    "#/properties/asking/items": {
      "own": [
        "for",
        "by",
        "self"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/groups": {
      "own": [
        "maxMembers"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/rules/items": {
      "own": [
        "name",
        "expression",
        "message"
      ],
      "others": [],
      "examples": {
        "name": "no-weekend-prod",
        "expression": "!(place.env == \"prod\" && grant.startsOnWeekend)",
        "message": "You must ask on a working day"
      }
    },
    "#/properties/modes/items/properties/where": {
      "own": [
        "folder",
        "env",
        "cloud",
        "role",
        "principal"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/modes/items": {
      "own": [
        "rule",
        "mode",
        "where"
      ],
      "others": [],
      "examples": {
        "rule": "max-duration",
        "mode": "warn"
      }
    },
    "#/properties/approval/properties/more/items/properties/where": {
      "own": [
        "folder",
        "env",
        "cloud",
        "role",
        "principal"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/approval/properties/more/items": {
      "own": [
        "where",
        "privileged",
        "minimum",
        "approvers"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/approval": {
      "own": [
        "mode",
        "minimum",
        "privileged",
        "more"
      ],
      "others": [],
      "examples": {
        "mode": "enforce"
      }
    },
    "#/properties/guard/properties/withdrawals": {
      "own": [
        "max",
        "percent",
        "window"
      ],
      "others": [],
      "examples": {
        "window": "24h"
      }
    },
    "#/properties/guard/properties/newGrants": {
      "own": [
        "max",
        "privileged"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/guard": {
      "own": [
        "withdrawals",
        "newGrants",
        "protect"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/breakGlass": {
      "own": [
        "who",
        "roles",
        "maxDuration",
        "reviewWithin"
      ],
      "others": [],
      "examples": {
        "maxDuration": "1h",
        "reviewWithin": "24h"
      }
    },
    "#/properties/unmanaged": {
      "own": [
        "mode",
        "ignore"
      ],
      "others": [],
      "examples": {
        "mode": "report"
      }
    },
    "#/properties/notices": {
      "own": [
        "before",
        "to"
      ],
      "others": [],
      "examples": {}
    },
    "#/properties/prune": {
      "own": [
        "after"
      ],
      "others": [],
      "examples": {
        "after": "1h"
      }
    },
    "#/properties/heartbeat": {
      "own": [
        "maxAge"
      ],
      "others": [],
      "examples": {
        "maxAge": "90m"
      }
    },
    "#": {
      "own": [
        "stamp",
        "formerStamps",
        "security",
        "clouds",
        "grants",
        "limits",
        "deny",
        "separationOfDuties",
        "hours",
        "asking",
        "groups",
        "rules",
        "modes",
        "approval",
        "guard",
        "breakGlass",
        "unmanaged",
        "notices",
        "prune",
        "heartbeat"
      ],
      "others": [],
      "examples": {
        "stamp": "acme-access"
      }
    }
  },
  "recall": {
    "#": {
      "own": [
        "principal",
        "since",
        "reason",
        "lockdown"
      ],
      "others": [],
      "examples": {
        "principal": "gil",
        "since": "2026-11-21T03:12:00Z",
        "reason": "Laptop stolen"
      }
    }
  },
  "override": {
    "#": {
      "own": [
        "withdraws",
        "grants",
        "expires",
        "reason"
      ],
      "others": [],
      "examples": {
        "expires": "2026-11-22T17:00:00Z",
        "reason": "payments moves to its own organisation"
      }
    }
  },
  "cases": {
    "#/properties/cases/items/properties/held/items": {
      "own": [
        "principal",
        "role",
        "place",
        "from",
        "until"
      ],
      "others": [],
      "examples": {
        "principal": "ada",
        "role": "debug",
        "place": "payments-prod",
        "from": "2026-11-01T08:00:00Z",
        "until": "2026-11-02T08:00:00Z"
      }
    },
    "#/properties/cases/items/properties/history/items": {
      "own": [
        "principal",
        "role",
        "place",
        "from",
        "to"
      ],
      "others": [],
      "examples": {
        "principal": "ada",
        "role": "debug",
        "place": "payments-prod",
        "from": "2026-11-01T08:00:00Z",
        "to": "2026-11-02T08:00:00Z"
      }
    },
    "#/properties/cases/items": {
      "own": [
        "name",
        "team",
        "id",
        "now",
        "grant",
        "held",
        "history",
        "refusedBy",
        "warnedBy",
        "approvals",
        "approvers"
      ],
      "others": [],
      "examples": {
        "name": "Nobody gets in at night",
        "team": "payments",
        "id": "2026-11-23-ada-debug",
        "now": "2026-11-23T22:00:00Z",
        "grant": "principal: ada\n"
      }
    },
    "#": {
      "own": [
        "now",
        "cases"
      ],
      "others": [],
      "examples": {
        "now": "2026-11-23T09:00:00Z"
      }
    }
  }
};
