import type { World } from '../context.ts';

const GOOGLE = 'https://cloudresourcemanager.googleapis.com/v3';
const AZURE = 'https://management.azure.com';

interface GooglePolicy {
  readonly bindings?: readonly {
    readonly role: string;
    readonly members: readonly string[];
    readonly condition?: { readonly title: string; readonly expression: string };
  }[];
}

interface AzureAssignments {
  readonly value: readonly { readonly properties: { readonly principalId: string; readonly description: string | null } }[];
}

/** What somebody does by hand in the console of Google Cloud: one more binding, without an end. */
export async function addByHand(world: World, scope: string, role: string, member: string): Promise<void> {
  const policy = await googlePolicy(world, scope);
  const bindings = [...(policy.bindings ?? []), { role, members: [member] }];
  await call(world, `${GOOGLE}/${scope}:setIamPolicy`, { policy: { ...policy, version: 3, bindings } });
}

/** The bindings of a scope that carry the grant's mark, in the words of Google Cloud itself. */
export async function lookAtGoogle(world: World, scope: string, grant: string): Promise<readonly string[]> {
  const { bindings = [] } = await googlePolicy(world, scope);
  return bindings.flatMap(({ role, members, condition }) =>
    condition?.title.endsWith(`:${grant}`) === true
      ? [`${role}  ${members.join(', ')}`, `  ${condition.title}`, `  ${condition.expression}`]
      : [],
  );
}

/** The role assignments of a scope that carry the grant's mark, in the words of Azure itself. */
export async function lookAtAzure(world: World, scope: string, grant: string): Promise<readonly string[]> {
  const list = `${AZURE}${scope}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=atScope()`;
  const { value } = (await call(world, list)) as AzureAssignments;
  return value.flatMap(({ properties: { principalId, description } }) =>
    description?.includes(` grant=${grant} `) === true ? [principalId, ...description.split(/ (?=until=)/).map((part) => `  ${part}`)] : [],
  );
}

async function googlePolicy(world: World, scope: string): Promise<GooglePolicy> {
  return (await call(world, `${GOOGLE}/${scope}:getIamPolicy`, { options: { requestedPolicyVersion: 3 } })) as GooglePolicy;
}

async function call(world: World, url: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' };
  const answer = await world.fetch(url, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}
