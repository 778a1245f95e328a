/**
 * A text's UTF-16 units, good until the next is asked for. Read from one copy: asked for one at a time, a string's
 * characters cost several times as much.
 */
export function codeUnits(text: string): Uint16Array {
  if (room.length < 2 * text.length) room = Buffer.allocUnsafeSlow(4 * text.length);
  return new Uint16Array(room.buffer, 0, room.write(text, 'utf16le') >> 1);
}

let room = Buffer.allocUnsafeSlow(1 << 17);
