import type { GcpState } from './state.ts';

/** Whether a member is an account that was disabled. */
export function isDisabled(state: GcpState, member: string): boolean {
  const email = /^serviceAccount:(.+)$/.exec(member)?.[1]?.toLowerCase() ?? '';
  return state.serviceAccounts[email]?.disabled === true;
}
