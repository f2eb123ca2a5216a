// Any page with a text field to speak into: the button comes where the browser can listen or record.
import { voice } from "../lib/voice.ts";

const root = document.getElementById("voice");
// A closed conversation has nothing to speak into.
if (root !== null) voice(root);
