import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mailer } from './mailer.ts';
import { openMailFolder } from './mailFolder.ts';
import { openMailServer } from './mailServer.ts';

/** Where mail goes. */
export interface MailOptions {
  readonly smtpUrl: string | undefined;
  /** "FTA Center <fta@example.go.id>"; absent: an address of this machine, which receives nothing. */
  readonly from: string | undefined;
  readonly dataDir: string;
  /** How long a mail server may take to greet; 10 s unless said. */
  readonly patienceMs?: number;
}

const NOBODY = 'FTA Center Jawa Tengah <fta-center@localhost>';

/** Opens the mail: a server when there is one, a folder `mail` in `DATA_DIR` otherwise. */
export async function openMail({ smtpUrl, from = NOBODY, dataDir, patienceMs }: MailOptions): Promise<Mailer> {
  if (smtpUrl) return openMailServer(smtpUrl, from, patienceMs);
  const folder = join(dataDir, 'mail');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return openMailFolder(folder, from);
}

/** The bare address that mails come from: the centre's own mailbox. */
export function senderAddress(from = NOBODY): string {
  return /<([^<>]+)>/.exec(from)?.[1] ?? from;
}
