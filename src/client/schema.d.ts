// Generated from the API's document by `npm run docs`; do not edit by hand.

export interface Schemas {
  /** RFC 9457. `code` is stable; `detail` tells the reader what to do next. */
  Problem: {
    type: string;
    title: string;
    status: number;
    code: string;
    detail: string;
    /** Say it when you report a fault. */
    request_id?: string;
    /** Of `invalid_input`: what is wrong with what. */
    fields?: {
      field: string;
      problem: string;
    }[];
    retry_after_seconds?: number;
  };
  User: {
    id: string;
    email: string;
    role: string;
    locale: string;
  };
  ConversationStatus: "interviewing" | "completed" | "handed_off" | "stopped";
  Turn: {
    turn_id: string;
    message_id: string;
    /** Vez's words; empty while a person of the team holds the conversation. */
    message: string;
    status: Schemas["ConversationStatus"];
    complexity: "low" | "medium" | "high";
    confidence: number;
    seq: number;
  };
  /** What Vez has understood so far. */
  Understanding: {
    area: Schemas["Area"] | null;
    subarea: string | null;
    areaCandidates: {
      area: Schemas["Area"];
      share: number;
    }[];
    /** Hours within which somebody should act, 2 to 720. */
    urgencyHours: number;
    complexity: "low" | "medium" | "high";
    confidence: number;
    deadlines: Schemas["Deadline"][];
    dates: {
      date: string;
      quote: string;
    }[];
    flags: string[];
    uf: string | null;
    municipality: string | null;
    adverseParties: string[];
    remoteOk: boolean;
    languages: string[];
    summary: string;
    progress: number;
    corrected: string[];
  };
  /** `nenhuma`: no legal problem. */
  Area: "trabalho" | "familia" | "sucessoes" | "consumidor" | "civil" | "penal" | "previdenciario" | "tributario" | "administrativo" | "empresarial" | "saude" | "crianca_e_adolescente" | "digital" | "ambiental" | "migratorio" | "nenhuma";
  Deadline: {
    kind: string;
    date: string;
    label: Schemas["Text"];
    /** The statute that sets the limit. */
    source: string;
    /** The words it was read from; for the client alone. */
    quote?: string;
    hoursLeft?: number;
    passed: boolean;
  };
  /** The same words in both languages. */
  Text: {
    "pt-BR": string;
    en: string;
  };
  /** What to do now, to be shown before anything else. */
  SafetyBox: {
    title: string;
    lines: {
      text: string;
      phone?: string;
    }[];
  };
  /** An event as the stream sends it: `seq` is its `id`, `type` its `event`; `at` is in milliseconds. */
  LoggedEvent: {
    seq: number;
    at: number;
    type: string;
    data: Record<string, unknown>;
  };
  CaseStatus: "triage" | "handed_off" | "stopped" | "matching" | "choosing" | "offering" | "unmatched" | "not_legal" | "accepted" | "signed" | "closed" | "forgotten";
  ConversationEvent: {
    event: "triage_started";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      conversation_id: string;
      locale: "pt-BR" | "en";
    };
  } | {
    event: "message";
    /** Without a hole within one stream. */
    id: number;
    data: {
      message_id: string;
      turn_id: string;
      from: "client" | "agent" | "human" | "system";
      text: string;
      client_message_id?: string;
      question?: string | null;
      options?: {
        value: string;
        label: string;
      }[];
      operator_name?: string;
    };
  } | {
    event: "triage_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      turn_id: string;
      status: Schemas["ConversationStatus"];
      understanding: Schemas["Understanding"];
      safety: Schemas["SafetyBox"] | null;
    } | {
      turn_id: string;
      delta: {
        message_id: string;
        /** UTF-16 units of the message's text before this piece. */
        from: number;
        text: string;
      };
    };
  } | {
    event: "complexity_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      turn_id: string;
      from: "low" | "medium" | "high";
      to: "low" | "medium" | "high";
    };
  } | {
    event: "triage_completed";
    /** Without a hole within one stream. */
    id: number;
    data: {
      turn_id: string;
      area: Schemas["Area"] | null;
      subarea: string | null;
      urgency_hours: number;
      complexity: "low" | "medium" | "high";
      confidence: number;
      summary: string;
    };
  } | {
    event: "handoff";
    /** Without a hole within one stream. */
    id: number;
    data: {
      state: "called" | "taken" | "given_back";
      reason: string | null;
      operator_name: string | null;
    };
  } | {
    event: "match_ready";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      wave: number;
      asked: number;
      answer_by: string;
    };
  } | {
    event: "offer_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      status: Schemas["CaseStatus"];
      professional?: string;
    };
  } | {
    event: "contract_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      contract_id: string;
      status: Schemas["ContractStatus"];
      signed: string[];
    };
  } | {
    event: "typing";
    data: {
      who: string;
      slow?: boolean;
    };
  } | {
    event: "gap";
    data: {
      from: number;
      to: number;
    };
  } | {
    event: "problem";
    data: {
      code: string;
      detail: string;
    };
  };
  ContractStatus: "draft" | "sent" | "signed" | "closed" | "voided";
  Case: {
    id: string;
    vertical: string;
    status: Schemas["CaseStatus"];
    locale: "pt-BR" | "en";
    area: Schemas["Area"] | null;
    subarea: string | null;
    /** Subjects of the CNJ table (TPU). */
    cnj_codes: number[];
    uf: string | null;
    municipality: string | null;
    urgency_hours: number | null;
    complexity: "low" | "medium" | "high" | null;
    confidence: number | null;
    deadlines: Schemas["Deadline"][];
    flags: string[];
    summary: string | null;
    wave: number;
    created_at: string;
    contract_id: string | null;
    contract_status: Schemas["ContractStatus"] | null;
    professional: string | null;
    professional_email: string | null;
  };
  /** Why somebody was, or was not, proposed. */
  Receipt: {
    round: number;
    rank: number | null;
    chosen: boolean;
    /** Sentences in the reader's language. */
    why: unknown;
    accepted?: boolean;
    professional?: {
      id?: string;
      name: string | null;
      uf: string;
      municipality: string;
      years_of_practice?: number;
    };
    offer?: string | null;
    gate?: string | null;
    features?: Record<string, number> | null;
    contributions?: Record<string, number> | null;
    learned?: unknown;
    score?: number | null;
    target?: number | null;
    shortfall?: number | null;
    turn?: number | null;
    final?: number | null;
    in_band?: boolean;
    rank_before_equity?: number | null;
  };
  File: {
    id: string;
    name: string;
    /** Media type. */
    type: string;
    bytes: number;
    created_at: string;
  };
  /** The case without its client. */
  Offer: {
    id: string;
    case_id: string;
    status: Schemas["OfferStatus"];
    wave: number;
    expires_at: string;
    created_at: string;
    seen_at: string | null;
    answered_at: string | null;
    decline_reason: string | null;
    area: Schemas["Area"] | null;
    subarea: string | null;
    uf: string | null;
    municipality: string | null;
    urgency_hours: number | null;
    complexity: "low" | "medium" | "high" | null;
    deadlines: Schemas["Deadline"][];
    languages: string[];
    summary: string;
    budget_cents: number | null;
    /** Cents of a real. */
    fee_cents: number;
  };
  OfferStatus: "pending" | "seen" | "accepted" | "declined" | "expired" | "withdrawn";
  ProfessionalEvent: {
    event: "offer_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      offer_id: string;
      status: Schemas["OfferStatus"];
    };
  } | {
    event: "contract_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      contract_id: string;
      status: Schemas["ContractStatus"];
      signed: string[];
    };
  } | {
    event: "gap";
    data: {
      from: number;
      to: number;
    };
  } | {
    event: "problem";
    data: {
      code: string;
      detail: string;
    };
  };
  Contract: {
    id: string;
    case_id: string;
    status: Schemas["ContractStatus"];
    method: string;
    template: string;
    locale: "pt-BR" | "en";
    sha256: string;
    created_at: string;
    signed_at: string | null;
    closed_at: string | null;
    parties: {
      client: {
        name: string | null;
        contact: string | null;
        signed_at: string | null;
      };
      professional: {
        name: string;
        oab: string;
        email: string | null;
        signed_at: string | null;
      };
    };
    my_party: "client" | "professional" | null;
    summary: string | null;
    area: Schemas["Area"] | null;
    subarea: string | null;
    /** Cents of a real. */
    fee_cents: number;
    /** IANA name of a time zone, e.g. America/Sao_Paulo. */
    zone: string;
    review: {
      rating: number;
      outcome: "resolved" | "partly" | "ongoing" | "unresolved";
      comment: string;
      revision: number;
      created_at: string;
      updated_at: string;
    } | null;
    review_editable_until: string | null;
  };
  Professional: {
    id: string;
    status: "pending" | "active" | "inactive";
    name: string;
    licence: string;
    uf: string;
    municipality: string;
    areas: string[];
    subareas: string[];
    profile: string;
    years_of_practice: number;
    qualifications: unknown[];
    /** Cents of a real. */
    fee_cents: number;
    languages: string[];
    remote: boolean;
    capacity_monthly: number;
    capacity: {
      declared: number | null;
      by_table: number;
      least: number;
      most: number;
    };
    practice: "solo" | "office" | "firm" | "part_time";
    opted_out: boolean;
    licence_status: "valid" | "suspended" | "unchecked";
    joined_at: string;
    cases_closed: number;
    review_mean: number | null;
    review_count: number;
    leave_from: string | null;
    leave_until: string | null;
    on_leave: boolean;
    represents: string[];
    fictitious: boolean;
    updated_at: string;
  };
  OperatorEvent: {
    event: string;
    id?: number;
    data: Record<string, unknown>;
  };
  CaseItem: {
    id: string;
    status: Schemas["CaseStatus"];
    controlled_by: "agent" | "human";
    area: Schemas["Area"] | null;
    subarea: string | null;
    uf: string | null;
    municipality: string | null;
    urgency_hours: number | null;
    complexity: "low" | "medium" | "high" | null;
    confidence: number | null;
    flags: string[];
    locale: "pt-BR" | "en";
    wave: number;
    created_at: string;
    updated_at: string;
  };
  OperatorCase: {
    id: string;
    status: Schemas["CaseStatus"];
    controlled_by: "agent" | "human";
    area: Schemas["Area"] | null;
    subarea: string | null;
    uf: string | null;
    municipality: string | null;
    urgency_hours: number | null;
    complexity: "low" | "medium" | "high" | null;
    confidence: number | null;
    flags: string[];
    locale: "pt-BR" | "en";
    wave: number;
    created_at: string;
    conversation_id: string;
    deadlines: Schemas["Deadline"][];
    languages: string[];
    summary: string | null;
    adverse_parties: string[];
    preset: string | null;
    client_email: string | null;
    contract_id: string | null;
    contract_status: Schemas["ContractStatus"] | null;
    triaged_at: string | null;
    closed_at: string | null;
    model_usage: {
      provider: string;
      model: string;
      role: string;
      calls: number;
      answered: number;
      input_tokens: number;
      cached_input_tokens: number;
      output_tokens: number;
      ms: number;
    }[];
    history: {
      id: string;
      by: string;
      action: string;
      at: string;
    }[];
  };
  Model: {
    id: string;
    vertical: string;
    hash: string;
    kind: string;
    status: "candidate" | "serving" | "retired";
    graded_cases: number;
    share: number;
    metrics: Record<string, number>;
    window_from: string | null;
    window_to: string | null;
    created_at: string;
    serving_since: string | null;
    retired_at: string | null;
  };
  Backfill: {
    id: string;
    space: "openai" | "bge_m3" | "lexical" | null;
    space_name: string;
    status: "running" | "done" | "failed" | "cancelled";
    done: number;
    total: number;
    failed_tries: number;
    last_error: string | null;
    per_minute: number | null;
    estimated_end_at: string | null;
    started_by: string;
    started_at: string;
    updated_at: string;
    finished_at: string | null;
  };
}

