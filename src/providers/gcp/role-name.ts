import type { Parsed } from '../../domain/cloud.ts';

/** Google IAM: "Roles and permissions", names of predefined and custom roles. */
const ROLE = /^(?:(?:projects\/(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]|organizations\/[1-9]\d{0,18})\/)?roles\/[A-Za-z0-9_.]{1,100}$/;
const BASIC = /^roles\/(?:owner|editor|viewer)$/;

/** How Google masks a conditional binding for a reader that did not ask for version 3 (allow policies, "policy versions"; BigQuery: datasets.get). */
export const MASKED_ROLE = /_withcond_[0-9a-f]{20}$|_with_conditionalbinding_[0-9A-Za-z]+$/;

/** `roles/…`, `projects/ID/roles/…` or `organizations/NUMBER/roles/…`. */
export function parseRole(text: string): Parsed<string> {
  if (BASIC.test(text)) {
    return {
      ok: false,
      problem: `${text} cannot carry a condition, so it would never end by itself`,
      hint: 'ask for the predefined role that does the work, such as roles/logging.viewer',
    };
  }
  if (!ROLE.test(text) || MASKED_ROLE.test(text)) {
    return {
      ok: false,
      problem: `${text} is no role of Google Cloud`,
      hint: 'write roles/NAME, projects/ID/roles/NAME or organizations/NUMBER/roles/NAME',
    };
  }
  return { ok: true, value: text };
}

/** The project or organization that a custom role belongs to; undefined for a predefined one. */
export function homeOf(role: string): string | undefined {
  const at = role.indexOf('/roles/');
  return at < 0 ? undefined : role.slice(0, at);
}
