import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';
import { messageOf } from './message.ts';

/**
 * Mails as files, `KEY.eml`, readable by every mail program. A mail that is written again replaces itself: it is there
 * whole, once, or not at all.
 */
export function openMailFolder(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(messageOf(mail, from));
      await writeWhole(join(folder, `${mail.key}.eml`), message as Buffer);
      return { kind: 'sent' };
    },
    async forget(keys) {
      for (const key of keys) await rm(join(folder, `${key}.eml`), { force: true });
    },
    close: () => transport.close(),
  };
}

async function writeWhole(path: string, content: Buffer): Promise<void> {
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, 'w', 0o600);
  await file.writeFile(content);
  await file.sync();
  await file.close();
  await rename(draft, path);
}
