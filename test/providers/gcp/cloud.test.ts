import { describe, expect, it } from 'vitest';
import { gcp } from '../../../src/providers/gcp/cloud.ts';
import { sessionFor } from '../../../src/providers/gcp/session.ts';
import { clouds } from '../../../src/providers/registry.ts';
import { scripted } from '../scripted.ts';

describe('Google Cloud', () => {
  it('is in the registry, under the name that files use', () => {
    expect(clouds.gcp).toBe(gcp);
    for (const [name, cloud] of Object.entries(clouds)) expect(cloud.syntax.name).toBe(name);
  });

  it('gives a reader that cannot write, and a writer', async () => {
    const access = scripted([]);
    const means = ['ancestry', 'discover', 'foresee', 'read', 'residue', 'role', 'siblings', 'sweep', 'told', 'trusted'];
    expect(Object.keys(await gcp.reader(access)).sort()).toEqual(means);
    expect(Object.keys(await gcp.writer(access))).toEqual(['apply']);
    expect(sessionFor(access)).toBe(sessionFor(access));
  });

  it('checks own conditions', async () => {
    const check = await gcp.conditions();
    expect(check('resource.type == "x"')).toEqual({ ok: true, value: 'resource.type == "x"' });
    expect(check('a) || (a').ok).toBe(false);
  });
});
