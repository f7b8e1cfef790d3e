/** What the office reads about its holiday files. */
export const HOLIDAY_TEXTS = {
  json: '不是有效的 JSON，请检查逗号、引号和括号',
  tooLarge: '文件过大，一年的放假通知不会超过100KB',
  fileName: '文件名应为“年份.json”，如 2027.json',
  year: (year: number) => `应为 ${year}，与文件名一致`,
  papers: '请填国务院通知的网址（www.gov.cn）。通知没有发布的年份，不要放文件',
  days: '请按通知列出全年的放假日和调休上班日',
  date: '应为真实存在的日期，如 "2027-02-05"',
  isOffDay: '放假填 true，上班填 false',
  otherYear: (year: number) => `只能是${year}年的日期；元旦提前放假的，可以是${year - 1}年12月的日期`,
  twice: '这一天重复了，请只留一条',
  name: '节日名称只能是元旦、春节、清明节、劳动节、端午节、中秋节、国庆节；合并放假的用“、”连接',
  statutory: (name: string, date: string) =>
    `缺少${name}法定放假日 ${date}，请对照通知补上（一个文件要写全年）`,
  statutoryWorked: (name: string) => `这一天是${name}法定放假日，不能上班，请核对`,
  weekdayMakeup: '这一天本来就是工作日，不用写调休上班，请核对',
  line: (file: string, path: string, mend: string) => `${file}${path === '' ? '' : ` 的 ${path}`}：${mend}`,
} as const;
