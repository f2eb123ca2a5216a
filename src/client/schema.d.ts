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
      /** Milliseconds since 1970. */
      at: number;
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
      /** Milliseconds since 1970. */
      at: number;
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
      /** Milliseconds since 1970. */
      at: number;
    } | {
      turn_id: string;
      delta: {
        message_id: string;
        /** UTF-16 units of the message's text before this piece. */
        from: number;
        text: string;
      };
      /** Milliseconds since 1970. */
      at: number;
    };
  } | {
    event: "complexity_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      turn_id: string;
      from: "low" | "medium" | "high";
      to: "low" | "medium" | "high";
      /** Milliseconds since 1970. */
      at: number;
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
      /** Milliseconds since 1970. */
      at: number;
    };
  } | {
    event: "handoff";
    /** Without a hole within one stream. */
    id: number;
    data: {
      state: "called" | "taken" | "given_back";
      reason: string | null;
      operator_name: string | null;
      /** Milliseconds since 1970. */
      at: number;
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
      /** Milliseconds since 1970. */
      at: number;
    };
  } | {
    event: "offer_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      /** Where the case stands, as in `CaseStatus`, or what was done. */
      status: string;
      offer_id?: string;
      professional?: string;
      /** Milliseconds since 1970. */
      at: number;
    };
  } | {
    event: "contract_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      contract_id: string;
      status: Schemas["ContractStatus"];
      signed: string[];
      /** Milliseconds since 1970. */
      at: number;
    };
  } | {
    event: "case_message";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      message_id: string;
      from: "client" | "professional" | "system";
      at: string;
    };
  } | {
    event: "case_read";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      up_to: string;
      by: "client" | "professional";
      at: string;
    };
  } | {
    event: "case_talk";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      at: string;
    };
  } | {
    event: "offer_question";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      offer_id: string;
      question_id: string;
      status: "asked" | "answered";
      /** Milliseconds since 1970. */
      at: number;
    };
  } | {
    event: "client_asked";
    /** Without a hole within one stream. */
    id: number;
    data: {
      about: "reach" | "same";
      /** Until when the search waits. */
      until?: string | null;
      /** The earlier case that this one is like. */
      case_id?: string;
      /** Milliseconds since 1970. */
      at: number;
    };
  } | {
    event: "typing";
    data: {
      who: string;
      slow?: boolean;
    };
  } | {
    event: "gap";
    id: number;
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
  OwnCase: {
    id: string;
    status: Schemas["CaseStatus"];
    area: Schemas["Area"] | null;
    subarea: string | null;
    summary: string | null;
    contract_id: string | null;
    created_at: string;
  };
  CaseOffer: {
    id: string;
    case_id: string;
    wave: number;
    /** Who declined and who let it pass look the same. */
    status: "open" | "accepted" | "over";
    expires_at: string;
    created_at: string;
  };
  Reach: {
    channel: "email" | "call" | "sms" | "whatsapp" | "page";
    /** E-mail, or phone in E.164; null for `page`. */
    address: string | null;
    leave_message: boolean;
    /** `08:30` in `zone`; null: at any hour. */
    safe_from: string | null;
    safe_until: string | null;
    /** IANA name of a time zone, e.g. America/Sao_Paulo. */
    zone: string;
    note: string | null;
  };
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
    mode: "matching" | "directory";
    /** Of a closed case. */
    close_reason: "done" | "cancelled" | "silent" | "joined" | null;
    /** The case in which it goes on. */
    joined_into: string | null;
    /** The acceptance that stands. */
    offer_id: string | null;
    contract_id: string | null;
    contract_status: Schemas["ContractStatus"] | null;
    professional: string | null;
    /** Where nobody could take the case: who helps for free. */
    public_help: {
      id: string;
      name: Schemas["Text"];
      what: Schemas["Text"];
      site: string;
    }[];
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
  CourseOutcome: {
    id: string;
    status: Schemas["CaseStatus"];
    close_reason: "done" | "cancelled" | "silent" | "joined" | null;
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
    chosen_by_client: boolean;
    note: string | null;
  };
  OfferStatus: "pending" | "seen" | "accepted" | "declined" | "expired" | "withdrawn";
  ProfessionalEvent: {
    event: "offer_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      offer_id: string;
      status: Schemas["OfferStatus"];
      /** Milliseconds since 1970. */
      at: number;
    };
  } | {
    event: "contract_update";
    /** Without a hole within one stream. */
    id: number;
    data: {
      contract_id: string;
      status: Schemas["ContractStatus"];
      signed: string[];
      /** Milliseconds since 1970. */
      at: number;
    };
  } | {
    event: "case_message";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      message_id: string;
      from: "client" | "professional" | "system";
      at: string;
    };
  } | {
    event: "case_read";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      up_to: string;
      by: "client" | "professional";
      at: string;
    };
  } | {
    event: "case_talk";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      at: string;
    };
  } | {
    event: "offer_question";
    /** Without a hole within one stream. */
    id: number;
    data: {
      case_id: string;
      offer_id: string;
      question_id: string;
      status: "asked" | "answered";
      /** Milliseconds since 1970. */
      at: number;
    };
  } | {
    event: "gap";
    id: number;
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
  /** Facts that each gave himself; no mark, no count, no paid place. */
  DirectoryEntry: {
    id: string;
    name: string;
    licence: string;
    uf: string;
    municipality: string;
    remote: boolean;
    areas: string[];
    subareas: string[];
    languages: string[];
    /** Cents of a real. */
    fee_cents: number;
    profile: string;
    fictitious: boolean;
  };
  Contact: {
    offer_id: string;
    professional_id: string;
    name: string;
    licence: string;
    status: Schemas["OfferStatus"];
    text: string | null;
    contacted_at: string;
    expires_at: string;
  };
  Tenant: {
    id: string;
    name: string;
    hosts: string[];
    mode: "matching" | "directory";
    locale: "pt-BR" | "en";
    notes: string;
    created_at: string;
    updated_at: string;
  };
  Contract: {
    id: string;
    case_id: string;
    status: Schemas["ContractStatus"];
    method: "manual" | "docusign";
    /** What whoever wants to sign finds now; null where there is nothing to sign. */
    signing: "here" | "moved" | "declined" | "docusign" | "preparing" | null;
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
        how: Schemas["HowToReach"] | null;
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
  /** By what, and when. */
  HowToReach: {
    channel: "email" | "call" | "sms" | "whatsapp" | "page";
    leave_message: boolean;
    /** `08:30` in `zone`; null: at any hour. */
    safe_from: string | null;
    safe_until: string | null;
    /** IANA name of a time zone, e.g. America/Sao_Paulo. */
    zone: string;
    note: string | null;
  };
  TalkMessage: {
    id: string;
    from: "client" | "professional" | "system";
    text: string;
    client_message_id: string;
    file: {
      id: string;
      /** Null: it was taken back. */
      name: string | null;
      type: string | null;
      bytes: number | null;
    } | null;
    at: string;
    read_at: string | null;
  };
  /** Kept without names, numbers and addresses. */
  OfferQuestion: {
    id: string;
    offer_id: string;
    text: string;
    answer: string | null;
    asked_at: string;
    answered_at: string | null;
  };
  OperatorTalk: {
    case_id: string;
    /** Until then it can be read again without another reason. */
    until: string;
    talks: {
      offer_id: string;
      professional: string;
      items: Schemas["TalkMessage"][];
      next: string | null;
    }[];
  };
  Notices: {
    /** What this person is told about. */
    groups: ("offers" | "cases" | "talk" | "other" | "team" | "account")[];
    /** By what this person can be told now. */
    ways: ("push" | "email" | "whatsapp")[];
    /** A client's own word of how to be reached, and its hours, come first. */
    by_reach: boolean;
    /** What is not wanted, `group.channel`. */
    off: string[];
    /** Asked first; null: as the urgency has it. */
    first: "push" | "email" | "whatsapp" | null;
    /** Mobile in E.164, for WhatsApp to somebody who works here. */
    phone: string | null;
    /** `22:00` in `zone`; null: no quiet hours. */
    quiet_from: string | null;
    quiet_until: string | null;
    /** IANA name of a time zone, e.g. America/Sao_Paulo. */
    zone: string;
    /** What is urgent comes in quiet hours too. */
    urgent_anytime: boolean;
  };
  Paper: {
    id: string;
    kind: "card" | "proof" | "other";
    name: string;
    type: string;
    bytes: number;
    created_at: string;
  };
  Standing: {
    professional_id: string;
    vertical: string;
    status: "pending" | "active" | "inactive";
    licence_status: "valid" | "suspended" | "unchecked";
    review: {
      id: string;
      kind: "join" | "change";
      status: "open" | "asked" | "approved" | "refused";
      claims: {
        name: string;
        licence_number: string;
        licence_uf: string;
        other_licences: string[];
        qualifications: string[];
      };
      words: {
        by: "team" | "applicant";
        text: string;
        at: string;
      }[];
      refusal_reasons: ("not_in_register" | "name_differs" | "licence_suspended" | "papers_unreadable" | "number_of_another" | "incomplete" | "other")[];
      refusal_words: string | null;
      created_at: string;
      decided_at: string | null;
    } | null;
    suspension: {
      reason: "licence" | "complaint" | "conduct" | "own_wish" | "data" | "other";
      words: string | null;
      since: string;
      until: string | null;
    } | null;
  };
  Professional: {
    id: string;
    status: "pending" | "active" | "inactive";
    name: string;
    vertical: string;
    licence: string;
    licence_uf: string;
    other_licences: string[];
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
  Organisation: {
    id: string;
    name: string;
    kind: "firm" | "hospital" | "legal_aid";
    uf: string | null;
    municipality: string | null;
    coordinators: number;
    professionals: number;
    open_cases: number;
    created_at: string;
    closed_at: string | null;
  };
  Member: {
    id: string;
    role: "coordinator" | "professional";
    state: "invited" | "member" | "declined" | "left";
    email: string;
    name: string | null;
    professional_id: string | null;
    licence: string | null;
    status: string | null;
    on_leave: boolean | null;
    cases_30d: number | null;
    open_offers: number | null;
    capacity_monthly: number | null;
    invited_at: string;
    joined_at: string | null;
  };
  OrganisationCase: {
    case_id: string;
    status: Schemas["CaseStatus"];
    professional_id: string;
    professional: string;
    area: Schemas["Area"] | null;
    subarea: string | null;
    uf: string | null;
    municipality: string | null;
    urgency_hours: number | null;
    complexity: "low" | "medium" | "high" | null;
    accepted_at: string | null;
    contract_status: Schemas["ContractStatus"] | null;
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
    mode: string;
    close_reason: string | null;
    joined_into: string | null;
    waits_until: string | null;
    /** Cases of the same client that are like this one, with what the client said to it. */
    likenesses: {
      case_id: string;
      answer: "same" | "different" | null;
    }[];
    /** How the case changed its course, newest first. */
    changes: Schemas["CaseChange"][];
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
  CaseChange: {
    kind: "cancelled" | "withdrawn" | "another" | "lapsed" | "silent" | "reopened";
    by: "client" | "professional" | "operator" | "system";
    professional_id: string | null;
    reason: string | null;
    words: string;
    at: string;
  };
  VerificationItem: {
    id: string;
    kind: "join" | "change";
    status: "open" | "asked" | "approved" | "refused";
    vertical: string;
    professional_id: string;
    name: string;
    licence: string;
    registry: "found" | "not_found" | "name_differs" | "suspended" | "away" | null;
    duplicates: number;
    created_at: string;
    updated_at: string;
    decided_at: string | null;
  };
  Verification: {
    id: string;
    kind: "join" | "change";
    status: "open" | "asked" | "approved" | "refused";
    vertical: string;
    registry: {
      finding: "found" | "not_found" | "name_differs" | "suspended" | "away";
      name: string | null;
      at: string;
    } | null;
    created_at: string;
    updated_at: string;
    decided_at: string | null;
    refusal_reasons: ("not_in_register" | "name_differs" | "licence_suspended" | "papers_unreadable" | "number_of_another" | "incomplete" | "other")[];
    refusal_words: string | null;
    claims: {
      name: string;
      licence: string;
      other_licences: string[];
      qualifications: string[];
    };
    before: {
      name: string;
      licence: string;
      other_licences: string[];
      qualifications: string[];
    } | null;
    words: {
      by: "team" | "applicant";
      text: string;
      at: string;
    }[];
    checks: string[];
    register_url: string;
    looks_up: boolean;
    professional: {
      id: string;
      email: string;
      uf: string;
      municipality: string;
      areas: string[];
      subareas: string[];
      profile: string;
      years_of_practice: number;
      languages: string[];
      fee_cents: number;
      practice: string;
      capacity_monthly: number;
      status: "pending" | "active" | "inactive";
      licence_status: "valid" | "suspended" | "unchecked";
    };
    papers: Schemas["Paper"][];
    /** Others with the same number. */
    duplicates: {
      id: string;
      name: string;
      status: "pending" | "active" | "inactive";
      licence_status: "valid" | "suspended" | "unchecked";
    }[];
    /** What was refused before, of this person or this number. */
    earlier: {
      id: string;
      professional_id: string;
      name: string;
      reasons: ("not_in_register" | "name_differs" | "licence_suspended" | "papers_unreadable" | "number_of_another" | "incomplete" | "other")[];
      words: string | null;
      decided_at: string | null;
    }[];
  };
  ProfessionalItem: {
    id: string;
    name: string;
    vertical: string;
    licence: string;
    status: "pending" | "active" | "inactive";
    licence_status: "valid" | "suspended" | "unchecked";
    uf: string;
    municipality: string;
    areas: string[];
    fictitious: boolean;
    created_at: string;
  };
  ProfessionalRecord: {
    id: string;
    name: string;
    vertical: string;
    licence: string;
    status: "pending" | "active" | "inactive";
    licence_status: "valid" | "suspended" | "unchecked";
    uf: string;
    municipality: string;
    areas: string[];
    fictitious: boolean;
    created_at: string;
    email: string;
    other_licences: string[];
    qualifications: string[];
    opted_out: boolean;
    on_leave: boolean;
    leave_from: string | null;
    leave_until: string | null;
    years_of_practice: number;
    capacity_monthly: number;
    cases_30d: number;
    priority: number;
    joined_at: string;
    reviews: {
      id: string;
      kind: "join" | "change";
      status: "open" | "asked" | "approved" | "refused";
      created_at: string;
      decided_at: string | null;
    }[];
    suspensions: {
      id: string;
      reason: "licence" | "complaint" | "conduct" | "own_wish" | "data" | "other";
      words: string | null;
      since: string;
      until: string | null;
      lifted_at: string | null;
    }[];
    story: {
      action: string;
      at: string;
      detail: Record<string, unknown>;
    }[];
  };
  OperatorItem: {
    id: string;
    name: string;
    email: string;
    you: boolean;
    second_factor_since: string | null;
    last_seen_at: string | null;
    created_at: string;
  };
  Invite: {
    id: string;
    email: string;
    role: "operator";
    status: "open" | "accepted" | "revoked" | "expired";
    invited_by: string | null;
    created_at: string;
    expires_at: string;
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
  ApiKey: {
    id: string;
    name: string;
    prefix: string;
    /** The user that it acts as: owner of the cases that it opens. */
    integration_id: string;
    scopes: ("cases:read" | "cases:write" | "offers:read" | "contracts:read" | "contracts:write" | "webhooks:manage" | "operator:read")[];
    rate_per_minute: number;
    status: "active" | "expired" | "revoked";
    expires_at: string | null;
    last_used_at: string | null;
    revoked_at: string | null;
    created_at: string;
  };
  Webhook: {
    id: string;
    url: string;
    events: string[];
    description: string;
    status: "enabled" | "disabled";
    /** `failures`: nothing was taken for days. */
    disabled_by: string | null;
    disabled_at: string | null;
    failing_since: string | null;
    old_secret_until: string | null;
    integration_id: string | null;
    created_at: string;
  };
  WebhookDelivery: {
    id: string;
    webhook_id: string;
    /** What the receiver gets as `webhook-id`. */
    event_id: string;
    type: string;
    status: "pending" | "delivered" | "failed";
    body: string;
    next_at: string | null;
    done_at: string | null;
    created_at: string;
    attempts: {
      at: string;
      ms: number;
      status: number | null;
      error: string | null;
      head: string | null;
    }[];
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
  "/api/v2/cases": {
    /** The cases that one opened, newest first */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["OwnCase"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/cases/{case_id}/offers": {
    /** How many were asked, and how it stands */
    get: {
      path: {
        case_id: string;
      };
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["CaseOffer"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/cases/{case_id}/asks": {
    /** What the case asks its client: how to be reached, whether it is the same as an earlier one */
    get: {
      path: {
        case_id: string;
      };
      answer: {
        reach: Schemas["Reach"] | null;
        asks_reach: boolean;
        /** Until when the search waits for the answer. */
        waits_until: string | null;
        like: {
          case_id: string;
          opened_at: string;
        } | null;
      };
    };
  };
  "/api/v2/cases/{case_id}/join": {
    /** It is the same as another case, and goes on there */
    post: {
      path: {
        case_id: string;
      };
      body: {
        into: string;
      };
      answer: {
        id: string;
        status: "closed";
        close_reason: "joined";
        joined_into: string;
      };
    };
  };
  "/api/v2/cases/{case_id}/keep-apart": {
    /** It is another one than the earlier case */
    post: {
      path: {
        case_id: string;
      };
      answer: {
        case_id: string;
        answer: "different";
      };
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
        next: null;
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
  "/api/v2/cases/{case_id}/cancel": {
    /** Call the case off */
    post: {
      path: {
        case_id: string;
      };
      body?: {
        reason?: "solved" | "found_elsewhere" | "too_long" | "too_expensive" | "not_now" | null;
        words?: string;
      };
      answer: Schemas["CourseOutcome"];
    };
  };
  "/api/v2/cases/{case_id}/another": {
    /** Ask for another professional */
    post: {
      path: {
        case_id: string;
      };
      body?: {
        reason?: "no_answer" | "no_trust" | "disagree" | "too_expensive" | "know_each_other" | null;
        words?: string;
        offer_id?: string;
      };
      answer: Schemas["CourseOutcome"];
    };
  };
  "/api/v2/cases/{case_id}/reopen": {
    /** Take a cancelled or silent case up again */
    post: {
      path: {
        case_id: string;
      };
      answer: Schemas["CourseOutcome"];
    };
  };
  "/api/v2/cases/{case_id}/withdraw": {
    /** Give a case back */
    post: {
      path: {
        case_id: string;
      };
      body: {
        reason: "conflict" | "outside_area" | "too_far" | "too_busy" | "client_unreachable" | "trust_lost" | "personal";
        words?: string;
      };
      answer: Schemas["CourseOutcome"];
    };
  };
  "/api/v2/operator/cases/{case_id}/cancel": {
    /** Call a case off, with the reason */
    post: {
      path: {
        case_id: string;
      };
      body: {
        words?: string;
      };
      answer: Schemas["CourseOutcome"];
    };
  };
  "/api/v2/operator/cases/{case_id}/void-contract": {
    /** Void the contract and search again, with the reason */
    post: {
      path: {
        case_id: string;
      };
      body: {
        words?: string;
        offer_id?: string;
      };
      answer: Schemas["CourseOutcome"];
    };
  };
  "/api/v2/operator/cases/{case_id}/reopen": {
    /** Take a cancelled or silent case up again, with the reason */
    post: {
      path: {
        case_id: string;
      };
      body: {
        words?: string;
      };
      answer: Schemas["CourseOutcome"];
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
  "/api/v2/cases/{case_id}/professionals": {
    /** From whom the client may choose */
    get: {
      path: {
        case_id: string;
      };
      query?: {
        subarea?: string;
        uf?: string;
        city?: string;
        language?: string;
        remote?: "1" | "true";
        max_price?: number;
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["DirectoryEntry"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
        case_id: string;
        day: string;
        total: number;
        contacted: Schemas["Contact"][];
      };
    };
  };
  "/api/v2/cases/{case_id}/contacts": {
    /** Write to one of them */
    post: {
      path: {
        case_id: string;
      };
      body: {
        professional_id: string;
        text?: string | null;
      };
      answer: Schemas["Contact"];
    };
  };
  "/api/v2/operator/tenants": {
    /** The houses, by id */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: {
          id: string;
          name: string;
          hosts: string[];
          mode: "matching" | "directory";
          locale: "pt-BR" | "en";
          notes: string;
          created_at: string;
          updated_at: string;
          cases: {
            matching: number;
            directory: number;
          };
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
        default_mode: "matching" | "directory";
        default_cases: {
          matching: number;
          directory: number;
        };
      };
    };
  };
  "/api/v2/operator/tenants/{tenant_id}": {
    /** Make or change a house */
    put: {
      path: {
        tenant_id: string;
      };
      body: {
        name: string;
        hosts?: string[];
        mode: "matching" | "directory";
        locale?: "pt-BR" | "en";
        notes: string;
      };
      answer: Schemas["Tenant"];
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
  "/api/v2/contracts/{contract_id}/signing": {
    /** Where to sign now */
    post: {
      path: {
        contract_id: string;
      };
      body: {
        name?: string;
        contact?: string;
      };
      answer: {
        contract_id: string;
        method: "manual" | "docusign";
        url: string | null;
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
  "/api/v2/cases/{case_id}/messages": {
    /** What was written, newest first */
    get: {
      path: {
        case_id: string;
      };
      query?: {
        limit?: number;
        cursor?: string;
        after?: string;
        offer_id?: string;
      };
      answer: {
        items: Schemas["TalkMessage"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
        state: "none" | "open" | "read_only" | "blocked";
      };
    };
    /** Write to the other side */
    post: {
      path: {
        case_id: string;
      };
      body: {
        text?: string;
        client_message_id: string;
        file_id?: string | null;
      };
      answer: Schemas["TalkMessage"];
    };
  };
  "/api/v2/cases/{case_id}/messages/read": {
    /** Mark as read, up to a message */
    post: {
      path: {
        case_id: string;
      };
      body: {
        up_to: string;
      };
      answer: {
        up_to: string;
        read: number;
      };
    };
  };
  "/api/v2/cases/{case_id}/mute": {
    /** No notices of this talk */
    post: {
      path: {
        case_id: string;
      };
      body: {
        hours: number | null;
      };
      answer: {
        /** `always`, or a moment. */
        muted_until: string;
      };
    };
    /** Notices again */
    delete: {
      path: {
        case_id: string;
      };
      answer: {
        muted_until: null;
      };
    };
  };
  "/api/v2/cases/{case_id}/report": {
    /** Tell the team about the other side */
    post: {
      path: {
        case_id: string;
      };
      body: {
        reason: "rude" | "threat" | "harassment" | "money" | "false_identity" | "other";
        words?: string;
        offer_id?: string | null;
      };
      answer: {
        id: string;
        status: "open";
        created_at: string;
      };
    };
  };
  "/api/v2/cases/{case_id}/block": {
    /** No more of the other side */
    post: {
      path: {
        case_id: string;
      };
      answer: {
        blocked_by: "client" | "professional";
      };
    };
  };
  "/api/v2/cases/{case_id}/questions": {
    /** What professionals who were asked want to know */
    get: {
      path: {
        case_id: string;
      };
      answer: {
        items: {
          id: string;
          text: string;
          answer: string | null;
          asked_at: string;
          answered_at: string | null;
          answer_by: string | null;
        }[];
        next: null;
      };
    };
  };
  "/api/v2/cases/{case_id}/questions/{question_id}/answer": {
    /** Answer a question */
    post: {
      path: {
        case_id: string;
        question_id: string;
      };
      body: {
        text: string;
      };
      answer: {
        id: string;
        answer: string;
        answered_at: string;
      };
    };
  };
  "/api/v2/offers/{offer_id}/question": {
    /** The own question on an offer, or null */
    get: {
      path: {
        offer_id: string;
      };
      answer: Schemas["OfferQuestion"] | null;
    };
    /** Ask the client one thing before deciding */
    post: {
      path: {
        offer_id: string;
      };
      body: {
        text: string;
      };
      answer: Schemas["OfferQuestion"];
    };
  };
  "/api/v2/operator/reports": {
    /** What one side told about the other, newest first */
    get: {
      query?: {
        status?: "open" | "dismissed" | "warned" | "taken_over";
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: {
          id: string;
          case_id: string;
          case_status: Schemas["CaseStatus"];
          by: "client" | "professional";
          professional: {
            id: string;
            name: string;
          };
          reason: "rude" | "threat" | "harassment" | "money" | "false_identity" | "other";
          words: string;
          status: "open" | "dismissed" | "warned" | "taken_over";
          decided_at: string | null;
          created_at: string;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/reports/{report_id}/decide": {
    /** Dismiss, warn, or look after the case oneself */
    post: {
      path: {
        report_id: string;
      };
      body: {
        decision: "dismiss" | "warn" | "take_over";
      };
      answer: {
        id: string;
        case_id: string;
        status: "open" | "dismissed" | "warned" | "taken_over";
      };
    };
  };
  "/api/v2/operator/cases/{case_id}/talk": {
    /** Read a talk, and say why */
    post: {
      path: {
        case_id: string;
      };
      body: {
        reason: string;
      };
      answer: Schemas["OperatorTalk"];
    };
    /** The same within its sitting */
    get: {
      path: {
        case_id: string;
      };
      query?: {
        offer_id?: string;
        cursor?: string;
      };
      answer: Schemas["OperatorTalk"];
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
  "/api/v2/me/notices": {
    /** How I am told outside the app */
    get: {
      answer: Schemas["Notices"];
    };
    /** Say how I am told outside the app, the whole of it at once */
    put: {
      body: {
        off?: string[];
        first?: "push" | "email" | "whatsapp" | null;
        phone?: string | null;
        quiet_from?: string | null;
        quiet_until?: string | null;
        zone?: string;
        urgent_anytime?: boolean;
      };
      answer: Schemas["Notices"];
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
  "/api/v2/me/reach": {
    /** How I am reached; null where nothing was said */
    get: {
      answer: {
        reach: Schemas["Reach"] | null;
      };
    };
    /** Say how I am reached */
    put: {
      body: {
        channel: "email" | "call" | "sms" | "whatsapp" | "page";
        address?: string | null;
        leave_message?: boolean;
        safe_from?: string | null;
        safe_until?: string | null;
        zone?: string;
        note?: string | null;
      };
      answer: {
        reach: Schemas["Reach"] | null;
      };
    };
    /** Take it back */
    delete: {
      answer: {
        reach: Schemas["Reach"] | null;
      };
    };
  };
  "/api/v2/me/recovery": {
    /** Whether there are words and a link to come back with */
    get: {
      answer: {
        made_at: string | null;
      };
    };
    /** New words and a new link; the old ones open nothing any more */
    post: {
      body?: {
        locale?: "pt-BR" | "en";
      };
      answer: {
        words: string[];
        link: string;
      };
    };
    /** Take words and link back */
    delete: {
      answer: {
        made_at: string | null;
      };
    };
  };
  "/api/v2/recover": {
    /** Come back with the words or the link */
    post: {
      body: {
        typed: string;
        alone?: boolean;
      };
      answer: {
        session_token: string;
      };
    };
  };
  "/api/v2/professionals/application": {
    /** What was told so far, what is missing, and where it stands */
    get: {
      answer: {
        email: string;
        open: boolean;
        draft: Record<string, unknown>;
        missing: string[];
        papers: Schemas["Paper"][];
        standing: Schemas["Standing"] | null;
      };
    };
    /** Tell any part of it; what was told stays */
    patch: {
      body: {
        vertical?: "legal" | "staffing";
        name?: string;
        licence?: string;
        licence_uf?: "AC" | "AL" | "AM" | "AP" | "BA" | "CE" | "DF" | "ES" | "GO" | "MA" | "MG" | "MS" | "MT" | "PA" | "PB" | "PE" | "PI" | "PR" | "RJ" | "RN" | "RO" | "RR" | "RS" | "SC" | "SE" | "SP" | "TO";
        other_licences?: string[];
        qualifications?: string[];
        years_of_practice?: number;
        uf?: "AC" | "AL" | "AM" | "AP" | "BA" | "CE" | "DF" | "ES" | "GO" | "MA" | "MG" | "MS" | "MT" | "PA" | "PB" | "PE" | "PI" | "PR" | "RJ" | "RN" | "RO" | "RR" | "RS" | "SC" | "SE" | "SP" | "TO";
        municipality?: string;
        profile?: string;
        areas?: ("trabalho" | "familia" | "sucessoes" | "consumidor" | "civil" | "penal" | "previdenciario" | "tributario" | "administrativo" | "empresarial" | "saude" | "crianca_e_adolescente" | "digital" | "ambiental" | "migratorio")[];
        subareas?: string[];
        fee_cents?: number;
        remote?: boolean;
        languages?: ("pt-BR" | "en" | "es" | "fr" | "it" | "de" | "ja" | "ht" | "zh" | "ar" | "libras")[];
        capacity_monthly?: number | null;
        practice?: "solo" | "office" | "firm" | "part_time";
        represents?: string[];
      };
      answer: {
        email: string;
        open: boolean;
        draft: Record<string, unknown>;
        missing: string[];
        papers: Schemas["Paper"][];
        standing: Schemas["Standing"] | null;
      };
    };
  };
  "/api/v2/professionals/application/send": {
    /** Send it to be checked; twice is once */
    post: {
      body: {
        declared: true;
      };
      answer: Schemas["Standing"];
    };
  };
  "/api/v2/professionals/application/answer": {
    /** Answer the team, or add a word */
    post: {
      body: {
        text: string;
      };
      answer: Schemas["Standing"];
    };
  };
  "/api/v2/professionals/application/papers": {
    /** One's documents, oldest first */
    get: {
      answer: {
        items: Schemas["Paper"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
    /** Add a document */
    post: {
      query: {
        kind: "card" | "proof" | "other";
      };
      raw: FormData;
      answer: Schemas["Paper"];
    };
  };
  "/api/v2/professionals/application/papers/{paper_id}/content": {
    /** The bytes of a document of one's own */
    get: {
      path: {
        paper_id: string;
      };
      answer: Blob;
    };
  };
  "/api/v2/professionals/application/papers/{paper_id}": {
    /** Take a document back; one that was decided by stays */
    delete: {
      path: {
        paper_id: string;
      };
      answer: null;
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
          gave_back: number;
        };
        directory_30d: {
          first: number;
          contacted: number;
        } | null;
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
        case_id?: string;
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
            how: Schemas["HowToReach"] | null;
          };
          contract_id: string | null;
          contract_status: Schemas["ContractStatus"] | null;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/organisation": {
    /** The organisation that one coordinates */
    get: {
      answer: Schemas["Organisation"];
    };
  };
  "/api/v2/organisation/people": {
    /** Its people, newest first */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["Member"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/organisation/people/{member_id}": {
    /** Take somebody off, or an invitation back */
    delete: {
      path: {
        member_id: string;
      };
      answer: null;
    };
  };
  "/api/v2/organisation/invitations": {
    /** Invite somebody by address */
    post: {
      body: {
        email: string;
        role: "coordinator" | "professional";
      };
      answer: {
        id: string;
        email: string;
        role: string;
        state: string;
      };
    };
  };
  "/api/v2/organisation/cases": {
    /** The cases that its people took, newest first */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["OrganisationCase"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/organisation/cases/{case_id}": {
    /** One of them */
    get: {
      path: {
        case_id: string;
      };
      answer: {
        case_id: string;
        status: Schemas["CaseStatus"];
        professional_id: string;
        professional: string;
        area: Schemas["Area"] | null;
        subarea: string | null;
        uf: string | null;
        municipality: string | null;
        urgency_hours: number | null;
        complexity: "low" | "medium" | "high" | null;
        accepted_at: string | null;
        contract_status: Schemas["ContractStatus"] | null;
        summary: string;
        deadlines: Schemas["Deadline"][];
      };
    };
  };
  "/api/v2/me/memberships": {
    /** Open invitations to the own address, and where one belongs */
    get: {
      answer: {
        items: {
          id: string;
          organisation: string;
          kind: "firm" | "hospital" | "legal_aid";
          role: "coordinator" | "professional";
          state: "invited" | "member" | "declined" | "left";
          invited_at: string;
        }[];
        next: null;
      };
    };
  };
  "/api/v2/me/memberships/{member_id}/accept": {
    /** Accept an invitation */
    post: {
      path: {
        member_id: string;
      };
      answer: {
        id: string;
        state: string;
      };
    };
  };
  "/api/v2/me/memberships/{member_id}/decline": {
    /** Decline an invitation */
    post: {
      path: {
        member_id: string;
      };
      answer: {
        id: string;
        state: string;
      };
    };
  };
  "/api/v2/me/memberships/{member_id}": {
    /** Leave an organisation */
    delete: {
      path: {
        member_id: string;
      };
      answer: null;
    };
  };
  "/api/v2/operator/organisations": {
    /** All organisations, newest first */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["Organisation"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
    /** Enter an organisation, and invite its first coordinator */
    post: {
      body: {
        name: string;
        kind: "firm" | "hospital" | "legal_aid";
        uf?: "AC" | "AL" | "AM" | "AP" | "BA" | "CE" | "DF" | "ES" | "GO" | "MA" | "MG" | "MS" | "MT" | "PA" | "PB" | "PE" | "PI" | "PR" | "RJ" | "RN" | "RO" | "RR" | "RS" | "SC" | "SE" | "SP" | "TO" | null;
        municipality?: string | null;
        coordinator_email: string;
      };
      answer: {
        id: string;
        name: string;
        kind: "firm" | "hospital" | "legal_aid";
        invitation_id: string;
      };
    };
  };
  "/api/v2/operator/organisations/{organisation_id}": {
    /** One with its people */
    get: {
      path: {
        organisation_id: string;
      };
      answer: {
        id: string;
        name: string;
        kind: "firm" | "hospital" | "legal_aid";
        uf: string | null;
        municipality: string | null;
        coordinators: number;
        professionals: number;
        open_cases: number;
        created_at: string;
        closed_at: string | null;
        people: Schemas["Member"][];
      };
    };
  };
  "/api/v2/operator/organisations/{organisation_id}/invitations": {
    /** Invite somebody to it */
    post: {
      path: {
        organisation_id: string;
      };
      body: {
        email: string;
        role: "coordinator" | "professional";
      };
      answer: {
        id: string;
        email: string;
        role: string;
        state: string;
      };
    };
  };
  "/api/v2/operator/organisations/{organisation_id}/close": {
    /** Nobody coordinates it from now on */
    post: {
      path: {
        organisation_id: string;
      };
      answer: {
        id: string;
        name: string;
        kind: "firm" | "hospital" | "legal_aid";
        uf: string | null;
        municipality: string | null;
        coordinators: number;
        professionals: number;
        open_cases: number;
        created_at: string;
        closed_at: string | null;
        people: Schemas["Member"][];
      };
    };
  };
  "/api/v2/operator/overview": {
    /** How many of what stands where */
    get: {
      answer: {
        at: string;
        cases: {
          triage: number;
          handed_off: number;
          stopped: number;
          matching: number;
          choosing: number;
          offering: number;
          unmatched: number;
          not_legal: number;
          accepted: number;
          signed: number;
          closed: number;
          forgotten: number;
        };
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
        reports: {
          open: number;
        };
        verifications: {
          open: number;
        };
        outbox: {
          pending: number;
          /** Of these, what waits for a vendor that does not answer. */
          held_up: number;
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
          directory_30d: {
            first: number;
            contacted: number;
          };
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
        directory_30d: {
          looks: number;
          first: number;
          contacts: number;
          contacted: number;
        };
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
  "/api/v2/operator/report": {
    /** What became of the cases of a span of days */
    get: {
      query?: {
        from?: string;
        to?: string;
      };
      answer: {
        from: string;
        to: string;
        cases: {
          opened: number;
          triaged: number;
          not_legal: number;
          called_person: number;
          accepted: number;
          signed: number;
          done: number;
          cancelled: number;
          silent: number;
          unmatched: number;
          minutes_to_triage: number | null;
          minutes_to_acceptance: number | null;
          minutes_to_signature: number | null;
        };
        offers: {
          sent: number;
          accepted: number;
          declined: number;
          expired: number;
          withdrawn: number;
        };
        professionals: {
          joined: number;
          active: number;
        };
        reviews: {
          count: number;
          mean_rating: number | null;
        };
        areas: {
          area: string;
          opened: number;
          accepted: number;
          unmatched: number;
          minutes_to_acceptance: number | null;
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
  "/api/v2/operator/outbox": {
    /** What is still to be done, done, or dead */
    get: {
      query?: {
        status?: "pending" | "done" | "dead";
        name?: string;
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
  "/api/v2/operator/queues": {
    /** How much waits in each lane, for how long, how fast it goes, and what is dead for which reason */
    get: {
      answer: {
        lanes: {
          lane: "high" | "low";
          depth: number;
          scheduled: number;
          failing: number;
          /** Since it was due. */
          oldest_seconds: number | null;
          /** Of the last five minutes. */
          done_per_minute: number;
        }[];
        groups: {
          name: string;
          status: "pending" | "dead";
          error: string | null;
          count: number;
          since: string;
        }[];
      };
    };
  };
  "/api/v2/operator/outbox/{message_id}": {
    /** One message: what it is about, what went wrong, what may be changed in it */
    get: {
      path: {
        message_id: string;
      };
      answer: {
        id: string;
        lane: "high" | "low";
        name: string;
        version: number;
        status: "pending" | "done" | "dead";
        attempts: number;
        last_error: string | null;
        /** Without what people wrote. */
        body: Record<string, unknown>;
        editable: string[];
        trace_id: string;
        created_at: string;
        available_at: string;
        acts: {
          action: string;
          at: string;
          error: string;
        }[];
      };
    };
  };
  "/api/v2/operator/outbox/replay": {
    /** Count dead messages by name and reason, or send them again, at most 500 a call */
    post: {
      body: {
        name?: string;
        error?: string;
        until?: string;
        dry_run: boolean;
      };
      answer: {
        found: number;
        replayed: number;
        /** Name it in the call that sends: nothing is sent that was not counted. */
        until: string;
        dry_run: boolean;
      };
    };
  };
  "/api/v2/operator/outbox/{message_id}/retry": {
    /** Send a dead message again, changed where its fields are shown */
    post: {
      path: {
        message_id: string;
      };
      body?: {
        changes?: Record<string, string>;
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
        status?: "stored" | "queued" | "sending" | "unsure" | "sent" | "delivered" | "opened" | "failed";
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
          status: "stored" | "queued" | "sending" | "unsure" | "sent" | "delivered" | "opened" | "failed";
          /** Who carries it, or was asked to. */
          vendor: string | null;
          /** A code for why it failed, or why nobody knows. */
          reason: string | null;
          tries: number;
          sent_at: string | null;
          delivered_at: string | null;
          opened_at: string | null;
          failed_at: string | null;
          /** Not sent before; null: at once. */
          available_at: string | null;
          created_at: string;
        }[];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/verifications": {
    /** Registrations to check, who waits longest first */
    get: {
      query?: {
        status?: "open" | "asked" | "approved" | "refused";
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["VerificationItem"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/verifications/{id}": {
    /** One with all its evidence */
    get: {
      path: {
        id: string;
      };
      answer: Schemas["Verification"];
    };
  };
  "/api/v2/operator/verifications/papers/{paper_id}/content": {
    /** The bytes of an applicant's document */
    get: {
      path: {
        paper_id: string;
      };
      answer: Blob;
    };
  };
  "/api/v2/operator/verifications/{id}/approve": {
    /** Confirm a registration after comparing it with the register */
    post: {
      path: {
        id: string;
      };
      body: {
        seen: string;
        checks: ("name" | "number" | "situation" | "card")[];
      };
      answer: {
        id: string;
        professional_id: string;
        status: "open" | "asked" | "approved" | "refused";
        updated_at: string;
      };
    };
  };
  "/api/v2/operator/verifications/{id}/ask": {
    /** Ask the applicant; the review waits for the answer */
    post: {
      path: {
        id: string;
      };
      body: {
        seen: string;
        question: string;
      };
      answer: {
        id: string;
        professional_id: string;
        status: "open" | "asked" | "approved" | "refused";
        updated_at: string;
      };
    };
  };
  "/api/v2/operator/verifications/{id}/refuse": {
    /** Refuse with reasons; the applicant may try again */
    post: {
      path: {
        id: string;
      };
      body: {
        seen: string;
        reasons: ("not_in_register" | "name_differs" | "licence_suspended" | "papers_unreadable" | "number_of_another" | "incomplete" | "other")[];
        words?: string;
      };
      answer: {
        id: string;
        professional_id: string;
        status: "open" | "asked" | "approved" | "refused";
        updated_at: string;
      };
    };
  };
  "/api/v2/operator/verifications/{id}/look": {
    /** Ask the register again; evidence, no decision */
    post: {
      path: {
        id: string;
      };
      answer: {
        finding: "found" | "not_found" | "name_differs" | "suspended" | "away";
      };
    };
  };
  "/api/v2/operator/professionals": {
    /** Professionals, newest first */
    get: {
      query?: {
        status?: "pending" | "active" | "inactive";
        licence?: "valid" | "suspended" | "unchecked";
        vertical?: "legal" | "staffing";
        uf?: "AC" | "AL" | "AM" | "AP" | "BA" | "CE" | "DF" | "ES" | "GO" | "MA" | "MG" | "MS" | "MT" | "PA" | "PB" | "PE" | "PI" | "PR" | "RJ" | "RN" | "RO" | "RR" | "RS" | "SC" | "SE" | "SP" | "TO";
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["ProfessionalItem"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/professionals/search": {
    /** By part of a name, e-mail or number; posted, since it is personal */
    post: {
      body: {
        status?: "pending" | "active" | "inactive";
        licence?: "valid" | "suspended" | "unchecked";
        vertical?: "legal" | "staffing";
        uf?: "AC" | "AL" | "AM" | "AP" | "BA" | "CE" | "DF" | "ES" | "GO" | "MA" | "MG" | "MS" | "MT" | "PA" | "PB" | "PE" | "PI" | "PR" | "RJ" | "RN" | "RO" | "RR" | "RS" | "SC" | "SE" | "SP" | "TO";
        limit?: number;
        cursor?: string;
        q: string;
      };
      answer: {
        items: Schemas["ProfessionalItem"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/professionals/{id}": {
    /** One professional's record */
    get: {
      path: {
        id: string;
      };
      answer: Schemas["ProfessionalRecord"];
    };
  };
  "/api/v2/operator/professionals/{id}/suspend": {
    /** Out of the next match and of acceptance, until a day or until it is lifted */
    post: {
      path: {
        id: string;
      };
      body: {
        reason: "licence" | "complaint" | "conduct" | "own_wish" | "data" | "other";
        words?: string;
        until?: string | null;
      };
      answer: {
        professional_id: string;
        until: string | null;
      };
    };
  };
  "/api/v2/operator/professionals/{id}/lift": {
    /** End the suspension */
    post: {
      path: {
        id: string;
      };
      answer: {
        professional_id: string;
      };
    };
  };
  "/api/v2/operator/professionals/{id}/leave": {
    /** Set or end a leave for somebody who called */
    post: {
      path: {
        id: string;
      };
      body: {
        leave_from: string | null;
        leave_until?: string | null;
      };
      answer: Schemas["ProfessionalRecord"];
    };
  };
  "/api/v2/operator/professionals/{id}/priority": {
    /** Who goes first where two are equally due; never bought */
    post: {
      path: {
        id: string;
      };
      body: {
        priority: number;
        reason: "missed_turn" | "new_area" | "legal_aid" | "back_to_normal";
      };
      answer: {
        professional_id: string;
        priority: number;
      };
    };
  };
  "/api/v2/operator/people": {
    /** Who operates this Vez */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["OperatorItem"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/operator/people/invites": {
    /** Invites, newest first */
    get: {
      query?: {
        status?: "open";
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["Invite"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
    /** Invite an operator by e-mail */
    post: {
      body: {
        email: string;
      };
      answer: Schemas["Invite"];
    };
  };
  "/api/v2/operator/people/invites/{id}/revoke": {
    /** Take an invite back */
    post: {
      path: {
        id: string;
      };
      answer: {
        id: string;
        status: "revoked";
      };
    };
  };
  "/api/v2/operator/people/{id}/remove": {
    /** Remove somebody from the team */
    post: {
      path: {
        id: string;
      };
      body: {
        reason: "left_team" | "not_needed" | "compromised" | "mistake";
      };
      answer: {
        id: string;
        role: "client";
      };
    };
  };
  "/api/v2/operator/people/{id}/reset-second-factor": {
    /** Disconnect a colleague's app */
    post: {
      path: {
        id: string;
      };
      body: {
        reason: "lost_device" | "new_device" | "compromised";
      };
      answer: {
        id: string;
        second_factor_since: null;
      };
    };
  };
  "/api/v2/operator/second-factor": {
    /** One's own second factor */
    get: {
      answer: {
        since: string | null;
        recovery_codes_left: number;
        owes: "pass" | "enrol" | null;
      };
    };
    /** Prove this session by a code */
    post: {
      body: {
        code: string;
      };
      answer: {
        passed: true;
        by: "app" | "recovery";
        recovery_codes_left: number;
      };
    };
  };
  "/api/v2/operator/second-factor/begin": {
    /** A secret for an authenticator app */
    post: {
      answer: {
        secret: string;
        address: string;
        ticket: string;
      };
    };
  };
  "/api/v2/operator/second-factor/confirm": {
    /** Connect the app by its first code */
    post: {
      body: {
        ticket: string;
        code: string;
      };
      answer: {
        recovery_codes: string[];
      };
    };
  };
  "/api/v2/operator/second-factor/recovery-codes": {
    /** Replace the recovery codes */
    post: {
      body: {
        code: string;
      };
      answer: {
        recovery_codes: string[];
      };
    };
  };
  "/api/v2/operator/second-factor/remove": {
    /** Disconnect one's own app */
    post: {
      body: {
        code: string;
      };
      answer: {
        removed: true;
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
    /** All back-fills, newest first */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["Backfill"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
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
  "/api/v2/operator/keys": {
    /** API keys, newest first */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["ApiKey"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
    /** Make a key */
    post: {
      body: {
        name: string;
        scopes: ("cases:read" | "cases:write" | "offers:read" | "contracts:read" | "contracts:write" | "webhooks:manage" | "operator:read")[];
        rate_per_minute?: number;
        expires_in_days?: number | null;
      };
      answer: {
        id: string;
        name: string;
        prefix: string;
        /** The user that it acts as: owner of the cases that it opens. */
        integration_id: string;
        scopes: ("cases:read" | "cases:write" | "offers:read" | "contracts:read" | "contracts:write" | "webhooks:manage" | "operator:read")[];
        rate_per_minute: number;
        status: "active" | "expired" | "revoked";
        expires_at: string | null;
        last_used_at: string | null;
        revoked_at: string | null;
        created_at: string;
        /** Told this once. */
        key: string;
      };
    };
  };
  "/api/v2/operator/keys/{key_id}/revoke": {
    /** Take a key back */
    post: {
      path: {
        key_id: string;
      };
      answer: Schemas["ApiKey"];
    };
  };
  "/api/v2/webhooks": {
    /** Receivers, newest first */
    get: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      answer: {
        items: Schemas["Webhook"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
    /** Register a receiver */
    post: {
      body: {
        url: string;
        events: string[];
        description?: string;
      };
      answer: {
        id: string;
        url: string;
        events: string[];
        description: string;
        status: "enabled" | "disabled";
        /** `failures`: nothing was taken for days. */
        disabled_by: string | null;
        disabled_at: string | null;
        failing_since: string | null;
        old_secret_until: string | null;
        integration_id: string | null;
        created_at: string;
        /** Told this once. */
        secret: string;
      };
    };
  };
  "/api/v2/webhooks/{webhook_id}": {
    /** A receiver */
    get: {
      path: {
        webhook_id: string;
      };
      answer: Schemas["Webhook"];
    };
    /** Change it, switch it off or on */
    patch: {
      path: {
        webhook_id: string;
      };
      body: {
        url?: string;
        events?: string[];
        description?: string;
        status?: "enabled" | "disabled";
      };
      answer: Schemas["Webhook"];
    };
    /** Delete it, with its log */
    delete: {
      path: {
        webhook_id: string;
      };
      answer: null;
    };
  };
  "/api/v2/webhooks/{webhook_id}/rotate-secret": {
    /** A new secret; the old one signs beside it for 24 hours */
    post: {
      path: {
        webhook_id: string;
      };
      answer: {
        id: string;
        url: string;
        events: string[];
        description: string;
        status: "enabled" | "disabled";
        /** `failures`: nothing was taken for days. */
        disabled_by: string | null;
        disabled_at: string | null;
        failing_since: string | null;
        old_secret_until: string | null;
        integration_id: string | null;
        created_at: string;
        /** Told this once. */
        secret: string;
      };
    };
  };
  "/api/v2/webhooks/{webhook_id}/test": {
    /** Send oneself a test */
    post: {
      path: {
        webhook_id: string;
      };
      answer: {
        id: string;
        status: "pending";
      };
    };
  };
  "/api/v2/webhooks/{webhook_id}/deliveries": {
    /** Its log, newest first */
    get: {
      path: {
        webhook_id: string;
      };
      query?: {
        limit?: number;
        cursor?: string;
        status?: "pending" | "delivered" | "failed";
      };
      answer: {
        items: Schemas["WebhookDelivery"][];
        /** Send it back as `cursor` for the following page; null at the end. */
        next: string | null;
      };
    };
  };
  "/api/v2/webhooks/deliveries/{delivery_id}/redeliver": {
    /** Send a delivery again, with the same `webhook-id` and body */
    post: {
      path: {
        delivery_id: string;
      };
      answer: {
        id: string;
        status: "pending";
      };
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
  "/webhooks/{vendor}": {
    /** What a configured vendor tells */
    post: {
      path: {
        vendor: string;
      };
      raw: Blob | Uint8Array | string;
      answer: null;
    };
  };
  "/metrics": {
    /** Counters, histograms and gauges */
    get: {
      answer: Blob;
    };
  };
}
