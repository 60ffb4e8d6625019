import { whatIsKept, whatToTry } from "./backend.ts";
import { behindPart } from "./behind.ts";
import { byId, el } from "./dom.ts";
import { createIntegrations } from "./integrations.ts";
import { showInvitation } from "./invitation.ts";
import { markSelected, positionView, settingsView, showList } from "./position_views.ts";
import { positions, type Position } from "./positions.ts";
import { receivedPart, showShape } from "./received.ts";
import { optionsOf, usual } from "./try/choices.ts";
import { tryPanel } from "./try/try_panel.ts";
import { createWizard } from "./wizard.ts";

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
    (old) => void wizard.connect(old),
  );
  const wizard = createWizard(integrations, null);
  let shown: Position | undefined;
  const openPosition = (position: Position): void => {
    shown = position;
    markSelected(position);
    const settings = (): void => {
      openSettings(position);
      focusTitle();
    };
    show(positionView(position, settings));
  };
  const openSettings = (position: Position): void =>
    show(
      settingsView(position, integrations.element, () => {
        openPosition(position);
        focusTitle();
      }),
    );
  showList((position) => {
    openPosition(position);
    focusTitle();
  });
  const [first] = positions;
  if (first) openPosition(first);

  const behind = behindPart(usual);
  const panel = tryPanel({
    integrations,
    asked: whatToTry(),
    open() {
      // Where the connection will be seen. The focus stays with what was pressed, and comes back to it.
      if (!integrations.element.isConnected && shown) openSettings(shown);
      void wizard.connect().then(() => integrations.place.scrollIntoView({ block: "nearest" }));
    },
    change(choices) {
      const place = choices.place === "inline" ? { container: integrations.place } : {};
      wizard.choose({ ...optionsOf(choices), ...place });
      behind.show(choices);
    },
  });
  byId("behind").before(panel);
  byId("behind").append(behind.element);
  void whatIsKept().then(
    ({ connections, token, waiting }) => {
      integrations.showKept(connections);
      showShape(token);
      for (const state of waiting) showInvitation(integrations, state);
    },
    () => undefined, // A page without what was there before works all the same.
  );
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
    (old) => void wizard.connect(old),
  );
  const wizard = createWizard(integrations, state);
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
  byId("behind").append(
    el("div", { class: "panel" }, el("h3", {}, "What the backend of Brambleway got"), receivedPart()),
  );
}

if (new URLSearchParams(location.search).has("invite")) startInvited();
else startRecruiter();
