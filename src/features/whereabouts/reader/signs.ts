/** Looks at single signs of a text. */

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** How many Han characters there are, for tables over them. */
export const HAN_SIGNS = LAST_HAN - FIRST_HAN + 1;

/** The position of a character in such a table; negative or too large for what is none. */
export const hanIndex = (code: number): number => code - FIRST_HAN;

export const isHanCode = (code: number): boolean => code >= FIRST_HAN && code <= LAST_HAN;

/** False for the empty text as well, which stands behind the last sign. */
export const isHan = (char: string): boolean => isHanCode(char.charCodeAt(0));
