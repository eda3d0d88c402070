import { formatInstant, type Instant, later } from '../../domain/instant.ts';

interface Wish {
  readonly principal: string;
  readonly reason: string;
  readonly ticket: string;
  /** One entry, as YAML on one line. */
  readonly access: string;
  readonly duration: string;
  /** Written as the full hour at or before it, as people do. */
  readonly expires: Instant;
}

/** A grant as a person writes it. */
export function grantText({ principal, reason, ticket, access, duration, expires }: Wish): string {
  return `principal: ${principal}
reason: ${reason}
ticket: ${ticket}
access:
  - ${access}
duration: ${duration}
expires: ${formatInstant(fullHour(expires))}
`;
}

const HOUR = 3_600_000;

function fullHour(at: Instant): Instant {
  return later(at, -(at % HOUR));
}
