/** What production prints for, and tells, the admin. */
export const PRODUCTION_TEXTS = {
  firstAdmin: (code: string): string => `管理员绑定码 ${code}`,
  firstAdminHow: '请在24小时内私聊机器人：我是 <姓名> <绑定码>',
  threeSteps:
    '名册还是空的，请做三步：\n1. 准备名册.xlsx（列：单位 姓名 职务 角色 电话）\n2. ducha import 名册.xlsx 看预览，没问题再加 --apply\n3. ducha onboard --out 接入单.xlsx，把接入码发给各单位联络员',
  calendarChanged: (lines: readonly string[]): string => ['节假日安排有变：', ...lines].join('\n'),
  notReloaded: (lines: readonly string[]): string => ['配置有误，仍按原配置运行：', ...lines].join('\n'),
  rosterGone: (file: string): string =>
    `${file}：名册不见了或是空的，没有采用。请恢复名册；确实要清空，请停机后再启动`,
  fault: '配置有误，没有启动：',
  locked: (pid: number, since: string): string =>
    `数据目录正被另一个进程使用（进程号${pid}，${since}启动），没有启动。请先停掉那一个。`,
  damaged: (file: string, byte: number, mend: string): string =>
    `数据文件损坏，没有启动：${file}，第${byte}字节起。\n请运行 ${mend} 修复，原文件会另外保存。`,
} as const;
