import { useMemo, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { en } from "../messages/en.ts";
import { UiContext, type UiSettings } from "../lib/ui-context.ts";

export interface UiProviderProps extends Partial<UiSettings> {
  children: ReactNode;
}

/** Language, server date and router link for all components below it. English without props. */
export function UiProvider({ children, locale, messages, today, renderLink }: UiProviderProps) {
  const settings = useMemo<UiSettings>(
    () => ({ locale: locale ?? "en-US", messages: messages ?? en, today, renderLink }),
    [locale, messages, today, renderLink],
  );
  return (
    <I18nProvider locale={settings.locale}>
      <UiContext.Provider value={settings}>{children}</UiContext.Provider>
    </I18nProvider>
  );
}
