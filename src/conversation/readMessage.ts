import type { Activity } from 'botbuilder-core';
import { readAction } from './action.ts';
import type { AttachmentKind, Message } from './message.ts';

/** What an activity of any channel says. */
export function readMessage(activity: Activity): Message {
  if (activity.type === 'conversationUpdate') return arrived(activity);
  if (activity.type === 'event') return readEvent(activity);
  if (activity.type !== 'message') return { kind: 'nothing' };
  if (activity.channelData?.tooLong) return { kind: 'too-long' };
  const action = readAction(activity.value);
  if (action) return { kind: 'tapped', action };
  const text = activity.text?.trim() ?? '';
  if (text !== '') return { kind: 'said', text };
  const attachment = activity.attachments?.[0];
  if (attachment) return { kind: 'attached', what: attachmentKind(attachment.contentType ?? '') };
  return { kind: 'said', text: '' };
}

function arrived(activity: Activity): Message {
  const isExporter = activity.membersAdded?.some(({ id }) => id !== activity.recipient?.id);
  if (!isExporter) return { kind: 'nothing' };
  const language = languageOf(activity.locale);
  return { kind: 'arrived', ...(language && { language }) };
}

function readEvent({ name, value }: Activity): Message {
  const spoken = typeof value === 'object' && value !== null ? languageOf(value.language) : undefined;
  return name === 'webchat/join' && spoken ? { kind: 'language', language: spoken } : { kind: 'nothing' };
}

function languageOf(tag: unknown): 'id' | 'en' | undefined {
  if (typeof tag !== 'string') return undefined;
  if (/^en\b/i.test(tag)) return 'en';
  return /^(id|in|jv|su|ms)\b/i.test(tag) ? 'id' : undefined;
}

/** The channels name what they got by its media type; WhatsApp's stickers, places and contacts by one of ours. */
function attachmentKind(contentType: string): AttachmentKind {
  if (/^audio\//.test(contentType)) return 'voice';
  if (/sticker/.test(contentType)) return 'sticker';
  if (/^(image|video)\//.test(contentType)) return 'image';
  if (/location/.test(contentType)) return 'location';
  if (/contact|vcard/.test(contentType)) return 'contact';
  return /^(application|text)\//.test(contentType) ? 'document' : 'file';
}
