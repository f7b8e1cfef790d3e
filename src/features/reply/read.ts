/** Reads a reply: what it does to which open item, from the text and what is open. */

import { matchCode, readCodes } from '../../core/codes.ts';
import type { ReplyAct, ReplyActIntent, ReplyKnowledge, ReplyMessage, ReplyReading } from './reply.ts';

const NOTHING: ReplyReading = { acts: [], confidence: 1, bare: false };
const OFFICE = new Set(['admin', 'director', 'supervisor']);

/** The acts of one message on what is open; empty for talk. Pure: the same message reads the same always. */
export function readReply(message: ReplyMessage, know: ReplyKnowledge): ReplyReading {
  if (message.openNotices.length + message.openFindings.length === 0 || OFFICE.has(message.role))
    return NOTHING;
  const text = know.simplify(message.text.normalize('NFKC'));
  const intent = intentOf(text, message);
  if (intent === null) return NOTHING;
  const open = [...message.openNotices, ...message.openFindings];
  const codes = readCodes(text);
  const named = codes.map((code) => matchCode(code, open));
  const kind = intent === 'ack_notice' ? message.openNotices : message.openFindings;
  const only =
    kind.length === 1 && !(intent === 'ack_notice' && message.openFindings.length > 0) ? kind[0] : null;
  const targets = named.length > 0 ? named : [message.quoted ?? only ?? null];
  const bare =
    codes.length === 0 && message.quoted === null && /^\W*(?:收到|已阅|1|ok|好的)\W*$/iu.test(text);
  const acts = targets.map(
    (target): ReplyAct => ({
      intent,
      target,
      all: false,
      span: { start: 0, end: message.text.length },
      rule: 'plain',
    }),
  );
  return { acts, confidence: 0.8, bare };
}

function intentOf(text: string, message: ReplyMessage): ReplyActIntent | null {
  if (/[?？]|吗|没收到|红包|快递/u.test(text)) return null;
  if (/(?<!无|没|没有)异议|不认|复核|复查|不符/u.test(text)) return 'appeal';
  if (/延期|宽限|缓.{0,2}天/u.test(text)) return 'request_extension';
  if (/已整改|整改(?:完|好|到位)|已约谈|已上传/u.test(text)) return 'rectify';
  if (!/收到|已阅|知悉|照办|传达|👌|明白|^1$|^ok$|^好的$|认领|属实|无异议/iu.test(text)) return null;
  if (message.quoted !== null) return message.quoted.startsWith('F') ? 'ack_finding' : 'ack_notice';
  if (/整改|问题|认领|属实|无异议|约谈/u.test(text)) return 'ack_finding';
  return message.openNotices.length > 0 ? 'ack_notice' : 'ack_finding';
}
