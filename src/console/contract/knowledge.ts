import { z } from 'zod';
import { call } from './call.ts';
import { momentSchema, pageSchema, reasonSchema } from './fields.ts';

/** A row of the knowledge, of any table: checked by its table's own schema when it is saved for review. */
export const valueSchema = z.record(z.string(), z.unknown()).nullable();
const tableSchema = z.string().max(40);
const titleSchema = z.object({ id: z.string(), en: z.string() });

export const draftStateSchema = z.enum(['draft', 'in-review', 'scheduled']);

const listedSchema = z.object({
  table: z.string(),
  key: z.string(),
  title: titleSchema,
  area: z.string(),
  revision: z.number(),
  draft: draftStateSchema.nullable(),
  reviewBy: z.string().nullable(),
  isConfirmed: z.boolean().nullable(),
  /** Taken out of use; what it said last is listed. */
  isRetired: z.boolean(),
  /** Rests on a rule that was changed or revoked after it was checked. */
  needsReview: z.boolean(),
});
export type ListedRow = z.infer<typeof listedSchema>;

/** What a list can be narrowed down to. */
export const rowFilterSchema = z.object({
  table: tableSchema.default('entries'),
  words: z.string().trim().max(100).optional(),
  area: z.string().max(40).optional(),
  /** `draft`, `in-review`, `scheduled`: its draft; the others: itself. */
  state: z
    .enum(['draft', 'in-review', 'scheduled', 'unconfirmed', 'past-review', 'needs-review', 'retired'])
    .optional(),
  agreement: z.string().max(60).optional(),
  product: z.string().max(60).optional(),
});

export const listRows = call({
  name: 'list-rows',
  method: 'GET',
  path: '/knowledge',
  act: 'read-knowledge',
  query: pageSchema.extend(rowFilterSchema.shape),
  reply: z.object({ rows: z.array(listedSchema), total: z.number(), areas: z.array(z.string()) }),
});

/** Keys and titles of a table, for pickers. */
export const listTitles = call({
  name: 'list-titles',
  method: 'GET',
  path: '/knowledge/titles/:table',
  act: 'read-knowledge',
  reply: z.object({ titles: z.array(z.object({ key: z.string(), title: titleSchema })) }),
});

export const draftSchema = z.object({
  value: valueSchema,
  baseRevision: z.number(),
  version: z.number(),
  state: draftStateSchema,
  note: z.string(),
  isMaterial: z.boolean(),
  editedBy: z.string(),
  isMine: z.boolean(),
  editedAt: momentSchema,
  publishAt: momentSchema.nullable(),
});
export type DraftOfRow = z.infer<typeof draftSchema>;

const revisionSchema = z.object({
  revision: z.number(),
  value: valueSchema,
  author: z.string(),
  reason: z.string(),
  origin: z.enum(['file', 'staff', 'import']),
  publishedAt: momentSchema,
});
export type RevisionOfRow = z.infer<typeof revisionSchema>;

/** One row with all that is known of it; `live` is null for a row that is new or retired. */
export const readRow = call({
  name: 'read-row',
  method: 'GET',
  path: '/knowledge/rows/:table/:key',
  act: 'read-knowledge',
  reply: z.object({
    table: z.string(),
    key: z.string(),
    title: titleSchema,
    live: z.object({ revision: z.number(), value: valueSchema }).nullable(),
    draft: draftSchema.nullable(),
    /** The newest first, at most fifty. */
    history: z.array(revisionSchema),
    /** The language whose words are older than the other's. */
    stale: z.enum(['id', 'en']).nullable(),
    /** Rows that cite it, for regulations and documents. */
    citedBy: z.array(z.object({ table: z.string(), key: z.string(), title: titleSchema })),
  }),
});

const keptSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), version: z.number() }),
  /** Somebody else saved meanwhile; `draft` is what stands there now. */
  z.object({ kind: z.literal('conflict'), draft: draftSchema.nullable() }),
  z.object({ kind: z.literal('wrong-key'), key: z.string() }),
]);

/** Keeps what was written so far, finished or not. `version` is that of the draft that was read, 0 without one. */
export const saveDraft = call({
  name: 'save-draft',
  method: 'PUT',
  path: '/drafts/:table/:key',
  act: 'write-drafts',
  body: z.strictObject({
    value: valueSchema,
    baseRevision: z.number().int().min(0),
    version: z.number().int().min(0),
    note: z.string().max(500).default(''),
    isMaterial: z.boolean().default(false),
  }),
  reply: keptSchema,
});

export const discardDraft = call({
  name: 'discard-draft',
  method: 'POST',
  path: '/drafts/:table/:key/discard',
  act: 'write-drafts',
  body: z.strictObject({ version: z.number().int() }),
  reply: z.object({ kind: z.enum(['discarded', 'conflict']) }),
});

export const findingSchema = z.object({
  level: z.enum(['error', 'warning']),
  /** Words of the console for it: `console:findings`; null: `message` says it. */
  code: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  /** The other row that it is about; null: the one that is changed. */
  row: z.string().nullable(),
});
export type GateFinding = z.infer<typeof findingSchema>;

