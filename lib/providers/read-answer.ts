/**
 * Reads the body of an answer to its end, but never more of it than an honest answer has.
 * @throws Error when it is longer, or breaks off
 */
export async function readBytes(
  body: AsyncIterable<Uint8Array> | null,
  bytesMax: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The same as text. @throws Error like `readBytes` */
export async function readText(
  body: AsyncIterable<Uint8Array> | null,
  bytesMax: number,
): Promise<string> {
  return (await readBytes(body, bytesMax)).toString('utf8');
}

/** Null where the text is not JSON: a gateway in between answers with a page. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
