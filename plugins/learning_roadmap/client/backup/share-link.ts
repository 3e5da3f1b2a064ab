/* Progress in a link: the same file, deflated (RFC 1951) and in the letters that an address may hold. It never leaves
   the two browsers. */

import { store } from "../storage/store.ts";

const MOST = 5_000_000;

/** @returns at most MOST bytes */
const pass = async (
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> => {
  const writer = through.writable.getWriter();
  // What goes wrong on this side is seen on the other.
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
   * @param text of a progress file
   * @returns what stands behind the # of a link
   */
  async write(text: string): Promise<string> {
    const bytes = await pass(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return `s=${store.FORMAT}.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  },
  /** @param hash with or without its # */
  async read(hash: string): Promise<{ text: string; error: string }> {
    const fail = (error: string) => ({ text: "", error: `[URLSTATE] ${error}` });
    const match = /^#?s=(\d{1,6})\.([\w-]*)$/.exec(hash);
    if (!match) return fail("This is no link of shared progress, or a part of it got lost on the way.");
    if (Number(match[1]) > store.FORMAT)
      return fail("The link is of a newer version of this site. Reload the page, or ask for a file.");
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
      return fail(
        error instanceof RangeError
          ? "The link holds more than a link can."
          : "The link is incomplete: some programs cut long links. Ask for it once more, or for a file.",
      );
    }
  },
};
