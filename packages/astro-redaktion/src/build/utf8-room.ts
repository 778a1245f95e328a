/**
 * Pieces of a file, one after the other as UTF-8, good until the next file's are put together: in one room for all,
 * for memory of each file's own would have to be found and cleared.
 */
export function inOneRoom(pieces: readonly (string | Uint8Array)[]): Buffer {
  const most = pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? MOST_BYTES : 1) * piece.length, 0);
  if (room.length < most) room = Buffer.allocUnsafeSlow(2 * most);
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') at += room.write(piece, at);
    else room.set(piece, at);
    if (typeof piece !== 'string') at += piece.length;
  }
  return room.subarray(0, at);
}

let room = Buffer.allocUnsafeSlow(1 << 18);
/** Of UTF-8 for a unit of UTF-16. */
const MOST_BYTES = 3;
