/** Groups tokens into statements: about whom, and in which words; headers, brackets and lists included. */
import { told } from './status.ts';
import { hasRole, isSign, type PersonToken, type Token } from './tokens.ts';

/** Whom a statement is about. */
export type Subject = 'named' | 'implied' | 'others' | 'everyone';

export interface Statement {
  readonly subject: Subject;
  readonly people: readonly PersonToken[];
  readonly tokens: readonly Token[];
  /** Words of a heading that hold for it too: 下村：…, 明日下村名单. */
  readonly header: readonly Token[];
  readonly start: number;
  readonly end: number;
}

interface Draft {
  subject: Subject;
  people: PersonToken[];
  tokens: Token[];
  start: number;
}

const JOINERS = '、,， /|+';
const HARD = ';；。!！…';
const SPACE = ' ';

const draft = (subject: Subject = 'implied', start = -1): Draft => ({
  subject,
  people: [],
  tokens: [],
  start,
});
const contentOf = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((token) => !isSign(token, JOINERS) && !hasRole(token, 'with'));
const hasContent = ({ tokens }: Draft): boolean => contentOf(tokens).length > 0;
const hasCue = (tokens: readonly Token[], text: string): boolean => told(tokens, text) !== null;
const onlyTitle = (tokens: readonly Token[]): boolean =>
  contentOf(tokens).every(
    (token) =>
      token.kind === 'word' || token.kind === 'count' || token.kind === 'sign' || token.kind === 'time',
  );

/** Reads one line; what a heading line leaves for the lines after it comes in and goes out as `carried`. */
export class LineReader {
  readonly statements: Statement[] = [];
  readonly #text: string;
  readonly #sender: number;
  #carried: readonly Token[] = [];
  #header: readonly Token[] = [];
  #last: PersonToken[] = [];
  #now: Draft = draft();

  constructor(text: string, sender: number) {
    this.#text = text;
    this.#sender = sender;
  }

  line(tokens: readonly Token[]): void {
    this.#header = this.#carried;
    this.#last = [];
    this.#now = draft();
    const before = this.statements.length;
    for (let n = 0; n < tokens.length; n += 1) n = this.#token(tokens, n);
    this.#flush();
    const made = this.statements.slice(before);
    // A line about nobody heads the lines after it.
    const heads = made.length > 0 && made.every(({ subject }) => subject === 'implied') && tokens.length > 0;
    if (heads && this.#isHeading(tokens)) {
      this.statements.length = before;
      this.#carried = tokens.filter(
        (token) =>
          token.kind === 'time' ||
          (token.kind === 'word' && token.word.cue !== undefined && this.#isList(tokens)),
      );
    }
  }

