declare const brand: unique symbol;

/** A string that may only be made by its own constructor, so that one kind of value is never passed for another. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
