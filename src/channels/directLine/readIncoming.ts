import { z } from 'zod';
import { cleanJson, TooDeep } from '../cleanJson.ts';
import { BOT_ACCOUNT, type Language, languageOf, type WireActivity } from '../wireActivity.ts';
import { CHANNEL_ID } from './channelId.ts';

/** Longer texts are kept, but marked `channelData.tooLong`: the bot asks for a shorter one. */
export const LONG_TEXT = 4_000;

/** Longer texts are refused. */
export const MAX_TEXT = 20_000;

const MAX_JSON_CHARACTERS = 16_000;
const MAX_ATTACHMENTS = 10;

/** What becomes of a posted activity. */
export type Reading =
  | { kind: 'kept'; activity: WireActivity; clientActivityId: string | null; language: Language | null }
  /** Shown to the exporter's own pages, not kept, and no turn runs. */
  | { kind: 'passing'; activity: WireActivity }
  | { kind: 'unreadable' }
  | { kind: 'too-large' };

/** Who posts, and where: always from the token and the path, never from the activity. */
export interface Sender {
  readonly exporterKey: string;
  readonly conversationKey: string;
}

const anyObject = z.record(z.string(), z.unknown()).optional().catch(undefined);
const shortText = (most: number) => z.string().max(most).optional().catch(undefined);
const languageTag = z
  .string()
  .regex(/^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/i)
  .optional()
  .catch(undefined);

/** Only what is named here survives: `deliveryMode`, `serviceUrl`, ids, roles and the rest are the server's. */
const postedSchema = z.object({
  type: z.enum(['message', 'event', 'typing', 'endOfConversation']),
  text: z.string().optional(),
  name: shortText(100),
  value: z.unknown().optional(),
  locale: languageTag,
  localTimestamp: shortText(40),
  localTimezone: shortText(64),
  channelData: anyObject,
  entities: z.array(z.record(z.string(), z.unknown())).optional().catch(undefined),
  attachments: z
    .array(z.object({ contentType: shortText(100), name: shortText(255) }))
    .optional()
    .catch(undefined),
});

type Posted = z.infer<typeof postedSchema>;

/**
 * Reads an activity as a client posted it, keeping only what a client may say.
 *
 * `channelData.clientActivityID` is kept unchanged: by it Web Chat finds its own message in the echo. The text is
 * plain text, whatever the client calls it, so that nobody's HTML or Markdown is ever rendered.
 */
export function readIncoming(posted: unknown, sender: Sender): Reading {
  const cleaned = cleanOrNull(posted);
  const read = postedSchema.safeParse(cleaned);
  if (!read.success) return { kind: 'unreadable' };
  if (isTooLarge(read.data)) return { kind: 'too-large' };
  const clientActivityId = clientActivityIdOf(read.data);
  const { type } = read.data;
  if (type !== 'message' && type !== 'event')
    return { kind: 'passing', activity: passingOf(type, clientActivityId, sender) };
  return {
    kind: 'kept',
    activity: activityOf(read.data, sender),
    clientActivityId,
    language: chosenLanguage(read.data) ?? languageOf(read.data.locale),
  };
}

function cleanOrNull(posted: unknown): unknown {
  try {
    return cleanJson(posted);
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

function isTooLarge({ text, value, channelData }: Posted): boolean {
  return (
    (text?.length ?? 0) > MAX_TEXT || sizeOf(value) > MAX_JSON_CHARACTERS || sizeOf(channelData) > MAX_JSON_CHARACTERS
  );
}

function sizeOf(value: unknown): number {
  return value === undefined ? 0 : JSON.stringify(value).length;
}

function activityOf(posted: Posted, { exporterKey, conversationKey }: Sender): WireActivity {
  const { type, text, name, value, locale, localTimestamp, localTimezone } = posted;
  return withoutUndefined({
    type,
    ...(text !== undefined && { text, textFormat: 'plain' }),
    name: type === 'event' ? name : undefined,
    value,
    locale,
    localTimestamp,
    localTimezone,
    channelData: channelDataOf(posted),
    entities: posted.entities?.filter(isClientCapabilities).slice(0, 1),
    attachments: type === 'message' ? posted.attachments?.slice(0, MAX_ATTACHMENTS) : undefined,
    channelId: CHANNEL_ID,
    from: { id: exporterKey, role: 'user' },
    recipient: BOT_ACCOUNT,
    conversation: { id: conversationKey },
    serviceUrl: `urn:${CHANNEL_ID}`,
  });
}

/** As little as lets Web Chat find it in the echo. */
function passingOf(type: Posted['type'], clientActivityId: string | null, sender: Sender): WireActivity {
  const channelData = clientActivityId === null ? {} : { clientActivityID: clientActivityId };
  return activityOf({ type, value: undefined, channelData }, sender);
}

/** `webchat:…` is what the page notes down for itself, and a place in the order that the server alone gives out. */
function channelDataOf({ text, channelData = {} }: Posted): Record<string, unknown> {
  const said = Object.entries(channelData).filter(([name]) => name !== 'tooLong' && !/^webchat(:|$)/i.test(name));
  const isLong = (text?.length ?? 0) > LONG_TEXT;
  return Object.fromEntries(isLong ? [...said, ['tooLong', true]] : said);
}

function isClientCapabilities(entity: Record<string, unknown>): boolean {
  return entity.type === 'ClientCapabilities' && sizeOf(entity) < 1_000;
}

function clientActivityIdOf({ channelData }: Posted): string | null {
  const id = channelData?.clientActivityID;
  return typeof id === 'string' && id !== '' && id.length <= 200 ? id : null;
}

/** The page tells its language when it connects: event `webchat/join`, value `{language}`. */
function chosenLanguage({ type, value }: Posted): Language | null {
  if (type !== 'event' || typeof value !== 'object' || value === null) return null;
  return 'language' in value ? languageOf(value.language) : null;
}

function withoutUndefined({ type, ...fields }: WireActivity): WireActivity {
  return { type, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) };
}