  #isList(tokens: readonly Token[]): boolean {
    const first = tokens[0]?.start ?? 0;
    const line = this.#text.slice(first, tokens.at(-1)?.end ?? first);
    return (
      /(?:名单|人员|如下)[:：]?\s*$/u.test(line) ||
      (isSign(tokens.at(-1), ':：') && !/去向|动态|情况|报备|接龙|汇总/u.test(line))
    );
  }

  #isHeading(tokens: readonly Token[]): boolean {
    const first = tokens[0]?.start ?? 0;
    const line = this.#text.slice(first, tokens.at(-1)?.end ?? first);
    return (
      isSign(tokens.at(-1), ':：】') ||
      /(?:去向|动态|报备|接龙|名单|汇总|统计|情况|人员|安排|【[^】]*】)[:：]?\s*$/u.test(line) ||
      (this.#text.indexOf('\n', first) > 0 &&
        !hasRole(tokens[0], 'self') &&
        first === this.#text.search(/\S/u) &&
        /(?:局|镇|乡|中心|站|所|委|办|科|院|校)/u.test(line) &&
        !hasCue(tokens, this.#text))
    );
  }

  #token(tokens: readonly Token[], n: number): number {
    const token = tokens[n];
    if (token === undefined) return n;
    if (token.kind === 'person') this.#person(token, tokens, n);
    else if (hasRole(token, 'self') && this.#sender >= 0) this.#person(this.#self(token), tokens, n);
    else if (hasRole(token, 'they') && !hasContent(this.#now) && this.#now.people.length === 0)
      this.#now = { ...draft('named', token.start), people: [...this.#last] };
    else if (hasRole(token, 'rest') || hasRole(token, 'all')) this.#group(token);
    else if (hasRole(token, 'except')) this.#flush();
    else if (isSign(token, '(（')) return this.#bracket(tokens, n);
    else if (isSign(token, HARD)) this.#flush();
    else if (isSign(token, ':：')) this.#colon(token);
    else this.#push(token);
    return n;
  }

  #self(token: Token): PersonToken {
    return {
      kind: 'person',
      start: token.start,
      end: token.end,
      who: [this.#sender],
      form: 'self',
      called: false,
    };
  }

  #push(token: Token): void {
    if (this.#now.start < 0) this.#now.start = token.start;
    this.#now.tokens.push(token);
  }

  #group(token: Token): void {
    const now = this.#now;
    // 张三、李四都在岗: said of those just named.
    if (hasRole(token, 'all') && now.people.length > 0 && !hasContent(now)) return this.#push(token);
    // 明天全员在岗: the day in front is theirs.
    const timed = now.people.length === 0 && contentOf(now.tokens).every(({ kind }) => kind === 'time');
    const ahead = timed ? now.tokens : [];
    if (timed) this.#now = draft();
    this.#flush();
    this.#now = draft(hasRole(token, 'rest') ? 'others' : 'everyone', token.start);
    this.#now.tokens.push(...ahead);
    this.#push(token);
  }

  #person(person: PersonToken, tokens: readonly Token[], n: number): void {
    const now = this.#now;
    const previous = tokens.slice(0, n).findLast((token) => !isSign(token, SPACE));
    const after = this.#text.slice(person.end, person.end + 8);
    if (person.called) return;
    if (hasRole(previous, 'behalf') || hasRole(previous, 'cover') || hasRole(previous, 'asked')) {
      if (!hasRole(previous, 'asked') && !/(?:报|请|说|登|接|补|销)/u.test(after)) return;
      this.#flush();
      this.#now = { ...draft('named', person.start), people: [person] };
      return;
    }
    const joins = hasRole(previous, 'with');
    if (joins && (now.people.length > 0 || hasContent(now))) return this.#companion(person);
    if (hasRole(previous, 'object') && previous?.end === person.start) return;
    if (hasContent(now) || now.subject === 'others' || now.subject === 'everyone') {
      this.#flush();
      this.#now = { ...draft('named', person.start), people: [person] };
      return;
    }
    now.subject = 'named';
    now.people.push(person);
    if (now.start < 0) now.start = person.start;
  }

  /** 我跟李四去…, 王局带队，还有张三: somebody who goes along. */
  #companion(person: PersonToken): void {
    const now = this.#now;
    if (person.who.length === 0) return;
    if (now.subject === 'implied')
      now.people.push(
        ...(this.#last.length > 0
          ? this.#last
          : this.#sender >= 0
            ? [{ ...person, who: [this.#sender], form: 'self' as const }]
            : []),
      );
    now.subject = 'named';
    now.people.push(person);
  }

  #colon(token: Token): void {
    const now = this.#now;
    if (now.people.length === 0 && hasCue(now.tokens, this.#text) && onlyTitle(now.tokens)) {
      this.#header = [...this.#carried, ...now.tokens];
      this.#now = draft();
    } else if (
      now.people.length > 0 &&
      this.#header.length > 0 &&
      hasCue(now.tokens, this.#text) &&
      onlyTitle(now.tokens)
    ) {
      const next = now.tokens;
      now.tokens = [];
      this.#flush();
      this.#header = [...this.#carried, ...next];
    } else if (now.people.length === 0 && now.subject === 'implied') {
      // 教育局9月22日：a title in front; its days hold for the line.
      this.#header = [...this.#carried, ...now.tokens.filter(({ kind }) => kind === 'time')];
      this.#now = draft();
    } else this.#push(token);
  }

  /** (探亲假到1月10日) belongs to the people right before it. */
  #bracket(tokens: readonly Token[], n: number): number {
    const close = tokens.findIndex((token, at) => at > n && isSign(token, ')）'));
    const inside = tokens.slice(n + 1, close < 0 ? tokens.length : close);
    const end = close < 0 ? tokens.length - 1 : close;
    const now = this.#now;
    if (now.people.length === 0 || hasContent(now)) {
      for (const token of inside) if (token.kind !== 'person') this.#push(token);
      return end;
    }
    if (hasCue(inside, this.#text) || (this.#header.length > 0 && inside.length > 0)) {
      now.tokens.push(...inside.filter(({ kind }) => kind !== 'person'));
      const next = tokens[end + 1];
      // 张三（下乡）、…: closed here, unless more is said of him without a break.
      if (next === undefined || next.kind === 'sign' || next.kind === 'person' || next.kind === 'text')
        this.#flush();
    } else now.tokens.push(...inside.filter(({ kind }) => kind === 'time'));
    return end;
  }

  #flush(): void {
    const { subject, people, tokens, start } = this.#now;
    if (people.length > 0) this.#last = people;
    const followsOn = people.length === 0 && subject === 'implied' && this.#last.length > 0;
    const about = followsOn ? this.#last : people;
    if (about.length > 0 || contentOf(tokens).length > 0) {
      const end = Math.max(tokens.at(-1)?.end ?? 0, people.at(-1)?.end ?? 0);
      this.statements.push({
        subject: followsOn ? 'named' : subject,
        people: about,
        tokens,
        header: this.#header,
        start: start < 0 ? (people[0]?.start ?? 0) : start,
        end,
      });
    }
    this.#now = draft();
  }
}

/** Cuts a statement where another time of day or another day begins: 上午A，下午B. */
export function turns(tokens: readonly Token[], text: string): readonly (readonly Token[])[] {
  const out: Token[][] = [[]];
  for (const [n, token] of tokens.entries()) {
    const current = out.at(-1) ?? [];
    const opens =
      token.kind === 'time' &&
      !token.till &&
      (token.value.t === 'days' ||
        (token.value.t === 'part' && token.value.part !== 'noon') ||
        token.value.t === 'clock');
    const rest = hasRole(token, 'rest-time');
    const returns = /^(?:左右|前|之前|才|再|就|能|都)*(?:回|返|到|完|结束|下班|上班)/u.test(
      text.slice(token.end, token.end + 5),
    );
    const previous = tokens[n - 1];
    const apart =
      previous === undefined ||
      isSign(previous, ',，;；。 、\n') ||
      previous.kind === 'word' ||
      previous.kind === 'text';
    const timed = current.some(({ kind }) => kind === 'time') || rest || isSign(previous, ',， ');
    if (
      (opens || rest) &&
      apart &&
      timed &&
      !returns &&
      told(current, text) !== null &&
      told(tokens.slice(n), text) !== null
    )
      out.push([token]);
    else current.push(token);
  }
  return out;
}
