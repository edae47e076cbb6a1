import type { z } from 'zod';
import type { readRow } from '../../../contract/knowledge.ts';

/** A row with its draft and history, as it was read. */
export type Row = z.output<typeof readRow.reply>;
