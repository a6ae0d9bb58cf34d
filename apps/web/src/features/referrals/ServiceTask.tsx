import { useQuery } from "@tanstack/react-query";
import { Banner } from "@kinward/ui/Banner";
import { Card } from "@kinward/ui/Card";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { Select } from "@kinward/ui/Select";
import { TextArea } from "@kinward/ui/TextArea";
import { codes } from "@kinward/wording/en/codes";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import {
  SERVICE_PURPOSES,
  SERVICE_TYPES,
  type ServicePurpose,
  type ServiceType,
} from "@kinward/domain/people";
import type { AreaOption, PausedArea } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { Part } from "../shared/Part.tsx";
import { setIn } from "./content.ts";
import { useReferral } from "./ReferralPages.tsx";
import { useCaseForReferral } from "./queries.ts";
import { choiceField, textField } from "./SmallTasks.tsx";

const words = referrals.serviceTask;

/** Which service, where, and what for. */
export function ServiceTask() {
  const form = useReferral();
  const options = useQuery({ ...api.referrals.options.queryOptions({}), staleTime: 600_000 });
  return (
    <Card>
      <div className="form">
        <RadioGroup
          {...choiceField<ServiceType>(form, ["service", "serviceType"])}
          label={words.serviceType}
          choices={SERVICE_TYPES.map((id) => ({ id, label: labels.serviceType[id] }))}
        />
        <Part query={options} skeleton="text" count={3}>
          {({ areas, paused }) => <Area areas={areas} paused={paused} />}
        </Part>
        <RunningServices />
        {form.content.service?.serviceType !== "SAFETY_PLAN" && (
          <RadioGroup
            {...choiceField<ServicePurpose>(form, ["service", "purpose"])}
            label={words.purpose}
            choices={SERVICE_PURPOSES.map((id) => ({ id, label: labels.purpose[id] }))}
          />
        )}
      </div>
    </Card>
  );
}

/** The family has services: they go on as FSRP, or are transferred on purpose; else the referral is refused (ASG-12). */
function RunningServices() {
  const form = useReferral();
  const { today } = useMe();
  const standing = useCaseForReferral(form.content.caseId).data?.standingEpisode;
  const { service, transfer } = form.content;
  if (standing === undefined && transfer === undefined) return null;
  const same = service?.serviceType === undefined || service.serviceType === standing?.serviceType;
  return (
    <>
      {standing && (
        <p>
          {words.running(
            referrals.service[standing.serviceType as ServiceType],
            dates.date(standing.effectiveDate, { today }),
            standing.areaName,
          )}{" "}
          {!same && standing.serviceType === "SAFETY_PLAN" && words.carryOver}
        </p>
      )}
      {/* An answer that fits no more is shown too, so that it can be taken back. */}
      {(same || transfer !== undefined) && (
        <TextArea
          {...textField(form, ["transfer", "reason"])}
          label={words.transfer}
          hint={words.transferHint}
          mark="optional"
          rows={3}
        />
      )}
    </>
  );
}

function Area({ areas, paused }: { areas: readonly AreaOption[]; paused: readonly PausedArea[] }) {
  const form = useReferral();
  const { serviceAreaId, subareaId } = form.content.service ?? {};
  const area = areas.find((each) => each.serviceAreaId === serviceAreaId);
  const pause = paused.find((one) => one.contractAreaId === (subareaId ?? area?.contractAreaId));
  const counties = areas
    .flatMap((each) => each.counties.map((county) => ({ area: each, county })))
    .toSorted((a, b) => (a.county.name < b.county.name ? -1 : 1));
  const take = (next: AreaOption, subareaId: string | undefined) =>
    form.replace(
      setIn(
        setIn(form.content, ["service", "serviceAreaId"], next.serviceAreaId),
        ["service", "subareaId"],
        subareaId,
      ),
    );
  return (
    <>
      {counties.length > 0 && (
        <SearchSelect
          name="service.county"
          label={words.county}
          hint={words.countyHint}
          mark="optional"
          value={undefined}
          choices={counties.map(({ area: of, county }) => ({
            id: county.name,
            label: county.name,
            detail: of.serviceAreaName,
          }))}
          onChange={(name) => {
            const found = counties.find(({ county }) => county.name === name);
            if (found)
              take(
                found.area,
                found.area.subareas.find(
                  (subarea) => subarea.contractAreaId === found.county.contractAreaId,
                )?.contractAreaId,
              );
          }}
        />
      )}
      <Select
        {...choiceField<string>(form, ["service", "serviceAreaId"])}
        label={words.area}
        choices={areas.map((each) => ({
          id: each.serviceAreaId as string,
          label: each.serviceAreaName,
        }))}
        onChange={(id) => {
          const next = areas.find((each) => each.serviceAreaId === id);
          if (next) take(next, undefined);
        }}
      />
      {area !== undefined && area.subareas.length > 0 && (
        <RadioGroup
          {...choiceField<string>(form, ["service", "subareaId"])}
          label={words.subarea}
          choices={area.subareas.map((subarea) => ({
            id: subarea.contractAreaId as string,
            label: subarea.name,
          }))}
        />
      )}
      {pause && (
        <Banner kind="info">
          {codes.refusal.AREA_PAUSED(pause.resumesOn === undefined ? {} : { to: pause.resumesOn })}.
        </Banner>
      )}
    </>
  );
}
