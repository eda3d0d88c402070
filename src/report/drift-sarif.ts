import { type Drift, type Drifted, isAlarming } from '../domain/drift.ts';
import { compare } from '../domain/finding.ts';
import { type DriftWords, kindText, weightText } from './drift-words.ts';
import { printable } from './printable.ts';
import { literal } from './sarif.ts';

/** Code scanning shows an alert only where it has a place in the repository: policy is what the access stands beside. */
const PLACE = {
  physicalLocation: {
    artifactLocation: { uri: 'policy/policy.yaml', uriBaseId: '%SRCROOT%' },
    region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
  },
};

const RULES: Readonly<Record<Drifted['seen']['kind'], string>> = {
  foreign: 'Access that no grant explains',
  twin: 'Access made by hand beside a grant',
  masked: 'Access made by hand that takes the effect from the end of a grant',
  escaped: 'Access of a grant that lost its mark',
  unrecorded: 'Emergency access without a record',
  tampered: 'Access of a grant that somebody changed',
  forged: 'Access that carries our mark, and that no grant asked for',
};

/**
 * What is new, or to be settled, as one run of SARIF 2.1.0 with a rule for each kind. A fingerprint is the digest of the access, so an
 * alert stays the same from run to run. A run that could not read every scope says that it was not successful (3.20.14).
 */
export function driftSarif(drift: Drift, words: DriftWords): string {
  const shown = drift.found.filter((one) => one.fresh);
  const kinds = [...new Set(shown.map(({ seen }) => seen.kind))].toSorted(compare);
  const run = {
    tool: {
      driver: { name: 'grantkeeper', rules: kinds.map((kind) => ({ id: `drift/${kind}`, shortDescription: { text: RULES[kind] } })) },
    },
    automationDetails: { id: 'grantkeeper/drift/' },
    invocations: [
      {
        executionSuccessful: drift.unread.length === 0,
        toolExecutionNotifications: drift.unread.map(({ scope, message }) => ({
          level: 'error',
          message: { text: literal(printable(`not read: ${scope.path} ${scope.cloud}: ${message}`)) },
        })),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: shown.map((one) => resultOf(one, words)),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function resultOf(one: Drifted, words: DriftWords): object {
  const { binding } = one.seen.live;
  const who = one.principal ?? binding.member.shown;
  const text = `${who} has ${binding.role.name} at ${words.where(binding)}: ${kindText(one)} (${weightText(one)})`;
  return {
    ruleId: `drift/${one.seen.kind}`,
    level: isAlarming(one.seen.kind) || one.privileged === true ? 'error' : 'warning',
    baselineState: 'new',
    message: { text: literal(printable(text)) },
    locations: [PLACE],
    partialFingerprints: { 'grantkeeper/drift/v1': one.digest },
  };
}
