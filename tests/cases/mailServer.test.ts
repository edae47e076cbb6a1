import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type MailToSend, openMail } from '../../src/channels/mail/index.ts';

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const MAIL: MailToSend = {
  key: 'FTA-2026-00042-1-mail-1',
  to: 'fei@kemendag.example',
  subject: 'FTA-2026-00042: mohon bantuan – “SKA”',
  text: 'Bapak/Ibu\n.\nsebaris titik di atas',
  html: '<p>Bapak/Ibu</p>',
  thread: 'FTA-2026-00042',
};

/** A real mail server that keeps what it takes. */
async function aMailServer(options: Partial<SMTPServerOptions> = {}): Promise<{ url: string; taken: ParsedMail[] }> {
  const taken: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, callback) => {
      simpleParser(stream).then((mail) => {
        taken.push(mail);
        callback();
      }, callback);
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close(() => undefined));
  const { port } = server.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, taken };
}

/** Anything else that may listen where a mail server should. */
async function aStrangeServer(onSocket: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `smtp://127.0.0.1:${(server.address() as { port: number }).port}`;
}

async function sendBy(smtpUrl: string, mail = MAIL, patience: { patienceMs?: number } = {}) {
  const from = 'FTA Center <fta@example.go.id>';
  const mailer = await openMail({ smtpUrl, from, dataDir: '/nonexistent', ...patience });
  return mailer.send(mail);
}

describe('openMailServer', () => {
  it('sends text and HTML with a stable Message-ID, in the thread of its case', async () => {
    const { url, taken } = await aMailServer();
    expect(await sendBy(url)).toEqual({ kind: 'sent' });
    expect(await sendBy(url)).toEqual({ kind: 'sent' });
    const [mail, again] = taken;
    expect(mail).toMatchObject({
      subject: MAIL.subject,
      messageId: '<FTA-2026-00042-1-mail-1@example.go.id>',
      inReplyTo: '<FTA-2026-00042@example.go.id>',
      html: '<p>Bapak/Ibu</p>',
    });
    expect(mail?.text?.trim()).toBe(MAIL.text);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(again?.messageId).toBe(mail?.messageId);
  });

  it('lets nobody add a header or a recipient by what an exporter typed', async () => {
    const { url, taken } = await aMailServer();
    await sendBy(url, { ...MAIL, subject: 'a\r\nBcc: thief@evil.example\r\n\r\nbody', to: 'fei@kemendag.example' });
    await sendBy(url, { ...MAIL, to: 'fei@kemendag.example, thief@evil.example' });
    expect(taken[0]?.headers.has('bcc')).toBe(false);
    expect(taken[0]?.text?.trim()).toBe(MAIL.text);
    for (const mail of taken) expect(JSON.stringify(mail.to)).not.toMatch(/"address":"thief@evil\.example"/);
  });

  it('says that a server nobody runs may come back', async () => {
    const url = await aStrangeServer(() => undefined);
    for (const close of closers.splice(0)) close();
    expect(await sendBy(url)).toMatchObject({ kind: 'failed', isFinal: false });
  });

  it('says the same of one that refuses for now, and of one that refuses the password', async () => {
    const busy = await aMailServer({
      onMailFrom: (_address, _session, callback) => callback(Object.assign(new Error('later'), { responseCode: 451 })),
    });
    expect(await sendBy(busy.url)).toEqual({ kind: 'failed', fault: 'EENVELOPE 451', isFinal: false });
    const closed = await aMailServer({
      authOptional: false,
      onAuth: (_auth, _session, callback) => callback(Object.assign(new Error('no'), { responseCode: 535 })),
    });
    const withPassword = closed.url.replace('//', '//fta:wrong@');
    expect(await sendBy(withPassword)).toMatchObject({ kind: 'failed', isFinal: false });
  });

  it('says that an unknown recipient is final', async () => {
    const { url } = await aMailServer({
      onRcptTo: (_address, _session, callback) => callback(Object.assign(new Error('who?'), { responseCode: 550 })),
    });
    expect(await sendBy(url)).toEqual({ kind: 'failed', fault: 'EENVELOPE 550', isFinal: true });
  });

  it('says that one which drops the line in the middle of the message may take it later', async () => {
    const url = await aStrangeServer((socket) => {
      socket.write('220 ready\r\n');
      socket.on('data', (bytes) => {
        const said = bytes.toString();
        if (/^(EHLO|MAIL|RCPT)/.test(said)) socket.write('250 ok\r\n');
        else if (/^DATA/.test(said)) socket.write('354 go on\r\n');
        else socket.destroy();
      });
    });
    expect(await sendBy(url)).toMatchObject({ kind: 'failed', isFinal: false });
  });

  it('does not wait for ever for one that hangs: at the greeting, and after the message', async () => {
    const silent = await aStrangeServer(() => undefined);
    expect(await sendBy(silent, MAIL, { patienceMs: 100 })).toMatchObject({ kind: 'failed', isFinal: false });
    const halfway = await aStrangeServer((socket) => {
      socket.write('220 ready\r\n');
      socket.on('data', (bytes) => {
        if (/^(EHLO|MAIL|RCPT)/.test(bytes.toString())) socket.write('250 ok\r\n');
        else if (/^DATA/.test(bytes.toString())) socket.write('354 go on\r\n');
      });
    });
    expect(await sendBy(halfway, MAIL, { patienceMs: 100 })).toMatchObject({ kind: 'failed', isFinal: false });
  });

  it('names no address in a fault', async () => {
    const { url } = await aMailServer({
      onRcptTo: (address, _session, callback) =>
        callback(Object.assign(new Error(`no mailbox ${address.address}`), { responseCode: 550 })),
    });
    expect(JSON.stringify(await sendBy(url))).not.toContain('kemendag');
  });
});
