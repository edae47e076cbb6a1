import { type Model, type ModelData, openInSteps, openModel } from './model.ts';

const ARRAYS = { f64: Float64Array, f32: Float32Array, i32: Int32Array } as const;
type ArrayKind = keyof typeof ARRAYS;
/** Where in the data a number array belongs, and where among the bytes it lies. */
interface StoredArray {
  readonly path: readonly string[];
  readonly kind: ArrayKind;
  readonly at: number;
  readonly length: number;
}

const ALIGNMENT = 8;

/** Writes a model as bytes: the length of a JSON head, the head, then the number arrays it tells of. */
export function serialise(model: Model): Uint8Array {
  const stored: StoredArray[] = [];
  const parts: Uint8Array[] = [];
  let size = 0;
  const data = withoutArrays(model.data, [], (array, path, kind) => {
    stored.push({ path, kind, at: size, length: array.length });
    parts.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    size += Math.ceil(array.byteLength / ALIGNMENT) * ALIGNMENT;
  });
  const headBytes = new TextEncoder().encode(JSON.stringify({ data, stored }));
  const begin = Math.ceil((4 + headBytes.length) / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(begin + size);
  new DataView(bytes.buffer).setUint32(0, headBytes.length, true);
  bytes.set(headBytes, 4);
  stored.forEach(({ at }, i) => {
    bytes.set(parts[i] as Uint8Array, begin + at);
  });
  return bytes;
}

/** Reads what {@link serialise} wrote; the numbers stay where they lie. Throws when the bytes are no model. */
export function revive(bytes: Uint8Array): Model {
  return openModel(readData(bytes));
}

/** The same with pauses, so that a server goes on answering while a large model opens. */
export async function reviveInSteps(bytes: Uint8Array, pause: () => Promise<void>): Promise<Model> {
  const data = readData(bytes);
  const steps = openInSteps(data);
  for (;;) {
    await pause();
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function readData(bytes: Uint8Array): ModelData {
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const length = new DataView(aligned.buffer, aligned.byteOffset).getUint32(0, true);
  const begin = Math.ceil((4 + length) / ALIGNMENT) * ALIGNMENT;
  const head = new TextDecoder().decode(aligned.subarray(4, 4 + length));
  const { data, stored } = JSON.parse(head) as { data: ModelData; stored: readonly StoredArray[] };
  for (const { path, kind, at, length: count } of stored) {
    const array = new ARRAYS[kind](aligned.buffer as ArrayBuffer, aligned.byteOffset + begin + at, count);
    putAt(data, path, array);
  }
  return data;
}

/** Any array of numbers of the kinds that are stored. */
type NumberArray = InstanceType<(typeof ARRAYS)[ArrayKind]>;

/** A copy in which the number arrays, handed to `take`, are left out. */
function withoutArrays(
  value: unknown,
  path: readonly string[],
  take: (array: NumberArray, path: readonly string[], kind: ArrayKind) => void,
): unknown {
  const kind = kindOf(value);
  if (kind) return take(value as NumberArray, path, kind);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutArrays(inner, [...path, key], take)]),
  );
}

function putAt(data: unknown, path: readonly string[], array: NumberArray): void {
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key] as Record<string, unknown>, data as Holder);
  holder[path.at(-1) as string] = array;
}
type Holder = Record<string, unknown>;

function kindOf(value: unknown): ArrayKind | undefined {
  return (Object.keys(ARRAYS) as ArrayKind[]).find((kind) => value instanceof ARRAYS[kind]);
}
