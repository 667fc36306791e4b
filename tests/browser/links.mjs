// What an agency answers by a link besides cases, actions and audits.
import { follow, here, press } from "./form.mjs";
import { agencyWithContact, as, comeIn, inWindow, journey, office } from "./office.mjs";

/** A coordinator asks the contact from the page, by the link of these words, and gives the path that goes out by mail. */
const askedFrom = (wish, at, words, name, contact) =>
  as("coordinator", wish, async ({ page, look }) => {
    await page.goto(at);
    await follow(page, words);
    await look(name);
    await page.getByLabel("Whom do you ask?").selectOption({ label: contact });
    await press(page, "Send the link");
    await look(`${name}-sent`);
    return /\/return\/rvw_[^\s<"]+/.exec(await page.content())[0];
  });

journey("an agency answers for its duty by a link: it keeps a part, is told what is missing, and sends it", (wish) =>
  inWindow(wish, async ({ page, look }) => {
    const { service } = office;
    const asked = await agencyWithContact("South School");
    const { programme } = await service.post("/v1/programmes", { programmeOpened: { sort: "SECTION_11", title: "The yearly round" } });
    const add = (entry) => service.post(`/v1/programmes/${programme}/entries`, entry);
    await add({ assuranceAsked: { what: "The audit, with its plan", agencies: [asked.agency], dueOn: "2026-12-18" } });
    const link = await askedFrom(wish, `/programmes/${programme}/assurance`, "Send an agency a link to answer by", "assurance-link", asked.contact);
    await comeIn(page, link, asked.mailbox);
    await page.getByRole("heading", { name: "What your agency is asked about its duty to safeguard" }).waitFor();
    await page.getByText("Wanted by Friday 18 December 2026").waitFor();
    await look("return-assurances");
    await follow(page, "The audit, with its plan");
    await look("return-assurance");
    await page.getByLabel("What does your agency answer?").fill("Invented: supervision is in place.");
    await press(page, "Keep it and come back later");
    await page.getByText("Kept, and not sent").waitFor();
    await follow(page, "The audit, with its plan");
    await press(page, "Send the answer");
    await look("return-assurance-wrong");
    await page.getByLabel("How does your agency grade itself?").selectOption("Mostly met");
    await page.getByLabel("Is this all, or a part?").selectOption("This is all");
    await press(page, "Send the answer");
    await page.getByText(/^We have what you sent on/).waitFor();
    await look("return-assurances-after");
    await as("coordinator", wish, async (coordinator) => {
      await coordinator.page.goto(`/programmes/${programme}/assurance`);
      await coordinator.page.getByRole("row", { name: /South School.*Mostly met/s }).first().waitFor();
    });
  }));

journey("an agency says by a link whether what was learned was understood, of a case and of a programme", (wish) =>
  inWindow(wish, async ({ page, look }) => {
    const { service } = office;
    const { programme } = await service.post("/v1/programmes", { programmeOpened: { sort: "PEER_REVIEW", title: "Handovers" } });
    for (const of of ["cases/26-0004", `programmes/${programme}`]) {
      const asked = await agencyWithContact("Hill School");
      const name = `product-link-${of.split("/")[0]}`;
      const product = asked.agency;
      const add = (entry) => service.post(`/v1/${of}/entries`, entry);
      await add({ productDrafted: { product, sort: "NEWSLETTER_ITEM", title: "Write handovers down", sections: [{ section: "what-to-do", text: "Write it down, and say who reads it." }] } });
      await add({ productChecked: { product } });
      await add({ productShared: { product, with: [asked.agency], how: "MAIL", confirm: true, confirmBy: "2026-12-18" } });
      const link = await askedFrom(wish, `/${of}/products/${product}`, "Ask an agency by a link whether it was understood", name, asked.contact);
      await comeIn(page, link, asked.mailbox);
      await page.getByRole("heading", { name: "Learning that your agency was given" }).waitFor();
      await look("return-products");
      await follow(page, "Write handovers down");
      await look("return-product");
      const at = here(page);
      await page.getByLabel("How many people did it reach?").fill("many");
      await press(page, "Send the answer");
      await look("return-product-wrong");
      await page.getByLabel("How many people did it reach?").fill("20");
      await page.getByLabel(/^How many answered that they understood it/).fill("9");
      await page.getByLabel("What will they change?").fill("Invented: each class keeps a book.");
      await press(page, "Send the answer");
      await page.getByText("Confirmed", { exact: true }).waitFor();
      await page.goto(at);
      await page.getByText("Invented: each class keeps a book.").waitFor();
    }
  }));
