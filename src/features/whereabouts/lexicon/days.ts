/** Words for days, parts of days and lengths, with their dialect equivalents. */
import type { HalfDay } from '../reading.ts';

/** Days counted from today: word → offset. */
export const RELATIVE_DAYS: Readonly<Record<number, string>> = {
  [-2]: '前天 前日 前儿 前晚',
  [-1]: '昨天 昨日 昨儿 昨儿个 昨个 寻日 琴日 夜来 夜里个 夜儿 昨晚 昨夜 昨晚上 昨儿晚上 昨日晚 昨天晚上 寻晚',
  0: '今天 今日 今儿 今儿个 今个 今朝 今 当天 本日 今天白天 今日内 即日 今早 今晨 今晚 今夜 今晚上 今儿晚上 今天晚上 今朝头 今下午 今上午 听日唔系',
  1: '明天 明日 明儿 明儿个 明个 明朝 听日 聽日 明 次日 明早 明晨 明晚 明儿晚上 明天晚上 赶明儿 赶明 明晚上 明儿早上 明朝子 天明 隔天',
  2: '后天 后日 后儿 后儿个 后个 后朝 後日',
  3: '大后天 大后日 外后天 外天 万天 大后儿 大后朝',
};

/** Day words that also say which part of the day. */
export const DAY_HALVES: Readonly<Record<string, HalfDay>> = {
  今早: 'am',
  今晨: 'am',
  明早: 'am',
  明晨: 'am',
  明儿早上: 'am',
  今上午: 'am',
  今下午: 'pm',
  今晚: 'eve',
  今夜: 'eve',
  今晚上: 'eve',
  今儿晚上: 'eve',
  今天晚上: 'eve',
  明晚: 'eve',
  明晚上: 'eve',
  明儿晚上: 'eve',
  明天晚上: 'eve',
};

/** Two days said in one word: first and last offset. */
export const DAY_PAIRS: Readonly<Record<string, readonly [number, number]>> = {
  今明: [0, 1],
  今明两天: [0, 1],
  今明两日: [0, 1],
  今明天: [0, 1],
  今天明天: [0, 1],
  今明后: [0, 2],
  今明后三天: [0, 2],
  明后: [1, 2],
  明后天: [1, 2],
  明后两天: [1, 2],
  明后两日: [1, 2],
  明后日: [1, 2],
  明天后天: [1, 2],
  明儿后儿: [1, 2],
  这两天: [0, 1],
  这两日: [0, 1],
  呢两日: [0, 1],
};

/** Parts of a day; `noon` says nothing about a half and is dropped, `all` means the whole day. */
export const DAY_PARTS: Readonly<Record<HalfDay | 'noon' | 'all', string>> = {
  am: `上午 早上 早晨 早间 清早 清晨 一早 大早 一大早 早起 前晌 前半晌 前半天 上半天 上半日 晌午前 头晌 头午 赶早 朝早 上昼 早晌 早里 早晨头
    晨 早 大清早 大清早上 午前 上朝 上午头 早朝 早头 清早八晨 前响 前半日 晌前 上晌`,
  pm: `下午 午后 后晌 后半晌 后半天 下半天 下半日 晌午后 晌午以后 晌后 过晌 下晌 晏昼 下昼 下午头 后晌午 后响 后半日 吃过晌午 午饭后 中午以后 中午后
    晌午过后 中午过后 晌午饭后 下半晌 过午 晏就 后半个天 黑前 晚半晌 傍黑 挨晚`,
  eve: `晚上 晚间 夜间 夜里 夜晚 通宵 夜 晚 今黑 黑夜 黑了 黑里 黑咯 夜头 晚黑 夜晚黑 晚头 夜来黑 晚些黑 半夜 整夜 黑家 晚夕 夜班 后夜 前夜 晚班 夜快头 夜饭后 晚饭后`,
  half: '半天 半日 半个工作日 半昼 半晌 半拉天 大半天 0.5天 0.5日 半个白天 小半天',
  noon: '中午 晌午 午间 正午 晌午头 晏昼头 午休',
  all: '全天 整天 一整天 全日 一天到晚 成日 白天 一天都 整日 成天',
};

/** Weekday digits. */
export const WEEKDAY_DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 6,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  '6': 6,
  '7': 7,
};

/** Names of holidays as people say them → as the calendar does. */
export const HOLIDAYS: Readonly<Record<string, string>> = {
  元旦: '元旦',
  春节: '春节',
  过年: '春节',
  年前: '春节',
  清明: '清明',
  五一: '劳动节',
  劳动节: '劳动节',
  '51': '劳动节',
  端午: '端午',
  中秋: '中秋',
  十一: '国庆',
  国庆: '国庆',
  清明节: '清明',
  端午节: '端午',
  中秋节: '中秋',
  国庆节: '国庆',
  '5.1': '劳动节',
};
