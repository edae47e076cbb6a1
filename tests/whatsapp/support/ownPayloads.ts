import { contactOf, messageFrom, newWamid, payloadOf, textFrom } from '../../support/whatsAppPhone.ts';

/** Signed bodies that a webhook must survive; `isParked`: nobody can make sense of it. */
export interface OwnPayload {
  readonly what: string;
  readonly body: string | object | Buffer;
  readonly isParked: boolean;
}

const SOMEBODY = { number: '6281600000001' };
const { id: _, ...withoutId } = messageFrom(SOMEBODY, { type: 'text', text: { body: 'tanpa id' } });

/** Our own collection: what was seen in the wild, and what is to be feared. */
export const ownPayloads: readonly OwnPayload[] = [
  { what: 'no JSON', body: 'halo', isParked: true },
  { what: 'nothing at all', body: '', isParked: true },
  { what: 'JSON that is no payload', body: '[]', isParked: true },
  { what: 'null', body: 'null', isParked: true },
  { what: 'bytes that are no text', body: Buffer.from([0xff, 0xfe, 0x00, 0x22]), isParked: true },
  { what: 'JSON nested a thousand deep', body: `${'['.repeat(1_000)}${']'.repeat(1_000)}`, isParked: true },
  {
    what: 'an entry without changes',
    body: { object: 'whatsapp_business_account', entry: [{ id: '1' }] },
    isParked: true,
  },
  { what: 'no number', body: payloadOf({ metadata: {}, messages: [] }), isParked: true },
  { what: 'a message without an id', body: payloadOf({ messages: [withoutId] }), isParked: true },
  { what: 'a message that is a word', body: payloadOf({ messages: ['halo'] }), isParked: true },
  {
    what: 'a message of nobody',
    body: payloadOf({ messages: [{ id: newWamid(), type: 'text', text: { body: 'siapa' } }] }),
    isParked: true,
  },
  {
    what: 'a message without a type',
    body: payloadOf({ messages: [{ id: newWamid(), from: '6281' }] }),
    isParked: true,
  },
  { what: 'a status without an id', body: payloadOf({ statuses: [{ status: 'sent' }] }), isParked: true },
  {
    what: 'a status nobody knows',
    body: payloadOf({ statuses: [{ id: newWamid(), status: 'teleported' }] }),
    isParked: false,
  },
  {
    what: 'a status of a message that is not ours',
    body: payloadOf({ statuses: [{ id: newWamid(), status: 'read', timestamp: 1_795_000_000 }] }),
    isParked: false,
  },
  {
    what: 'another field',
    body: { object: 'x', entry: [{ changes: [{ field: 'account_update', value: {} }] }] },
    isParked: false,
  },
  {
    what: 'errors of the account',
    body: payloadOf({ errors: [{ code: 131000, title: 'Something went wrong' }] }),
    isParked: false,
  },
  {
    what: 'a text with NUL and half an emoji',
    body: payloadOf({ messages: [textFrom(SOMEBODY, 'a\u0000b\ud83d')] }),
    isParked: false,
  },
  {
    what: 'an integer time, no contacts',
    body: payloadOf({ messages: [{ ...textFrom(SOMEBODY, 'angka'), timestamp: Math.floor(Date.now() / 1_000) }] }),
    isParked: false,
  },
  {
    what: 'a time that is a word',
    body: payloadOf({ messages: [{ ...textFrom(SOMEBODY, 'jam'), timestamp: 'kemarin' }] }),
    isParked: false,
  },
  {
    what: 'contacts in disorder, and one that is nothing',
    body: payloadOf({
      contacts: [null, contactOf({ number: '6281699999999' })],
      messages: [textFrom(SOMEBODY, 'urut')],
    }),
    isParked: false,
  },
  {
    what: 'names that reach into prototypes',
    body: `{"object":"x","entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"106540352242922"},"messages":[{"id":"${newWamid()}","from":"6281600000001","type":"__proto__","__proto__":{"polluted":true}}]}}]}]}`,
    isParked: false,
  },
];
