// The messages in English.
import { helpOf } from "./help-of.ts";
import type { Templates } from "./template-shape.ts";
import { ENGLISH_OF_SERVICE } from "./templates-service-en.ts";

const REASONS: Record<string, string> = {
  asked_for_person: "The person asked to talk to someone.",
  detention: "The story speaks of an arrest.",
  foreign_law: "The question seems to be under another country's law.",
  self_harm: "The person may be at risk.",
  in_danger: "The person says that the place is not safe.",
  angry: "The person is very upset.",
  legal_threat: "The person threatens Vez with the law.",
  violence: "The story speaks of violence; the search goes on.",
  health: "The story speaks of a refused treatment; the search goes on.",
  low_confidence: "The subject is not clear.",
  needs_person: "The models that read the story say that a person should look at it.",
  not_understood: "The messages were not understood.",
  gives_back_often: "Whoever gave this case back did so with several in 30 days; the search goes on.",
  reopened: "The person reopened the case; the conversation was waiting for someone before.",
  changed_often: "The case lost its professional more than once; the search goes on.",
};

const SEARCHED_AGAIN: Record<string, string> = {
  withdrawn: "Whoever had accepted your request can no longer take care of it. That says nothing about you.",
  lapsed: "Whoever had accepted your request did not sign the contract in time.",
  operator: "Our team undid the contract of your request.",
  reopened: "Our team reopened your request.",
};

const OVER: Record<string, string> = {
  cancelled: "The person called off the request of one of your cases.",
  another: "One of your cases goes on with another professional.",
  lapsed: "The contract of one of your cases was not signed in time, and the case goes on with another professional.",
  silent: "The person of one of your cases did not answer for a month, and the case was closed.",
};

const SECOND_FACTOR: Record<string, string> = {
  set: "An authenticator app was connected to your sign-in.",
  removed: "The authenticator app was disconnected from your sign-in.",
  reset:
    "Somebody of the team disconnected the authenticator app from your sign-in, so that you can connect another one.",
  recovery_used: "One of your recovery codes was used to sign in.",
  codes_renewed: "Your recovery codes were replaced. The old ones do not work any more.",
};

/** What the team reads of a contract's signing. */
const TEAM_WORDS: Record<string, string> = {
  moved: "DocuSign did not answer as it should, and it is now signed at Vez itself. Both parties know.",
  declined: "one of the parties said at DocuSign that they do not want to sign. The other knows.",
  voided: "the envelope was voided at DocuSign, and it is now signed at Vez itself. Both parties know.",
  late: "the envelope was completed at DocuSign after it had ceased to count. Nothing changed at Vez. Ask the parties what they want.",
};

