import type { Body } from '../write/writeBodies.ts';
import type { Address } from './outbox.ts';

/**
 * A whole message for the Graph API.
 *
 * @param messageKey comes back with every status, at most 512 bytes
 * @param quote the message it answers
 */
export function addressed(body: Body, { phone, userId }: Address, messageKey: string, quote: string | null): object {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...(phone ? { to: phone } : { recipient: userId }),
    ...(quote && { context: { message_id: quote } }),
    biz_opaque_callback_data: messageKey,
    ...body,
  };
}
