const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i;

/**
 * Finds the activity among the parts of an upload.
 *
 * Files are never looked at: the centre takes none, and the bot only learns their names and kinds.
 *
 * @param start the beginning of the multipart body; the activity comes first in it
 * @returns the activity as parsed JSON, or undefined when it is not there
 * @see protocols: one part `name="activity"`, then parts `name="file"`
 */
export function readUpload(start: Buffer, contentType: string | undefined): unknown {
  const [, quoted, bare] = contentType?.match(BOUNDARY) ?? [];
  const boundary = quoted ?? bare;
  const text = boundary && findActivityPart(start, `--${boundary}`);
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function findActivityPart(start: Buffer, delimiter: string): string | undefined {
  let at = start.indexOf(delimiter);
  while (at !== -1) {
    const headEnd = start.indexOf('\r\n\r\n', at);
    const partEnd = start.indexOf(`\r\n${delimiter}`, at + delimiter.length);
    if (headEnd === -1 || partEnd < headEnd) return undefined;
    if (isActivityPart(start.toString('latin1', at, headEnd))) return start.toString('utf8', headEnd + 4, partEnd);
    at = partEnd + 2;
  }
  return undefined;
}

function isActivityPart(head: string): boolean {
  return /name="activity"/i.test(head) || /content-type:\s*application\/vnd\.microsoft\.activity/i.test(head);
}
