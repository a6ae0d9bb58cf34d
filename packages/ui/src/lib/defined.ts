type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} & { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };

/** Drops keys without a value, so that optional props can be passed on under `exactOptionalPropertyTypes`. */
export function defined<T extends object>(props: T): Defined<T> {
  const entries = Object.entries(props).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}
