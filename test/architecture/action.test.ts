import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionText } from '../../scripts/action.ts';

const text = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');

describe('action.yml', () => {
  it('is what the table of commands makes of it', async () => expect(text).toBe(await actionText()));

  it('runs the bundle on the Node that the product is built for', () => {
    const { runs, branding, description } = parse(text) as { runs: object; branding: object; description: string };
    expect(runs).toEqual({ using: 'node24', main: 'dist/action.js' });
    expect(branding).toEqual({ icon: 'key', color: 'green' });
    expect(description.length).toBeLessThanOrEqual(125); // what the Marketplace shows
  });
});
