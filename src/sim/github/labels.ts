import { created, invalid, notFound, ok, refused, type Said } from './answer.ts';
import { needed, numberParam, param, type RepositoryAsk, textField } from './call.ts';
import { paged } from './paging.ts';
import { showIssue, showLabel, showLabels } from './show-issue.ts';
import { type GithubState, type Label, nextId, type Pull, type Repository } from './state.ts';

/** What GitHub colours a label that it makes in passing. */
const GREY = 'ededed';

/** GET /labels. */
export function listLabels(ask: RepositoryAsk): Said {
  return paged(ask, ask.repository.labels, (label) => showLabel(ask.repository, label));
}

/** POST /labels. */
export function createLabel(ask: RepositoryAsk): Said {
  const name = needed(ask, 'name', 'Label');
  if (ask.repository.labels.some((one) => one.name === name)) throw invalid({ resource: 'Label', field: 'name', code: 'already_exists' });
  const label = { id: nextId(ask.state), name, color: textField(ask, 'color') ?? GREY, description: textField(ask, 'description') ?? '' };
  ask.repository.labels.push(label);
  return created(showLabel(ask.repository, label));
}

/** GET /issues/{number}. */
export function getIssue(ask: RepositoryAsk): Said {
  return ok(showIssue(ask.state, ask.repository, issueOf(ask)));
}

/** GET /issues/{number}/labels. */
export function labelsOfIssue(ask: RepositoryAsk): Said {
  return ok(showLabels(ask.repository, issueOf(ask).labels));
}

/** POST /issues/{number}/labels: a label that the repository has not yet is made. */
export function addLabels(ask: RepositoryAsk): Said {
  const pull = issueOf(ask);
  for (const name of namesOf(ask)) {
    ensure(ask.state, ask.repository, name);
    if (!pull.labels.includes(name)) pull.labels.push(name);
  }
  return ok(showLabels(ask.repository, pull.labels));
}

/** PUT /issues/{number}/labels: these and no others. */
export function setLabels(ask: RepositoryAsk): Said {
  issueOf(ask).labels.length = 0;
  return addLabels(ask);
}

/** DELETE /issues/{number}/labels/{name}. */
export function removeLabel(ask: RepositoryAsk): Said {
  const pull = issueOf(ask);
  const at = pull.labels.indexOf(param(ask, 'name'));
  if (at < 0) throw refused(404, 'Label does not exist');
  pull.labels.splice(at, 1);
  return ok(showLabels(ask.repository, pull.labels));
}

function namesOf(ask: RepositoryAsk): string[] {
  const given = ask.body['labels'];
  if (!Array.isArray(given)) throw refused(422, 'Invalid request.\n\n"labels" wasn\'t supplied.');
  return given.map(String);
}

function ensure(state: GithubState, repository: Repository, name: string): void {
  if (repository.labels.some((one: Label) => one.name === name)) return;
  repository.labels.push({ id: nextId(state), name, color: GREY, description: '' });
}

function issueOf(ask: RepositoryAsk): Pull {
  const number = numberParam(ask, 'issue_number');
  const pull = ask.repository.pulls.find((one) => one.number === number);
  if (pull === undefined) throw notFound();
  return pull;
}
