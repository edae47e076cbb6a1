import { z } from 'zod';

/**
 * What the files of `knowledge/` look like, one schema a table.
 *
 * Every field an exporter reads exists in Indonesian and English. A fact keeps the keys of
 * its sources and whether staff has confirmed it; an uncertain fact says so in its own words.
 */

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date looks like 2026-11-24')
  .describe('a calendar day in WIB');
const key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a key looks like ska-cara-urus');
const rowKey = z.string().regex(/^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/, 'a key looks like IK-CEPA or permendag-24-2018');
const text = z.string().trim().min(1).max(6000);
const sources = z.array(rowKey).min(1);
const names = z.array(z.string().trim().min(1).max(120));

/** The same words in both languages of the centre. */
export const localisedSchema = z.strictObject({ id: text, en: text });
export type Localised = z.infer<typeof localisedSchema>;

/**
 * One statement with its sources.
 *
 * `confirmed`: read in a published copy, or confirmed by staff. `uncertain`: not established; its
 * words must name the doubt and the office to ask. Neither: general knowledge, shown as *belum dikonfirmasi petugas*.
 */
export const factSchema = z.strictObject({
  id: text,
  en: text,
  confirmed: z.boolean(),
  uncertain: z.boolean().optional(),
  sources,
  validFrom: day.optional(),
  validUntil: day.optional(),
});
export type Fact = z.infer<typeof factSchema>;

/** The longest short form: one WhatsApp bubble. */
export const SHORT_FORM_LIMIT = 700;

const answerTextSchema = z.strictObject({
  short: text.max(SHORT_FORM_LIMIT, `the short form is at most ${SHORT_FORM_LIMIT} characters`),
  detail: text.optional(),
});
const answerSchema = z.strictObject({ id: answerTextSchema, en: answerTextSchema });

/** From a day on, this answer replaces the one before. */
const changeSchema = z.strictObject({
  from: day,
  answer: answerSchema,
  confirmed: z.boolean().optional(),
  sources: sources.optional(),
});

/** The aspects of table rows that a composed entry may speak about, and the slots each needs. */
export const COMPOSITIONS = {
  'destination.form': ['destination'],
  'destination.tariff': ['destination'],
  'destination.office': ['destination'],
  'destination.pending': ['destination'],
  brief: ['product', 'destination'],
  'product.hs': ['product'],
  'product.requirements': ['product'],
  'product.markets': ['product'],
  'agreement.about': ['agreement'],
  'agreement.form': ['agreement'],
  'agreement.parties': ['agreement'],
  'agreement.status': ['agreement'],
  'agreement.legal': ['agreement'],
  'agreement.validity': ['agreement'],
  'agreement.late': ['agreement'],
  'agreement.origin': ['agreement'],
  'agreement.cumulation': ['agreement'],
  'agreement.de-minimis': ['agreement'],
  'agreement.direct': ['agreement'],
  'agreement.third-party': ['agreement'],
  'agreement.back-to-back': ['agreement'],
  'agreement.waiver': ['agreement'],
  'agreement.declaration': ['agreement'],
  'liaison.contact': ['unit'],
  'programme.about': ['programme'],
  'regulation.about': ['regulation'],
  'term.meaning': ['term'],
} as const satisfies Record<string, readonly Slot[]>;
export type Composition = keyof typeof COMPOSITIONS;

/** What a question can name. */
export const SLOTS = ['destination', 'product', 'agreement', 'unit', 'programme', 'regulation', 'term'] as const;
export type Slot = (typeof SLOTS)[number];

const entryBase = {
  title: localisedSchema,
  /** As exporters really type; in composed entries `{destination}`, `{product}` … stand for any name of that kind. */
  phrasings: z.strictObject({ id: z.array(text.max(300)).min(1), en: z.array(text.max(300)).min(1) }),
  sources,
  checkedOn: day,
  reviewBy: day,
  confirmed: z.boolean(),
  related: z.array(z.string()).max(6),
  unit: key,
};

/** A question with its written answer. */
export const curatedEntrySchema = z.strictObject({
  id: key,
  ...entryBase,
  answer: answerSchema,
  validFrom: day.optional(),
  validUntil: day.optional(),
  changes: z.array(changeSchema).optional(),
});
export type CuratedEntry = z.infer<typeof curatedEntrySchema>;

