import { createHash } from 'node:crypto';

/** Text that is HTML already. Everything else that goes into a page is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | undefined | false | readonly Html[];

/** Writes HTML; what is put in is escaped unless it was written by this function too. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(pieces.reduce((text, piece, at) => `${text}${asHtml(parts[at - 1])}${piece}`));
}

function asHtml(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"'`]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/** Text of several lines. */
export function lines(text: string): Html {
  const [first = '', ...rest] = text.split(/\r?\n/);
  return html`${first}${rest.map((line) => html`<br>${line}`)}`;
}

/** The one style of the page; the policy names its hash, so that nothing else can style it. */
export const STYLE = `
:root{color-scheme:light;--ink:#1b2733;--soft:#4d5b68;--line:#d5dde4;--deep:#0b4f6c;--paper:#fff;--ground:#f3f5f7;--warn:#8a1c1c}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main,header{max-width:44rem;margin:0 auto;padding:0 1rem}
header{display:flex;justify-content:space-between;align-items:center;padding-block:.75rem;gap:1rem;flex-wrap:wrap}
header a,a{color:var(--deep)}
h1{font-size:1.375rem;line-height:1.25;margin:.25rem 0 .5rem}
h2{font-size:1.0625rem;margin:1.5rem 0 .5rem}
section,details{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 .75rem}
dl{display:grid;grid-template-columns:minmax(6rem,30%) 1fr;margin:0;gap:.375rem .75rem}
dt{color:var(--soft)} dd{margin:0}
.note{border-left:.25rem solid var(--deep);background:#e8f1f5;padding:.75rem 1rem;margin:0 0 .75rem;border-radius:.25rem}
.fault{border-left-color:var(--warn);background:#fbecec}
.urgent{display:inline-block;background:var(--warn);color:#fff;border-radius:.25rem;padding:0 .5rem;font-weight:600}
ol{list-style:none;margin:0;padding:0} li{padding:.5rem 0;border-top:1px solid var(--line)} li:first-child{border-top:0}
li p,.soft{margin:0} .soft{color:var(--soft);font-size:.875rem}
details{padding:.25rem 1rem}
summary{cursor:pointer;font-weight:600;min-height:2.75rem;display:flex;align-items:center}
summary::before{content:"";width:.5rem;height:.5rem;border-right:.15rem solid;border-bottom:.15rem solid;transform:rotate(-45deg);margin:0 .75rem 0 .25rem;flex:none}
details[open]>summary::before{transform:rotate(45deg)}
details[open]{padding-bottom:1rem}
label{display:block;font-weight:600;margin:.75rem 0 .25rem}
textarea,select,input{width:100%;font:inherit;color:inherit;background:#fff;border:1px solid #6b7a88;border-radius:.375rem;padding:.625rem;min-height:2.75rem}
textarea{min-height:8rem;resize:vertical}
button{font:inherit;font-weight:600;background:var(--deep);color:#fff;border:0;border-radius:.375rem;padding:.75rem 1.25rem;min-height:2.75rem;margin-top:1rem;cursor:pointer}
:focus-visible{outline:.1875rem solid #d98200;outline-offset:.125rem}
@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}button{width:100%}}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing but this style and our own forms: no script, no picture, no frame. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
