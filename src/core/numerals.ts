/** The characters that write numbers, formal and spoken ones included. */
export const NUMERALS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 两: 2, 俩: 2, 仨: 3, 幺: 1, 壹: 1, 贰: 2, 叁: 3, 廿: 20, 卅: 30 },
};