/** A question whose answer is composed from a table row. Its id is the composition. */
export const composedEntrySchema = z.strictObject({
  id: z.enum(Object.keys(COMPOSITIONS) as [Composition, ...Composition[]]),
  ...entryBase,
  /** The written entry that answers the same question when no row is named. */
  general: key.optional(),
});
export type ComposedEntry = z.infer<typeof composedEntrySchema>;

/** How one agreement is proven: the form, or the declaration. */
const proofSchema = z.strictObject({
  /** What the exporter calls it, e.g. "Form KI-CEPA" or "DAB". */
  label: localisedSchema,
  names,
  kind: z.enum(['certificate', 'declaration']),
  confirmed: z.boolean(),
  /** False when the label of the form in e-SKA is not established. */
  labelKnown: z.boolean(),
  sources,
});

/** An agreement or a one-sided preference (EU GSP, UK DCTS), with what its rules of origin say. */
export const agreementSchema = z.strictObject({
  id: rowKey,
  name: localisedSchema,
  names,
  kind: z.enum(['fta', 'cepa', 'pta', 'mou', 'preference', 'other']),
  status: z.enum(['in-force', 'signed', 'concluded', 'negotiating', 'exploring', 'ended']),
  statusFact: factSchema,
  parties: z.array(z.string().regex(/^[A-Z]{2}$/)),
  partiesFact: factSchema.optional(),
  proofs: z.array(proofSchema),
  signed: factSchema.optional(),
  inForce: factSchema.optional(),
  legal: z.array(factSchema),
  origin: factSchema.optional(),
  cumulation: factSchema.optional(),
  deMinimis: factSchema.optional(),
  validity: factSchema.optional(),
  late: factSchema.optional(),
  direct: factSchema.optional(),
  thirdParty: factSchema.optional(),
  backToBack: factSchema.optional(),
  waiver: factSchema.optional(),
  declaration: factSchema.optional(),
  notes: z.array(factSchema),
  unit: key,
  validFrom: day.optional(),
  validUntil: day.optional(),
  checkedOn: day,
  reviewBy: day,
});
export type Agreement = z.infer<typeof agreementSchema>;

const schemeSchema = z.strictObject({
  agreement: rowKey,
  /** The label of the proof among the agreement's proofs, Indonesian. */
  proof: z.string(),
  confirmed: z.boolean(),
  sources,
  validFrom: day.optional(),
  validUntil: day.optional(),
});

const tradeOfficeSchema = z.strictObject({
  kind: z.enum(['itpc', 'trade-attache', 'embassy', 'other']),
  name: localisedSchema,
  city: z.string().optional(),
  confirmed: z.boolean(),
  sources,
});

/** A country or territory goods go to: which agreements and proofs work there, who represents Indonesia. */
export const destinationSchema = z.strictObject({
  /** ISO 3166-1 alpha-2; `EU` for the European Union as a whole. */
  id: z.string().regex(/^[A-Z]{2}$/),
  name: localisedSchema,
  names,
  memberOf: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** In the order in which to try them. Empty: no preference. Members of a union leave it to the union. */
  schemes: z.array(schemeSchema),
  /** What we advise, in words; the first sentence names the form. Given in the order of the days they begin. */
  advice: z.array(factSchema).min(0),
  pending: z.array(factSchema),
  notes: z.array(factSchema),
  offices: z.array(tradeOfficeSchema),
  checkedOn: day,
  reviewBy: day,
});
export type Destination = z.infer<typeof destinationSchema>;

/** A product of Central Java: what it is called, its indicative HS heading, what it needs here and there. */
export const productSchema = z.strictObject({
  id: key,
  name: localisedSchema,
  names,
  hs: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2,4}(?:\.\d{2}){0,3}$/),
      covers: localisedSchema,
      confirmed: z.boolean(),
      sources,
    }),
  ),
  hsNote: factSchema.optional(),
  /** What Indonesia asks: prohibited, restricted, licences. The first one says whether it is restricted. */
  export: z.array(factSchema).min(1),
  /** Certificates and papers usually asked for. */
  certificates: z.array(factSchema),
  markets: z.array(
    z.strictObject({ destinations: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1), facts: z.array(factSchema).min(1) }),
  ),
  tips: z.array(factSchema),
  units: z.array(key).min(1),
  related: z.array(z.string()).max(6),
  checkedOn: day,
  reviewBy: day,
});
export type Product = z.infer<typeof productSchema>;

