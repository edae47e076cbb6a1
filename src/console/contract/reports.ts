import { z } from 'zod';
import { call } from './call.ts';

/** Days of WIB, both included; at most a year. */
const periodSchema = z
  .strictObject({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until && Date.parse(until) - Date.parse(from) <= 366 * 86_400_000, {
    message: 'from must not be after until, and at most a year before it',
  });

const countSchema = z.object({ key: z.string(), name: z.string(), count: z.number() });
export type Counted = z.infer<typeof countSchema>;

const unitSchema = z.object({
  key: z.string(),
  name: z.string(),
  cases: z.number(),
  closed: z.number(),
  /** Hours by the clock until half of them were accepted or answered; null: none was. */
  acceptHours: z.number().nullable(),
  answerHours: z.number().nullable(),
  /** Of those that were answered: before the promised date, and after it. */
  kept: z.number(),
  broken: z.number(),
});
export type UnitReport = z.infer<typeof unitSchema>;

/** What was exported once obstacles were gone; currencies are not added up. */
const valueSchema = z.object({ currency: z.string(), amount: z.number() });

const obstacleSchema = z.object({
  agreement: z.string(),
  product: z.string(),
  region: z.string(),
  firms: z.number(),
  cases: z.number(),
  /** Cases whose obstacle is gone. */
  resolved: z.number(),
  /** Only where at least five firms told one. */
  values: z.array(valueSchema),
});
export type Obstacle = z.infer<typeof obstacleSchema>;

const reportSchema = z.object({
  /** A question after which a choice was offered and taken counts once. */
  totals: z.object({
    questions: z.number(),
    talks: z.number(),
    atOnce: z.number(),
    afterChoice: z.number(),
    leftAtChoice: z.number(),
    unanswered: z.number(),
    thumbsUp: z.number(),
    thumbsDown: z.number(),
    cases: z.number(),
    casesClosed: z.number(),
  }),
  /** Of the cases that were closed in the period. */
  results: z.object({
    resolved: z.number(),
    unresolved: z.number(),
    /** With how many cases each sum is of. */
    values: z.array(valueSchema.extend({ cases: z.number() })),
  }),
  byDay: z.array(countSchema),
  byLanguage: z.array(countSchema),
  byChannel: z.array(countSchema),
  byArea: z.array(countSchema),
  byAgreement: z.array(countSchema),
  byProduct: z.array(countSchema),
  byDestination: z.array(countSchema),
  units: z.array(unitSchema),
  /** Cells of at least five firms; smaller ones stay here and are only counted. */
  obstacles: z.array(obstacleSchema),
  hiddenObstacles: z.number(),
});
export type Report = z.infer<typeof reportSchema>;

export const readReport = call({
  name: 'read-report',
  method: 'GET',
  path: '/reports',
  act: 'read-reports',
  query: periodSchema,
  reply: reportSchema,
});

/** The same as XLSX, a sheet for each table. */
export const downloadReport = call({
  name: 'download-report',
  method: 'GET',
  path: '/reports/file',
  act: 'read-reports',
  isAudited: true,
  query: periodSchema,
  reply: z.unknown(),
});
