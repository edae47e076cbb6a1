import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { openMail } from '../../src/channels/mail/index.ts';
import { MONDAY } from './aCase.ts';
import { INTAKE, testCases } from './testCases.ts';

const MINUTE = 60_000;
const PATIENCE_MS = 150;

/** How the mail server is, at one address all the time. */
type Mood = 'refuses' | 'hangs' | 'drops' | 'hangs-late' | 'well';

const cases = testCases();
const taken: ParsedMail[] = [];
const spoken: Mood[] = [];
let server: MoodyServer;

beforeAll(async () => {
  server = await openMoodyServer();
  const mailer = await openMail({
    smtpUrl: `smtp://127.0.0.1:${server.port}`,
    from: 'FTA Center <fta@example.go.id>',
    dataDir: '/nonexistent',
    patienceMs: PATIENCE_MS,
  });
  cases.answerMailsWith((mail) => mailer.send(mail));
});

afterAll(() => server.close());

interface MoodyServer {
  readonly port: number;
  be(mood: Mood): Promise<void>;
  close(): Promise<void>;
}

/** A real mail server, and in its place whatever else may listen there, or nothing. */
async function openMoodyServer(): Promise<MoodyServer> {
  const sockets = new Set<Socket>();
  const well = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, callback) => {
      simpleParser(stream).then((mail) => {
        taken.push(mail);
        callback();
      }, callback);
    },
  });
  well.on('error', () => undefined);
  let mood: Mood = 'well';
  const make = () =>
    createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      spoken.push(mood);
      if (mood === 'well') well.connect(socket);
      else if (mood !== 'hangs') sayHalf(socket, mood === 'drops' ? () => socket.destroy() : () => undefined);
    });
  let listening: Server = make();
  const listen = (port: number) =>
    new Promise<number>((resolve) =>
      listening.listen(port, '127.0.0.1', () => resolve((listening.address() as { port: number }).port)),
    );
  const shut = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => void listening.close(() => resolve()));
  };
  const port = await listen(0);
  return {
    port,
    async be(next) {
      if (mood !== 'refuses') await shut();
      mood = next;
      listening = make();
      if (mood !== 'refuses') await listen(port);
    },
    close: shut,
  };
}

/** Takes everything up to the message itself. */
function sayHalf(socket: Socket, onMessage: () => void): void {
  socket.write('220 ready\r\n');
  let isMessage = false;
  socket.on('data', (bytes) => {
    const said = bytes.toString();
    if (isMessage) onMessage();
    else if (/^DATA/.test(said)) {
      isMessage = true;
      socket.write('354 go on\r\n');
    } else socket.write('250 ok\r\n');
  });
}

/** Passes the time minute by minute, as the job does. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    cases.now = new Date(cases.now.getTime() + MINUTE);
    await cases.work.send();
  }
}

const openOne = async () => (await (await cases.beginTalk()).open()).kase.number;

describe('an hour without a mail server', () => {
  it('that refuses, hangs, drops and hangs again: staff see it, nothing is lost, and every mail goes out once', async () => {
    cases.now = MONDAY;
    await server.be('refuses');
    const first = await openOne();
    const urgent = (await (await cases.beginTalk()).open({ isUrgent: true })).kase.number;
    const mailed = await (await cases.beginTalk('en')).open({
      personal: { ...INTAKE.personal, email: 'sari@usaha.example' },
    });
    await cases.work.send();
    await pass(5);
    expect((await cases.find(first)).attention).toBeNull();
    await pass(10);

    // Staff see it long before anything is given up, and so does the operator.
    expect((await cases.find(first)).attention).toBe('mail-failed');
    const listed = (await cases.staff().list({ needsAttention: true })).cases.map(({ number }) => number);
    expect(listed).toEqual(expect.arrayContaining([first, urgent, mailed.kase.number]));
    expect(await cases.staff().outboxState()).toEqual({ waiting: 4, failing: 4, failed: 0 });
    expect(await cases.store.isMailFailing()).toBe(true);

    await server.be('hangs');
    const second = await openOne();
    await pass(15);
    await server.be('drops');
    const third = await openOne();
    await cases.staff().reply(mailed.kase.number, 'sari', 'Here it is.');
    await pass(15);
    await server.be('hangs-late');
    const fourth = await openOne();
    await pass(14);
    expect(taken).toEqual([]);
    expect(new Set(spoken)).toEqual(new Set(['hangs', 'drops', 'hangs-late']));
    expect((await cases.staff().outboxState()).failed).toBe(0);

    await server.be('well');
    await pass(60);
    const expected = [first, second, third, fourth].map((number) => `<${number}-1-mail-1@example.go.id>`);
    expect(taken.map(({ messageId }) => messageId).sort()).toEqual(
      [
        ...expected,
        `<${urgent}-1-mail-1@example.go.id>`,
        `<${urgent}-1-mail-2@example.go.id>`,
        `<${mailed.kase.number}-1-mail-1@example.go.id>`,
        `<${mailed.kase.number}-2-mail-1@example.go.id>`,
      ].sort(),
    );
    expect(taken.find(({ to }) => JSON.stringify(to).includes('sari@usaha.example'))?.text).toContain('Here it is.');

    // It is over: nobody has to look any more, and what was wrong is in the audit.
    expect(await cases.staff().outboxState()).toEqual({ waiting: 0, failing: 0, failed: 0 });
    expect(await cases.store.isMailFailing()).toBe(false);
    for (const number of [first, urgent, second]) expect((await cases.find(number)).attention).toBeNull();
    const acts = (await cases.store.auditOf(first)).map(({ act }) => act);
    expect(acts.filter((act) => act.startsWith('mail.'))).toEqual(['mail.failed', 'mail.mended']);
  });
});
