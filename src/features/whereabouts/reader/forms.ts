/** A filled-in form: 姓名：… 事由：… 时间：… read as one statement. */
import type { Statement } from './statement.ts';
import { hasRole, isSign, type PersonToken, type Token } from './tokens.ts';

const FIELD =
  /^\s{0,8}(?:【[^】]{0,40}】\s{0,8})?(?:外出|请假|出差|报备|离岗|起止|开始|往返|去往|前往|拟)?(姓名|人员|报备人|外出人|报告人|申请人|请假人|填报人|去向|状态|类别|类型|假别|事由|缘由|原因|理由|事项|内容|备注|地点|目的地|地址|去处|时间|期限|天数|日期|返回时间|返岗时间|预计返回|结束时间|返程时间|联系电话|电话|联系方式|手机|审批人|批准人|职务|职位|岗位|科室|部门|单位|带车情况|车辆|交通工具|带队领导|同行人|代班人|顶岗人)[^:： ]{0,4}[:： ]/u;
const PERSON_FIELDS = /姓名|人员|报备人|外出人|报告人|申请人|请假人|填报人/u;
const IGNORED =
  /电话|手机|联系|审批|批准|职务|职位|岗位|科室|部门|单位|带车|车辆|交通|带队|代班|顶岗|填报人/u;
const LEAST = 2;

interface Field {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function fieldsOf(text: string): readonly Field[] {
  const fields: Field[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const match = FIELD.exec(line);
    if (match !== null)
      fields.push({ name: match[1] ?? '', start: start + match[0].length, end: start + line.length });
    start += line.length + 1;
  }
  // 姓名：马俊 科室：国库股: a second field on the line ends the first.
  return fields.flatMap((field) => {
    const inner = /\s(?:科室|部门|职务|单位|电话)[:：]/u.exec(text.slice(field.start, field.end));
    return inner === null ? [field] : [{ ...field, end: field.start + inner.index }];
  });
}

/** The statement of a form, when the text is one with somebody in it. */
export function formOf(text: string, tokens: readonly Token[], sender: number): Statement | undefined {
  const fields = fieldsOf(text);
  if (fields.length < LEAST || !fields.some(({ name }) => PERSON_FIELDS.test(name))) return undefined;
  const within = ({ start, end }: Field): readonly Token[] =>
    tokens.filter((token) => token.start >= start && token.end <= end);
  const people = fields
    .filter(({ name }) => PERSON_FIELDS.test(name))
    .flatMap(within)
    .filter((token): token is PersonToken => token.kind === 'person');
  const named = people.length > 0 ? people : sender < 0 ? [] : [];
  if (named.length === 0) return undefined;
  const told = fields.filter(({ name }) => !PERSON_FIELDS.test(name) && !IGNORED.test(name));
  const content = told.flatMap((field) =>
    within(field).filter(
      (token) => token.kind !== 'person' && !hasRole(token, 'self') && !isSign(token, '\n'),
    ),
  );
  const head = tokens.filter(
    (token) =>
      token.end <= (fields[0]?.start ?? 0) &&
      token.kind === 'word' &&
      token.word.cue !== undefined &&
      !/^out/u.test(token.word.cue.rule),
  );
  return {
    subject: 'named',
    people: named,
    tokens: content,
    header: content.some((token) => token.kind === 'word' && token.word.cue !== undefined) ? [] : head,
    start: named[0]?.start ?? 0,
    end: fields.at(-1)?.end ?? 0,
  };
}
