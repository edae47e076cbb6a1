/** What an official sees of the page, and how it is answered, without a browser. */
export interface Sheet {
  readonly status: number;
  readonly body: string;
  readonly headers: Headers;
}

/** Opens a link. */
export async function openLink(link: string): Promise<Sheet> {
  const reply = await fetch(link);
  return { status: reply.status, body: await reply.text(), headers: reply.headers };
}

/** The version that a page was made from, as its forms carry it. */
export function seenIn({ body }: Sheet): string {
  return /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '0';
}

/** Sends one of the forms, from the page as it is now unless a version is given; follows the redirect. */
export async function sendForm(link: string, fields: Readonly<Record<string, string>>, seen?: string): Promise<Sheet> {
  const version = seen ?? seenIn(await openLink(link));
  const reply = await fetch(link, { method: 'POST', body: new URLSearchParams({ seen: version, ...fields }) });
  return { status: reply.status, body: await reply.text(), headers: reply.headers };
}
