/**
 * A text's UTF-16 units and a zero past the last, good until the next is asked for: `length` is the room's, not the
 * text's. Read from one copy: asked for one at a time, a string's characters cost several times as much, and a view
 * of its own for each of many short texts costs more than the reading.
 */
export function codeUnits(text: string): Uint16Array {
  if (units.length <= text.length) {
    room = Buffer.allocUnsafeSlow(4 * text.length + 4);
    units = new Uint16Array(room.buffer);
  }
  room.write(text, 'utf16le');
  units[text.length] = 0;
  return units;
}

let room = Buffer.allocUnsafeSlow(1 << 17);
let units = new Uint16Array(room.buffer);
