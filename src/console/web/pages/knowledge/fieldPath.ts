import type { TFunction } from 'i18next';

/** Where a field stands within a row, in words: `Sertifikat › 2 › Sumber`. Items of lists are counted from 1. */
export function fieldPath(path: readonly (string | number)[], t: TFunction): string {
  return path.map((step) => (typeof step === 'number' ? String(step + 1) : fieldName(step, t))).join(' › ');
}

function fieldName(name: string, t: TFunction): string {
  return /^\d+$/.test(name) ? String(Number(name) + 1) : t(`fields.${name}`, { defaultValue: name });
}
