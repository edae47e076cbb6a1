import { createHmac, randomBytes } from 'node:crypto';

/** What the tests' number is at Meta. */
export const NUMBER = {
  phoneNumberId: '106540352242922',
  accessToken: 'a token for tests',
  appSecrets: ['an app secret for tests'],
  verifyToken: 'words for tests',
  template: { name: 'jawaban_siap', languages: ['id', 'en'] },
} as const;

/** How a webhook was answered. */
export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Posts a body as Meta does: signed over its bytes. */
export async function postWebhook(
  url: string,
  body: unknown,
  { secret = NUMBER.appSecrets[0] as string, signature }: { secret?: string; signature?: string } = {},
): Promise<Answered> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const signed = signature ?? `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signed };
  const response = await fetch(`${url}/webhooks/whatsapp`, { method: 'POST', headers, body: new Uint8Array(bytes) });
  return { status: response.status, text: await response.text() };
}

/** One change of the field `messages`, in a whole payload. */
export function payloadOf(...values: object[]): object {
  const changes = values.map((value) => ({ field: 'messages', value: { ...about(), ...value } }));
  return { object: 'whatsapp_business_account', entry: [{ id: '419561257915477', changes }] };
}

function about() {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: NUMBER.phoneNumberId },
  };
}

/** A message id nobody has used; as Meta's do, it holds the number, readable for whoever decodes it. */
export function newWamid(number = ''): string {
  return `wamid.${Buffer.concat([randomBytes(3), Buffer.from(number), randomBytes(15)]).toString('base64')}`;
}

/** How a number stands in such an id. */
export function asInWamid(number: string): string {
  return Buffer.from(number.slice(0, number.length - (number.length % 3))).toString('base64');
}

/** One person with a phone, who is known by her number, or by her id alone. */
export interface Phone {
  readonly number: string;
  readonly userId?: string;
}

/** A message from a phone, as it stands in `messages`. */
export function messageFrom(phone: Phone, content: Record<string, unknown>, at: Date = new Date()) {
  return {
    ...(phone.number && { from: phone.number }),
    ...(phone.userId && { from_user_id: phone.userId }),
    id: newWamid(phone.number),
    timestamp: String(Math.floor(at.getTime() / 1_000)),
    ...content,
  };
}

/** A text from a phone. */
export function textFrom(phone: Phone, body: string, at?: Date) {
  return messageFrom(phone, { type: 'text', text: { body } }, at);
}

/** The contact beside it. */
export function contactOf({ number, userId }: Phone, name = 'Siti Rahma') {
  return { profile: { name }, ...(number && { wa_id: number }), ...(userId && { user_id: userId }) };
}
