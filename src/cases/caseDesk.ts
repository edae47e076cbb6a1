import type { Knowledge } from '../knowledge/index.ts';
import type { CaseLanguage } from './case.ts';

/** A sentence of `locales/{id,en}/cases.json`, by its key without `cases:`. */
export type Say = (language: CaseLanguage, key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What cases are worked on with, given once by the composition root. */
export interface CaseDesk {
  /** The latest publish. */
  readonly knowledge: () => Knowledge;
  readonly say: Say;
  /** "Selasa, 14 Juli 2026, 16.00 WIB". */
  readonly sayMoment: (moment: Date, language: CaseLanguage) => string;
  readonly clock: () => Date;
  /** As many bytes that nobody can guess. */
  readonly random: (count: number) => Buffer;
  /** Signs the liaisons' links. */
  readonly secret: string;
  /** Where exporters and liaisons reach the server; asked when a mail is written. */
  readonly publicUrl: () => string;
  /** The centre's own mailbox, for whatever no unit takes. */
  readonly centreAddress: string;
}