export interface Paths {
  "/api/auth/email-otp/send-verification-otp": {
    /** Ask for a code by e-mail */
    post: {
      body: {
        email: string;
        type: "sign-in";
      };
      answer: {
        success: true;
      };
    };
  };
  "/api/auth/sign-in/email-otp": {
    /** Sign in with the code */
    post: {
      body: {
        email: string;
        otp: string;
      };
      answer: {
        token: string;
        user: Schemas["User"];
      };
    };
  };
  "/api/auth/sign-in/anonymous": {
    /** Begin without an account */
    post: {
      answer: {
        token: string;
        user: Schemas["User"];
      };
    };
  };
  "/api/auth/sign-out": {
    /** End the session */
    post: {
      answer: {
        success: boolean;
      };
    };
  };
  "/api/auth/get-session": {
    /** The session, or null */
    get: {
      answer: {
        session: {
          expiresAt: string;
        };
        user: Schemas["User"];
      } | null;
    };
  };
  "/api/v2/triage": {
    /** Open a case */
    post: {
      body: {
        vertical: "legal";
        locale?: "pt-BR" | "en";
        text?: string;
        zone?: string;
        reach?: {
          channel: "email" | "call" | "sms" | "whatsapp" | "page";
          address?: string | null;
          leave_message?: boolean;
          safe_from?: string | null;
          safe_until?: string | null;
          zone?: string;
          note?: string | null;
        };
      };
      answer: {
        case_id: string;
        conversation_id: string;
        message: string;
        status: Schemas["ConversationStatus"];
        /** Only where the call came without a session. */
        session_token?: string;
      };
    };
  };
  "/api/v2/triage/{case_id}/messages": {
    /** Say something */
    post: {
      path: {
        case_id: string;
      };
      body: {
        text: string;
        client_message_id: string;
      };
      answer: Schemas["Turn"];
    };
  };
  "/api/v2/triage/{case_id}/stop-reply": {
    /** Stop the reply that is on its way */
    post: {
      path: {
        case_id: string;
      };
      answer: {
        /** False where no reply was on its way. */
        stopped: boolean;
      };
    };
  };
  "/api/v2/triage/{case_id}/audio": {
    /** Say something as a recording */
    post: {
      path: {
        case_id: string;
      };
      raw: Blob | Uint8Array | string;
      answer: {
        turn_id: string;
        message_id: string;
        /** Vez's words; empty while a person of the team holds the conversation. */
        message: string;
        status: Schemas["ConversationStatus"];
        complexity: "low" | "medium" | "high";
        confidence: number;
        seq: number;
        transcript: string;
      };
    };
  };
  "/api/v2/triage/{case_id}/transcript": {
    /** The words of a recording, to be read before they are sent */
    post: {
      path: {
        case_id: string;
      };
      raw: Blob | Uint8Array | string;
      answer: {
        transcript: string;
      };
    };
  };
  "/api/v2/triage/{case_id}": {
    /** The conversation: state and transcript */
    get: {
      path: {
        case_id: string;
      };
      query?: {
        after?: number;
        limit?: number;
      };
      answer: {
        conversation_id: string;
        locale: "pt-BR" | "en";
        status: Schemas["ConversationStatus"];
        controlled_by: "agent" | "human";
        understanding: Schemas["Understanding"];
        safety: Schemas["SafetyBox"] | null;
        question: {
          id: string | null;
          options: {
            value: string;
            label: string;
          }[];
        };
        events: Schemas["LoggedEvent"][];
        first_seq: number;
        last_seq: number;
        case_id: string;
        case_status: Schemas["CaseStatus"];
        /** Professionals in reach for the area; null while there is none. */
        available: number | null;
      };
    };
    /** Correct what was understood */
    patch: {
      path: {
        case_id: string;
      };
      body: {
        area?: "trabalho" | "familia" | "sucessoes" | "consumidor" | "civil" | "penal" | "previdenciario" | "tributario" | "administrativo" | "empresarial" | "saude" | "crianca_e_adolescente" | "digital" | "ambiental" | "migratorio" | "nenhuma";
        subarea?: string | null;
        urgency_hours?: number;
        uf?: "AC" | "AL" | "AM" | "AP" | "BA" | "CE" | "DF" | "ES" | "GO" | "MA" | "MG" | "MS" | "MT" | "PA" | "PB" | "PE" | "PI" | "PR" | "RJ" | "RN" | "RO" | "RR" | "RS" | "SC" | "SE" | "SP" | "TO";
        municipality?: string | null;
        deadline_dates?: string[];
        locale?: "pt-BR" | "en";
      };
      answer: {
        conversation_id: string;
        locale: "pt-BR" | "en";
        status: Schemas["ConversationStatus"];
        controlled_by: "agent" | "human";
        understanding: Schemas["Understanding"];
        safety: Schemas["SafetyBox"] | null;
        question: {
          id: string | null;
          options: {
            value: string;
            label: string;
          }[];
        };
        events: Schemas["LoggedEvent"][];
        first_seq: number;
        last_seq: number;
      };
    };
  };
  "/api/v2/triage/stream/{case_id}": {
    /** Live events of one conversation */
    get: {
      path: {
        case_id: string;
      };
      answer: AsyncIterable<Schemas["ConversationEvent"]>;
    };
  };
  "/api/v2/cases/{case_id}": {
    /** A case */
    get: {
      path: {
        case_id: string;
      };
      answer: Schemas["Case"];
    };
  };
  "/api/v2/cases/{case_id}/shortlist": {
    /** Why somebody was, or was not, proposed */
    get: {
      path: {
        case_id: string;
      };
      query?: {
        round?: number;
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["Receipt"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
        case_id: string;
        rounds: {
          round: number;
          ranked_at: string;
          considered: number;
          id?: string;
          model_hash?: string;
          arm?: string;
          learned?: unknown;
          space?: string;
          preset?: string;
          weights?: Record<string, number>;
          band_width?: number;
          gate_counts?: Record<string, number>;
          beyond?: Record<string, number> | null;
          fallbacks?: string[];
          take?: number;
          equity?: unknown;
        }[];
      };
    };
  };
  "/api/v2/cases/{case_id}/summary": {
    /** Put the summary into own words */
    patch: {
      path: {
        case_id: string;
      };
      body: {
        text: string;
        version: number;
      };
      answer: {
        summary: string;
        version: number;
      };
    };
  };
  "/api/v2/cases/{case_id}/files": {
    /** The case's files, oldest first */
    get: {
      path: {
        case_id: string;
      };
      answer: {
        items: Schemas["File"][];
      };
    };
    /** Add a file */
    post: {
      path: {
        case_id: string;
      };
      raw: FormData;
      answer: Schemas["File"];
    };
  };
  "/api/v2/cases/{case_id}/files/{file_id}/content": {
    /** A file's bytes, as a download */
    get: {
      path: {
        case_id: string;
        file_id: string;
      };
      answer: Blob;
    };
  };
  "/api/v2/cases/{case_id}/files/{file_id}": {
    /** Give a file another name */
    patch: {
      path: {
        case_id: string;
        file_id: string;
      };
      body: {
        name: string;
      };
      answer: Schemas["File"];
    };
    /** Delete a file */
    delete: {
      path: {
        case_id: string;
        file_id: string;
      };
      answer: null;
    };
  };
  "/api/v2/offers": {
    /** Own offers, newest first */
    get: {
      query?: {
        show?: "open" | "past" | "all";
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["Offer"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/offers/{offer_id}": {
    /** An offer, with the anonymised case */
    get: {
      path: {
        offer_id: string;
      };
      answer: Schemas["Offer"];
    };
  };
  "/api/v2/offers/{offer_id}/seen": {
    /** Say that it was opened */
    post: {
      path: {
        offer_id: string;
      };
      answer: Schemas["Offer"];
    };
  };
  "/api/v2/offers/{offer_id}/accept": {
    /** Take the case */
    post: {
      path: {
        offer_id: string;
      };
      answer: Schemas["Offer"];
    };
  };
  "/api/v2/offers/{offer_id}/decline": {
    /** Pass it on */
    post: {
      path: {
        offer_id: string;
      };
      body?: {
        reason?: string | null;
      };
      answer: Schemas["Offer"];
    };
  };
  "/api/v2/offers/stream": {
    /** Live news of the own offers and contracts */
    get: {
      answer: AsyncIterable<Schemas["ProfessionalEvent"]>;
    };
  };
  "/api/v2/contracts/{contract_id}": {
    /** A contract */
    get: {
      path: {
        contract_id: string;
      };
      answer: Schemas["Contract"];
    };
  };
  "/api/v2/contracts/{contract_id}/pdf": {
    /** The exact bytes of the agreement, or of the executed contract */
    get: {
      path: {
        contract_id: string;
      };
      query?: {
        kind?: "agreement" | "executed";
      };
      answer: Blob;
    };
  };
  "/api/v2/contracts/{contract_id}/sign": {
    /** Sign */
    post: {
      path: {
        contract_id: string;
      };
      body: {
        name: string;
        consent: true;
        contact?: string;
      };
      answer: {
        contract_id: string;
        status: "sent" | "signed" | "closed";
        party: "client" | "professional";
        signed_at: string;
      };
    };
  };
  "/api/v2/contracts/{contract_id}/contact": {
    /** How the professional reaches the client */
    post: {
      path: {
        contract_id: string;
      };
      body: {
        contact: string;
      };
      answer: {
        contract_id: string;
        contact: string | null;
      };
    };
  };
  "/api/v2/contracts/{contract_id}/close": {
    /** Record that the work is done */
    post: {
      path: {
        contract_id: string;
      };
      answer: {
        contract_id: string;
        status: "closed";
        closed_at: string;
      };
    };
  };
  "/api/v2/contracts/{contract_id}/review": {
    /** Say how it went */
    post: {
      path: {
        contract_id: string;
      };
      body: {
        rating: number;
        outcome: "resolved" | "partly" | "ongoing" | "unresolved";
        comment?: string;
      };
      answer: {
        rating: number;
        outcome: "resolved" | "partly" | "ongoing" | "unresolved";
        comment: string;
        revision: number;
        created_at: string;
        id: string;
        contract_id: string;
        editable_until: string;
      };
    };
  };
  "/api/v2/me": {
    /** Who I am here */
    get: {
      answer: {
        id: string;
        role: "client" | "professional" | "coordinator" | "operator";
        locale: "pt-BR" | "en";
      };
    };
  };
  "/api/v2/me/messages": {
    /** Own messages, newest first */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: {
          id: string;
          kind: string;
          subject: string;
          text: string;
          link: string | null;
          read_at: string | null;
          created_at: string;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
        unread: number;
      };
    };
  };
  "/api/v2/me/messages/{message_id}/read": {
    /** Mark a message as read */
    post: {
      path: {
        message_id: string;
      };
      answer: {
        id: string;
        read_at: string;
      };
    };
  };
  "/api/v2/professionals/me": {
    /** Own profile */
    get: {
      answer: Schemas["Professional"];
    };
    /** Change the profile, the capacity, or be away */
    patch: {
      body: {
        name?: string;
        licence?: string;
        licence_uf?: "AC" | "AL" | "AM" | "AP" | "BA" | "CE" | "DF" | "ES" | "GO" | "MA" | "MG" | "MS" | "MT" | "PA" | "PB" | "PE" | "PI" | "PR" | "RJ" | "RN" | "RO" | "RR" | "RS" | "SC" | "SE" | "SP" | "TO";
        other_licences?: string[];
        qualifications?: string[];
        profile?: string;
        areas?: ("trabalho" | "familia" | "sucessoes" | "consumidor" | "civil" | "penal" | "previdenciario" | "tributario" | "administrativo" | "empresarial" | "saude" | "crianca_e_adolescente" | "digital" | "ambiental" | "migratorio")[];
        subareas?: string[];
        fee_cents?: number;
        remote?: boolean;
        languages?: ("pt-BR" | "en" | "es" | "fr" | "it" | "de" | "ja" | "ht" | "zh" | "ar" | "libras")[];
        capacity_monthly?: number | null;
        practice?: "solo" | "office" | "firm" | "part_time";
        represents?: string[];
        opted_out?: boolean;
        leave_from?: string | null;
        leave_until?: string | null;
        active?: boolean;
      };
      answer: Schemas["Professional"];
    };
  };
  "/api/v2/professionals/me/turn": {
    /** Own place in the turn, and why one was chosen or not */
    get: {
      query?: {
        cursor?: string;
      };
      answer: {
        capacity_monthly: number;
        cases_30d: number;
        pending_offers: number;
        last_offered_at: string | null;
        last_30_days: {
          offered: number;
          accepted: number;
          declined: number;
          expired: number;
        };
        shares: {
          area: string;
          accepted: number;
          credit: number;
          open_offers: number;
          fair_share: number;
          missing: number;
          area_cases: number;
          area_people: number;
        }[];
        receipts: {
          area: string | null;
          uf: string | null;
          ranked_at: string;
          chosen: boolean;
          rank: number | null;
          rank_before_equity: number | null;
          fair_share: number | null;
          had: number | null;
          considered: number;
          why: string[];
        }[];
        next: string | null;
      };
    };
  };
  "/api/v2/professionals/me/cases": {
    /** The cases one has taken, newest first */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: {
          case_id: string;
          offer_id: string;
          status: Schemas["CaseStatus"];
          accepted_at: string | null;
          area: Schemas["Area"] | null;
          subarea: string | null;
          uf: string | null;
          municipality: string | null;
          urgency_hours: number | null;
          complexity: "low" | "medium" | "high" | null;
          deadlines: Schemas["Deadline"][];
          languages: string[];
          summary: string;
          client: {
            name: string | null;
            email: string | null;
            contact: string | null;
          };
          contract_id: string | null;
          contract_status: Schemas["ContractStatus"] | null;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/overview": {
    /** How many of what stands where */
    get: {
      answer: {
        at: string;
        cases: Record<string, number>;
        conversations: {
          waiting: number;
          taken: number;
          oldest_waiting: string | null;
          open: number;
          last_24_hours: {
            started: number;
            completed: number;
            handed_off: number;
            forgotten: number;
            median_minutes_to_triage: number | null;
          };
        };
        offers: {
          open: number;
          ending_within_hour: number;
        };
        contracts: {
          pending: number;
        };
        conflicts: {
          open: number;
        };
        outbox: {
          pending: number;
          dead: number;
        };
      };
    };
  };
  "/api/v2/operator/stream": {
    /** Live news for the console */
    get: {
      answer: AsyncIterable<Schemas["OperatorEvent"]>;
    };
  };
  "/api/v2/operator/cases": {
    /** Cases, newest first */
    get: {
      query?: {
        status?: "triage" | "handed_off" | "stopped" | "matching" | "choosing" | "offering" | "unmatched" | "not_legal" | "accepted" | "signed" | "closed" | "forgotten";
        conversation?: "waiting" | "taken" | "talking" | "live";
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["CaseItem"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/cases/{case_id}": {
    /** A case with all that an operator decides on */
    get: {
      path: {
        case_id: string;
      };
      answer: Schemas["OperatorCase"];
    };
  };
  "/api/v2/operator/cases/{case_id}/search-again": {
    /** Search again for a case that nobody took */
    post: {
      path: {
        case_id: string;
      };
      answer: {
        id: string;
        status: Schemas["CaseStatus"];
      };
    };
  };
  "/api/v2/operator/conversations/{case_id}": {
    /** What was said */
    get: {
      path: {
        case_id: string;
      };
      query?: {
        after?: number;
      };
      answer: {
        case_id: string;
        status: Schemas["ConversationStatus"];
        controlled_by: "agent" | "human";
        understanding: Schemas["Understanding"];
        events: Schemas["LoggedEvent"][];
        last_seq: number;
      };
    };
  };
  "/api/v2/operator/conversations/{case_id}/take-over": {
    /** Take the conversation over from the agent */
    post: {
      path: {
        case_id: string;
      };
      answer: {
        case_id: string;
        status: Schemas["ConversationStatus"];
        controlled_by: "agent" | "human";
      };
    };
  };
  "/api/v2/operator/conversations/{case_id}/say": {
    /** Write to the client */
    post: {
      path: {
        case_id: string;
      };
      body: {
        text: string;
        client_message_id: string;
      };
      answer: {
        seq: number;
      };
    };
  };
  "/api/v2/operator/conversations/{case_id}/give-back": {
    /** Give the conversation back to the agent */
    post: {
      path: {
        case_id: string;
      };
      body?: {
        note?: string;
      };
      answer: {
        case_id: string;
        status: Schemas["ConversationStatus"];
        message: string;
      };
    };
  };
  "/api/v2/operator/offers": {
    /** Everybody's offers, newest first */
    get: {
      query?: {
        status?: "pending" | "seen" | "accepted" | "declined" | "expired" | "withdrawn" | "open";
        case_id?: string;
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: {
          id: string;
          case_id: string;
          professional_id: string;
          professional: string;
          area: Schemas["Area"] | null;
          uf: string | null;
          wave: number;
          rank: number;
          status: Schemas["OfferStatus"];
          decline_reason: string | null;
          created_at: string;
          seen_at: string | null;
          answered_at: string | null;
          expires_at: string;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/outbox": {
    /** What is still to be done, done, or dead */
    get: {
      query?: {
        status?: "pending" | "done" | "dead";
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: {
          id: string;
          lane: string;
          name: string;
          status: "pending" | "done" | "dead";
          attempts: number;
          last_error: string | null;
          /** Without what people wrote. */
          body: Record<string, unknown>;
          available_at: string;
          done_at: string | null;
          created_at: string;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/outbox/{message_id}/retry": {
    /** Send a dead message again */
    post: {
      path: {
        message_id: string;
      };
      answer: {
        id: string;
        status: string;
      };
    };
  };
  "/api/v2/operator/outbox/{message_id}/discard": {
    /** Let a dead message go */
    post: {
      path: {
        message_id: string;
      };
      answer: {
        id: string;
        status: string;
      };
    };
  };
  "/api/v2/operator/mail": {
    /** What went out, or would have gone out */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: {
          id: string;
          to: string;
          channel: string;
          kind: string;
          subject: string;
          /** Bullets in place of a sign-in code. */
          text: string;
          status: "stored" | "sent" | "failed";
          created_at: string;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/equity": {
    /** Who carries how much, and how evenly */
    get: {
      query?: {
        sort?: "load" | "cases" | "pending" | "capacity" | "last_offered" | "name";
        order?: "asc" | "desc";
        area?: string;
        uf?: string;
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: {
          id: string;
          name: string;
          uf: string;
          municipality: string;
          areas: string[];
          capacity_monthly: number;
          cases_30d: number;
          pending_offers: number;
          load: number | null;
          last_offered_at: string | null;
          on_leave: boolean;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
        gini: number;
        professionals: number;
        at_capacity: number;
        load_total: number;
        capacity_total: number;
        offers_30d: number;
        offered_to_30d: number;
        refreshed_at: string | null;
        bars: {
          up_to: number;
          count: number;
        }[];
      };
    };
  };
  "/api/v2/operator/jobs": {
    /** The last runs of each job */
    get: {
      answer: {
        items: {
          job: string;
          outcome: string;
          started_at: string;
          finished_at: string | null;
          detail: string | null;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/conflicts": {
    /** Doubts about conflicts of interest, newest first */
    get: {
      query?: {
        status?: "open" | "cleared" | "confirmed";
        case_id?: string;
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: {
          id: string;
          status: "open" | "cleared" | "confirmed";
          reason: string;
          created_at: string;
          decided_at: string | null;
          case: {
            id: string;
            status: Schemas["CaseStatus"];
            area: Schemas["Area"] | null;
            uf: string | null;
          };
          professional: {
            id: string;
            name: string;
            licence: string;
          };
          alike: {
            adverse: string;
            represented: string;
          }[];
          adverse_parties: string[];
          compared: number;
          represented: number;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/conflicts/{review_id}/decide": {
    /** Clear or confirm a doubt */
    post: {
      path: {
        review_id: string;
      };
      body: {
        decision: "cleared" | "confirmed";
        reason?: "other_person" | "no_longer_represented" | "no_conflict" | "same_person" | "close_to_them" | "cannot_tell";
      };
      answer: {
        id: string;
        case_id: string;
        status: "cleared" | "confirmed";
        decided_at: string;
        searching: boolean;
      };
    };
  };
  "/api/v2/operator/shortlists/{shortlist_id}/replay": {
    /** Work a ranking out again from its stored snapshot */
    post: {
      path: {
        shortlist_id: string;
      };
      answer: {
        shortlist_id: string;
        agrees: boolean;
        model_hash: string | null;
        stored_model_hash: string;
        reason: "formula_changed" | "not_stored" | "model_missing" | null;
        detail: string;
        receipts: number;
        differences: {
          professional_id: string | null;
          field: string;
          stored: unknown;
          replayed: unknown;
        }[];
      };
    };
  };
  "/api/v2/operator/models": {
    /** Learned models, newest first */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["Model"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
        last_training: {
          id: string;
          status: "waiting" | "done" | "failed";
          error: string | null;
          result: Record<string, unknown> | null;
          requested_at: string;
          done_at: string | null;
        } | null;
      };
    };
  };
  "/api/v2/operator/models/train": {
    /** Train a model on the answered offers */
    post: {
      body?: {
        window_days?: number;
      };
      answer: {
        id: string;
        status: "waiting";
      };
    };
  };
  "/api/v2/operator/models/import": {
    /** Bring a model that was trained elsewhere */
    post: {
      query?: {
        graded_cases?: number;
      };
      raw: Blob | Uint8Array | string;
      answer: Schemas["Model"];
    };
  };
  "/api/v2/operator/models/{model_id}/serve": {
    /** Let a model serve from the next match on */
    post: {
      path: {
        model_id: string;
      };
      body?: {
        even_if_not_monotone?: boolean;
      };
      answer: Schemas["Model"];
    };
  };
  "/api/v2/operator/models/{model_id}/retire": {
    /** Take a model out of service */
    post: {
      path: {
        model_id: string;
      };
      answer: Schemas["Model"];
    };
  };
  "/api/v2/operator/embeddings": {
    /** Embedding spaces and the last 20 back-fills */
    get: {
      answer: {
        spaces: {
          key: "openai" | "bge_m3" | "lexical";
          name: string;
          dimensions: number;
          configured: boolean;
          coverage: number;
          vectors: number;
          members: number;
          lacking: number;
        }[];
        backfills: Schemas["Backfill"][];
      };
    };
  };
  "/api/v2/operator/embeddings/backfills": {
    /** Fill a space */
    post: {
      body: {
        space: "openai" | "bge_m3" | "lexical";
      };
      answer: Schemas["Backfill"];
    };
  };
  "/api/v2/operator/embeddings/backfills/{backfill_id}/cancel": {
    /** Stop a back-fill */
    post: {
      path: {
        backfill_id: string;
      };
      answer: Schemas["Backfill"];
    };
  };
  "/health": {
    /** Whether the process lives */
    get: {
      answer: {
        status: "ok";
      };
    };
  };
  "/ready": {
    /** Whether it can do its work */
    get: {
      answer: {
        status: "ok";
        parts: {
          database: "ok";
        };
        database_ms: number;
      };
    };
  };
  "/metrics": {
    /** Counters, histograms and gauges */
    get: {
      answer: Blob;
    };
  };
}
