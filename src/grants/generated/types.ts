// Written by `npm run generate` from scripts/schemas; do not edit.
export interface Files {
  grant: {
    principal: string[] | string;
    requestedBy?: string;
    reason?: string;
    ticket?: string;
    access: (
      | {
          gcp: string;
          role: string;
          condition?: string;
          enforce?: 'pim' | 'run' | 'auto';
          adopt?: boolean;
          replace?: boolean;
        }
      | {
          azure: string;
          role: string;
          condition?: string;
          enforce?: 'pim' | 'run' | 'auto';
          adopt?: boolean;
          replace?: boolean;
        }
      | {
          role: string;
          place: string[] | string;
          enforce?: 'pim' | 'run' | 'auto';
          adopt?: boolean;
          replace?: boolean;
        }
    )[];
    starts?: string;
    expires: string;
    duration?: string;
    grace: string;
  };
  team: {
    approvers: string[];
    zone: string;
    places: {
      [k: string]: {
        env: string;
        gcp?: string;
        azure?: string;
      };
    };
  };
  people: {
    people?: {
      [k: string]:
        | {
            person: string;
            github?: string;
            gcp?: string;
            azure?: string;
            left?: string;
          }
        | {
            name: string;
            github?: string;
            gcp?: string;
            azure?: string;
            left?: string;
          };
    };
    groups?: {
      [k: string]: {
        gcp?: string;
        azure?: string;
        members: string[];
      };
    };
    services?: {
      [k: string]: {
        gcp?: string;
        azure?: string;
      };
    };
  };
  role: {
    description: string;
    maxDuration?: string;
    privileged: boolean;
    approvers: string[];
    enforce?: 'pim' | 'run' | 'auto';
    access: (
      | {
          gcp: string;
          role: string;
          condition?: string;
        }
      | {
          azure: string;
          role: string;
          condition?: string;
        }
    )[];
  };
  policy: {
    stamp: string;
    formerStamps: string[];
    security: string[];
    clouds: {
      gcp?: {
        reads?: string[];
        manages: string[];
        recall?: {
          lockdown?: string;
          denies?: string[];
          disables?: boolean;
          signOut?: {
            account: string;
            admin?: string;
          };
        };
      };
      azure?: {
        tenant: string;
        enforce?: 'pim' | 'run' | 'auto';
        mayEnforce?: ('pim' | 'run' | 'auto')[];
        reads?: string[];
        manages: string[];
        recall?: {
          lockdown?: string;
          denies?: string[];
          disables?: boolean;
          signOut?: {
            account: string;
          };
        };
      };
    };
    grants: {
      maxDuration: string;
      maxTotal: string;
      maxHorizon: string;
      maxGrace: string;
      require: ('reason' | 'ticket')[];
      ticketPattern?: string;
    };
    limits: {
      env: string;
      maxDuration?: string;
      deny?: boolean;
    }[];
    deny: {
      roles: string[];
      scopes: string[];
      principals: string[];
    };
    separationOfDuties: string[][];
    hours: {
      where: {
        folder: string[];
        env: string[];
        cloud: string[];
        role: string[];
        principal: string[];
      };
      days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
      from: string;
      to: string;
      zone?: string;
      part: 'whole' | 'begin';
    }[];
    asking: {
      for: string[];
      by: string[];
      self: boolean;
    }[];
    groups: {
      maxMembers?: number;
    };
    rules: {
      name: string;
      expression: string;
      message: string;
    }[];
    modes: {
      rule: string;
      mode: 'deny' | 'warn' | 'off';
      where: {
        folder: string[];
        env: string[];
        cloud: string[];
        role: string[];
        principal: string[];
      };
    }[];
    approval: {
      mode: 'enforce' | 'warn' | 'trust-branch-protection';
      minimum: number;
      privileged: number;
      more: {
        where: {
          folder: string[];
          env: string[];
          cloud: string[];
          role: string[];
          principal: string[];
        };
        privileged: boolean;
        minimum?: number;
        approvers: string[];
      }[];
    };
    guard: {
      withdrawals: {
        max: number;
        percent: number;
        window: string;
      };
      newGrants: {
        max: number;
        privileged: number;
      };
      protect: string[];
    };
    breakGlass?: {
      who: string[];
      roles: string[];
      maxDuration: string;
      reviewWithin: string;
    };
    unmanaged: {
      mode: 'report' | 'ignore';
      ignore: ('service-agents' | 'pim' | 'pam' | 'inherited')[];
    };
    notices: {
      before: string[];
      to: ('principal' | 'approvers')[];
    };
    prune: {
      after: string;
    };
    heartbeat: {
      maxAge: string;
    };
  };
  recall: {
    principal: string;
    since: string;
    reason: string;
    lockdown?: boolean;
  };
  override: {
    withdraws: string[];
    grants: string[];
    expires: string;
    reason: string;
  };
  cases: {
    now: string;
    cases: {
      name: string;
      team: string;
      id?: string;
      now?: string;
      grant: string;
      held?: {
        principal: string;
        role: string;
        place: string;
        from?: string;
        until: string;
      }[];
      history?: {
        principal: string;
        role: string;
        place: string;
        from: string;
        to: string;
      }[];
      refusedBy: string[];
      warnedBy: string[];
      approvals?: number;
      approvers?: string[];
    }[];
  };
}
