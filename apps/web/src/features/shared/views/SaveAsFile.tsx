import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Menu } from "@kinward/ui/Menu";
import { EXPORT_FORMATS, type ExportFile, type ExportFormat } from "@kinward/domain/views";
import { failureOf } from "../../../api/failure.ts";
import { failureText } from "../../../app/failure-text.ts";
import { saveExport } from "../../../app/save-file.ts";
import { toast } from "../../../app/toast.ts";
import { views as words } from "../../../messages/en/views.ts";

/** What the list shows, as a file of the chosen kind. */
export default function SaveAsFile({
  size,
  load,
}: {
  size?: "small";
  load: (format: ExportFormat) => Promise<ExportFile>;
}) {
  const make = useMutation({
    mutationFn: load,
    onSuccess: (file) => {
      saveExport(file);
      toast(file.left > 0 ? words.exportedLeft(file.rows, file.left) : words.exported(file.rows));
    },
    onError: (error) => toast(failureText(failureOf(error))),
  });
  return (
    <Menu
      label={words.export}
      {...(size && { size })}
      icon={<Download size={size === "small" ? 15 : 17} aria-hidden />}
      entries={EXPORT_FORMATS.map((id) => ({ id, label: words.formats[id] }))}
      onAction={(id) => {
        const format = EXPORT_FORMATS.find((each) => each === id);
        if (format !== undefined && !make.isPending) make.mutate(format);
      }}
    />
  );
}
