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
    expect(await page.title()).not.toContain("Twicefield");
  });
});
