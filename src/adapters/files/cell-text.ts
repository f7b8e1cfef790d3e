/** What a roster's cells say, cleaned: half-width, without stray spaces, phones as digits. */
import type { CellValue } from 'hucre/xlsx';

/** Control, zero-width and bidirectional characters, line ends aside. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;
const HAN_GAP = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
/** The dots people type inside 买买提·艾力. */
const NAME_DOT = /\s*[・•‧∙●．]\s*|\s*·\s*/gu;

/** A cell as one line of half-width text. */
export function plainText(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** 张  三 → 张三, 买买提 • 艾力 → 买买提·艾力; spaces between Latin words stay. */
export const nameText = (cell: CellValue | undefined): string =>
  typeof cell === 'string' ? plainText(cell.replace(NAME_DOT, '·')).replace(HAN_GAP, '') : plainText(cell);

/** A unit's name; spaces in it mean nothing. */
export const unitText = (cell: CellValue | undefined): string => plainText(cell).replace(HAN_GAP, '');

/** 1.3800138e10, 138-0013-8000 and +86 138 0013 8000 → 13800138000; a landline keeps its hyphen. */
export function phoneText(cell: CellValue | undefined): string {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? String(cell) : plainText(cell);
  const text = plainText(cell).replace(/[—–－]/gu, '-');
  if (/^\d(?:\.\d+)?[eE]\+?\d+$/u.test(text)) return phoneText(Number(text));
  const bare = text.replace(/\.0+$/u, '').replace(/[\s()]/gu, '');
  const mobile = bare.replace(/-/gu, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/u, '');
  return /^1\d{10}$/u.test(mobile) ? mobile : bare;
}
