import { openWords } from './answers/index.ts';
import type { AppDependencies } from './appDependencies.ts';
import { type CaseTalk, caseOfFault, openStaffDesk } from './cases/index.ts';
import { openChatPage } from './channels/chatPage/index.ts';
import { openWebChat } from './channels/directLine/index.ts';
import {
  type Channel,
  createHttpServer,
  createMetrics,
  healthChannel,
  type Metrics,
  metricsChannel,
  type ReadinessCheck,
} from './channels/http/index.ts';
import { openMail, senderAddress } from './channels/mail/index.ts';
import { composeBotService } from './composeBotService.ts';
import { composeConsole } from './composeConsole.ts';
import { composeWhatsApp } from './composeWhatsApp.ts';
import type { Config } from './config.ts';
import { createBot, type TalkStore } from './conversation/index.ts';
import { firstAdministratorLink } from './firstAdministratorLink.ts';
import { keptSecret } from './keptSecret.ts';
import { listenFault } from './listenFault.ts';
import { openDataDir } from './openDataDir.ts';
import { ensurePages, folderOfPage } from './pageBuild/index.ts';
import { followPublished } from './published.ts';
import { requireFreeAddress } from './requireFreeAddress.ts';
import { caseDesk, startCases } from './startCases.ts';
import {
  openCaseStore,
  openJobs,
  openKnowledgeStore,
  openStaffStore,
  openStorage,
  openTurns,
  openWebTalks,
  type Storage,
} from './storage/index.ts';

/** The running bot. */
export interface App {
  /** Where it listens on this machine, without a slash at the end. */
  url: string;
  /** The addresses that exist, as patterns. */
  paths: readonly string[];
  /** Where the first administrator makes their account; null when there is one. */
  firstAdministratorLink: string | null;
  /** Finishes the turns that run (ten seconds at most), then closes everything. */
  stop(): Promise<void>;
}

/** What the rooms bring to the server once they are put together. */
interface Composition {
  channels: Channel[];
  checks: ReadinessCheck[];
}

const STOP_PATIENCE_MS = 10_000;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Puts the rooms together and opens the door. The only file that knows every room.
 *
 * Everything that was opened is closed again when a later step fails.
 *
 * @throws {StartFault} with what the operator can do about it
 */
export async function startApp(config: Config, deps: AppDependencies): Promise<App> {
  await openDataDir(config.dataDir);
  const secret = config.secret ?? (await keptSecret(config.dataDir, deps.randomText));
  const storage = await openStorage({ ...deps, ...config, isClaimed: true });
  try {
    await requireFreeAddress(config.host, config.port);
    const metrics = createMetrics();
    // On any free port the address is known only once it listens.
    const door = { url: config.publicUrl ?? localUrl(config.host, config.port) };
    const { channels, checks } = await compose(config, secret, storage, metrics, deps, () => door.url);
    const app = await openDoor(config, storage, channels, checks, metrics, deps);
    door.url = config.publicUrl ?? app.url;
    const link = await firstAdministratorLink(openStaffStore(storage.db), door.url, deps);
    return { ...app, firstAdministratorLink: link };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** The rooms, from the ground up. */
async function compose(
  config: Config,
  secret: string,
  storage: Storage,
  metrics: Metrics,
  deps: AppDependencies,
  origin: () => string,
): Promise<Composition> {
  const following = await followPublished({
    store: openKnowledgeStore(storage.db),
    announcements: storage.announcements,
    clock: deps.now,
    log: deps.log,
    dataDir: config.dataDir,
    onLearning: (count) => deps.progress(`Learning ${count} entries, once for this knowledge …`),
  });
  await ensurePages(deps.progress);
  const chatPage = await openChatPage({
    folder: folderOfPage('chatPage'),
    random: deps.randomBytes,
    publicUrl: config.publicUrl,
  });
  const words = openWords();
  const desk = caseDesk({
    knowledge: () => following.current().knowledge,
    words,
    clock: deps.now,
    random: deps.randomBytes,
    secret,
    publicUrl: origin,
    centreAddress: senderAddress(config.mail.from),
  });
  const ofFault = (talk: CaseTalk, said: string) => caseOfFault(desk, talk, said);
  const bot = createBot({ published: following.current, words, clock: deps.now, cases: desk });
  const webChat = await openWebChat<TalkStore>({
    bot,
    turns: openTurns(storage.db, 'web', ofFault),
    talks: openWebTalks(storage.db),
    announcements: storage.announcements,
    secret,
    clock: deps.now,
    random: deps.randomBytes,
    log: deps.log,
    publicUrl: config.publicUrl,
    tooFast: (language) => words(language, 'talk:tooFast'),
    apologise: (language, number) => words(language, 'cases:apology', { number }),
  });
  const store = openCaseStore(storage.db, storage.announcements);
  const mailer = await openMail({ ...config.mail, dataDir: config.dataDir });
  const cases = await startCases({
    desk,
    store,
    mailer,
    words,
    log: deps.log,
    registry: metrics.registry,
    runJobs: (jobs) => openJobs(storage.url, jobs, deps.log),
  });
  const botService = composeBotService({
    ...{ registration: config.botService, storage, bot, ofFault, clock: deps.now, log: deps.log },
    apologise: (language, number) => words(language, 'cases:apology', { number }),
  });
  const staffConsole = await composeConsole({
    ...{ config, secret, storage, deps, origin, mailer, words },
    published: following.current,
    cases: openStaffDesk(desk, store),
  });
  const stopFollowing: Channel = { routes: [], stop: async () => following.stop() };
  const opened =
    config.whatsApp &&
    (await composeWhatsApp({ config: config.whatsApp, storage, bot, words, metrics, deps, ofFault }));
  return {
    channels: [
      chatPage,
      webChat,
      ...staffConsole,
      ...botService,
      ...(opened ? [opened.channel] : []),
      cases.channel,
      stopFollowing,
    ],
    checks: [{ name: 'database', isReady: storage.isReachable }, cases.check, ...(opened ? [opened.check] : [])],
  };
}

async function openDoor(
  config: Config,
  storage: Storage,
  channels: readonly Channel[],
  checks: readonly ReadinessCheck[],
  metrics: Metrics,
  deps: AppDependencies,
): Promise<Omit<App, 'firstAdministratorLink'>> {
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  const all = [healthChannel(checks), metricsChannel(metrics), ...channels];
  const isBehindProxy = isHttps && LOOPBACK.has(config.host);
  const server = createHttpServer({ ...deps, metrics, channels: all, isHttps, isBehindProxy });
  const { port } = await server.listen(config.port, config.host).catch((error) => {
    throw listenFault(error, config.host, config.port);
  });
  return {
    url: localUrl(config.host, port),
    paths: all.flatMap((channel) => channel.routes.map((route) => route.path)),
    async stop() {
      await server.stop(STOP_PATIENCE_MS);
      await storage.close();
    },
  };
}

function localUrl(host: string, port: number): string {
  const isLocal = LOOPBACK.has(host) || /^(0\.0\.0\.0|::)$/.test(host);
  return `http://${isLocal ? 'localhost' : host}:${port}`;
}
