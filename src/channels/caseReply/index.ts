/**
 * The liaison's page: what the link in a mail opens. One page, four buttons, no account, no script.
 *
 * It renders what it is given and hands back what was sent; it opens no room.
 *
 * @module
 */
export { type CaseReplyOptions, openCaseReply } from './openCaseReply.ts';
export type { ReplyAct, ReplyPages, Sheet, SheetLine } from './replyPages.ts';
