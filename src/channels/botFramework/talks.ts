/** An activity as it is kept: anything that survives JSON and has a type. */
interface KeptActivity {
  type?: string;
}

/** One activity of Azure Bot Service, and whose it is. */
export interface BotServiceTurn {
  /** Begins with `bot-service/`, so it meets no conversation of another channel. */
  conversationKey: string;
  exporterKey: string;
  activity: KeptActivity & { id?: string; text?: string; locale?: string };
}

/** What this channel needs kept. Storage fulfils it; `Talk` is whatever storage gives and the bot expects. */
export interface BotServiceTalks<Talk> {
  /**
   * Keeps the activity, then runs its turn: one transaction, one turn at a time for each conversation.
   *
   * An activity that was taken before is not taken again.
   *
   * When `answer` throws, what it wrote is taken back and her question becomes a case.
   *
   * @returns what went wrong and the number of that case; undefined when all went well
   */
  takeTurn(
    turn: BotServiceTurn,
    answer: (talk: Talk) => Promise<readonly KeptActivity[]>,
    now: Date,
  ): Promise<{ readonly cause: unknown; readonly caseNumber: string } | undefined>;
}
