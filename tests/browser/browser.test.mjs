// What people do with the pages, in Chromium over a real service.
import { after, before } from "node:test";
import { closeOffice, openOffice } from "./office.mjs";

before(openOffice);
after(closeOffice);

await import("./signing_in.mjs");
await import("./incident.mjs");
await import("./coordinator.mjs");
await import("./publication.mjs");
await import("./embargo.mjs");
await import("./agency.mjs");
await import("./meeting.mjs");
await import("./programme.mjs");
await import("./audit.mjs");
await import("./links.mjs");
await import("./learning.mjs");
await import("./oversight.mjs");
await import("./administration.mjs");
await import("./two_people.mjs");
await import("./devices.mjs");
await import("./real_store.mjs");
await import("./every_page.mjs");
