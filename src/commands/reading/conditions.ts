import type { CloudName } from '../../domain/access.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Source } from '../../domain/source.ts';
import type { Context } from '../context.ts';
import type { Files } from './files.ts';

interface Written {
  readonly cloud: CloudName;
  readonly condition: string;
  readonly role: string;
  readonly source: Source;
  readonly pointer: string;
}

/** Own conditions, each parsed alone; the parser loads only where a file has one. */
export async function conditionFindings(files: Files, context: Pick<Context, 'clouds'>): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [cloud, written] of Map.groupBy(writtenConditions(files), (one) => one.cloud)) {
    const check = await context.clouds[cloud]?.conditions();
    for (const { condition, role, source, pointer } of written) {
      const parsed = check?.(condition, role);
      if (parsed?.ok !== false) continue;
      const hint = parsed.hint === undefined ? {} : { hint: parsed.hint };
      findings.push({
        code: 'GK1502',
        severity: 'error',
        message: `the condition does not stand alone: ${parsed.problem}`,
        at: source.place(pointer),
        ...hint,
      });
    }
  }
  return findings;
}

function writtenConditions(files: Files): readonly Written[] {
  const grants = files.grants.flatMap((grant) =>
    grant.access.flatMap((entry, at) =>
      entry.kind === 'cloud' && entry.condition !== undefined
        ? [{ cloud: entry.cloud, condition: entry.condition, role: entry.role, source: grant.source, pointer: `/access/${at}/condition` }]
        : [],
    ),
  );
  const roles = [...(files.control?.roles.values() ?? [])].flatMap((catalogued) =>
    catalogued.access.flatMap(({ cloud, role, condition }, at) =>
      condition === undefined ? [] : [{ cloud, condition, role, source: catalogued.source, pointer: `/access/${at}/condition` }],
    ),
  );
  return [...grants, ...roles];
}
