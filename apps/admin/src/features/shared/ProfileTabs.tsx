import { CASE_PROFILES, type CaseProfile } from "@kinward/domain/policy";
import { Tabs } from "@kinward/ui/Tabs";
import { labelWords } from "./words.ts";

/** The two sets of rules of a deployment as links. */
export function ProfileTabs(props: {
  readonly label: string;
  readonly profile: CaseProfile;
  readonly hrefOf: (profile: CaseProfile) => string;
}) {
  return (
    <Tabs
      label={props.label}
      items={CASE_PROFILES.map((profile) => ({
        href: props.hrefOf(profile),
        label: labelWords.profile[profile],
        isCurrent: profile === props.profile,
      }))}
    />
  );
}
