import { Button } from "../components/Button.tsx";
import { Banner } from "../components/Banner.tsx";
import { Card } from "../components/Card.tsx";
import { Empty } from "../components/Empty.tsx";
import { ErrorPanel } from "../components/ErrorPanel.tsx";
import { PrintPage } from "../components/PrintPage.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { Section } from "./Section.tsx";

/** Empty, loading, failed, and the printed page. */
export function StateParts() {
  return (
    <>
      <Section id="states" title="Empty, loading, failed">
        <Banner kind="info" action={<Button size="small">Open the contact</Button>}>
          1 contact was corrected after this report was sent.
        </Banner>
        <div className="cols">
          <div className="stack">
            <Card title="All done" flush>
              <Empty kind="allDone" title="Nothing is due before Nov 30." checkedAt="9:41 am" />
            </Card>
            <Card title="Start" flush>
              <Empty
                kind="start"
                title="No contact yet. The first is due Nov 18."
                action={<Button kind="primary">Log contact</Button>}
              >
                Contacts show who was seen, where, and which rules they meet.
              </Empty>
            </Card>
            <Card title="No match" flush>
              <Empty kind="noMatch" title="No family matches." onClear={() => {}}>
                Late, Cedar Rapids North.
              </Empty>
            </Card>
          </div>
          <div className="stack">
            <Card title="Failed" flush>
              <ErrorPanel onRetry={() => {}} reference="4F2K">
                The rest of this page is current.
              </ErrorPanel>
            </Card>
            <Card title="Loading" flush>
              <Skeleton kind="rows" count={3} delay={0} />
              <Skeleton kind="cards" count={2} delay={0} />
            </Card>
            <Card title="Loading text">
              <Skeleton kind="text" count={3} delay={0} />
            </Card>
          </div>
        </div>
      </Section>
      <Section id="print" title="Print">
        <PrintSample />
      </Section>
    </>
  );
}

function PrintSample() {
  return (
    <Card label="Printed document" flush>
      <PrintPage title="Case progress report" about="Alvarez-Reed. Nov 9 to Dec 8, 2026. Version 1">
        <p>The family was seen twice. Contact requirements were not fully met.</p>
      </PrintPage>
    </Card>
  );
}
