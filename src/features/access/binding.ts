/** Binds a contact to a person: one person has one contact, and one contact is one person. */
import { drop, type Found, put, type Reader, type Row } from '../../core/store.ts';
import { BINDINGS, type Binding, CLAIMS, type Claim } from './access.ts';

/** What stands in the way of a new binding, or is settled by it. */
export interface BindingFacts {
  readonly ofContact: Found<Binding> | undefined;
  readonly ofPerson: readonly Found<Binding>[];
  /** Open and accepted claims to the person, or by the contact. */
  readonly claims: readonly Found<Claim>[];
}

export async function bindingFacts(store: Reader, contact: string, person: string): Promise<BindingFacts> {
  const claims = [
    ...(await store.find(CLAIMS, { person })),
    ...(await store.find(CLAIMS, { contact })).filter(({ data }) => data.person !== person),
  ];
  return {
    ofContact: await store.get(BINDINGS, contact),
    ofPerson: await store.find(BINDINGS, { person }),
    claims: claims.filter(({ data }) => data.state === 'open' || data.state === 'accepted'),
  };
}

export interface NewBinding {
  readonly contact: string;
  readonly person: string;
  /** The person who vouched, `code` or `self`. */
  readonly by: string;
  readonly at: number;
}

/** Rows of a new binding. Claims it settles are closed; `keep` is one the caller writes himself. */
export function bindingRows(binding: NewBinding, facts: BindingFacts, keep?: string): readonly Row[] {
  const former = facts.ofPerson.filter(({ id }) => id !== binding.contact);
  const settled = facts.claims.filter(({ id }) => id !== keep);
  return [
    put(BINDINGS, binding.contact, binding, facts.ofContact),
    ...former.map((found) => drop(BINDINGS, found)),
    ...settled.map((found) => drop(CLAIMS, found)),
  ];
}

/** Rows of several bindings: a record that one of them frees and another binds is written once, as bound. */
export function oneWrite(rows: readonly Row[]): readonly Row[] {
  const last = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.table}/${row.id}`;
    if (row.data !== null || !last.has(key)) last.set(key, row);
  }
  return [...last.values()];
}
