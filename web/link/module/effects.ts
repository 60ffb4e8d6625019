import type { ErrorCode, ExitMetadata, LinkError, LinkEvent, Step, SuccessMetadata } from "../../types/index.ts";
import type { Effect, Report, TimerKind, Unstamped } from "../messages.ts";

/** Who does it. */
export interface World {
  timers: {
    start(kind: TimerKind, attempt: number, ms: number): void;
    stop(kind: TimerKind, attempt: number): void;
  };
  backend: {
    abort(attempt: number): void;
    postToken(attempt: number, token: string): void;
    askSession(attempt: number, state: string): void;
  };
  host: {
    notify(event: Unstamped<LinkEvent>): void;
    success(publicToken: string, metadata: Unstamped<SuccessMetadata>): void;
    exit(error: LinkError | null, metadata: Unstamped<ExitMetadata>): void;
    close(): void;
    reply(n: number, ok: boolean): void;
    help(step: Step, code: ErrorCode | undefined): void;
    snapshot(step: Step, provider: string | null, fields: Record<string, string>): void;
  };
  fetchProvider(id: string): void;
  copy(text: string, report: Report | undefined): void;
  wipe(): void;
}

export function performEffect(effect: Effect, { timers, backend, host, fetchProvider, copy, wipe }: World): void {
  switch (effect.type) {
    case "start_timer":
      return timers.start(effect.kind, effect.attempt, effect.ms);
    case "stop_timer":
      return timers.stop(effect.kind, effect.attempt);
    case "abort":
      return backend.abort(effect.attempt);
    case "post_token":
      return backend.postToken(effect.attempt, effect.token);
    case "ask_session":
      return backend.askSession(effect.attempt, effect.state);
    case "fetch_provider":
      return fetchProvider(effect.id);
    case "notify":
      return host.notify(effect.event);
    case "success":
      return host.success(effect.publicToken, effect.metadata);
    case "exit":
      return host.exit(effect.error, effect.metadata);
    case "close":
      return host.close();
    case "reply":
      return host.reply(effect.n, effect.ok);
    case "copy":
      return copy(effect.text, effect.report);
    case "help":
      return host.help(effect.step, effect.code);
    case "snapshot":
      return host.snapshot(effect.snapshot.step, effect.snapshot.provider, effect.snapshot.fields);
    case "wipe":
      return wipe();
  }
}
