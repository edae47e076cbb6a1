import { countTimes, type Rate } from '../countTimes.ts';
import { type Channel, type HttpReply, type HttpRequest, Refusal } from '../http/index.ts';
import { PAGE_POLICY } from './html.ts';
import { readForm, type SentForm } from './readForm.ts';
import { type PageFrame, type PageNote, renderMessage, renderSheet } from './renderSheet.ts';
import type { PageLanguage, ReplyPages } from './replyPages.ts';

/** What the page needs from outside. */
export interface CaseReplyOptions {
  readonly pages: ReplyPages;
  /** A sentence of `page` in `cases.json`. */
  readonly words: (language: PageLanguage, key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** Wrong links from one address; more is somebody guessing. */
  readonly wrongLinks?: Rate;
}

const PATH = '/cases/reply/:token';
/** Words of two pages in UTF-8, percent-encoded. */
const MOST_BODY_BYTES = 131_072;
const WRONG_LINKS: Rate = { times: 20, inSeconds: 300 };

/**
 * Opens the page. `GET` only shows: mail scanners open links. What is sent comes by `POST`, is answered by a redirect to
 * the page, and is shown back there.
 */
export function openCaseReply({ pages, words, wrongLinks = WRONG_LINKS }: CaseReplyOptions): Channel {
  const countWrong = countTimes(wrongLinks);
  const frameOf = ({ params, query }: HttpRequest): PageFrame => {
    const language = query.get('lang') === 'en' ? 'en' : 'id';
    return {
      language,
      path: `/cases/reply/${params.token ?? ''}`,
      words: (key, values) => words(language, key, values),
    };
  };

  async function show(request: HttpRequest, status: number, note?: PageNote, typed?: SentForm['typed']) {
    const frame = frameOf(request);
    const look = await pages.look(request.params.token ?? '', frame.language);
    if (look.kind === 'open') return page(status, renderSheet(frame, look.sheet, note, typed));
    if (look.kind === 'moved-on') {
      const { number, unit, own } = look;
      return page(410, renderMessage(frame, frame.words('title', { number }), frame.words('movedOn', { unit }), own));
    }
    await refuseGuessing(request);
    return page(404, renderMessage(frame, frame.words('unknownTitle'), frame.words('unknown')));
  }

  async function refuseGuessing({ clientAddress }: HttpRequest): Promise<void> {
    const count = await countWrong(clientAddress);
    if (!count.within) throw new Refusal(429, 'TooManyWrongLinks', 'Too many links that do not exist.');
  }

  async function take(request: HttpRequest): Promise<HttpReply> {
    const frame = frameOf(request);
    const { act, seen, typed } = readForm(request);
    if (!act) return show(request, 422, fault(frame, 'incomplete'), typed);
    const { refused } = await pages.act(request.params.token ?? '', act, seen);
    if (refused) return show(request, 409, fault(frame, refused), typed);
    return { status: 303, headers: { location: `${frame.path}?lang=${frame.language}&sent=${act.do}` } };
  }

  function look(request: HttpRequest): Promise<HttpReply> {
    const sent = request.query.get('sent');
    const isSent = sent !== null && SENT.has(sent);
    return show(request, 200, isSent ? { text: frameOf(request).words('sentNote'), isFault: false } : undefined);
  }

  return {
    routes: [
      { method: 'GET', path: PATH, handle: look },
      { method: 'POST', path: PATH, maxBodyBytes: MOST_BODY_BYTES, handle: take },
    ],
  };
}

const SENT = new Set(['accept', 'answer', 'ask', 'not-ours', 'postpone']);

function fault({ words }: PageFrame, code: string): PageNote {
  return { text: words(`fault.${FAULTS.has(code) ? code : 'other'}`), isFault: true };
}

const FAULTS = new Set(['incomplete', 'stale', 'wrong-state', 'not-shared', 'bad-date', 'no-such-unit']);

function page(status: number, body: string): HttpReply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY },
    body,
  };
}
