import { createHash } from 'node:crypto';

/** Gives as many unguessable bytes as asked for. */
export type Random = (bytes: number) => Buffer;

/** A new id of an exporter. Clients may not make up ids that begin like this; a token must carry them. */
export function newExporterKey(random: Random): string {
  return `dl_${random(18).toString('base64url')}`;
}

export function newConversationKey(random: Random): string {
  return `talk_${random(18).toString('base64url')}`;
}

/** A secret handed out once (a resume secret, a ticket); only its hash is kept. */
export function newSecret(random: Random): string {
  return random(32).toString('base64url');
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
