import { describe, expect, it } from 'vitest';
import { checkRuleSettings } from '../../src/grants/rule-settings.ts';
import { controlFindings, controlWith, edited } from './assembled.ts';

const POLICY = 'policy/policy.yaml';
const STAMP = 'stamp: acme-access\n';

function found(lines: string): readonly string[] {
  return controlFindings(edited(POLICY, STAMP, `${lines}\n${STAMP}`));
}

describe('checkRuleSettings', () => {
  it('finds nothing where every name is known', () => {
    const control = controlWith();
    expect(checkRuleSettings(control)).toEqual([]);
    const { more: _, ...approval } = control.policy.approval;
    expect(checkRuleSettings({ ...control, policy: { ...control.policy, approval } })).toEqual([]);
    const where = '{ folder: [payments], env: [prod, none], cloud: [gcp], role: [debug, "gcp:roles/*"], principal: [ada] }';
    expect(found(`hours: [{ where: ${where}, from: 08:00, to: 18:00 }]`)).toEqual([]);
    expect(found('asking: [{ for: [deployer, payments-oncall], by: [bo, payments-oncall] }]')).toEqual([]);
    expect(found(`modes: [{ rule: max-duration, mode: off, where: ${where} }, { rule: no-weekend-prod, mode: warn }]`)).toEqual([]);
  });

  it.each([
    ['hours: [{ where: { folder: [payment] }, from: 08:00, to: 18:00 }]', '1:29 GK1320 no team is called `payment`'],
    ['hours: [{ where: { env: [prd] }, from: 08:00, to: 18:00 }]', '1:26 GK1316 no place has the environment `prd`'],
    ['hours: [{ where: { cloud: [aws] }, from: 08:00, to: 18:00 }]', '1:28 GK1315 `clouds` has no `aws`'],
    ['hours: [{ where: { role: [debgu] }, from: 08:00, to: 18:00 }]', '1:27 GK1306 no role is called `debgu`'],
    ['hours: [{ where: { role: ["aws:x"] }, from: 08:00, to: 18:00 }]', '1:27 GK1315 `clouds` has no `aws`'],
    ['hours: [{ where: { principal: [adda] }, from: 08:00, to: 18:00 }]', '1:32 GK1301 nobody is called `adda`'],
    ['asking: [{ for: [adda] }]', '1:18 GK1301 nobody is called `adda`'],
    ['asking: [{ by: [deployer] }]', '1:17 GK1304 `deployer` is a service'],
    ['modes: [{ rule: max-duratoin, mode: warn }]', '1:17 GK1317 no rule is called `max-duratoin`'],
    ['modes: [{ rule: required, mode: warn, where: { env: [prd] } }]', '1:54 GK1316 no place has the environment `prd`'],
  ])('finds %j as %j', (line, expected) => expect(found(line)).toEqual([`policy.yaml:${expected}`]));

  it('finds names in further approvals', () => {
    const more = (entry: string) => controlFindings(edited(POLICY, 'privileged: 2 }', `privileged: 2, more: [${entry}] }`));
    expect(more('{ where: { env: [prod] }, approvers: [sam] }')).toEqual([]);
    expect(more('{ where: { folder: [search] }, minimum: 2 }')).toEqual([expect.stringContaining('GK1320 no team is called `search`')]);
    expect(more('{ approvers: [gil] }')).toEqual([expect.stringContaining('GK1305 `gil` has no login to approve with')]);
  });

  it('lets no two rules share a name', () => {
    const rule = (name: string) => `  - { name: ${name}, expression: "true", message: No }\n`;
    const rules = (name: string) =>
      controlFindings(edited(POLICY, '  - { name: no-weekend-prod', `${rule(name)}  - { name: no-weekend-prod`));
    expect(rules('other')).toEqual([]);
    expect(rules('no-weekend-prod')).toEqual(['policy.yaml:15:13 GK1318 two rules are called `no-weekend-prod`']);
    expect(rules('departed')).toEqual(['policy.yaml:14:13 GK1318 `departed` is the name of a rule that is there anyway']);
  });
});
