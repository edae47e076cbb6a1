/** The channel id that the bot sees, whatever the client says it is. */
export const CHANNEL_ID = 'directline';
