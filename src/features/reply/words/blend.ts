/** Homophones: every mix of the signs that may stand for each syllable. */

/** All words made of one sign of each set, separated by spaces; 受到, 手道 … */
export function blend(...sets: readonly string[]): string {
  const mixed = sets.reduce<readonly string[]>(
    (heads, set) => heads.flatMap((head) => [...set].map((sign) => head + sign)),
    [''],
  );
  return mixed.join(' ');
}
