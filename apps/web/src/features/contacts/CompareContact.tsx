import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { CompareDrafts } from "../shared/drafts/CompareDrafts.tsx";
import type { CompareProps } from "../shared/drafts/DraftBar.tsx";
import { answerOf } from "./answers.ts";

/** Two versions of a contact that is being logged or corrected. */
export default function CompareContact(props: CompareProps) {
  const { caseId } = props.draft;
  const { today } = useMe();
  const { cases = [], case: family } =
    useQuery(api.contacts.formContext.queryOptions(caseId === undefined ? {} : { caseId })).data ??
    {};
  const names = { today, cases, people: family?.people ?? [] };
  return <CompareDrafts {...props} describe={(one) => answerOf(one, names)} />;
}