export const changedAnswerSchema = z.object({
  question: z.string(),
  language: z.enum(['id', 'en']),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ChangedQuestion = z.infer<typeof changedAnswerSchema>;

/** Sends a draft to a second person; errors of its own fields keep it here. */
export const submitDraft = call({
  name: 'submit-draft',
  method: 'POST',
  path: '/drafts/:table/:key/submit',
  act: 'write-drafts',
  body: z.strictObject({ version: z.number().int(), note: z.string().max(500).default('') }),
  reply: z.discriminatedUnion('kind', [
    ...keptSchema.options,
    z.object({ kind: z.literal('blocked'), findings: z.array(findingSchema) }),
  ]),
});

/** Gives a draft back to who wrote it, with a note on what is missing. */
export const returnDraft = call({
  name: 'return-draft',
  method: 'POST',
  path: '/drafts/:table/:key/return',
  act: 'publish-knowledge',
  body: z.strictObject({ version: z.number().int(), note: reasonSchema }),
  reply: keptSchema,
});

/** What the gate has found. */
export const checkedSchema = z.object({
  findings: z.array(findingSchema),
  changed: z.array(changedAnswerSchema),
  changedCount: z.number(),
  questionCount: z.number(),
});

/** What publishing would do: what is wrong, and which questions get another answer. Takes up to half a minute. */
export const checkDraft = call({
  name: 'check-draft',
  method: 'POST',
  path: '/drafts/:table/:key/check',
  act: 'read-knowledge',
  isAudited: false,
  body: z.strictObject({}),
  reply: checkedSchema,
});

/** What was wrong before, when exporters who got it have to be told; null: nobody has to. */
const materialSchema = reasonSchema.nullable().default(null);

/** Why something was not published: drafts on their own and bundles are held back alike. */
export const notPublishedSchemas = [
  z.object({ kind: z.literal('conflict') }),
  z.object({ kind: z.literal('second-person') }),
  z.object({ kind: z.literal('blocked'), findings: z.array(findingSchema) }),
  z.object({ kind: z.literal('changes'), changed: z.array(changedAnswerSchema), changedCount: z.number() }),
] as const;

/**
 * Publishes, or approves for a later moment. `second-person`: who wrote it may not publish it; `changes`: questions get
 * another answer, and nobody has accepted that.
 */
export const publishDraft = call({
  name: 'publish-draft',
  method: 'POST',
  path: '/drafts/:table/:key/publish',
  act: 'publish-knowledge',
  body: z.strictObject({
    version: z.number().int(),
    reason: reasonSchema,
    acceptedChanges: z.boolean().default(false),
    publishAt: momentSchema.nullable().default(null),
    material: materialSchema,
  }),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('published'), version: z.number() }),
    z.object({ kind: z.literal('scheduled'), publishAt: momentSchema }),
    ...notPublishedSchemas,
  ]),
});

/** Publishes an earlier revision again, as a new one. */
export const restoreRevision = call({
  name: 'restore-revision',
  method: 'POST',
  path: '/knowledge/rows/:table/:key/restore',
  act: 'publish-knowledge',
  body: z.strictObject({ revision: z.number().int().min(1), reason: reasonSchema, material: materialSchema }),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('published'), version: z.number() }),
    z.object({ kind: z.literal('conflict') }),
    z.object({ kind: z.literal('unknown') }),
    z.object({ kind: z.literal('blocked'), findings: z.array(findingSchema) }),
  ]),
});

/** Asks a question, against a draft when one is named. */
export const tryQuestion = call({
  name: 'try-question',
  method: 'POST',
  path: '/try',
  act: 'try-answers',
  isAudited: false,
  body: z.strictObject({
    question: z.string().trim().min(1).max(1_000),
    language: z.enum(['id', 'en']).default('id'),
    draft: z.strictObject({ table: tableSchema, key: z.string().max(200) }).optional(),
  }),
  reply: z.object({
    replies: z.array(z.object({ text: z.string(), choices: z.array(z.string()) })),
    entry: z.string().nullable(),
    decision: z.string(),
    explanation: z.unknown(),
  }),
});

const proposalSchema = z.object({
  table: z.string(),
  key: z.string(),
  title: titleSchema,
  proposedAt: momentSchema,
  value: valueSchema,
  live: valueSchema,
});

/** Drafts that one import has written: looked through, published or thrown away together. */
export const bundleSchema = z.object({
  id: z.string(),
  count: z.number(),
  note: z.string(),
  editedBy: z.string(),
  isMine: z.boolean(),
  editedAt: momentSchema,
});
export type Bundle = z.infer<typeof bundleSchema>;

/** Drafts of everybody, those of imports as bundles, and changes of the files that wait because staff had changed the row as well. */
export const listReviews = call({
  name: 'list-reviews',
  method: 'GET',
  path: '/reviews',
  act: 'read-knowledge',
  reply: z.object({
    drafts: z.array(
      z.object({
        table: z.string(),
        key: z.string(),
        title: titleSchema,
        state: draftStateSchema,
        note: z.string(),
        editedBy: z.string(),
        isMine: z.boolean(),
        editedAt: momentSchema,
        publishAt: momentSchema.nullable(),
        isRetirement: z.boolean(),
      }),
    ),
    bundles: z.array(bundleSchema),
    proposals: z.array(proposalSchema),
  }),
});

/** Makes a draft in review of a proposal, or refuses it for good. */
export const settleProposal = call({
  name: 'settle-proposal',
  method: 'POST',
  path: '/proposals/:table/:key',
  act: 'settle-proposals',
  body: z.strictObject({ isAccepted: z.boolean(), reason: reasonSchema }),
  reply: z.object({ kind: z.enum(['accepted', 'refused', 'draft-exists', 'unknown', 'blocked']) }),
});
