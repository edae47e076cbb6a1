import type { Slot } from '../knowledge/schema.ts';
import { createNameMender, type NameMender } from './names/mendNames.ts';
import { indexNames, type NameIndex } from './names/nameIndex.ts';
import type { LinearModel } from './ranking/train.ts';
import type { FeatureSpace } from './ranking/vectors.ts';
import type { NamedRow } from './types.ts';

/** What was learnt, in plain arrays: can be stored and sent between threads. */
export interface ModelData {
  readonly version: number;
  readonly entries: readonly { readonly id: string; readonly slots: readonly Slot[] }[];
  readonly names: readonly NamedRow[];
  readonly spellings: readonly (readonly [string, string])[];
  readonly vocabulary: readonly string[];
  readonly features: readonly string[];
  readonly featureWeights: Float64Array;
  readonly linear: LinearModel;
}

/** What was learnt, ready for questions. Immutable, but for what the name mender remembers. */
export interface Model {
  readonly data: ModelData;
  readonly names: NameIndex;
  readonly mender: NameMender;
  readonly space: FeatureSpace;
  readonly spellings: ReadonlyMap<string, string>;
  readonly vocabulary: ReadonlySet<string>;
}

/** Makes learnt data ready for questions. */
export function openModel(data: ModelData): Model {
  const names = indexNames(data.names);
  return {
    data,
    names,
    mender: createNameMender(names),
    space: { numbers: new Map(data.features.map((feature, i) => [feature, i])), weights: data.featureWeights },
    spellings: new Map(data.spellings),
    vocabulary: new Set(data.vocabulary),
  };
}
