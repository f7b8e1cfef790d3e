/** WeChat has no quotes on the wire: a quoted message is written above a dashed line, in one of a few shapes. */

/** A text and the text it quotes, if it quotes. */
export interface Quoting {
  readonly text: string;
  readonly quoted: string | null;
}

const PAIRS: Readonly<Record<string, string>> = { '「': '」', '“': '”', '"': '"' };
const DASHES = /^[-—–―─━－﹣_=\s]+$/u;
// WeCom puts a line of its own above the quote.
const HEADING = /^这是一条引用\/回复消息：\r?\n/u;

const isRule = (line: string): boolean => DASHES.test(line) && line.replace(/\s/gu, '').length >= 3;

/** `「王芳：请报送」\n- - - - - -\n收到` is 收到, quoting 请报送. Anything else quotes nothing. */
export function readQuote(raw: string): Quoting {
  const body = raw.replace(HEADING, '');
  const close = PAIRS[body.charAt(0)];
  if (close === undefined) return { text: raw, quoted: null };
  const lines = body.slice(1).split(/\r?\n/u);
  // The last one: what is quoted may be a quote itself.
  const rule = lines.findLastIndex(
    (line, at) => at > 0 && isRule(line) && lines[at - 1]?.trimEnd().endsWith(close),
  );
  if (rule < 0) return { text: raw, quoted: null };
  const inside = lines.slice(0, rule).join('\n').trimEnd().slice(0, -1);
  return {
    text: lines
      .slice(rule + 1)
      .join('\n')
      .trim(),
    quoted: withoutName(inside),
  };
}

// The name ends at the first colon; a quote without one is all text.
function withoutName(inside: string): string {
  const colon = inside.search(/[：:]/u);
  return inside.slice(colon + 1).trim();
}
