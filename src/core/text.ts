/** Text as people type it, made comparable: half-width, without control characters and without @bot. */

/** Full-width letters, digits and signs to half-width; the ideographic space too. One character stays one. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/gu, ' ');

/** Control, zero-width and bidirectional characters say nothing and hide things. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** Nothing in most messages needs a second look. */
const UNTIDY = /[\p{Cc}\p{Cf}\u2005\u3000\uFF01-\uFF5E@]/u;

export function tidy(text: string, botName: string): string {
  if (!UNTIDY.test(text)) return text.trim();
  const spaced = text.replace(/\r\n?/gu, '\n').replaceAll('\u2005', ' ');
  const seen = spaced.replace(INVISIBLE, (char) => (char === '\t' || char === '\n' ? char : ''));
  const plain = halfWidth(seen);
  return (botName === '' ? plain : plain.replaceAll(`@${botName}`, ' ')).trim();
}

/** A part of a tidied text as its writer wrote it, full-width signs kept, where the two still stand side by side. */
export function asWritten(part: string, said: { readonly text: string; readonly raw: string }): string {
  const at = said.text.lastIndexOf(part);
  const raw = said.raw.trim();
  return at < 0 || raw.length !== said.text.length ? part : raw.slice(at, at + part.length).trim();
}

/** Splits a long text at line ends into parts of at most `max` characters; a longer line is cut. */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of text.split('\n').flatMap((whole) => pieces(whole, max))) {
    const longer = part === '' ? line : `${part}\n${line}`;
    if (longer.length <= max) part = longer;
    else {
      parts.push(part);
      part = line;
    }
  }
  return [...parts, part];
}

/** Cuts by code points, so that an emoji is never halved. */
function pieces(line: string, max: number): readonly string[] {
  if (line.length <= max) return [line];
  const out: string[] = [];
  let piece = '';
  for (const char of line) {
    if (piece.length + char.length > max) {
      out.push(piece);
      piece = '';
    }
    piece += char;
  }
  return [...out, piece];
}
