const FOCUSABLE =
  'input:not([type="hidden"]):not([disabled]), textarea:not([disabled]), [role="spinbutton"], button:not([disabled]), select:not([disabled]), [tabindex="0"]';

/**
 * Focuses the first control of the field with this `name` (see `FieldProps`). A link to an anchor does nothing on a
 * date or a group of boxes, so the error summary comes here. Answers whether the field was found.
 */
export function focusField(name: string, root: ParentNode = document): boolean {
  const field = root.querySelector(`[data-field="${CSS.escape(name)}"]`);
  if (!field) return false;
  // Select keeps a hidden native list inside aria-hidden; it is never the control to focus.
  const control = [...field.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (element) => !element.closest('[aria-hidden="true"]'),
  );
  field.scrollIntoView({ block: "center" });
  control?.focus();
  return control !== undefined;
}
