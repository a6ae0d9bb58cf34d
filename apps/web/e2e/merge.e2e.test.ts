import { expectFitsEverywhere, settled } from "@kinward/testkit/browser";
import { runStatement } from "@kinward/testkit/postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asPerson, show, startAgency, type Account, type Agency } from "./support.ts";

let agency: Agency;
let supervisor: Account;
beforeAll(async () => {
  agency = await startAgency();
  supervisor = agency.account("SUPERVISOR");
  await enterTwice(agency.database.ownerUrl, supervisor.email);
});
afterAll(() => agency?.stop());

/** Two children of two families of one team become one child that was entered twice. */
const enterTwice = (ownerUrl: string, email: string) =>
  runStatement(
    ownerUrl,
    `WITH child AS (SELECT DISTINCT ON (m.case_id) m.person_id, m.case_id FROM app.member m
        JOIN app.case_team t USING (case_id) JOIN app.supervisor_line l ON l.staff_id = t.staff_id
        JOIN app.staff s ON s.staff_id = l.supervisor_id
        WHERE m.role = 'CHILD' AND s.email = $1::text ORDER BY m.case_id, m.person_id),
      twice AS (SELECT (SELECT person_id FROM child ORDER BY case_id LIMIT 1) AS one,
        (SELECT person_id FROM child ORDER BY case_id DESC LIMIT 1) AS other),
      named AS (UPDATE app.person p SET given = CASE WHEN p.person_id = one THEN 'Zach' ELSE 'Zachary' END,
          middle = NULL, preferred = NULL, family = 'Twicefield', birth_date = '2019-03-04', birth_date_kind = 'EXACT', sex = NULL
        FROM twice WHERE p.person_id IN (one, other) RETURNING p.person_id)
      INSERT INTO app.person_name_key SELECT n.person_id, v.kind, v.part, v.key FROM named n,
        (VALUES ('NICKNAME', 'GIVEN', 'zachary'), ('EXACT', 'FAMILY', 'twicefield')) v(kind, part, key)`,
    [email],
  );

it("a child who was entered twice is found, compared, joined, and two again when it was a mistake", async () => {
  await asPerson(agency, supervisor, {}, async (page) => {
    await show(page, "/people/duplicates");
    await expectFitsEverywhere(page);
    await page
      .getByRole("link", { name: "Compare Zach Twicefield and Zachary Twicefield" })
      .click();
    await page.getByRole("heading", { name: "Compare two records" }).waitFor();
    await settled(page);
    await page.getByRole("button", { name: "Merge the records" }).click();
    // Nothing is chosen for anybody.
    await page.getByRole("alert").getByText("Choose the record that stays").waitFor();
    await page.getByRole("alert").getByText("Choose what is right: first name").waitFor();
    await expectFitsEverywhere(page);
    await page.getByText("A: Zach Twicefield").last().click();
    await page.getByRole("radiogroup", { name: "First name" }).getByText("Zachary").click();
    await page.getByLabel("How do you know").fill("The same birth certificate");
    await page.getByRole("button", { name: "Merge the records" }).click();
    await page.getByRole("heading", { name: "Merged records" }).waitFor();
    await settled(page);
    await expectFitsEverywhere(page);

    await page.getByRole("button", { name: "Take back the merge of Zachary Twicefield" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("Cousins of one name");
    await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
    await page.getByText("Taken back by").waitFor();
    await show(page, "/people/duplicates");
    await page.getByRole("heading", { name: "Zach Twicefield and Zachary Twicefield" }).waitFor();
    await expect.poll(() => page.title()).not.toContain("Twicefield");
  });
});

/** A child of one team and a child of another get one name: the worker of the first and the supervisor of the second. */
async function enterApart(
  ownerUrl: string,
): Promise<{ worker: string; supervisor: string; path: string }> {
  const [row] = await runStatement<{ worker: string; supervisor: string; path: string }>(
    ownerUrl,
    `WITH child AS (SELECT m.person_id, w.email AS worker, s.email AS supervisor, l.supervisor_id FROM app.member m
        JOIN app.case_team t USING (case_id) JOIN app.staff w USING (staff_id)
        JOIN app.supervisor_line l USING (staff_id) JOIN app.staff s ON s.staff_id = l.supervisor_id
        WHERE m.role = 'CHILD' AND t.role = 'CASEWORKER' AND t.to_on IS NULL AND l.to_on IS NULL),
      pair AS (SELECT a.person_id AS one, b.person_id AS other, a.worker, b.supervisor FROM child a, child b
        WHERE a.supervisor_id <> b.supervisor_id AND a.person_id <> b.person_id ORDER BY a.person_id, b.person_id LIMIT 1),
      named AS (UPDATE app.person p SET given = CASE WHEN p.person_id = one THEN 'Nell' ELSE 'Nelly' END,
          middle = NULL, preferred = NULL, family = 'Apartfield', birth_date = '2019-03-05', birth_date_kind = 'EXACT', sex = NULL
        FROM pair WHERE p.person_id IN (one, other))
      SELECT worker, supervisor, '/people/compare/' || one || '/' || other AS path FROM pair`,
  );
  if (row === undefined) throw new Error("the sample has one team alone");
  return row;
}

it("records of two teams are joined by two people: one proposes, the other decides", async () => {
  const apart = await enterApart(agency.database.ownerUrl);
  const account = (email: string): Account => {
    const found = agency.accounts.find((one) => one.email === email);
    if (found === undefined) throw new Error("no such account");
    return found;
  };
  await asPerson(agency, account(apart.worker), {}, async (page) => {
    await show(page, apart.path);
    await page.getByRole("button", { name: "Propose the merge" }).click();
    await page.getByRole("alert").getByText("Say how you know").waitFor();
    await page.getByLabel("How do you know").fill("One school, one birth certificate");
    await page.getByRole("button", { name: "Propose the merge" }).click();
    await page.getByText("You proposed on").waitFor();
  });
  await asPerson(agency, account(apart.supervisor), {}, async (page) => {
    await show(page, "/people/duplicates");
    await page.getByText("One school, one birth certificate").waitFor();
    await expectFitsEverywhere(page);
    await page
      .getByRole("link", { name: "Nell Apartfield and Nelly Apartfield", exact: true })
      .click();
    await page.getByRole("button", { name: "Decline" }).waitFor();
    await page.getByText("A: Nell Apartfield").last().click();
    await page.getByRole("radiogroup", { name: "First name" }).getByText("Nelly").click();
    await page.getByRole("button", { name: "Agree and merge" }).click();
    await page.getByRole("heading", { name: "Merged records" }).waitFor();
    await page.getByText("Nelly Apartfield").first().waitFor();
  });
});
