import { accessShapes, cloudAccess, cloudShapes, type CloudSchemas, enforce } from './clouds.ts';
import { document, flag, list, listOf, record, shape, words, type Schema } from './schema.ts';
import { shapes } from './shapes.ts';

const target = shape('belowPlace', words('`$place` stands for the place that a grant names; a path may follow.', '$place'));

/** policy/roles/<name>.yaml */
export function roleSchema(clouds: CloudSchemas): Schema {
  const access = accessShapes(
    cloudAccess(clouds, () => target),
    false,
  );
  return document('role', 'A role of the catalogue', body(), { ...shapes, ...cloudShapes(clouds), ...access });
}

function body(): Schema {
  return record(
    {
      description: shape('text', words('What its holder can do, for those who ask and approve.', "Read logs and the replica's settings")),
      maxDuration: shape('period', words('The longest time that a grant may give it for.', '8h')),
      privileged: flag({
        ...words('True for a role that lets its holder change access or act as others. Such a role needs more approvals.', false),
        default: false,
      }),
      approvers: listOf('name', {
        ...words("Names of people who must approve besides the team's.", ['sam']),
        default: [],
      }),
      enforce: enforce(
        'Who ends what it gives on Azure: `pim`, `run` or `auto`, unless the access entry says otherwise. Left out: as policy says.',
      ),
      access: list(
        { $ref: '#/$defs/access' },
        words('The cloud roles that it stands for. Entries for a cloud that a place lacks fall away there.', [
          { gcp: '$place', role: 'roles/logging.viewer' },
        ]),
        { minItems: 1 },
      ),
    },
    ['description', 'access'],
    { description: 'policy/roles/<name>.yaml: one role on offer, called by the file name without .yaml.' },
  );
}
