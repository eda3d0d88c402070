import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { proposalOf } from '../../src/commands/reading/judge.ts';
import type { Control } from '../../src/domain/policy.ts';
import { later } from '../../src/domain/instant.ts';
import { assembleControl } from '../../src/grants/control.ts';
import { readTree } from '../../src/grants/tree.ts';
import type { Asked } from '../../src/policy/asked.ts';
import { compileRules } from '../../src/policy/cel.ts';
import { judge } from '../../src/policy/judge.ts';
import { rulesWith } from '../../src/policy/rules.ts';
import { clouds } from '../../src/providers/registry.ts';
import { expand } from '../../src/reconcile/expand.ts';
import { grantFixtures, LANDED, NOW } from '../fixtures/grants.ts';
import { controlFiles } from '../fixtures/organisation.ts';
import { fixtureRepository } from '../fixtures/repository.ts';
import { compared, interleaved, type Result, type Sample } from '../measure.ts';
import { timed } from '../process.ts';
import type { Ground, Part } from './part.ts';

const GRANTS = 1000;
const TYPED = 50;
const OWN = 20;
const ROUNDS = 7;
const WANTED_MS = 1000;

/** 1,000 grants, each with its cloud roles and with what its people hold and held, under 50 typed demands and 20 rules in CEL. */
export const policy: Part = async (ground) => [...(await judging(ground)), ...(await starting(ground))];

async function judging({ say }: Ground): Promise<readonly Result[]> {
  say(`policy ${GRANTS} grants, ${ROUNDS} rounds`);
  const { asked, control } = requests();
  const compiled = compileRules(control.policy.rules, control.policy.source);
  if (!compiled.ok) throw new Error(compiled.findings.map(({ message }) => message).join('\n'));
  const rules = rulesWith(compiled.rules);
  let findings = 0;
  const ours = (): Sample => {
    const began = process.cpuUsage();
    // A copy, so that nothing that an earlier round worked out is there already.
    findings = asked.reduce((sum, one) => sum + judge({ ...one }, rules).length, 0);
    const { user, system } = process.cpuUsage(began);
    // The peer is a clock, which does not slow down where others keep the machine busy: so it is the work of one core that counts.
    const cpuMs = (user + system) / 1000;
    return { ms: cpuMs, cpuMs };
  };
  const taken = await interleaved(ROUNDS, { ours, second: () => ({ ms: WANTED_MS, cpuMs: WANTED_MS }) });
  const more = { grants: GRANTS, uses: asked.reduce((sum, { uses }) => sum + uses.length, 0), typed: TYPED, cel: OWN, findings };
  return [compared('judging 1000 grants', taken.ours, { name: 'one second', samples: taken.second }, { goal: 1, more })];
}

const START_ROUNDS = 15;
const START_GOAL = 2.6;

/** The wait for `validate` where policy.yaml has rules in CEL, so that their engine loads and compiles them. */
async function starting({ work, programs, say }: Ground): Promise<readonly Result[]> {
  say(`cold start with rules, ${START_ROUNDS} rounds`);
  const plain = await fixtureRepository(work, 10);
  const dir = `${plain}-rules`;
  rmSync(dir, { recursive: true, force: true });
  cpSync(plain, dir, { recursive: true });
  appendFileSync(join(dir, 'policy/policy.yaml'), ownRules());
  const node = process.execPath;
  const { bare, ours } = await interleaved(START_ROUNDS, {
    bare: timed({ program: node, args: ['-e', '0'] }),
    ours: timed({ program: node, args: [programs.cli, 'validate', '--working-tree'], dir }),
  });
  return [compared('cold start of validate with rules in CEL', ours, { name: 'node -e 0', samples: bare }, { goal: START_GOAL })];
}

function requests(): { readonly asked: readonly Asked[]; readonly control: Control } {
  const grants = grantFixtures(GRANTS);
  const people = grants.flatMap(({ person, asker }) => [person, asker]);
  const control = controlFiles(GRANTS, [...new Set(people)]);
  const texts = new Map([...control, ...grants.map(({ path, text }) => [path, text] as const)]);
  texts.set('policy/policy.yaml', demanding(control.get('policy/policy.yaml') ?? ''));
  const encoder = new TextEncoder();
  const syntaxes = Object.values(clouds).map(({ syntax }) => syntax);
  const tree = readTree(
    [...texts].map(([path, text]) => ({ path, mode: '100644', bytes: encoder.encode(text) })),
    syntaxes,
  );
  const assembled = assembleControl(tree.parts, syntaxes);
  if (!assembled.ok || tree.findings.length > 0) throw new Error(JSON.stringify([tree.findings, assembled.findings]));
  return { asked: tree.grants.map((grant) => crowded(grant, assembled.control)), control: assembled.control };
}

