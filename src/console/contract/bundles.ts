import { z } from 'zod';
import { call } from './call.ts';
import { pageSchema, reasonSchema } from './fields.ts';
import { bundleSchema, checkedSchema, notPublishedSchemas, valueSchema } from './knowledge.ts';

/** The drafts of one import with a page of its rows; `mark` changes with any of its drafts. */
export const readBundle = call({
  name: 'read-bundle',
  method: 'GET',
  path: '/bundles/:bundle',
  act: 'read-knowledge',
  query: pageSchema,
  reply: z.object({
    bundle: bundleSchema,
    mark: z.string(),
    rows: z.array(
      z.object({
        table: z.string(),
        key: z.string(),
        title: z.object({ id: z.string(), en: z.string() }),
        live: valueSchema,
        value: valueSchema,
      }),
    ),
    total: z.number(),
  }),
});

/** What publishing all of it would do. Takes up to half a minute. */
export const checkBundle = call({
  name: 'check-bundle',
  method: 'POST',
  path: '/bundles/:bundle/check',
  act: 'read-knowledge',
  isAudited: false,
  body: z.strictObject({}),
  reply: checkedSchema,
});

/** Publishes all of it as one version, or nothing. The answers are those of publishing one draft. */
export const publishBundle = call({
  name: 'publish-bundle',
  method: 'POST',
  path: '/bundles/:bundle/publish',
  act: 'publish-knowledge',
  body: z.strictObject({
    mark: z.string().max(100),
    reason: reasonSchema,
    acceptedChanges: z.boolean().default(false),
  }),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('published'), version: z.number() }),
    ...notPublishedSchemas,
  ]),
});

export const discardBundle = call({
  name: 'discard-bundle',
  method: 'POST',
  path: '/bundles/:bundle/discard',
  act: 'publish-knowledge',
  body: z.strictObject({}),
  reply: z.object({ count: z.number() }),
});
