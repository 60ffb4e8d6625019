// Written by tools/build/bridge_types.ts from src/codec/bridge.json; change that one.
import type {
  ErrorCode,
  ExitMetadata,
  ExitReason,
  LinkError,
  LinkEvent,
  Step,
  SuccessMetadata,
} from "../types/index.ts";

/** Without what the page adds. */
export type Unstamped<T> = T extends unknown ? Omit<T, "sessionId" | "timestamp"> : never;

/** One message to the module (`ats_post`). */
export type Inbound =
  | {
      type: "open";
      /** the serialisable part of LinkConfig; `supportRequest`: the host gave `support.onRequest` */
      config: object;
      snapshot?: Restored;
      /** the person's date, in days since 1970 */
      today?: number;
    }
  | {
      type: "update";
      config: object;
    }
  | {
      type: "config_refused";
      field: string;
      expected: string;
    }
  | {
      type: "back";
      /** which the `reply` repeats */
      n: number;
    }
  | {
      type: "exit";
      n: number;
      force?: boolean;
      reason?: ExitReason;
    }
  | {
      type: "copied";
    }
  | {
      type: "action";
      /** or `back`, `close`, `help`, `primary`, `secondary:0`, `escape`, `backdrop` */
      node: string;
      kind: ActionKind;
      /** of an input, but never of a secret */
      value?: string;
    }
  | {
      type: "session";
      attempt: number;
      organisation: string;
      requester?: string;
      provider?: string;
      scopes?: WantedScopes;
    }
  | {
      type: "session_refused";
      attempt: number;
      code: ErrorCode;
      detail?: string;
    }
  | {
      type: "sealed";
      attempt: number;
      token: string;
    }
  | {
      type: "handed_over";
      attempt: number;
      ref: string;
    }
  | {
      type: "handover_failed";
      attempt: number;
      code: ErrorCode;
      detail?: string;
    }
  | {
      type: "backend_answer";
      attempt: number;
      /** the relay's answer of each probe */
      probes: object;
    }
  | {
      type: "backend_failed";
      attempt: number;
      code: ErrorCode;
      /** for developers */
      detail?: string;
    }
  | {
      type: "timer";
      kind: TimerKind;
      attempt: number;
    }
  | {
      type: "provider";
      id: string;
      /** what `<id>.<language>.json` holds */
      details: object;
    }
  | {
      type: "provider_failed";
      /** whose details could not be had */
      id: string;
    }
  | {
      type: "messages";
      messages: Record<string, string>;
      /** a count's plural category */
      plurals: Record<string, string>;
      /** what it is: a provider's words may be in another one */
      language?: string;
      /** the list of providers in the language */
      catalogue: object[];
    };

export type ActionKind = "press" | "input" | "submit";
export type TimerKind = "deadline" | "countdown" | "idle" | "loading";

/** What a host kept while its page was loaded again, or closed and opened again: never a secret. */
export interface Restored {
  step: Step;
  provider?: string;
  fields: Record<string, string>;
}

/** The backend's word on what is asked for. */
export interface WantedScopes {
  required?: string[];
  optional?: string[];
}

export type Report = "receipt" | "diagnostic";

/** One thing for JavaScript to do (`perform`). */
export type Effect =
  | {
      type: "start_timer";
      kind: TimerKind;
      attempt: number;
      ms: number;
    }
  | {
      type: "stop_timer";
      kind: TimerKind;
      attempt: number;
    }
  | {
      type: "abort";
      /** whose seal, verification and hand-over end; C++ aborts its own probes */
      attempt: number;
    }
  | {
      type: "post_token";
      attempt: number;
      token: string;
    }
  | {
      type: "ask_session";
      attempt: number;
      state: string;
    }
  | {
      type: "fetch_provider";
      id: string;
    }
  | {
      type: "notify";
      /** without sessionId and timestamp */
      event: Unstamped<LinkEvent>;
    }
  | {
      type: "success";
      publicToken: string;
      /** without sessionId and timestamp */
      metadata: Unstamped<SuccessMetadata>;
    }
  | {
      type: "exit";
      error: LinkError | null;
      /** without sessionId and timestamp */
      metadata: Unstamped<ExitMetadata>;
    }
  | {
      type: "close";
    }
  | {
      type: "reply";
      n: number;
      ok: boolean;
    }
  | {
      type: "copy";
      text: string;
      /** to which the page adds what only it knows */
      report?: Report;
    }
  | {
      type: "help";
      step: Step;
      code?: ErrorCode;
    }
  | {
      type: "snapshot";
      snapshot: Saved;
    }
  | {
      type: "wipe";
    };

/** What a host may keep: only fields that passed their rules. */
export interface Saved {
  step: Step;
  provider: string | null;
  fields: Record<string, string>;
}

/** What is sealed (`seal`), beside the secrets, which cross as bytes. */
export interface SealEffect {
  type: "seal";
  attempt: number;
  purpose: SealPurpose;
  state: string;
  provider: string;
  method: "api_key";
  fields: Record<string, string>;
  account: Account | null;
  scopes: ScopeResult | null;
}

export type SealPurpose = "handover" | "verify";

/** What the ATS said of the account. */
export interface Account {
  id?: string;
  name?: string;
}

/** What each wanted scope was seen to be. */
export interface ScopeResult {
  granted: string[];
  missing: string[];
  unverified: string[];
}
