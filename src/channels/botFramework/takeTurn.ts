import type { Activity, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { withinLimit } from '../withinLimit.ts';
import type { BotServiceTalks, BotServiceTurn } from './talks.ts';

/** What a turn needs from the other rooms. */
export interface TurnOptions<Talk> {
  /** The bot, as channels know it. */
  bot: (context: TurnContext, talk: Talk) => Promise<void>;
  talks: BotServiceTalks<Talk>;
  /** What an exporter reads when a turn has failed. */
  apologise: (language: 'id' | 'en', caseNumber: string) => string;
  clock: () => Date;
  log: Logger;
  /** How long the bot may think about one activity; 12 s unless said, for Azure itself gives up after 15 s. */
  turnLimitMs?: number;
}

const TURN_LIMIT_MS = 12_000;

/**
 * Runs one turn: the bot speaks into a list, the list is kept together with what the bot wrote, and only then is it
 * sent. So no transaction waits for Azure, and nothing is said that a rollback would take back.
 *
 * A turn that fails is logged and ends with an apology.
 */
export async function takeTurn<Talk>(context: TurnContext, options: TurnOptions<Talk>): Promise<void> {
  const outbox = collect(context);
  const answer = async (talk: Talk) => {
    await withinLimit(() => options.bot(context, talk), options.turnLimitMs ?? TURN_LIMIT_MS);
    return outbox.collected;
  };
  const failed = await options.talks.takeTurn(turnOf(context.activity), answer, options.clock());
  if (failed) {
    options.log.error({ err: failed.cause }, 'bot service: a turn failed, apologising');
    outbox.collected.splice(0, Number.POSITIVE_INFINITY, apology(context.activity, failed.caseNumber, options));
  }
  await outbox.send();
}

/** Typing goes out at once, everything else waits for `send`. */
function collect(context: TurnContext) {
  const collected: Partial<Activity>[] = [];
  let isCollecting = true;
  context.onSendActivities(async (_context, activities, next) => {
    if (!isCollecting || activities.every(({ type }) => type === 'typing')) return next();
    collected.push(...activities);
    return activities.map(() => ({ id: '' }));
  });
  const send = async () => {
    isCollecting = false;
    if (collected.length > 0) await context.sendActivities(collected);
  };
  return { collected, send };
}

function turnOf(activity: Activity): BotServiceTurn {
  const ours = `bot-service/${activity.channelId}`;
  return {
    conversationKey: `${ours}/${activity.conversation.id}`,
    exporterKey: `${ours}/${activity.from.id}`,
    activity,
  };
}

function apology<Talk>(activity: Activity, caseNumber: string, { apologise }: TurnOptions<Talk>): Partial<Activity> {
  const language = /^en\b/i.test(activity.locale ?? '') ? 'en' : 'id';
  return { type: 'message', text: apologise(language, caseNumber), locale: language };
}
