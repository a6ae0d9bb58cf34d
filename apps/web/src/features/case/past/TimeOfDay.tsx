import { useState } from "react";
import { TextField } from "@kinward/ui/TextField";
import { past as words } from "../../../messages/en/past.ts";
import { timeOf, timeText } from "./times.ts";

/** A time of day that may stay empty, taken when somebody presses Enter or goes on. */
export function TimeOfDay({
  at,
  timeZone,
  onChange,
}: {
  at: string | undefined;
  timeZone: string;
  onChange: (at: string | undefined) => void;
}) {
  const given = at === undefined ? "" : timeText(at);
  const [typed, setTyped] = useState(given);
  const [isWrong, setWrong] = useState(false);
  const take = () => {
    const time = timeOf(typed);
    setWrong(typed.trim() !== "" && time === undefined);
    if (typed.trim() === "" ? at !== undefined : time !== undefined && time !== at) onChange(time);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <TextField
        name="at"
        label={words.time}
        hint={words.timeHint(timeZone.replaceAll("_", " "))}
        mark="optional"
        width="short"
        value={typed}
        onChange={setTyped}
        onBlur={take}
        error={isWrong ? words.noTime : undefined}
      />
    </form>
  );
}
