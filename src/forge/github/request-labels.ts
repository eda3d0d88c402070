import type { OpenRequest } from '../../domain/request.ts';
import type { Client } from './client.ts';
import { hasStatus } from './failures.ts';

/** One call for all that are missing, and one for each that is to go; none where all is well. */
export async function setLabels(client: Client, request: OpenRequest, wanted: readonly string[], among: readonly string[]): Promise<void> {
  const { issues } = client.octokit.rest;
  const at = { ...client.at, issue_number: request.number };
  const missing = wanted.filter((label) => !request.labels.includes(label));
  if (missing.length > 0) await issues.addLabels({ ...at, labels: [...missing] });
  for (const name of among.filter((label) => !wanted.includes(label) && request.labels.includes(label))) {
    try {
      await issues.removeLabel({ ...at, name });
    } catch (error) {
      // Somebody was faster: it is gone, as it should be.
      if (!hasStatus(error, 404)) throw error;
    }
  }
}
