/** Homophones: every mix of the signs that may stand for each syllable. */

/** All words made of one sign of each set, separated by spaces; 受到, 手道 … */
export function blend(...sets: readonly string[]): string {
  const mixed = sets.reduce<readonly string[]>(
    (heads, set) => heads.flatMap((head) => [...set].map((sign) => head + sign)),
    [''],
  );
  return mixed.join(' ');
}

/** All words made of one part of each list, separated by spaces; lists are given with spaces, `_` is no part. */
export function join(...lists: readonly string[]): string {
  const joined = lists.reduce<readonly string[]>(
    (heads, list) =>
      heads.flatMap((head) => list.split(' ').map((part) => head + (part === '_' ? '' : part))),
    [''],
  );
  return joined.join(' ');
}
