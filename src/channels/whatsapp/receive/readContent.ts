import { z } from 'zod';
import type { Said } from './events.ts';

/** What was said, without who and when. */
export type Content = Pick<Said, 'activity' | 'choice' | 'replaces' | 'isOpening'>;

const text = z.string();
const media = z.looseObject({ mime_type: text.optional(), caption: text.optional(), filename: text.optional() });
const tapped = z.looseObject({ id: text, title: text.catch('') });

const schemas = {
  text: z.looseObject({ body: text }),
  button: z.looseObject({ text: text.optional(), payload: text.optional() }),
  interactive: z.looseObject({ button_reply: tapped.optional(), list_reply: tapped.optional() }),
  edit: z.looseObject({ original_message_id: text, message: z.looseObject({ type: text }) }),
};

/** Longer than this nobody types on a phone, and WhatsApp itself ends at 4,096. */
const LONGEST_TEXT = 4_096;

/**
 * What a message says to the bot; undefined for what wants no answer, such as a reaction.
 *
 * What the bot cannot read (a photograph, an order, a kind that is new) still becomes an activity: it answers kindly
 * that words are needed.
 */
export function readContent(message: Readonly<Record<string, unknown>>): Content | undefined {
  const type = String(message.type);
  if (SILENT.has(type)) return undefined;
  return READERS[type]?.(message[type]) ?? attached(`whatsapp/${type.slice(0, 40)}`);
}

/** `call_permission_reply` and form replies come as `interactive` without anything tapped, see below. */
const SILENT = new Set(['reaction', 'system', 'revoke']);

type Reader = (part: unknown) => Content | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  text: (part) => said(schemas.text.safeParse(part).data?.body),
  button: (part) => {
    const button = schemas.button.safeParse(part).data;
    return said(button?.text ?? button?.payload);
  },
  interactive: readTap,
  image: (part) => attachedMedia('image/jpeg', part),
  video: (part) => attachedMedia('video/mp4', part),
  audio: (part) => attachedMedia('audio/ogg', part),
  document: (part) => attachedMedia('application/octet-stream', part),
  sticker: () => attached('application/vnd.whatsapp.sticker'),
  location: () => attached('application/vnd.whatsapp.location'),
  contacts: () => attached('application/vnd.whatsapp.contact'),
  request_welcome: () => ({ activity: { type: 'conversationUpdate' }, isOpening: false }),
  edit: readEdit,
};

function said(body: string | undefined): Content | undefined {
  if (body === undefined) return undefined;
  const tooLong = body.length > LONGEST_TEXT && { channelData: { tooLong: true } };
  const activity = { type: 'message', text: body.slice(0, LONGEST_TEXT), ...tooLong };
  return { activity, isOpening: /^\W*(buka|open)\W*$/i.test(body) };
}

/** The id of a button says what it does, or which choice of which activity it was. */
function readTap(part: unknown): Content | undefined {
  const read = schemas.interactive.safeParse(part).data;
  const tap = read?.button_reply ?? read?.list_reply;
  if (!tap) return undefined;
  const activity = { type: 'message', text: tap.title };
  const [, sequence, index] = /^(\d{1,9})\.(\d{1,3})$/.exec(tap.id) ?? [];
  if (sequence !== undefined && index !== undefined)
    return { activity, choice: { sequence: Number(sequence), index: Number(index) }, isOpening: false };
  return { activity: { ...activity, value: parsed(tap.id) }, isOpening: false };
}

/** Buttons may be old or of somebody else: what is no JSON is no action, and the words on it count. */
function parsed(id: string): unknown {
  try {
    return JSON.parse(id);
  } catch {
    return undefined;
  }
}

function readEdit(part: unknown): Content | undefined {
  const edit = schemas.edit.safeParse(part).data;
  const content = edit && readContent(edit.message);
  return content && { ...content, replaces: edit.original_message_id };
}

/** A caption is a question like any other. */
function attachedMedia(usual: string, part: unknown): Content {
  const { mime_type = usual, caption, filename } = media.safeParse(part).data ?? {};
  return attached(mime_type.slice(0, 100), caption?.slice(0, LONGEST_TEXT), filename?.slice(0, 200));
}

function attached(contentType: string, caption?: string, name?: string): Content {
  const attachment = { contentType, ...(name && { name }) };
  return {
    activity: { type: 'message', ...(caption && { text: caption }), attachments: [attachment] },
    isOpening: false,
  };
}
