import { HELD_MINUTES, RIGHT_AFTER_MINUTES } from "@kinward/domain/fairness";
import type { OrderReviewView } from "@kinward/domain/views";
import { Banner } from "@kinward/ui/Banner";
import { paths } from "../../paths.ts";
import { FairnessTabs } from "../shared/FairnessTabs.tsx";
import { Page } from "../shared/Page.tsx";
import { AreaYear } from "./AreaYear.tsx";
import { FindingsCard } from "./FindingsCard.tsx";
import { fairness as m } from "./messages.ts";
import { useOrderReview } from "./queries.ts";
import { ReentriesCard } from "./ReentriesCard.tsx";

/** Questions about the order of referrals, by area and year. */
export function OrderReviewScreen() {
  return (
    <Page title={m.reviewTitle} lead={m.reviewLead}>
      <FairnessTabs current="orderReview" />
      <AreaYear hrefOf={paths.orderReview} useView={useOrderReview}>
        {(view) => <View view={view} />}
      </AreaYear>
    </Page>
  );
}

function View({ view }: { readonly view: OrderReviewView }) {
  const { review } = m;
  return (
    <>
      <Banner kind="info">{review.question}</Banner>
      <FindingsCard
        title={review.overridesByWorker}
        text={review.overridesByWorkerText}
        who={review.worker}
        findings={view.overridesByWorker}
      />
      <FindingsCard
        title={review.held}
        text={review.heldText(HELD_MINUTES, RIGHT_AFTER_MINUTES)}
        who={review.worker}
        findings={view.heldByWorker}
      />
      <FindingsCard
        title={review.overridesByContractor}
        text={review.overridesByContractorText}
        who={review.contractor}
        findings={view.overridesByContractor}
      />
      <ReentriesCard reentries={view.reentries} />
      <p className="muted">{review.method}</p>
    </>
  );
}
