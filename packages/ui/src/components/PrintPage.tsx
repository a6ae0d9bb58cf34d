import type { ReactNode } from "react";
import { Printer } from "lucide-react";
import { useUi } from "../lib/ui-context.ts";
import { Button } from "./Button.tsx";

export interface PrintPageProps {
  title: string;
  /** Who, when, version: the line beside the title on paper. */
  about?: ReactNode;
  children: ReactNode;
  /** Language of the document, when it differs from the screens: "es" for a Spanish twin. */
  lang?: string | undefined;
  /** Beside the print button, not printed: a link to the PDF, a language switch. */
  tools?: ReactNode;
}

/** A document as it will be printed: letter, 18 mm margins, black on white. */
export function PrintPage({ title, about, children, lang, tools }: PrintPageProps) {
  const { messages } = useUi();
  return (
    <div className="print-page" lang={lang}>
      <div className="print-tools">
        <Button onPress={() => window.print()} icon={<Printer size={17} aria-hidden />}>
          {messages.print}
        </Button>
        {tools}
      </div>
      <header className="print-head">
        <h1>{title}</h1>
        {about !== undefined && <div className="muted small">{about}</div>}
      </header>
      <div className="stack">{children}</div>
    </div>
  );
}