const bySyntax = new Map(Object.entries(clouds).map(([name, { syntax }]) => [name, syntax]));

/** A grant as its run judges it, with three grants beside it and five before. */
function crowded(grant: Asked['grant'], control: Control): Asked {
  const asked = proposalOf(grant, expand(grant, control, bySyntax).units, control, bySyntax, LANDED);
  const [use] = asked.uses;
  if (use === undefined) throw new Error(`${grant.id} asks for nothing`);
  const { principal, roleKey, scopeKey } = use;
  const held = ['debug', 'observe', 'observe'].map((catalogueRole) => ({ principal, catalogueRole, roleKey, scopeKey, until: NOW }));
  const history = [1, 2, 3, 4, 5].map((day) => ({
    person: principal,
    roleKey,
    scopeKey,
    from: later(LANDED, -day * 86_400_000),
    to: later(LANDED, (1 - day) * 86_400_000 - 60_000),
  }));
  // What each role brings to ways that take several, which none of them completes.
  const uses = asked.uses.map((one) => (one.role === undefined ? one : { ...one, role: { ...one.role, parts: [RUNS] } }));
  const scope = clouds.gcp.syntax.scope(use.scope);
  const beside = scope.ok
    ? held.map(() => ({ principal, role: 'roles/run.developer', scope: scope.value, parts: [RUNS], until: NOW }))
    : [];
  return { ...asked, uses, held, history, beside };
}

const RUNS = {
  combination: 'attach',
  part: 1,
  of: 2,
  permission: 'run.services.create',
  reach: 'near',
  reason: 'have things run',
} as const;

/** The policy of the fixture with demands of every kind: 50 settings of typed rules, and 20 rules. */
function demanding(text: string): string {
  const list = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => `  - ${line(at)}\n`).join('');
  // The fixture's own policy has eight: four lengths, what is required, the pattern, and two environments.
  const denied = Array.from({ length: 10 }, (_, at) => `"gcp:roles/service${at}.*Admin"`).join(', ');
  const scopes = Array.from({ length: 6 }, (_, at) => `"gcp:projects/closed-${at}"`).join(', ');
  const apart = '[debug, release], [observe, release]';
  return text
    .replace(/^deny: .*$/m, `deny: { roles: [${denied}], principals: ["*-bot", "user:*@example.org"], scopes: [${scopes}] }`)
    .replace(/^separationOfDuties: .*$/m, `separationOfDuties: [${apart}]`)
    .concat(
      `hours:\n${list(6, (at) => `{ where: { env: [prod] }, from: 00:00, to: ${18 + at}:00, days: [mon, tue, wed, thu, fri, sat, sun] }`)}`,
      `asking:\n${list(5, (at) => (at === 0 ? '{ self: true, by: [team-00-lead-a] }' : `{ for: [person-00${at}], by: [team-00-lead-b] }`))}`,
      'groups: { maxMembers: 12 }\n',
      `modes:\n${list(10, (at) => `{ rule: ${MODED[at] ?? ''}, mode: warn, where: { env: [${at % 2 === 0 ? 'test' : 'prod'}] } }`)}`,
      ownRules(),
    );
}

function ownRules(): string {
  const rule = (at: number) =>
    `  - { name: own-${at}, expression: '${EXPRESSIONS[at % EXPRESSIONS.length] ?? ''}', message: You must not }\n`;
  return `rules:\n${Array.from({ length: OWN }, (_, at) => rule(at)).join('')}`;
}

const MODED = [
  'max-duration',
  'required',
  'ticket-pattern',
  'business-hours',
  'may-ask',
  'max-grace',
  'max-horizon',
  'denied-role',
  'denied-scope',
  'group-size',
];

const EXPRESSIONS = [
  '!(place.env == "prod" && grant.startsOnWeekend)',
  'grant.durationMinutes <= 480 || access.privileged',
  'grant.ticket.like("INC-*") && size(grant.reason) > 10',
  'grant.principals.all(p, !p.endsWith("-bot"))',
  'held.all(h, h.role != "release" || h.scheduled)',
  'history.filter(h, h.daysAgo < 7).size() < 20',
  'place.env in ["prod", "test"] && principal.kind == "person"',
  'access.role != "release" || grant.hour >= 8 && grant.hour < 18',
  'role.maxMinutes == 0 || grant.durationMinutes <= role.maxMinutes',
  '!(now.weekend && place.env == "prod")',
];
