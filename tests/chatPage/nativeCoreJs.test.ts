import { describe, expect, it } from '@jest/globals';
import { nativeOf } from '../../src/chatPage/build/nativeCoreJs.ts';

describe('nativeOf', () => {
  it.each([
    ['object/get-own-property-names', 'Object.getOwnPropertyNames'],
    ['instance/for-each', 'it => it.forEach'],
    ['array/is-array', 'Array.isArray'],
    ['symbol/to-primitive', 'Symbol.toPrimitive'],
    ['get-iterator-method', 'it => it[Symbol.iterator]'],
    ['set-interval', 'globalThis.setInterval'],
    ['parse-float', 'globalThis.parseFloat'],
    ['set', 'globalThis.Set'],
    ['promise', 'globalThis.Promise'],
  ])('finds the native counterpart of %s', (path, native) => {
    expect(nativeOf(path)).toBe(native);
    expect(typeof new Function(`return ${native}`)()).toMatch(/function|symbol/);
  });
});
