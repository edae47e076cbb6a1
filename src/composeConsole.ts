import type { Words } from './answers/index.ts';
import type { AppDependencies } from './appDependencies.ts';
import type { StaffDesk } from './cases/index.ts';
import { openConsolePage } from './channels/consolePage/index.ts';
import type { Channel } from './channels/http/index.ts';
import type { Mailer } from './channels/mail/index.ts';
import type { Config } from './config.ts';
import { openConsole } from './console/server/index.ts';
import type { Published } from './conversation/index.ts';
import type { Knowledge } from './knowledge/index.ts';
import { openSayings } from './openSayings.ts';
import { openTrial } from './openTrial.ts';
import { folderOfPage } from './pageBuild/index.ts';
import {
  NEWS_TOPICS,
  openAuditLog,
  openCannedStore,
  openDraftStore,
  openKnowledgeStore,
  openNoticeStore,
  openQuestionStore,
  openReportStore,
  openStaffStore,
  openTalkReader,
  openTodayStore,
  openUnansweredStore,
  type Storage,
} from './storage/index.ts';

/** What the console is put together from. */
export interface ConsoleParts {
  readonly config: Config;
  readonly secret: string;
  readonly storage: Storage;
  readonly deps: AppDependencies;
  /** The latest publish. */
  readonly published: () => Published;
  /** Of the talk, in the exporters' languages. */
  readonly words: Words;
  readonly cases: StaffDesk;
  readonly mailer: Mailer;
  /** Where staff reach it; known once the port is open. */
  readonly origin: () => string;
}

/** Puts the console together: its page, and the calls that the page makes. */
export async function composeConsole(parts: ConsoleParts): Promise<Channel[]> {
  const { config, secret, storage, deps, origin, published, words } = parts;
  const knowledge = (): Knowledge => published().knowledge;
  const page = await openConsolePage({ folder: folderOfPage('console'), random: deps.randomBytes });
  const calls = openConsole({
    staff: openStaffStore(storage.db),
    audit: openAuditLog(storage.db),
    database: storage.db,
    provider: config.singleSignOn,
    secret,
    isHttps: config.publicUrl?.startsWith('https:') ?? false,
    origin,
    clock: deps.now,
    newId: deps.newId,
    randomText: deps.randomText,
    log: deps.log,
    sendMail: async ({ to, subject, text }) => {
      const key = `staff-${deps.newId()}`;
      const html = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`;
      const { kind } = await parts.mailer.send({ key, to, subject, text, html, thread: key });
      // Without a mail server it has become a file, which reaches nobody.
      return kind === 'sent' && config.mail.smtpUrl !== undefined;
    },
    talks: openTalkReader(storage.db),
    news: { hearing: storage.announcements, topics: NEWS_TOPICS },
    cases: parts.cases,
    knowledge: {
      store: openKnowledgeStore(storage.db),
      drafts: openDraftStore(storage.db),
      questions: openQuestionStore(storage.db),
      trial: openTrial({ dataDir: config.dataDir }, deps.now),
    },
    centre: {
      knowledge,
      cases: parts.cases,
      store: openKnowledgeStore(storage.db),
      drafts: openDraftStore(storage.db),
      unanswered: openUnansweredStore(storage.db),
      today: openTodayStore(storage.db),
      reports: openReportStore(storage.db),
      notices: openNoticeStore(storage.db),
      canned: openCannedStore(storage.db),
      sayings: openSayings({ published, words, clock: deps.now }),
    },
  });
  return [page, calls];
}
