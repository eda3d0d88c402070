import { describe, expect, it } from 'vitest';
import { cloudScope, containerOf, covers, isContainer, lastOf, parseScope, textualChain } from '../../../src/providers/azure/scope.ts';
import { value } from './samples.ts';

const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000000';
const GROUP = `${SUBSCRIPTION}/resourceGroups/payments`;
const LEDGER = `${GROUP}/providers/Microsoft.Storage/storageAccounts/ledger`;
const CONTAINER = `${LEDGER}/blobServices/default/containers/settlements`;
const ACME = '/providers/Microsoft.Management/managementGroups/acme';

const parsed = (text: string) => value(parseScope(text));

describe('parseScope', () => {
  it.each(['/', SUBSCRIPTION, GROUP, LEDGER, CONTAINER, ACME, `${SUBSCRIPTION}/providers/Microsoft.Compute/galleries/images`])(
    'takes %s',
    (text) => {
      expect(parsed(text)).toEqual({ cloud: 'azure', path: text, key: text.toLowerCase() });
    },
  );

  it('folds case in the key alone, and drops a slash at the end', () => {
    const odd = `/SUBSCRIPTIONS/00000000-0000-4000-8000-00000000000A/resourcegroups/Payments/`;
    expect(parsed(odd)).toEqual({ cloud: 'azure', path: odd.slice(0, -1), key: odd.slice(0, -1).toLowerCase() });
  });

  it.each([
    ['payments-prod', 'begins with a slash'],
    ['', 'begins with a slash'],
    ['/subscriptions/Payments', 'by its id'],
    ['/subscriptions', 'by its id'],
    [`${SUBSCRIPTION}//resourceGroups/x`, 'empty part'],
    ['//', 'empty part'],
    [`${GROUP}/../search`, '".."'],
    [`${SUBSCRIPTION}/resourceGroups/pay%2e%2e`, 'characters'],
    [`${SUBSCRIPTION}/resourceGroups/pay?x=1`, 'characters'],
    [`${SUBSCRIPTION}/resourceGroups/pay\\ments`, 'characters'],
    [`${SUBSCRIPTION}/resourceGroups/päyments`, 'characters'],
    [`${SUBSCRIPTION}/resourceGroups/payments.`, 'no name of a resource group'],
    [`${SUBSCRIPTION}/resourceGroups`, 'no name of a resource group'],
    [`${SUBSCRIPTION}/groups/payments`, '"groups"'],
    [`${GROUP}/storageAccounts/ledger`, '"storageAccounts"'],
    [`${GROUP}/providers`, 'namespace'],
    [`${GROUP}/providers/Storage/storageAccounts/ledger`, 'namespace'],
    [`${GROUP}/providers/Microsoft.Storage`, 'pairs'],
    [`${GROUP}/providers/Microsoft.Storage/storageAccounts`, 'pairs'],
    [`${GROUP}/providers/Microsoft.Authorization/roleAssignments/x`, 'Microsoft.Authorization'],
    [`${LEDGER}/providers/Microsoft.Insights/diagnosticSettings/x`, 'extension'],
    ['/providers/Microsoft.Management/managementGroups', 'no scope'],
    [`${ACME}/subscriptions/x`, 'no scope'],
    ['/providers/Microsoft.Billing/billingAccounts/1', 'no scope'],
    [`/subscriptions/${'a'.repeat(2000)}`, '2000'],
  ])('refuses %s', (text, problem) => {
    const answer = parseScope(text);
    expect(answer).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
      hint: expect.stringContaining('/subscriptions/<id>'),
    });
  });
});

const paths = (text: string) => textualChain(parsed(text)).map((one) => one.path);

describe('what lies where', () => {
  it('is told by text, part by part', () => {
    expect(covers(parsed(GROUP), parsed(LEDGER))).toBe(true);
    expect(covers(parsed(GROUP), parsed(GROUP.toUpperCase().replace('/RESOURCEGROUPS', '/resourceGroups')))).toBe(true);
    expect(covers(parsed(LEDGER), parsed(GROUP))).toBe(false);
    expect(covers(parsed(GROUP), parsed(`${GROUP}-old`))).toBe(false);
    expect(covers(parsed('/'), parsed(ACME))).toBe(true);
    expect(covers(parsed(ACME), parsed(GROUP))).toBe(false);
  });

  it('is not shown by management groups and the root', () => {
    expect([ACME, '/', SUBSCRIPTION, LEDGER].map((text) => isContainer(parsed(text)))).toEqual([true, true, false, false]);
  });

  it('has a container for its roles', () => {
    expect([CONTAINER, SUBSCRIPTION, ACME, '/'].map((text) => containerOf(parsed(text)).path)).toEqual([
      SUBSCRIPTION,
      SUBSCRIPTION,
      ACME,
      '/',
    ]);
  });

  it('has a chain as far as the text goes', () => {
    expect(paths(CONTAINER)).toEqual([CONTAINER, `${LEDGER}/blobServices/default`, LEDGER, GROUP, SUBSCRIPTION]);
    expect(paths(GROUP)).toEqual([GROUP, SUBSCRIPTION]);
    expect(paths(SUBSCRIPTION)).toEqual([SUBSCRIPTION]);
    const gallery = `${SUBSCRIPTION}/providers/Microsoft.Compute/galleries/images`;
    expect(paths(gallery)).toEqual([gallery, SUBSCRIPTION]);
    expect(paths(ACME)).toEqual([ACME]);
    expect(paths('/')).toEqual(['/']);
  });

  it('reads what the cloud spells without judging it', () => {
    expect(cloudScope('/').key).toBe('/');
    expect(cloudScope(`${GROUP}/`)).toEqual({ cloud: 'azure', path: GROUP, key: GROUP.toLowerCase() });
    expect(cloudScope('//subscriptions//A b').path).toBe('/subscriptions/A b');
    expect(lastOf(LEDGER)).toBe('ledger');
  });
});
