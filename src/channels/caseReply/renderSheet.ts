import { Html, html, lines, STYLE } from './html.ts';
import { MOST_WORDS } from './readForm.ts';
import type { PageLanguage, ReplyAct, Sheet, SheetLine } from './replyPages.ts';

/** A sentence of the page in its language. */
export type PageWords = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What goes around and between the words of a page. */
export interface PageFrame {
  readonly words: PageWords;
  readonly language: PageLanguage;
  /** The address of the page, with its token. */
  readonly path: string;
}

/** Said at the top: that it was sent, or why it was not. */
export interface PageNote {
  readonly text: string;
  readonly isFault: boolean;
}

/** A whole page around its content. */
export function renderPage({ words, language, path }: PageFrame, title: string, content: Html): string {
  const other = language === 'id' ? 'en' : 'id';
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${new Html(STYLE)}</style></head>
<body><header><strong>${words('sender')}</strong><a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${words('otherLanguage')}</a></header>
<main>${content}</main></body></html>
`.text;
}

/** The case on one screen, and beneath it what can be done. */
export function renderSheet(
  frame: PageFrame,
  sheet: Sheet,
  note?: PageNote,
  typed: Readonly<Record<string, string>> = {},
): string {
  const { words } = frame;
  return renderPage(
    frame,
    words('title', { number: sheet.number }),
    html`${note && renderNote(note)}
<h1>${words('title', { number: sheet.number })}</h1>
<p>${sheet.isUrgent && html`<span class="urgent">${words('urgent')}</span> `}${words('for', { unit: sheet.unit })}</p>
<p class="note">${sheet.standing}</p>
<section aria-label="${words('facts')}"><dl>${sheet.facts.map(([name, value]) => html`<dt>${name}</dt><dd>${lines(value)}</dd>`)}</dl></section>
${sheet.events.length > 0 && html`<h2>${words('events')}</h2><section><ol>${sheet.events.map(renderLine)}</ol></section>`}
${sheet.transcript.length > 0 && renderTranscript(frame, sheet)}
${sheet.acts.length > 0 && html`<h2>${words('acts')}</h2>${sheet.acts.map((act) => renderAct(frame, sheet, act, typed))}`}
<p class="soft">${words('foot')}</p>`,
  );
}

/** A page that says one thing. */
export function renderMessage(frame: PageFrame, title: string, text: string, own: readonly SheetLine[] = []): string {
  const { words } = frame;
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1><section><p>${lines(text)}</p></section>
${own.length > 0 && html`<h2>${words('own')}</h2><section><ol>${own.map(renderLine)}</ol></section>`}`,
  );
}

function renderNote({ text, isFault }: PageNote): Html {
  return html`<p class="note${isFault ? ' fault' : ''}" role="${isFault ? 'alert' : 'status'}">${text}</p>`;
}

function renderLine({ head, text }: SheetLine): Html {
  return html`<li><p class="soft">${head}</p>${text !== '' && html`<p>${lines(text)}</p>`}</li>`;
}

function renderTranscript({ words }: PageFrame, { transcript }: Sheet): Html {
  return html`<details><summary>${words('transcript')}</summary><ol>${transcript.map(renderLine)}</ol></details>`;
}

function renderAct(
  { words, path, language }: PageFrame,
  sheet: Sheet,
  act: ReplyAct['do'],
  typed: Readonly<Record<string, string>>,
): Html {
  const isTyped = typed.do === act;
  const values = isTyped ? typed : {};
  const form = html`<form method="post" action="${path}?lang=${language}">
<input type="hidden" name="do" value="${act}"><input type="hidden" name="seen" value="${sheet.seenVersion}">
<p class="soft">${words(`act.${act}.hint`)}</p>${fieldsOf(words, sheet, act, values)}
<button type="submit">${words(`act.${act}.send`)}</button></form>`;
  return html`<details name="act"${isTyped && html` open`}><summary>${words(`act.${act}.name`)}</summary>${form}</details>`;
}

function fieldsOf(
  words: PageWords,
  sheet: Sheet,
  act: ReplyAct['do'],
  typed: Readonly<Record<string, string>>,
): readonly Html[] {
  const area = (name: 'words' | 'reason') => html`<label for="${act}-${name}">${words(`act.${act}.${name}`)}</label>
<textarea id="${act}-${name}" name="${name}" required maxlength="${MOST_WORDS}">${typed[name] ?? ''}</textarea>`;
  switch (act) {
    case 'accept':
      return [];
    case 'answer':
    case 'ask':
      return [area('words')];
    case 'postpone':
      return [dayField(words, sheet, typed.day), area('reason')];
    case 'not-ours':
      return [unitFields(words, sheet, typed), area('reason')];
  }
}

function dayField(words: PageWords, { days }: Sheet, day = ''): Html {
  return html`<label for="postpone-day">${words('act.postpone.day')}</label>
<input id="postpone-day" type="date" name="day" required min="${days.first}" max="${days.last}" value="${day}">`;
}

function unitFields(words: PageWords, { units }: Sheet, typed: Readonly<Record<string, string>>): Html {
  return html`<label for="not-ours-unit">${words('act.not-ours.unit')}</label>
<select id="not-ours-unit" name="unit"><option value="">${words('act.not-ours.unknown')}</option>${units.map(
    ({ id, name }) => html`<option value="${id}"${typed.unit === id && html` selected`}>${name}</option>`,
  )}</select>
<label for="not-ours-typed">${words('act.not-ours.typed')}</label>
<input id="not-ours-typed" name="typed" maxlength="200" value="${typed.typed ?? ''}">`;
}
