/**
 * What comes of a text and the difference to it: pieces that are copied from the one and pieces that stand in the other (Git
 * documentation: gitformat-pack, "Deltified representation"). Throws where the two do not belong together.
 */
export function applyDelta(base: Buffer, delta: Buffer): Buffer {
  let at = 0;
  const next = () => delta.readUInt8(at++);
  const from = lengthOf(next);
  const made = Buffer.alloc(lengthOf(next));
  if (from !== base.length) throw new Error('a difference is one to something else');
  let end = 0;
  while (at < delta.length) {
    const order = next();
    const piece = order >= COPY ? copied(base, order, next) : delta.subarray(at, (at += order));
    if (order === 0 || end + piece.length > made.length) throw new Error('a difference does not read');
    end += piece.copy(made, end);
  }
  if (end !== made.length) throw new Error('a difference is cut off');
  return made;
}

const COPY = 128;

/** Each of the seven low bits tells whether a byte of offset or length follows; none of a length stands for 64 KiB. */
function copied(base: Buffer, order: number, next: () => number): Buffer {
  const byte = (bit: number) => ((order & (1 << bit)) === 0 ? 0 : next());
  const start = byte(0) + byte(1) * 2 ** 8 + byte(2) * 2 ** 16 + byte(3) * 2 ** 24;
  const length = byte(4) + byte(5) * 2 ** 8 + byte(6) * 2 ** 16 || 2 ** 16;
  if (start + length > base.length) throw new Error('a difference reaches out of what it is one to');
  return base.subarray(start, start + length);
}

function lengthOf(next: () => number): number {
  let byte = next();
  let length = byte & 127;
  for (let unit = 128; byte >= COPY; unit *= 128) length += ((byte = next()) & 127) * unit;
  return length;
}
