import type { Capabilities } from '../../domain/cloud.ts';

/** Google IAM: "Overview of IAM Conditions", "Allow policies". */
export const capabilities: Capabilities = {
  nativeExpiry: {
    can: true,
    how: 'a condition on request.time in the binding itself: Google stops the access at the end, whether we run or not',
  },
  nativeStart: { can: true, how: 'a condition on request.time in the binding itself' },
  ownConditions: { can: true, how: 'any boolean CEL expression on one line, joined to the end with &&' },
  endsSessions: {
    can: false,
    why: 'not yet: Google checks each request, so access ends with its binding; open shells and signed links outlive it',
  },
  besideTwin: { can: true, how: 'bindings with different conditions stand side by side' },
  unitOfWrite: 'policy',
};
