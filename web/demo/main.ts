import { connect } from "./connect.ts";
import { byId, el } from "./dom.ts";
import { createIntegrations } from "./integrations.ts";
import { markSelected, showList } from "./list_view.ts";
import { positionView } from "./position_view.ts";
import { positions, type Position } from "./positions.ts";
import { settingsView } from "./settings_view.ts";

const detail = byId("detail");

function show(view: HTMLElement): void {
  detail.replaceChildren(view);
}

/** Moves the reader to a view that replaced another; not at first load. */
function focusTitle(): void {
  byId("detail-title").focus({ preventScroll: true });
  detail.scrollIntoView({ block: "nearest" });
}

function startRecruiter(): void {
  const integrations = createIntegrations(
    "Integrations",
    "Keep this position and its candidates in step with your applicant tracking system.",
    (old) => void connect(integrations, { old }),
  );
  const openPosition = (position: Position): void => {
    markSelected(position);
    show(positionView(position, () => openSettings(position)));
  };
  const openSettings = (position: Position): void => {
    show(
      settingsView(position, integrations.element, () => {
        openPosition(position);
        focusTitle();
      }),
    );
    focusTitle();
  };
  showList((position) => {
    openPosition(position);
    focusTitle();
  });
  const [first] = positions;
  if (first) openPosition(first);
}

/**
 * `?invite=1#STATE`: what an invited admin sees. A recruiter sent them here, and one button is all they need. Without a
 * state it is a session of their own.
 */
function startInvited(): void {
  const state = location.hash.slice(1) || null;
  // Out of the address before it is bookmarked or read over a shoulder.
  if (state !== null) history.replaceState(null, "", location.pathname + location.search);
  const integrations = createIntegrations(
    "Connect an account",
    "You need to be an admin of the system you connect. It takes about three minutes.",
    (old) => void connect(integrations, { invited: state, old }),
  );
  document.body.classList.add("invited");
  byId("list").remove();
  show(
    el(
      "section",
      { class: "panel", "aria-labelledby": "detail-title" },
      el("h1", { id: "detail-title", tabindex: "-1" }, "Dana asked for your help"),
      el("p", { class: "muted" }, "Dana Reyes recruits with Brambleway and wants to connect your company’s ATS to it."),
      integrations.element,
    ),
  );
}

if (new URLSearchParams(location.search).has("invite")) startInvited();
else startRecruiter();
