/* Progress in a link: a progress file, compressed (RFC 1951) and encoded after the #, which is not sent to a server. */

import { text } from "../core/strings.ts";
import { store } from "../storage/store.ts";

const MOST = 5_000_000;

/**
 * Pass bytes through a stream.
 * @throws RangeError for more than MOST bytes
 */
const pass = async (
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> => {
  const writer = through.writable.getWriter();
  // Errors of the writer appear at the reader, too.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const reader = through.readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let { value } = await reader.read(); value !== undefined; { value } = await reader.read()) {
    size += value.length;
    if (size > MOST) {
      await reader.cancel();
      throw new RangeError("too large");
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

export const share = {
  /**
   * @param content of a progress file
   * @returns the part of a link after the #
   */
  async write(content: string): Promise<string> {
    const bytes = await pass(new TextEncoder().encode(content), new CompressionStream("deflate-raw"));
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return `s=${store.FORMAT}.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  },
  /** @param hash with or without its # */
  async read(hash: string): Promise<{ text: string; error: string }> {
    const fail = (problem: string) => ({ text: "", error: `${problem} [URLSTATE]` });
    const match = /^#?s=(\d{1,6})\.([\w-]*)$/.exec(hash);
    if (!match) return fail(text("backup.link.not_progress"));
    if (Number(match[1]) > store.FORMAT) return fail(text("backup.link.newer"));
    try {
      const bytes = Uint8Array.from(atob(match[2].replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
        letter.charCodeAt(0),
      );
      return {
        text: new TextDecoder("utf-8", { fatal: true }).decode(
          await pass(bytes, new DecompressionStream("deflate-raw")),
        ),
        error: "",
      };
    } catch (error) {
      return fail(text(error instanceof RangeError ? "backup.link.too_large" : "backup.link.incomplete"));
    }
  },
};
