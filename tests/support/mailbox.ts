import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { eventually } from '../directLine/support/rawClient.ts';

/** The mails that lie as files in a data folder, in the order of their names, as a mail program reads them. */
export async function readMails(dataDir: string): Promise<ParsedMail[]> {
  const folder = join(dataDir, 'mail');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(files.map(async (name) => simpleParser(await readFile(join(folder, name)))));
}

/** The last mail whose subject says that, once it is there. */
export async function awaitMail(dataDir: string, subject: string | RegExp): Promise<ParsedMail> {
  const wanted = (mail: ParsedMail) =>
    typeof subject === 'string' ? mail.subject?.includes(subject) : subject.test(mail.subject ?? '');
  const mails = await eventually(
    () => readMails(dataDir),
    (all) => all.some(wanted),
  );
  return mails.findLast(wanted) as ParsedMail;
}

/** The link to the case in a mail, from its text part. */
export function linkIn(mail: ParsedMail): string {
  const link = /https?:\/\/\S+\/cases\/reply\/[\w-]+/.exec(mail.text ?? '')?.[0];
  if (!link) throw new Error(`no link in the mail "${mail.subject}"`);
  return link;
}
