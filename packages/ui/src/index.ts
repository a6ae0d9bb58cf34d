export { UiProvider, type UiProviderProps } from "./components/UiProvider.tsx";
export { useUi, type UiLinkProps, type UiSettings } from "./lib/ui-context.ts";
export { DUE_STATES, type DueState } from "./lib/state.ts";
export { formatDate, formatDateRange, shiftDate, type UiLocale } from "./lib/dates.ts";
export { buttonClass, type ButtonLook } from "./lib/button-class.ts";
export { en, type UiMessages } from "./messages/en.ts";
