/** What the office reads when config/hours.json is wrong: each line is the mend. */
export const HOURS_TEXTS = {
  whole:
    '只能有 work、quiet、noon、nudgeAfter、cutoffAfter、askBefore、digestBefore、hintAfter 这几项，一项不能少',
  time: '应为24小时制时间，如 "08:30"',
  span: '应为 ["开始", "结束"]，如 ["08:30", "12:00"]，结束要晚于开始',
  overlap: '一天内各段时间应按先后排列，不能重叠',
  season: '应为 "月-日"，如 "05-01"',
  seasonTwice: '同一单位类别不能有两个相同的起始日期',
  noSeason: '至少要有一段作息',
  kind: '单位类别只能是 default、bureau、township、window、office、leaders',
  quiet: '应为 ["开始", "结束"]，如 ["20:00", "08:00"]，两者不能相同',
  minutes: '应为分钟数（整数，1至480）',
  cutoff: '催报（nudgeAfter）和核对（askBefore）都应早于截止（cutoffAfter）',
} as const;
