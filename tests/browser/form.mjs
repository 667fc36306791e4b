// How people fill in forms: by the words beside the fields.

export async function fillDay(page, group, [day, month, year]) {
  const boxes = page.getByRole("group", { name: group });
  await boxes.getByLabel("Day").fill(String(day));
  await boxes.getByLabel("Month").fill(String(month));
  await boxes.getByLabel("Year").fill(String(year));
}

/** One of several answers, by the words of the question. */
export const choose = (page, question, answer) =>
  page.getByRole("group", { name: question }).getByLabel(answer, { exact: true }).first().check();

export const press = (page, name) => page.getByRole("button", { name }).last().click();

/** Goes on to what would change, and records it. */
export async function recordIt(page) {
  await press(page, "Continue");
  await page.getByRole("heading", { name: "What it changes" }).waitFor();
  await press(page, "Record");
}

/** Goes where the menu leads by the page of all places. */
export async function goByMore(page, name) {
  await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "More", exact: true }).click();
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
}

/** The path of the page that is open. */
export const here = (page) => new URL(page.url()).pathname;
