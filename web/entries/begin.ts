// The first visit: keeps the words while they are written, and tells the server which time zone they are told in.
import { keepDraft } from "../lib/draft.ts";
import { ownZone } from "../lib/moments.ts";

const form = document.querySelector<HTMLFormElement>("[data-begin]");
const text = form?.querySelector<HTMLTextAreaElement>("textarea");
const zone = form?.querySelector<HTMLInputElement>("input[name=zone]");

if (text) keepDraft(text);
if (zone) zone.value = ownZone();
