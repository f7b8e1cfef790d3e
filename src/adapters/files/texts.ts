/** What the office reads when a roster file cannot be taken, and the words of a rendered sheet. */
export const FILE_TEXTS = {
  tooLarge: (mb: number) => `文件超过${mb}MB，请只留名册所在的表，删去图片后再试`,
  notXlsx: '不是 xlsx 文件。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再试',
  encrypted: '文件有密码或是旧的 xls 格式。请去掉密码，另存为“Excel 工作簿（*.xlsx）”后再试',
  bomb: '文件展开后过大，不像正常的名册，没有读取',
  broken: '文件已损坏，读不出来。请用 Excel 或 WPS 打开，另存一份后再试',
  tooSlow: '文件太复杂，读取超时。请把名册复制到一个新的工作簿后再试',
  noHeader: '没有找到表头。请在表头一行写明：单位、姓名、职务、角色、电话（单位和姓名必须有）',
  severalSheets: (names: readonly string[]) =>
    `${names.join('、')}都像名册，请合并到一张表，或把不用的表隐藏`,
  tooManyRows: (max: number) => `超过${max}行，请分开导入或删去多余的行`,
  tooManyColumns: (max: number) => `超过${max}列，请删去多余的列`,
  formula: (row: number, column: string, field: string) =>
    `第${row}行${column}列（${field}）是公式，请复制后“选择性粘贴—数值”再导入`,
  error: (row: number, column: string, field: string) =>
    `第${row}行${column}列（${field}）是错误值，请改成文字`,
  more: (count: number) => `……共${count}处`,
  defaultSheet: '表',
} as const;