export const ENGLISH: Templates = {
  sign_in_code: {
    subject: "Your Vez sign-in code",
    text: ({ code = "" }) => [
      `Your code is ${code}.`,
      "It works for 10 minutes. Nobody at Vez will ever ask you for this code.",
      "If you did not ask to sign in, you can ignore this message.",
    ],
  },
  invite: {
    subject: "An invitation to the Vez team",
    text: () => [
      "You are invited to operate Vez: to look after the cases that need a person.",
      "Open the address below to accept. It works once, and for 72 hours.",
      "If you did not expect this invitation, ignore this message.",
    ],
  },
  operators_changed: {
    subject: "The team has changed",
    text: ({ what = "" }) => [
      what === "joined" ? "Somebody joined the team that operates Vez." : "Somebody left the team that operates Vez.",
      "If this surprises you, look at the list of the team now.",
    ],
  },
  second_factor_changed: {
    subject: "The second step of your sign-in has changed",
    text: ({ what = "" }) => [
      SECOND_FACTOR[what] ?? "The second step of your sign-in has changed.",
      "If this was not you, tell another person of the team now.",
    ],
  },
  offer_new: {
    subject: "A new case for you",
    text: () => [
      "It is your turn: there is a case that fits your profile.",
      "Read the summary and say whether you take it. The page shows until when you can answer.",
    ],
  },
  offer_chosen: {
    subject: "Somebody chose you",
    text: () => [
      "A person saw your name in the list and would like you to look after the case.",
      "Read the summary and say whether you take it. The page shows until when you can answer.",
    ],
  },
  contacts_over: {
    subject: "You can choose another professional",
    text: () => [
      "Whoever you chose could not take it now. That says nothing about your case.",
      "The list is still open: choose another one whenever you like.",
    ],
  },
  offer_reminder: {
    subject: "A case is still waiting for your answer",
    text: () => [
      "The time to answer is almost over.",
      "If you cannot take it now, decline with one tap. The case then moves on at once, and someone who needs help waits less.",
    ],
  },
  offer_withdrawn: {
    subject: "A case was taken by someone else",
    text: () => [
      "A colleague took this case first. There is nothing you need to do.",
      "Your place in the turn stays the same.",
    ],
  },
  offer_stopped: {
    subject: "A case is no longer being offered",
    text: () => [
      "A case that you had been offered no longer waits for your answer. There is nothing you need to do, and your place in the turn stays the same.",
    ],
  },
  case_accepted: {
    subject: "Good news about your request",
    text: () => [
      "Someone has agreed to look after your request.",
      "We are preparing the agreement. You will hear from us when it is ready to read.",
    ],
  },
  case_unmatched: {
    subject: "We are still looking for you",
    text: ({ uf = "" }) => [
      "So far nobody who is free could take your request. That says nothing about the request itself.",
      "Our team was told and will look at it closely. If time is short, please also turn to the public defender (Defensoria Pública).",
      ...helpOf(uf, "en"),
    ],
    operators: {
      subject: "A case without a professional",
      text: ({ case_id = "without a number" }) => [
        `Nobody who is free could take case ${case_id}.`,
        "The client was told. The console shows who was considered and why.",
      ],
    },
  },
  case_needs_human: {
    subject: "A conversation needs a person",
    text: ({ case_id = "without a number", reason = "" }) => [
      `The conversation of case ${case_id} is waiting for someone from the team.`,
      ...(REASONS[reason] === undefined ? [] : [REASONS[reason]]),
    ],
  },
  conflict_review: {
    subject: "A possible conflict of interest waits for you",
    text: ({ case_id = "without a number" }) => [
      `For case ${case_id} somebody fits, but a name on the other side is like the name of someone they represent, or not every name could be compared.`,
      "They are not asked before someone from the team has decided. The console shows the names.",
    ],
  },
  contract_ready: {
    subject: "Your agreement is ready to read",
    text: () => [
      "The agreement is ready. Please read it calmly before you sign.",
      "If something is not what the two of you agreed, do not sign and talk first: the page of the agreement tells how to reach each other.",
    ],
  },
  contract_signed_by_other: {
    subject: "Only your signature is missing",
    text: () => ["The other party has signed the agreement.", "When you have read it and agree, sign it too."],
  },
  contract_signed: {
    subject: "The agreement is signed by both",
    text: () => [
      "Both parties have signed. The agreement is now valid.",
      "You can download the document with its evidence page whenever you like.",
    ],
  },
  contract_closed: {
    subject: "An agreement was closed",
    text: () => ["The end of the work was recorded. The document stays available to you.", "Thank you for your work."],
  },
  contract_unsigned: {
    subject: "A contract still waits for your signature",
    text: () => [
      "The contract has been ready for three days. Read it at your own pace and sign it if you agree.",
      "If something is not right, or you changed your mind, say so on the page: nobody has to keep waiting.",
    ],
  },
  contract_moved: {
    subject: "The contract is now signed here at Vez",
    text: ({ again = "" }) => [
      "Signing by DocuSign did not work this time. Nothing is lost: the contract is the same, letter by letter, and you can sign it on the page of Vez itself.",
      ...(again === "" ? [] : ["What was signed there no longer counts. Please sign here, when you can."]),
      "Only what is signed here counts.",
    ],
  },
  contract_declined: {
    subject: "The contract was not signed",
    text: () => [
      "The other party said, on the signing page, that they do not want to sign now.",
      "Perhaps all it takes is a talk: the contract's page says how to reach each other. If you both agree, it can be signed right there. If not, say so on the case's page, and nobody is kept waiting.",
    ],
  },
  contract_needs_look: {
    subject: "A contract asks for a look",
    text: ({ contract_id = "no number", what = "" }) => [
      `Contract ${contract_id}: ${TEAM_WORDS[what] ?? "its signing did not go the usual way."}`,
      "What to do, step by step, is in docs/contracts-by-hand.md.",
    ],
  },
  acceptance_over: {
    subject: "A case is no longer with you",
    text: ({ why = "", returned = "" }) => [
      OVER[why] ?? "A case is no longer with you.",
      returned === ""
        ? "You need not do anything."
        : "You need not do anything, and it no longer counts in your capacity.",
      "Thank you for your work.",
    ],
  },
  case_searching_again: {
    subject: "We are looking for somebody else for you",
    text: ({ why = "" }) => [
      ...(SEARCHED_AGAIN[why] === undefined ? [] : [SEARCHED_AGAIN[why]]),
      "We are already looking for another professional. You need not tell everything again, and we write when somebody accepts.",
    ],
  },
  case_cancelled: {
    subject: "Your request was called off",
    text: () => [
      "Our team called off your request. Everything that you told is kept.",
      "If you still need it, you can reopen it on the case's page.",
    ],
  },
  case_waiting: {
    subject: "Your request is still here",
    text: () => [
      "We have not heard from you for some days. Everything is kept, and there is no hurry.",
      "When you can, go on from where you were. If you no longer need it, you can call it off on the case's page.",
    ],
  },
  case_fell_silent: {
    subject: "We closed your request for now",
    text: () => [
      "Since we did not hear from you for a month, we closed the request for now.",
      "If you still need it, open the case's page and choose reopen: everything goes on from where it was.",
    ],
  },
  review_invited: {
    subject: "How did it go?",
    text: () => [
      "The agreement was closed. Tell us how it went: it takes a minute and helps those who come after you.",
      "You can change your review for 7 days.",
    ],
  },
  review_received: {
    subject: "You received a review",
    text: () => ["Someone you helped has left a review.", "The person who wrote it can change it for 7 days."],
  },
  organisation_invited: {
    subject: "An invitation for you at Vez",
    text: ({ organisation = "An organisation", role = "" }) => [
      role === "coordinator"
        ? `${organisation} invites you to coordinate its team at Vez.`
        : `${organisation} invites you to join its team at Vez. Its coordinator sees the cases that you accept after joining, without the client's name and without what you write to each other.`,
      "Sign in with this e-mail address to accept or decline. The invitation holds for 14 days.",
    ],
  },
  case_message_new: {
    subject: "Someone wrote to you",
    text: () => ["There is something new to read in one of your cases.", "Open Vez to read it and to answer."],
  },
  offer_question: {
    subject: "There is a question about your request",
    text: () => [
      "Somebody who was asked wants to know something before deciding.",
      "They do not know who you are, and your answer does not say so either. It takes a minute.",
    ],
  },
  question_answered: {
    subject: "Your question was answered",
    text: () => ["Read the answer on the page of the case, and say there whether you take it."],
  },
  talk_warning: {
    subject: "A word from the Vez team",
    text: () => [
      "Our team has looked at what was written in one of your cases, and asks you to keep to the agreement and to a respectful tone.",
      "If it happens again, we may end your access. You can answer our team at any time.",
    ],
  },
  talk_reported: {
    subject: "Somebody reported a talk",
    text: ({ case_id = "without a number" }) => [
      `In case ${case_id} one side reported the other. The console shows the reason.`,
    ],
  },
  verification_waits: {
    subject: "A registration waits to be checked",
    text: () => [
      "Somebody applied, answered a question or changed a registration. The queue shows who has waited longest.",
    ],
  },
  verification_asked: {
    subject: "A question about your registration",
    text: () => [
      "The team is checking your registration and has a question.",
      "Open your page to read it, answer, or add a document. The check goes on after that.",
    ],
  },
  verification_approved: {
    subject: "Your registration is confirmed",
    text: ({ vertical }) =>
      vertical === "staffing"
        ? [
            "The team has checked your registration.",
            "Shifts for doctors are not offered on Vez yet. We will write to you when they begin; there is nothing you need to do.",
          ]
        : [
            "The team has checked your registration. From now on cases that fit you come in your turn.",
            "Your page shows offers and where you stand.",
          ],
  },
  verification_refused: {
    subject: "About your registration",
    text: () => ["The team could not confirm your registration.", "Your page says why, and how to try again."],
  },
  professional_suspended: {
    subject: "You receive no offers for now",
    text: () => ["The team has paused your participation. Your page says why and until when."],
  },
  suspension_lifted: {
    subject: "The pause is over",
    text: () => ["The pause that the team set has ended. Your page shows where you stand."],
  },
  ...ENGLISH_OF_SERVICE,
};
