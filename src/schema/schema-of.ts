import type * as v from 'valibot';

type Atom = string | number | bigint | boolean | symbol | null | undefined;

/** The type with every optional member there, all the way down, so that one that is missing is told apart. */
type Whole<T> = T extends Atom ? T : { [Key in keyof T]-?: Whole<Exclude<T[Key], undefined>> };

/** True if the types have the same members, optional ones and those of unions too. */
export type Same<A, B> = [Whole<A>] extends [Whole<B>] ? ([Whole<B>] extends [Whole<A>] ? true : false) : false;

interface Differs<Output, Contract> {
  theSchemaYields: Output;
  theContractSays: Contract;
}

/**
 * A function that returns its schema, which must let through all of the contract's type and nothing else: where a
 * member of a union, or an optional member, is missing in either, the call does not compile.
 */
export const schemaOf =
  <Contract>() =>
  <Output extends Contract>(
    schema: v.GenericSchema<unknown, Output> &
      (Same<Output, Contract> extends true ? unknown : Differs<Output, Contract>),
  ): v.GenericSchema<unknown, Contract> =>
    schema;
