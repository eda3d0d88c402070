/** What cannot carry our mark, by the form of its path, and why. */
export interface Unfit {
  readonly form: string;
  readonly why: string;
  /** A condition at the project that means the same, where the service tells conditions its names; BELOW stands for the path. */
  readonly clause?: string;
  /** What a role at the project would reach, where no clause can mean the same. */
  readonly all?: string;
}

/**
 * Google IAM: "Resource types that accept conditional role bindings" for what keeps conditions, and "Resource attributes for IAM
 * Conditions" for what services tell conditions of their things. Pub/Sub, Artifact Registry and others tell nothing: a clause at the
 * project that names one of their things would never be true.
 */
export const UNFIT: readonly Unfit[] = [
  { form: 'topics/NAME', why: 'the policy of a Pub/Sub topic keeps no conditions', all: 'all topics' },
  { form: 'subscriptions/NAME', why: 'the policy of a Pub/Sub subscription keeps no conditions', all: 'all subscriptions' },
  {
    form: 'snapshots/NAME',
    why: 'the policy of a Pub/Sub snapshot keeps no conditions (one of Compute Engine is global/snapshots/NAME)',
    all: 'all snapshots',
  },
  { form: 'schemas/NAME', why: 'the policy of a Pub/Sub schema keeps no conditions', all: 'all schemas' },
  {
    form: 'locations/NAME/repositories/NAME',
    why: 'the policy of an Artifact Registry repository keeps no conditions',
    all: 'all repositories',
  },
  { form: 'locations/NAME/functions/NAME', why: 'the policy of a function keeps no conditions', all: 'all functions' },
  { form: 'locations/NAME/jobs/NAME', why: 'the policy of a Cloud Run job keeps no conditions', all: 'all jobs' },
  { form: 'locations/NAME/queues/NAME', why: 'the policy of a queue of Cloud Tasks keeps no conditions', all: 'all queues' },
  { form: 'locations/NAME/clusters/NAME', why: 'a cluster has no allow policy', all: 'all clusters' },
  { form: 'zones/NAME/clusters/NAME', why: 'a cluster has no allow policy', all: 'all clusters' },
  {
    form: 'datasets/NAME/routines/NAME',
    why: 'a routine has no conditions of its own',
    clause: 'resource.name == "projects/PROJECT/BELOW"',
  },
  {
    form: 'datasets/NAME/models/NAME',
    why: 'a model has no conditions of its own',
    clause: 'resource.name == "projects/PROJECT/BELOW"',
  },
  {
    form: 'instances/NAME',
    why: 'Spanner, Bigtable and Cloud SQL all have instances, and those of Cloud SQL have no allow policy',
    clause: 'resource.name == "projects/PROJECT/BELOW" || resource.name.startsWith("projects/PROJECT/BELOW/")',
  },
];
