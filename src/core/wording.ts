/** Sentences with typed holes; an office may override them by key, and unknown keys or holes are refused. */

/** The holes of a template: `{code}` and the like. */
export type Holes<S extends string> = S extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never;
type Filled<S extends string> = [Holes<S>] extends [never]
  ? () => string
  : (holes: Readonly<Record<Holes<S>, string | number>>) => string;

type Templates = Readonly<Record<string, string>>;
export type Sentences<T extends Templates> = { readonly [K in keyof T]: Filled<T[K] & string> };

/** A room's sentences as reviewers and wording.json see them. */
export interface Catalogue {
  readonly room: string;
  readonly templates: Templates;
  /** Replaces sentences from now on; answers with what is wrong, and then replaces nothing. */
  readonly override: (templates: Templates) => readonly string[];
}

const holesOf = (template: string): readonly string[] =>
  [...template.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '');
const fill = (template: string, holes: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/gu, (whole, hole: string) => (hole in holes ? String(holes[hole]) : whole));

/** What is wrong with an override, in the words of a person who edits wording.json. */
function faults(templates: Templates, overrides: Templates): readonly string[] {
  return Object.entries(overrides).flatMap(([key, text]) => {
    const original = templates[key];
    if (original === undefined) return [`没有“${key}”这一条`];
    const known = new Set(holesOf(original));
    return holesOf(text)
      .filter((hole) => !known.has(hole))
      .map((hole) => `“${key}”里没有占位符{${hole}}`);
  });
}

/** Makes a room's sentences: functions by key, and the catalogue behind them. */
export function sentences<const T extends Templates>(
  room: string,
  templates: T,
): Sentences<T> & { readonly catalogue: Catalogue } {
  let current: Templates = templates;
  const catalogue: Catalogue = {
    room,
    templates,
    override: (overrides) => {
      const wrong = faults(templates, overrides);
      if (wrong.length === 0) current = { ...templates, ...overrides };
      return wrong;
    },
  };
  const say = Object.fromEntries(
    Object.keys(templates).map((key) => [
      key,
      (holes: Record<string, string | number> = {}) => fill(current[key] ?? '', holes),
    ]),
  );
  // The functions were made from the keys of T just above.
  return { ...(say as Sentences<T>), catalogue };
}
