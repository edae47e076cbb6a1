import { type Model, type ModelData, openModel } from './model.ts';

const ARRAYS = { f64: Float64Array, f32: Float32Array, i32: Int32Array } as const;
type ArrayKind = keyof typeof ARRAYS;
interface StoredArray {
  readonly $array: ArrayKind;
  readonly at: number;
  readonly length: number;
}

const ALIGNMENT = 8;

/** Writes a model as bytes: the length of a JSON head, the head, then the number arrays it points to. */
export function serialise(model: Model): Uint8Array {
  const arrays: { bytes: Uint8Array; at: number }[] = [];
  let size = 0;
  const head = JSON.stringify(model.data, (_, value: unknown) => {
    const kind = kindOf(value);
    if (!kind) return value;
    const array = value as Float64Array;
    const stored: StoredArray = { $array: kind, at: size, length: array.length };
    arrays.push({ bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at: size });
    size += Math.ceil(array.byteLength / ALIGNMENT) * ALIGNMENT;
    return stored;
  });
  const headBytes = new TextEncoder().encode(head);
  const begin = Math.ceil((4 + headBytes.length) / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(begin + size);
  new DataView(bytes.buffer).setUint32(0, headBytes.length, true);
  bytes.set(headBytes, 4);
  for (const { bytes: part, at } of arrays) bytes.set(part, begin + at);
  return bytes;
}

/** Reads what {@link serialise} wrote. Throws when the bytes are no model. */
export function revive(bytes: Uint8Array): Model {
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const length = new DataView(aligned.buffer, aligned.byteOffset).getUint32(0, true);
  const begin = Math.ceil((4 + length) / ALIGNMENT) * ALIGNMENT;
  const head = new TextDecoder().decode(aligned.subarray(4, 4 + length));
  const data = JSON.parse(head, (_, value: unknown) => {
    if (!isStoredArray(value)) return value;
    return new ARRAYS[value.$array](aligned.buffer as ArrayBuffer, aligned.byteOffset + begin + value.at, value.length);
  }) as ModelData;
  return openModel(data);
}

function kindOf(value: unknown): ArrayKind | undefined {
  return (Object.keys(ARRAYS) as ArrayKind[]).find((kind) => value instanceof ARRAYS[kind]);
}

function isStoredArray(value: unknown): value is StoredArray {
  return typeof value === 'object' && value !== null && '$array' in value;
}
