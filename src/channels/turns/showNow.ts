import type { WireActivity } from '../wireActivity.ts';

/**
 * Shows something to an exporter without keeping it; typing, for instance.
 *
 * @returns the id it was shown under, empty where the channel has none; when it cannot be shown, nobody misses it
 */
export type ShowNow = (conversationKey: string, activity: WireActivity) => Promise<string>;
