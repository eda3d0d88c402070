import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aboutRequest } from '../../src/action/request-event.ts';
import { plan } from '../../src/commands/plan.ts';
import { validate } from '../../src/commands/validate.ts';

const dir = mkdtempSync(join(tmpdir(), 'grantkeeper-event-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const requestOf = (number: unknown) => ({ pull_request: { number } });

function envOf(name: string, event: unknown): Readonly<Record<string, string>> {
  const path = join(dir, 'event.json');
  writeFileSync(path, JSON.stringify(event));
  return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path };
}

const REQUEST = { pull_request: { number: 412 } };

describe('plan in the Action', () => {
  it('is about the request of the event', () => {
    for (const name of ['pull_request', 'pull_request_review'])
      expect(aboutRequest(plan, { quiet: true }, envOf(name, REQUEST))).toEqual({ quiet: true, 'pull-request': '412' });
  });

  it('is about the request that is named, and about none where there is none', () => {
    expect(aboutRequest(plan, { 'pull-request': '7' }, envOf('pull_request', REQUEST))).toEqual({ 'pull-request': '7' });
    expect(aboutRequest(plan, {}, envOf('push', REQUEST))).toEqual({});
    expect(aboutRequest(plan, {}, envOf('pull_request', {}))).toEqual({});
    expect(aboutRequest(plan, {}, { GITHUB_EVENT_NAME: 'pull_request' })).toEqual({});
    expect(aboutRequest(plan, {}, {})).toEqual({});
  });

  it('is about none where the event names none that there could be', () => {
    for (const event of [null, 7, 'x', [], { pull_request: null }, { pull_request: [] }, ...[0, -1, 1.5, '7', null].map(requestOf)])
      expect(aboutRequest(plan, {}, envOf('pull_request', event))).toEqual({});
  });

  it('says so where the event does not read', () => {
    const env = envOf('pull_request', {});
    writeFileSync(env['GITHUB_EVENT_PATH'] ?? '', '{"pull_request": {"num');
    expect(() => aboutRequest(plan, {}, env)).toThrow('GITHUB_EVENT_PATH names is no event of a workflow');
  });

  it('is about the clouds over simulated ones, and validate always is about the commit', () => {
    expect(aboutRequest(plan, { simulate: true }, envOf('pull_request', REQUEST))).toEqual({ simulate: true });
    expect(aboutRequest(validate, {}, envOf('pull_request', REQUEST))).toEqual({});
  });
});
