/** What must never be sent through a work group: classified matter, identity numbers, private mobiles. Pure. */

/** Why a text is unfit; `word` is the marking that gave it away. */
export type Unfit =
  | { readonly kind: 'classified'; readonly word: string }
  | { readonly kind: 'identity' }
  | { readonly kind: 'mobile' };

const MARKINGS = ['绝密', '机密', '秘密', '内部资料'] as const;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const IDENTITY = /(?<!\d)\d{17}[\dX](?![\dX])/giu;
/** 138 0971 2345, 138-0971-2345, +8613809712345; an office landline begins with 0 or has seven or eight digits. */
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/u;

/** True for an 18-digit identity number whose check digit is right. */
export function isIdentity(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, n) => total + weight * Number(number[n]), 0);
  return number.length === 18 && CHECKS[sum % 11] === number[17]?.toUpperCase();
}

const joined = (text: string): string => text.replace(/(?<=\d)[ -](?=[\dX])/giu, '');
const identified = (text: string): boolean => (text.match(IDENTITY) ?? []).some(isIdentity);

/** The first reason why a text may not be sent, if there is one. Spaces do not hide a marking (绝 密). */
export function unfit(text: string): Unfit | undefined {
  const plain = text.normalize('NFKC');
  const dense = plain.replace(/\s+/gu, '');
  const word = MARKINGS.find((marking) => dense.includes(marking));
  if (word !== undefined) return { kind: 'classified', word };
  if (identified(plain) || identified(joined(plain))) return { kind: 'identity' };
  return MOBILE.test(plain) ? { kind: 'mobile' } : undefined;
}
