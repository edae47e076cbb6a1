import type { StaffDesk } from '../../cases/index.ts';
import type { Channel } from '../../channels/http/index.ts';
import { accountRoutes } from './account/routes.ts';
import { type AuthOptions, openAuth } from './auth.ts';
import { type Centre, centreRoutes } from './centre.ts';
import type { Desk } from './desk.ts';
import type { Bench } from './knowledge/bench.ts';
import { openLiveRows } from './knowledge/liveRows.ts';
import { watchDue } from './knowledge/publishDue.ts';
import { knowledgeRoutes } from './knowledge/routes.ts';
import { type Hearing, type NewsTopics, openNews } from './news/openNews.ts';
import { newsRoutes } from './news/routes.ts';
import { openServe } from './serve.ts';
import { openSingleSignOn } from './singleSignOn/openSingleSignOn.ts';
import type { Provider } from './singleSignOn/provider.ts';
import { staffRoutes } from './staff/routes.ts';
import { suggestionRoutes } from './suggestions/routes.ts';
import { talkRoutes } from './talks/routes.ts';
import type { TalkReader } from './talks/talkReader.ts';

/** What the console needs from outside. */
export interface ConsoleOptions extends Omit<Desk, 'auth' | 'singleSignOn'>, AuthOptions {
  /** Undefined: staff sign in with passwords alone. */
  readonly provider: Provider | undefined;
  readonly knowledge: Omit<Bench, 'desk' | 'live'>;
  readonly centre: Centre;
  readonly talks: TalkReader;
  readonly cases: StaffDesk;
  readonly news: { readonly hearing: Hearing; readonly topics: NewsTopics };
}

/** Opens the calls of the console; the page that makes them is served beside it. */
export function openConsole(options: ConsoleOptions): Channel {
  const singleSignOn = options.provider ? openSingleSignOn({ ...options, provider: options.provider }) : null;
  const desk: Desk = { ...options, auth: openAuth(options), singleSignOn };
  const serve = openServe(desk);
  const live = openLiveRows(options.knowledge.store);
  const bench: Bench = { ...options.knowledge, desk, live };
  const endWatch = watchDue(bench);
  const news = openNews(options.news.hearing, options.news.topics, options.newId());
  return {
    routes: [
      ...accountRoutes(serve),
      ...staffRoutes(serve, options.centre.knowledge),
      ...knowledgeRoutes(serve, bench),
      ...centreRoutes(serve, options.centre, live),
      ...talkRoutes(serve, options.talks, options.cases, options.centre.knowledge),
      ...suggestionRoutes(serve, { ...options, bench, knowledge: options.centre.knowledge }),
      ...newsRoutes(serve, news),
    ],
    stop: async () => {
      news.close();
      endWatch();
    },
  };
}
