import type { MemberKind } from '../domain/access.ts';
import type { CloudSyntax, Parsed } from '../domain/cloud.ts';
import type { Code } from './codes.ts';

/** What is wrong with a value, before anybody asks where it stands. */
export interface Wrong {
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
}

export function wrongScope(cloud: CloudSyntax, text: string): Wrong | undefined {
  return wrong('GK1208', cloud.written?.(text) ?? cloud.scope(text), 'Write the scope as the cloud itself does.');
}

export function wrongRole(cloud: CloudSyntax, text: string): Wrong | undefined {
  return wrong('GK1209', cloud.role(text), 'Write the role as the cloud itself does.');
}

export function wrongMember(cloud: CloudSyntax, text: string, kind: MemberKind): Wrong | undefined {
  return wrong('GK1210', cloud.member(text, kind), 'Write the identity as the cloud itself does.');
}

/** A condition of one's own on a cloud that holds none. What it says is for the cloud's own checker. */
export function wrongCondition({ title, capabilities }: CloudSyntax): Wrong | undefined {
  const { ownConditions } = capabilities;
  return ownConditions.can ? undefined : { code: 'GK1211', message: `${title} holds no conditions of your own`, hint: ownConditions.why };
}

function wrong(code: Code, parsed: Parsed<unknown>, otherwise: string): Wrong | undefined {
  return parsed.ok ? undefined : { code, message: parsed.problem, hint: parsed.hint ?? otherwise };
}
