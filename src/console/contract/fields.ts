import { z } from 'zod';
import { ROLES } from '../../staff/roles.ts';

/** A moment on the wire: ISO 8601 in UTC. */
export const momentSchema = z.iso.datetime();

/** An e-mail address as accounts know it: in lower case. */
export const emailSchema = z.string().trim().max(200).toLowerCase().pipe(z.email());

/** At least twelve characters: length protects better than odd signs, and is easier to remember. */
export const passwordSchema = z.string().min(12).max(128);

/** What a person is called. */
export const nameSchema = z.string().trim().min(1).max(120);

export const roleSchema = z.enum(ROLES);

/** What something is called in both languages. */
export const nameInBothSchema = z.object({ id: z.string(), en: z.string() });
export type NameInBoth = z.infer<typeof nameInBothSchema>;

/** Why something is done, in the words of who does it. */
export const reasonSchema = z.string().trim().min(3).max(500);

/** Which part of a list is wanted. Numbers of a query are text on the wire. */
export const pageSchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(25),
});

/** A file, sent as it is: not JSON, no form. */
export const fileSchema = z.custom<Blob | Uint8Array>((value) => value instanceof Uint8Array);
