import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPageMemory } from '../../../../packages/astro-redaktion/src/views/page-memory.ts';

const page = (bytes: number) => ({ body: Buffer.alloc(bytes), etag: '"a"' });

describe('what a server keeps of its pages', () => {
  test('those that nobody has asked for longest make room', () => {
    const memory = createPageMemory(3000);
    for (const key of ['a', 'b']) memory.set(key, page(1000));
    expect(memory.get('a')).toBeDefined();
    memory.set('c', page(1000));
    expect(['a', 'b', 'c'].map((key) => memory.get(key) !== undefined)).toEqual([true, false, true]);
  });

  test('nothing is kept where no memory is given, nor a page larger than all of it', () => {
    const none = createPageMemory(0);
    none.set('a', page(0));
    const small = createPageMemory(1000);
    small.set('b', page(10));
    small.set('a', page(1000));
    expect([none.get('a'), small.get('a'), small.get('b')?.body.length]).toEqual([undefined, undefined, 10]);
  });

  test('never takes more than it may, and gives what was last set', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(2000)), { maxLength: 40 });
    fc.assert(
      fc.property(steps, fc.nat(6000), (given, limit) => {
        const memory = createPageMemory(limit);
        const last = new Map<string, number>();
        for (const [key, bytes] of given) {
          memory.set(key, page(bytes));
          last.set(key, bytes);
          expect(memory.size).toBeLessThanOrEqual(limit);
          for (const [known, length] of last) expect([length, undefined]).toContain(memory.get(known)?.body.length);
        }
      }),
    );
  });
});
