// What a talk's page is given: the talk with its messages, and what a form that was just sent left behind.
import type { FormerTalk } from "../../services/talk/former-talks.ts";
import type { MessageView } from "../../services/talk/message-view.ts";
import type { Talk } from "../../services/talk/talk-of.ts";

export interface TalkView {
  talk: Talk;
  /** Oldest first. */
  items: MessageView[];
  /** Where the earlier ones begin; null: these are all. */
  earlier: string | null;
  /** An earlier part is shown, and nothing is written here. */
  isPast: boolean;
  /** What leads to earlier parts of this very talk, beside the cursor. */
  query: Record<string, string>;
  /** Talks with those who held the case before. */
  former: readonly FormerTalk[];
  /** Of the page that the talk is on. */
  page: string;
  /** What its forms post to; files are under `files`. */
  base: string;
  files: string;
  maxMb: number;
}

/** What a form that was just sent left behind. */
export interface TalkAgain {
  text?: string;
  error?: string;
  fileError?: string;
  reportError?: string;
  reportReason?: string;
  done?: string;
}
