/** Tests go in by the door, too. */
export type { Slot } from '../../src/knowledge/schema.ts';
export * from '../../src/understanding/index.ts';
