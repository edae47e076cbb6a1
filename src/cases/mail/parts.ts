/** A piece of a mail, before it is text or HTML. */
export type MailPart =
  | { readonly kind: 'words' | 'small'; readonly text: string }
  | { readonly kind: 'button'; readonly text: string; readonly href: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: 'list'; readonly title: string; readonly lines: readonly MailLine[] };

/** Who said what, when. */
export interface MailLine {
  readonly head: string;
  readonly text: string;
}

/** For mail programs that show text, and for people who prefer it. */
export function partsAsText(parts: readonly MailPart[]): string {
  return `${parts.map(asText).filter(Boolean).join('\n\n')}\n`;
}

function asText(part: MailPart): string {
  switch (part.kind) {
    case 'words':
    case 'small':
      return part.text;
    case 'button':
      return `${part.text}:\n${part.href}`;
    case 'facts':
      return part.rows.map(([name, value]) => `${name}: ${value}`).join('\n');
    case 'list':
      return part.lines.length === 0
        ? ''
        : [`${part.title}:`, ...part.lines.map(({ head, text }) => `- ${head}: ${text}`)].join('\n');
  }
}

/** One column, no pictures, no script: it looks the same in every mail program and on a phone. */
export function partsAsHtml(title: string, parts: readonly MailPart[], sender: string): string {
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;background:#f3f5f7;font:16px/1.5 system-ui,Segoe UI,Arial,sans-serif;color:#1b2733">
<div style="max-width:640px;margin:0 auto;padding:16px"><p style="margin:0 0 12px;font-weight:600;color:#0b4f6c">${escapeHtml(sender)}</p>
<div style="background:#fff;border:1px solid #d5dde4;border-radius:8px;padding:20px">
${parts.map(asHtml).join('\n')}
</div></div></body></html>
`;
}

function asHtml(part: MailPart): string {
  switch (part.kind) {
    case 'words':
      return `<p style="margin:0 0 16px">${lines(part.text)}</p>`;
    case 'small':
      return `<p style="margin:16px 0 0;font-size:13px;color:#52616f">${lines(part.text)}</p>`;
    case 'button':
      return `<p style="margin:0 0 20px"><a href="${escapeHtml(part.href)}" style="display:inline-block;background:#0b4f6c;color:#fff;padding:12px 20px;border-radius:6px;text-decoration:none;font-weight:600">${escapeHtml(part.text)}</a></p>`;
    case 'facts':
      return `<table role="presentation" style="width:100%;table-layout:fixed;border-collapse:collapse">${part.rows.map(factRow).join('')}</table>`;
    case 'list':
      return part.lines.length === 0 ? '' : listHtml(part.title, part.lines);
  }
}

function factRow([name, value]: readonly [string, string]): string {
  const cell = 'overflow-wrap:anywhere;padding:6px 8px 6px 0;vertical-align:top;border-bottom:1px solid #e6ebf0';
  return `<tr><td style="${cell};width:34%;color:#52616f">${escapeHtml(name)}</td><td style="${cell}">${lines(value)}</td></tr>`;
}

function listHtml(title: string, items: readonly MailLine[]): string {
  const rows = items.map(
    ({ head, text }) =>
      `<p style="margin:0 0 8px;overflow-wrap:anywhere"><span style="color:#52616f;font-size:13px">${escapeHtml(head)}</span><br>${lines(text)}</p>`,
  );
  return `<h2 style="font-size:16px;margin:20px 0 8px">${escapeHtml(title)}</h2>${rows.join('')}`;
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
