import { z } from 'zod';
import { call } from './call.ts';
import { fileSchema, reasonSchema } from './fields.ts';

const languageSchema = z.enum(['id', 'en']).default('id');
const titleSchema = z.object({ id: z.string(), en: z.string() });
const pathSchema = z.array(z.union([z.string(), z.number()]));

/** A table as XLSX, or all of them, a sheet for each. */
export const downloadKnowledge = call({
  name: 'download-knowledge',
  method: 'GET',
  path: '/excel',
  act: 'export-knowledge',
  isAudited: true,
  query: z.strictObject({ table: z.string().max(40).default('entries'), language: languageSchema }),
  reply: z.unknown(),
});

/** Why a row is left as it is: it was published anew since the file was made, or somebody has a draft of it. */
const conflictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moved'), revision: z.number() }),
  z.object({ kind: z.literal('draft'), by: z.string() }),
]);
export type ImportConflict = z.infer<typeof conflictSchema>;

const rowSchema = z.object({
  table: z.string(),
  key: z.string(),
  title: titleSchema,
  kind: z.enum(['added', 'changed', 'conflict']),
  conflict: conflictSchema.nullable(),
  /** Where the row stands in the file: `Jawaban!A7`. */
  place: z.string(),
  changes: z.array(z.object({ path: pathSchema, before: z.string(), after: z.string(), cell: z.string() })),
  /** The differences are too many to be sent; the draft shows them. */
  isCut: z.boolean(),
});
export type ImportRow = z.infer<typeof rowSchema>;

const faultSchema = z.object({
  sheet: z.string(),
  /** `B7` */
  cell: z.string(),
  table: z.string(),
  key: z.string(),
  /** In words: `console-excel:faults`, else `console:findings`; null: `message` says it. */
  code: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
  path: pathSchema,
});
export type ImportFault = z.infer<typeof faultSchema>;

const previewSchema = z.object({
  /** Names what would be written: applying it again is compared with it. */
  plan: z.string(),
  counts: z.object({
    added: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    /** As the file says already, in a draft. */
    waiting: z.number(),
    conflicts: z.number(),
    faulty: z.number(),
  }),
  rows: z.array(rowSchema),
  /** At most a thousand of them. */
  faults: z.array(faultSchema),
  faultCount: z.number(),
  /** Columns and sheets that nobody knows; they are left alone. */
  unknown: z.array(z.object({ sheet: z.string(), cell: z.string().nullable(), name: z.string() })),
  /** Cells that are empty though the row says something: they change nothing. */
  emptied: z.object({ count: z.number(), places: z.array(z.string()) }),
});
export type ImportPreview = z.infer<typeof previewSchema>;

const unreadableSchema = z.object({
  kind: z.literal('unreadable'),
  code: z.enum(['not-xlsx', 'too-big', 'too-many-rows', 'too-slow']),
});

const MOST_FILE_BYTES = 8 * 1024 * 1024;

/** Says what a file would change. Nothing is written. */
export const previewImport = call({
  name: 'preview-import',
  method: 'POST',
  path: '/excel/preview',
  act: 'import-knowledge',
  isAudited: false,
  maxBodyBytes: MOST_FILE_BYTES,
  query: z.strictObject({ language: languageSchema }),
  body: fileSchema,
  reply: z.discriminatedUnion('kind', [
    unreadableSchema,
    z.object({ kind: z.literal('preview'), preview: previewSchema }),
  ]),
});

/**
 * Writes what the preview named as drafts in review, all or nothing. `changed`: it would write something else by now,
 * so it has written nothing.
 */
export const applyImport = call({
  name: 'apply-import',
  method: 'POST',
  path: '/excel/apply',
  act: 'import-knowledge',
  maxBodyBytes: MOST_FILE_BYTES,
  query: z.strictObject({ plan: z.string().max(100), reason: reasonSchema, language: languageSchema }),
  body: fileSchema,
  reply: z.discriminatedUnion('kind', [
    unreadableSchema,
    z.object({ kind: z.literal('changed'), preview: previewSchema }),
    /** `bundle` is null when there was nothing to write. */
    z.object({ kind: z.literal('applied'), drafts: z.number(), bundle: z.string().nullable() }),
  ]),
});
