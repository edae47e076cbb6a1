/**
 * What the console's page and the server say to each other: one zod schema for both ends, one file a page.
 *
 * @module
 */
export { type Call, call, type ParamsOf } from './call.ts';