/** An act or rule that answers rest on. */
export const regulationSchema = z.strictObject({
  id: key,
  /** As officials cite it: "Permendag 24/2018". */
  citation: z.string(),
  names,
  about: localisedSchema,
  issuer: z.string(),
  status: z.enum(['in-force', 'amended', 'revoked', 'unknown']),
  statusFact: factSchema,
  amendedBy: z.array(key),
  inForceFrom: day.optional(),
  checkedOn: day,
  reviewBy: day,
});
export type Regulation = z.infer<typeof regulationSchema>;

/** A published page, article or list that facts were read in. */
export const documentSchema = z.strictObject({
  id: key,
  title: localisedSchema,
  publisher: z.string(),
  dated: z.string().optional(),
  url: z.url().optional(),
  tier: z.enum(['official', 'legal-database', 'press', 'secondary', 'general-knowledge']),
});
export type SourceDocument = z.infer<typeof documentSchema>;

/** A unit of the government (or a body) that solves what the centre cannot. */
export const liaisonSchema = z.strictObject({
  id: key,
  name: localisedSchema,
  /** How a sentence names it: "Ditjen Daglu". */
  shortName: localisedSchema,
  names,
  does: localisedSchema,
  topics: z.array(key),
  channels: z.array(
    z.strictObject({
      kind: z.enum(['web', 'phone', 'whatsapp', 'email', 'address', 'hours', 'social']),
      value: z.string(),
      label: localisedSchema.optional(),
      confirmed: z.boolean(),
      sources,
    }),
  ),
  notes: z.array(factSchema),
  deputy: key.optional(),
  /** Where cases for this unit are mailed. Absent until staff has confirmed an address. */
  caseEmail: z.email().optional(),
  /** Days on which nobody there reads: cases go to the deputy. */
  away: z.array(z.strictObject({ from: day, until: day })).optional(),
  lastConfirmed: day.optional(),
  checkedOn: day,
  reviewBy: day,
});
export type Liaison = z.infer<typeof liaisonSchema>;

/** Which units take a topic, the first one first. Narrower rows win. */
export const routeSchema = z.strictObject({
  topic: key,
  agreement: rowKey.optional(),
  product: key.optional(),
  units: z.array(key).min(1),
});
export type Route = z.infer<typeof routeSchema>;

/** A training, promotion or financing programme. */
export const programmeSchema = z.strictObject({
  id: key,
  name: localisedSchema,
  names,
  about: z.array(factSchema).min(1),
  unit: key,
  checkedOn: day,
  reviewBy: day,
});
export type Programme = z.infer<typeof programmeSchema>;

/** Words for one thing. `variants` mean the same; those in `ambiguous` do so only in company. */
export const termSchema = z.strictObject({
  id: key,
  term: localisedSchema,
  variants: names,
  ambiguous: names,
  meaning: factSchema.optional(),
  related: z.array(z.string()).max(4),
});
export type Term = z.infer<typeof termSchema>;

/** Chat spellings and regional words → the plain word they stand for. */
export const spellingSchema = z.strictObject({
  word: z.string().min(1),
  spellings: z.array(z.string().min(1)).min(1),
  language: z.enum(['id', 'en', 'jv']),
});
export type Spelling = z.infer<typeof spellingSchema>;

/** Which schema reads which folder or file of `knowledge/`. Each file holds a list. */
export const TABLES = {
  agreements: agreementSchema,
  destinations: destinationSchema,
  products: productSchema,
  regulations: regulationSchema,
  documents: documentSchema,
  liaisons: liaisonSchema,
  routes: routeSchema,
  programmes: programmeSchema,
  terms: termSchema,
  spellings: spellingSchema,
} as const;
export type Table = keyof typeof TABLES;
