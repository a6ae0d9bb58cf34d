/** One answer of a choice. */
export interface Choice<Id extends string = string> {
  id: Id;
  label: string;
  /** A second line in smaller type. */
  detail?: string | undefined;
  isDisabled?: boolean | undefined;
}
